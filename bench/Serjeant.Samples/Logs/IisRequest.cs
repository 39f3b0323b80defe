namespace Serjeant.Samples.Logs;

/// <summary>A request as IIS logs it, but for its time. Spaces are pluses already; "-" is nothing.</summary>
internal sealed record IisRequest(string Method, string Stem, string Query, string Client, string Agent, int Status)
{
    public string User { get; init; } = "-";

    public string Referrer { get; init; } = "-";

    public int SubStatus { get; init; }

    /// <summary>Milliseconds.</summary>
    public int Taken { get; init; } = 15;

    public string Line(DateTime at) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"{at:yyyy-MM-dd HH:mm:ss} 10.20.0.5 {Method} {Stem} {Query} 443 {User} {Client} {Agent} {Referrer} {Status} {SubStatus} {(Status == 401 ? 1326 : 0)} {Taken}");
}

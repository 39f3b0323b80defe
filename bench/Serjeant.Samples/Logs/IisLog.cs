namespace Serjeant.Samples.Logs;

/// <summary>The log of an Exchange front end over one day: ordinary requests, and what is planted among them at even distances.</summary>
internal static class IisLog
{
    private static readonly DateTime Day = new(2021, 8, 16, 0, 0, 0, DateTimeKind.Utc);

    public static readonly string[] Heading =
    [
        "#Software: Microsoft Internet Information Services 10.0",
        "#Version: 1.0",
        "#Date: 2021-08-16 00:00:00",
        "#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken",
    ];

    /// <param name="requests">As many as the log has lines, planted ones not counted.</param>
    /// <param name="count">How many that are.</param>
    /// <param name="planted">Put in from the middle of the log on, in their order.</param>
    /// <returns>Lines without their ends, the heading first.</returns>
    public static IEnumerable<string> Lines(IEnumerable<IisRequest> requests, int count, IReadOnlyList<IisRequest> planted)
    {
        foreach (var line in Heading) yield return line;
        var at = 0;
        var next = 0;
        var distance = Math.Max(1, count / 2 / (planted.Count + 1));
        foreach (var request in requests)
        {
            var time = Day.AddSeconds(86_399.0 * at / count);
            yield return request.Line(time);
            at++;
            if (next >= planted.Count || at < count / 2 + distance * (next + 1)) continue;
            yield return planted[next].Line(time);
            next++;
        }
        for (; next < planted.Count; next++) yield return planted[next].Line(Day.AddSeconds(86_399));
    }
}

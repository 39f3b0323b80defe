using System.Text;
using Serjeant.Samples.Logs;
using Serjeant.Traces;

namespace Serjeant.Tests.Traces.Sigma;

/// <summary>Lines taken apart as a reader of logs does it.</summary>
internal static class Events
{
    /// <summary>A line of fields with a space between, as W3C logs have it.</summary>
    public static LogEvent Of(LogSource source, params (LogField Field, string Text)[] fields)
    {
        var line = new List<byte>();
        var places = new List<(LogField Field, int Start, int Length)>();
        foreach (var (field, text) in fields)
        {
            var bytes = Encoding.Latin1.GetBytes(text);
            if (line.Count > 0) line.Add((byte)' ');
            if (text != "-") places.Add((field, line.Count, bytes.Length));
            line.AddRange(bytes);
        }
        var read = new LogEvent { Source = source };
        read.Begin(line.ToArray());
        foreach (var (field, start, length) in places) read.Set(field, start, length);
        return read;
    }

    public static LogEvent Web(string method, string path, string query, string agent = "-", string status = "200", string referrer = "-", string client = "203.0.113.9", string user = "-") =>
        Of(LogSource.WebServer, (LogField.Method, method), (LogField.Path, path), (LogField.Query, query), (LogField.User, user), (LogField.Client, client),
            (LogField.UserAgent, agent), (LogField.Referrer, referrer), (LogField.Status, status));

    public static LogEvent Iis(IisRequest request) =>
        Web(request.Method, request.Stem, request.Query, request.Agent, request.Status.ToString(System.Globalization.CultureInfo.InvariantCulture), request.Referrer, request.Client, request.User);

    public static LogEvent Look(string name, string type = "A", string answers = "-") =>
        Of(LogSource.NameServer, (LogField.Client, "192.0.2.4"), (LogField.Host, name), (LogField.QueryType, type), (LogField.Answers, answers));
}

using System.Globalization;
using System.Text;
using Serjeant.Tests.Facts.Route;
using Serjeant.Traces;

namespace Serjeant.Tests.Traces;

/// <summary>Logs as files, written by hand from what the programs' documentation says; and how an event is shown in a test.</summary>
internal static class LogSamples
{
    /// <summary>After all samples' times, so that lines without a year are of the year 2026.</summary>
    public static readonly DateTimeOffset Written = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    public static string Folder { get; } = Path.Combine(FactsMaterial.Root, "tests", "Serjeant.Tests", "Corpus", "traces");

    public static string Of(string name) => Path.Combine(Folder, name);

    /// <summary>Every event on a line, then what the summary says.</summary>
    public static string Show(string name, LogReaderOptions? options = null)
    {
        var text = new StringBuilder();
        var summary = new LogReader(options ?? new() { Written = Written }).Read(Of(name), e => text.Append(Show(e)).Append('\n'), CancellationToken.None);
        text.Append(CultureInfo.InvariantCulture, $"= {summary.Format} {summary.Source}, {summary.Lines} lines, {summary.Events} events, {summary.Bad} bad, {summary.Cut} cut, {summary.First:yyyy-MM-ddTHH:mm:ss.fff} to {summary.Last:yyyy-MM-ddTHH:mm:ss.fff}\n");
        if (summary.Guess.Length > 0) text.Append(CultureInfo.InvariantCulture, $"= {summary.Guess}\n");
        if (summary.Damage.Length > 0) text.Append(CultureInfo.InvariantCulture, $"= {summary.Damage}\n");
        foreach (var bad in summary.FirstBad) text.Append(CultureInfo.InvariantCulture, $"! {bad}\n");
        return text.ToString();
    }

    public static string Show(LogEvent e)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{e.Number} {e.Time:yyyy-MM-ddTHH:mm:ss.fff} {e.Source}"));
        for (var field = (LogField)0; field < LogField.Count; field++)
            if (!e[field].IsEmpty) text.Append(CultureInfo.InvariantCulture, $" {field}={Encoding.UTF8.GetString(e[field])}");
        return text.ToString();
    }
}

using System.Text;
using System.Text.Json;
using Serjeant.Cli.Reports;
using Serjeant.Registers;
using Serjeant.Registers.LookAlikes;
using Serjeant.Reports;
using Serjeant.Sources;
using Serjeant.Values;
using Spectre.Console;

namespace Serjeant.Cli.Commands;

/// <summary>One run over names: reads, asks the index, prints.</summary>
internal sealed class LookalikesRun(LookalikesRequest request, TimeProvider time)
{
    /// <summary>A list of protected names is written by hand or by an office; more is a mistake.</summary>
    private const int MostProtected = 200_000;

    /// <summary>Text is grouped, so it is kept until the end; whoever expects more takes jsonl, which is not.</summary>
    private const int MostKept = 100_000;

    private const int ReportEvery = 4096;

    private long _names, _imitations, _noNames, _lines, _bytes, _totalBytes;

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        var index = Index();
        if (index.Count == 0) throw new SerjeantException("There is nothing to protect: neither the roster nor the list holds a name.", retryHelps: false);
        using var written = request.Output is null ? null : Open(request.Output);
        TextWriter output = written ?? new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);
        var kept = new List<(string Name, LookAlike Answer)>();
        foreach (var given in request.Names)
            if (File.Exists(given) && given != SourceFile.StandardInput) _totalBytes += new FileInfo(given).Length;
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
        await new ScanProgress(console, time).ShowAsync(progress => Task.Run(() => Read(index, output, kept, progress, cancellation), CancellationToken.None), CancellationToken.None).ConfigureAwait(false);
        if (request.Format == "text")
        {
            if (written is null) LookalikesReport.Write(kept, AnsiConsole.Console);
            else LookalikesReport.Write(kept, written);
        }
        await output.FlushAsync(cancellation).ConfigureAwait(false);
        if (cancellation.IsCancellationRequested) Console.Error.WriteLine("serjeant: stopped; what follows is what was read until then.");
        Console.Error.WriteLine(Summary(time.GetElapsedTime(began)));
        return cancellation.IsCancellationRequested ? ExitCodes.Stopped : ExitCodes.Done;
    }

    private bool Read(LookAlikeIndex index, TextWriter output, List<(string Name, LookAlike Answer)> kept, IProgress<ReadSoFar> progress, CancellationToken cancellation)
    {
        foreach (var given in request.Names)
        {
            if (cancellation.IsCancellationRequested) break;
            if (given == SourceFile.StandardInput) ReadLines(Console.In, live: true);
            else if (File.Exists(given)) ReadFile(given);
            else if (Directory.Exists(given)) throw new SerjeantException($"{given}: it is a folder; name the files in it.", retryHelps: false);
            else Take(given);
        }
        return true;

        void ReadFile(string path)
        {
            try
            {
                using var reader = new StreamReader(path, Encoding.UTF8);
                ReadLines(reader, live: false);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                throw new SerjeantException($"{path}:{_lines + 1}: it cannot be read: {problem.Message}", retryHelps: true, problem);
            }
        }

        void ReadLines(TextReader reader, bool live)
        {
            _lines = 0;
            while (!cancellation.IsCancellationRequested && NextLine(reader) is { } line)
            {
                Take(line);
                if (live && request.Format == "jsonl") output.Flush(); // a feed has no end to wait for
            }
        }

        void Take(string line)
        {
            _lines++;
            _bytes += line.Length + 1;
            if (_lines % ReportEvery == 0) progress.Report(new(_names, _bytes, _totalBytes));
            if (line.AsSpan().Trim().IsEmpty || line[0] == '#') return;
            if (LookalikesNames.Read(line, Ask) == 0) _noNames++;
        }

        void Ask(string name)
        {
            _names++;
            if (index.Find(name.AsSpan()) is not { } answer) return;
            _imitations++;
            if (request.Format == "jsonl") output.WriteLine(Line(name, answer));
            else if (kept.Count < MostKept) kept.Add((name, answer));
        }
    }

    /// <summary>A line, or as much of it as is looked at; the rest of a longer one is passed over without keeping it.</summary>
    private static string? NextLine(TextReader reader)
    {
        var line = new StringBuilder();
        var any = false;
        for (int c; (c = reader.Read()) >= 0;)
        {
            any = true;
            if (c == '\n') break;
            if (line.Length <= LookalikesNames.LongestLine) line.Append((char)c);
        }
        return any ? line.ToString() : null;
    }

    private static string Line(string name, LookAlike answer)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("target", answer.Target.Name);
            json.WriteString("owner", answer.Target.Owner);
            json.WriteString("of", answer.Target.Kind.ToString());
            json.WriteString("kind", answer.Kind.ToString());
            json.WriteNumber("decibans", answer.Weight.Value);
            json.WriteString("explanation", answer.Explanation);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private string Summary(TimeSpan took) =>
        $"{Wording.Count(_names, "name", "names")} read, {Wording.Count(_imitations, "imitation", "imitations")}"
        + (_noNames > 0 ? $", {Wording.Count(_noNames, "line without a name", "lines without a name")}" : "")
        + (request.Format == "text" && _imitations > MostKept ? $"; the first {Wording.Number(MostKept)} are shown, --format jsonl shows all" : "")
        + $"; {Wording.Duration(took.TotalSeconds)}.";

    private LookAlikeIndex Index()
    {
        var roster = request.Roster is null ? Roster.Empty : new RosterReader(WarningLists.Load()).Read(request.Roster);
        var more = request.Protect is { } protect ? Names(protect).Select(d => new ProtectedName(d.Name, d.Name, ProtectedKind.Body)).ToArray() : [];
        var own = request.Owned is { } owned ? Names(owned).ToArray() : [];
        return LookAlikeIndex.Of(roster, more, own);
    }

    private static List<DomainName> Names(string path)
    {
        try
        {
            var text = File.ReadAllText(path);
            return text.AsSpan().TrimStart().StartsWith("{") ? FromJson(path, text) : FromLines(path, text);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new SerjeantException($"{path}: it cannot be read: {problem.Message}", retryHelps: false, problem);
        }
    }

    private static List<DomainName> FromLines(string path, string text)
    {
        var names = new List<DomainName>();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var name = line.AsSpan().Trim();
            if (name.IsEmpty || name[0] == '#') continue;
            if (name.StartsWith("*.")) name = name[2..];
            if (!DomainName.TryParse(name, out var domain) || names.Count >= MostProtected)
                throw new SerjeantException($"{path}:{number}: {(names.Count >= MostProtected ? "too many names" : $"\"{MailText.Show(name.ToString(), 60)}\" is no name of a host")}", retryHelps: false);
            names.Add(domain);
        }
        return names;
    }

    /// <summary>{"domains": [{"domain_pattern": "*.parliament.example"}]}: patterns of whole suffixes stand for what they lie under.</summary>
    private static List<DomainName> FromJson(string path, string text)
    {
        try
        {
            using var file = JsonDocument.Parse(text);
            var names = new List<DomainName>();
            foreach (var entry in file.RootElement.GetProperty("domains").EnumerateArray().Take(MostProtected))
            {
                var name = (entry.ValueKind == JsonValueKind.String ? entry.GetString() : entry.GetProperty("domain_pattern").GetString()) ?? "";
                if (DomainName.TryParse(name.StartsWith("*.", StringComparison.Ordinal) ? name.AsSpan(2) : name, out var domain)) names.Add(domain);
                else throw new SerjeantException($"{path}: \"{MailText.Show(name, 60)}\" is no name of a host", retryHelps: false);
            }
            return names;
        }
        catch (JsonException problem)
        {
            throw new SerjeantException($"{path}:{problem.LineNumber + 1}: no JSON: {problem.Message}", retryHelps: false, problem);
        }
        catch (Exception problem) when (problem is KeyNotFoundException or InvalidOperationException)
        {
            throw new SerjeantException($"{path}: no list of the form {{\"domains\": [{{\"domain_pattern\": ...}}]}}", retryHelps: false, problem);
        }
    }

    private static StreamWriter Open(string path)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            return new(path, new UTF8Encoding(false), options);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new SerjeantException($"{path}: the report cannot be written: {problem.Message}", retryHelps: true, problem);
        }
    }
}

using System.Globalization;
using Serjeant.Registers;

namespace Serjeant.Retention;

/// <summary>Reads a policy file (YAML, docs/keeping.md). What it leaves out stays as the defaults have it.</summary>
/// <param name="file">Its name, for messages.</param>
public sealed class RetentionPolicyReader(string file)
{
    private const int MostBytes = 100_000, MostDays = 100 * 365;

    private readonly RosterDraft _draft = new(file);

    /// <exception cref="SerjeantException">It cannot be read, or says what cannot be; the message begins with file:line:column.</exception>
    public RetentionPolicy Read()
    {
        try
        {
            if (new FileInfo(file).Length > MostBytes) throw new SerjeantException($"{file}: larger than {MostBytes / 1000} KB: this is no policy.", retryHelps: false) { Place = file };
            using var text = new StreamReader(file);
            return Read(text);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new SerjeantException($"{file}: the policy cannot be read: {problem.Message}", retryHelps: false, problem) { Place = file };
        }
    }

    /// <exception cref="SerjeantException">It says what cannot be.</exception>
    public RetentionPolicy Read(TextReader text)
    {
        var policy = RetentionPolicy.Default;
        var yaml = new YamlEvents(text, _draft, "policy");
        yaml.Begin();
        yaml.Mapping("the policy", ["ordinary", "suspect", "hostile", .. RetentionPolicy.TopicNames], key => policy = key switch
        {
            "ordinary" => policy with { Ordinary = Term(yaml, key, policy.Ordinary) },
            "suspect" => policy with { Suspect = Term(yaml, key, policy.Suspect) },
            "hostile" => policy with { Hostile = Term(yaml, key, policy.Hostile) },
            "reports" => policy with { ReportDays = Days(yaml, key) },
            "traces" => policy with { TraceDays = Days(yaml, key) },
            _ => policy with { HuntDays = Days(yaml, key) },
        });
        yaml.End();
        return policy;
    }

    private RetentionTerm Term(YamlEvents yaml, string name, RetentionTerm term)
    {
        var place = yaml.Place;
        yaml.Mapping(name, ["record", "entry"], key => term = key == "record" ? term with { RecordDays = Days(yaml, key) } : term with { EntryDays = Days(yaml, key) });
        if (term.EntryDays < term.RecordDays)
            throw _draft.Refuse(place, $"The entry under \"{name}\" ({term.EntryDays} days) would go before the record ({term.RecordDays} days): nobody could find what is still kept. Give the entry as long or longer.");
        return term;
    }

    /// <summary>"90 days", "1 day", "5 years" (of 365 days), "6 months" (of 30), "2 weeks".</summary>
    private int Days(YamlEvents yaml, string what)
    {
        var text = yaml.Text(what);
        var parts = text.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var unit = parts.Length != 2 ? 0 : parts[1] switch
        {
            "day" or "days" => 1,
            "week" or "weeks" => 7,
            "month" or "months" => 30,
            "year" or "years" => 365,
            _ => 0,
        };
        if (unit == 0 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            throw _draft.Refuse(text.Place, $"\"{what}\" is a time such as \"90 days\" or \"5 years\", not \"{(text.Value.Length > 40 ? text.Value[..40] : text.Value)}\".");
        if (count == 0 || count > MostDays / unit) throw _draft.Refuse(text.Place, $"\"{what}\" is from 1 day to 100 years.");
        return count * unit;
    }
}

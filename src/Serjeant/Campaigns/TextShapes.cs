using System.Text;
using Serjeant.Facts;
using Serjeant.Values;

namespace Serjeant.Campaigns;

/// <summary>What stays of short texts when numbers, names and addresses are taken out.</summary>
internal static class TextShapes
{
    /// <summary>The subject's topic in lower case; empty where fewer than three words of its own are left.</summary>
    /// <param name="names">Lower-case words of the recipients' names, which a mailing puts in.</param>
    public static string Subject(string topic, IReadOnlySet<string> names)
    {
        var shape = new StringBuilder();
        var words = 0;
        foreach (var range in topic.AsSpan().SplitAny(' ', '\t', ',', ';', '\u00a0'))
        {
            var word = topic.AsSpan()[range].Trim(".:!?\"'()[]");
            if (word.IsEmpty) continue;
            if (shape.Length > 200) break;
            if (shape.Length > 0) shape.Append(' ');
            if (word.Contains('@')) shape.Append('@');
            else if (word.IndexOfAnyInRange('0', '9') >= 0) shape.Append('#');
            else
            {
                var folded = word.ToString().ToLowerInvariant();
                if (names.Contains(folded))
                {
                    shape.Append('~');
                    continue;
                }
                shape.Append(folded);
                words++;
            }
        }
        return words >= 3 ? shape.ToString() : "";
    }

    /// <summary>The first label of a host by its pattern with the registrable domain: "mout-#.artegic.example".</summary>
    public static string Host(DomainName host)
    {
        var registrable = host.Registrable;
        if (host.Name.Length <= registrable.Name.Length) return host.Name;
        return Digits(host.Name.AsSpan(0, host.Name.Length - registrable.Name.Length)) + registrable.Name;
    }

    /// <summary>Every run of digits becomes one #.</summary>
    public static string Digits(ReadOnlySpan<char> text)
    {
        var shape = new StringBuilder(text.Length);
        var inNumber = false;
        foreach (var c in text)
        {
            if (!char.IsDigit(c)) shape.Append(char.ToLowerInvariant(c));
            else if (!inNumber) shape.Append('#');
            inNumber = char.IsDigit(c);
        }
        return shape.ToString();
    }

    /// <summary>
    /// The way a program makes Message-IDs: runs of digits, hexadecimal digits and letters by class and length, then the host:
    /// "self" where it is the sender's own. Empty where nothing can be told.
    /// </summary>
    public static string MessageId(string id, DomainName sender)
    {
        var at = id.LastIndexOf('@');
        if (at <= 0 || at > 200 || !DomainName.TryParse(id.AsSpan(at + 1), out var host)) return "";
        var shape = new StringBuilder();
        var local = id.AsSpan(0, at);
        var start = 0;
        for (var i = 0; i <= local.Length; i++)
        {
            if (i < local.Length && char.IsLetterOrDigit(local[i])) continue;
            AppendRun(shape, local[start..i]);
            if (i < local.Length) shape.Append(local[i]);
            start = i + 1;
        }
        var registrable = host.Registrable;
        return shape.Append('@').Append(registrable == sender.Registrable ? "self" : registrable.Name).ToString();
    }

    private static void AppendRun(StringBuilder shape, ReadOnlySpan<char> run)
    {
        if (run.IsEmpty) return;
        var (digits, hex, upper, lower) = (true, true, false, false);
        foreach (var c in run)
        {
            digits &= char.IsAsciiDigit(c);
            hex &= char.IsAsciiHexDigit(c);
            upper |= char.IsAsciiLetterUpper(c);
            lower |= char.IsAsciiLetterLower(c);
        }
        var length = run.Length > 24 ? run.Length / 8 * 8 : run.Length;
        shape.Append(digits ? '9' : hex && run.Length >= 6 ? 'h' : upper && lower ? 'm' : upper ? 'A' : 'a').Append(length);
    }

    /// <summary>Lower-case words (three letters and more) of the display names and mailbox names of the recipients.</summary>
    public static HashSet<string> RecipientNames(RecipientFacts recipients)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mailbox in recipients.To)
        {
            if (names.Count > 64) break;
            Add(names, mailbox.DisplayName);
            if (mailbox.Address is { } address) Add(names, address.Local);
        }
        return names;
    }

    private static void Add(HashSet<string> names, string text)
    {
        foreach (var range in text.AsSpan().SplitAny(' ', '.', '-', '_', ',', '+'))
            if (text.AsSpan()[range] is { Length: >= 3 and <= 40 } word)
                names.Add(word.ToString().ToLowerInvariant());
    }
}

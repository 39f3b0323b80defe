using System.Globalization;
using System.Text;
using Serjeant.Registers.LookAlikes;

namespace Serjeant.Bench.LookAlikes;

/// <summary>Look-alikes that dnstwist does not make. The same every time.</summary>
internal static class Attacks
{
    private const int EachWay = 40;
    private const string Any = "abcdefghijklmnopqrstuvwxyz0123456789";

    // Words that stand in no list of ours.
    private static readonly string[] Unlisted = ["lagoon", "kettle", "brisk", "marble", "willow", "october", "harvest", "copper", "signal7", "quartz", "meadow", "ribbon", "velvet", "anchor", "falcon", "thunder"];
    private static readonly string[] Suffixes = ["com", "net", "org", "info", "online", "site", "co", "eu", "uk", "org.uk", "co.uk", "top", "xyz", "me", "app", "live"];
    private static readonly string[] Elsewhere = ["secure-login.com", "webmail-check.net", "kettle.site", "account-verify.info", "willow-host.org"];

    private static readonly string[] Dvorak = ["pyfgcrl", "aoeuidhtns", "qjkxbmwvz"];
    private static readonly string[] Colemak = ["qwfpgjluy", "arstdhneio", "zxcvbkm"];
    private static readonly (string From, string To)[] Pairs = [("m", "rn"), ("w", "vv"), ("d", "cl"), ("l", "1"), ("o", "0"), ("i", "1"), ("i", "l"), ("l", "i"), ("e", "3"), ("s", "5"), ("a", "4")];
    private static readonly (char From, char To)[] Foreign = [('a', 'а'), ('c', 'с'), ('e', 'е'), ('o', 'о'), ('p', 'р'), ('x', 'х'), ('y', 'у'), ('i', 'і'), ('s', 'ѕ'), ('o', 'ο'), ('v', 'ν'), ('a', 'α')];

    public static List<Twisted> On(IEnumerable<ProtectedName> names)
    {
        var made = new HashSet<Twisted>();
        ulong state = 1812;
        foreach (var name in names)
        {
            var dot = name.Name.IndexOf('.', StringComparison.Ordinal);
            var (label, suffix) = (name.Name[..dot], name.Name[(dot + 1)..]);
            for (var i = 0; i < EachWay; i++)
            {
                Add("two edits" + (label.Length >= 12 ? ", 12 letters and more" : label.Length >= 8 ? ", 8 to 11 letters" : ", fewer than 8 letters"), Edit(Edit(label)) + "." + suffix);
                Add("edit and look-alike", Looks(Edit(label)) + "." + suffix);
                Add("edit and other suffix" + (label.Length >= 8 ? ", 8 letters and more" : ", fewer than 8 letters"), Edit(label) + "." + Suffixes[Next(Suffixes.Length)]);
                Add("look-alikes, several", Looks(Looks(label)) + "." + suffix);
                Add("unlisted word" + (label.Length >= 8 ? ", 8 letters and more" : ", fewer than 8 letters"), Beside(label, Unlisted[Next(Unlisted.Length)]) + "." + (Next(2) == 0 ? suffix : Suffixes[Next(Suffixes.Length)]));
                Add("other suffix", label + "." + Suffixes[Next(Suffixes.Length)]);
                Add("name with its suffix", label + (Next(2) == 0 ? "-" : "") + suffix.Replace(".", Next(2) == 0 ? "-" : "", StringComparison.Ordinal) + "." + Suffixes[Next(Suffixes.Length)]);
                Add("below another's domain", name.Name + "." + Elsewhere[Next(Elsewhere.Length)]);
                Add("mixed scripts", Mixed(label) + "." + suffix);
                Add("keys of Dvorak, Colemak", Neighbour(label, Next(2) == 0 ? Dvorak : Colemak) + "." + suffix);
                Add("vowels, two changed", Vowels(Vowels(label)) + "." + suffix);
            }

            void Add(string kind, string look)
            {
                if (look != name.Name && !look.StartsWith('-') && !look.Contains("-.", StringComparison.Ordinal)) made.Add(new(name.Name, kind, look));
            }
        }
        return [.. made];

        int Next(int below) => (int)(InnocentNames.Next(ref state) % (ulong)below);

        string Edit(string label)
        {
            var at = Next(label.Length);
            return Next(4) switch
            {
                0 => label[..at] + Any[Next(Any.Length)] + label[at..],
                1 => label[..at] + label[(at + 1)..],
                2 => label[..at] + Any[Next(Any.Length)] + label[(at + 1)..],
                _ => at + 1 < label.Length ? label[..at] + label[at + 1] + label[at] + label[(at + 2)..] : label + label[^1],
            };
        }

        string Looks(string label)
        {
            var begin = Next(Pairs.Length);
            for (var i = 0; i < Pairs.Length; i++)
            {
                var (from, to) = Pairs[(begin + i) % Pairs.Length];
                var at = label.IndexOf(from, StringComparison.Ordinal);
                if (at >= 0) return label[..at] + to + label[(at + from.Length)..];
            }
            return label;
        }

        string Beside(string label, string word) => Next(4) switch { 0 => label + "-" + word, 1 => label + word, 2 => word + "-" + label, _ => word + label };

        string Mixed(string label)
        {
            var text = new StringBuilder(label);
            var changed = 0;
            for (var i = 0; i < text.Length && changed < 2; i++)
                foreach (var (from, to) in Foreign)
                    if (text[i] == from && Next(2) == 0)
                    {
                        text[i] = to;
                        changed++;
                        break;
                    }
            return changed == 0 ? label : new IdnMapping { AllowUnassigned = true }.GetAscii(text.ToString());
        }

        string Neighbour(string label, string[] rows)
        {
            var at = Next(label.Length);
            foreach (var row in rows)
                if (row.IndexOf(label[at], StringComparison.Ordinal) is >= 0 and var key) return label[..at] + row[key == 0 ? 1 : key - 1] + label[(at + 1)..];
            return label;
        }

        string Vowels(string label)
        {
            var at = label.AsSpan(Next(label.Length)).IndexOfAny("aeiou");
            if (at < 0) at = label.AsSpan().IndexOfAny("aeiou");
            return at < 0 ? label : label[..at] + "aeiou"[Next(5)] + label[(at + 1)..];
        }
    }
}

using Serjeant.Facts.Route;
using Serjeant.Values;

namespace Serjeant.Facts.Authentication;

/// <summary>Reads a Received-SPF field (RFC 7208 section 9.1), and the older ones that say it all in a comment.</summary>
internal static class ReceivedSpf
{
    public static (Verdict Verdict, DomainName Domain) Read(ReadOnlySpan<char> text)
    {
        var rest = text;
        var verdict = Verdicts.Read(FieldText.NextWord(ref rest).TrimEnd(";("));
        DomainName sender = default, helo = default, told = default;
        while (!rest.IsEmpty)
        {
            var word = FieldText.NextWord(ref rest).Trim("();,");
            if (word.Begins("envelope-from=")) sender = NotedResults.DomainOf(word[14..]);
            else if (word.Begins("helo=")) helo = NotedResults.DomainOf(word[5..]);
            else if (word.Same("domain") && FieldText.NextWord(ref rest).Same("of"))
            {
                var name = FieldText.NextWord(ref rest);
                if (name.Same("transitioning")) name = FieldText.NextWord(ref rest);
                told = NotedResults.DomainOf(name.Trim("();,"));
            }
        }
        return (verdict, !sender.IsEmpty ? sender : !told.IsEmpty ? told : helo);
    }
}

using System.Text;

namespace Serjeant.Samples.Mime;

/// <summary>A header field. The value may hold its own folding ("\n\t"); otherwise it is folded at spaces (RFC 5322, 2.2.3).</summary>
internal sealed record Field(string Name, string Value)
{
    private const int LineWidth = 78;

    public void Write(StringBuilder text)
    {
        text.Append(Name).Append(": ");
        if (Value.Contains('\n', StringComparison.Ordinal))
        {
            text.Append(Value).Append('\n');
            return;
        }
        var column = Name.Length + 2;
        var first = true;
        foreach (var word in Value.Split(' '))
        {
            if (!first && column + 1 + word.Length > LineWidth)
            {
                text.Append("\n ");
                column = 1;
            }
            else if (!first)
            {
                text.Append(' ');
                column++;
            }
            text.Append(word);
            column += word.Length;
            first = false;
        }
        text.Append('\n');
    }
}

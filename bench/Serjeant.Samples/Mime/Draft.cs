using System.Text;

namespace Serjeant.Samples.Mime;

/// <summary>A message as its author's program wrote it: ordered header fields and a body. Lines end with LF.</summary>
internal sealed record Draft(IReadOnlyList<Field> Fields, Part Body)
{
    public string MessageId => Fields.First(f => f.Name.Equals("Message-ID", StringComparison.OrdinalIgnoreCase)).Value.Trim('<', '>');

    public string? Find(string name) => Fields.FirstOrDefault(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(ToText());

    public string ToText()
    {
        var text = new StringBuilder();
        foreach (var field in Fields)
            field.Write(text);
        if (Find("MIME-Version") is null)
            text.Append("MIME-Version: 1.0\n");
        PartWriter.Write(Body, text);
        if (text[^1] != '\n')
            text.Append('\n');
        while (text.Length > 1 && text[^1] == '\n' && text[^2] == '\n')
            text.Length--;
        return text.Append(Body is TextPart { Text: "" } ? "\n" : "").ToString();
    }
}

using System.Globalization;
using System.Text;

namespace Serjeant.Samples.Writing;

/// <summary>The mboxrd form: each line that is "From " behind any number of '>' gets one more, and an empty line ends a message.</summary>
internal static class Mbox
{
    public static byte[] Write(IEnumerable<GeneratedMail> mails)
    {
        using var file = new MemoryStream();
        foreach (var mail in mails)
        {
            var sender = mail.EnvelopeFrom.Length > 0 ? mail.EnvelopeFrom : "MAILER-DAEMON";
            var at = mail.Received.UtcDateTime;
            file.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"From {sender} {at:ddd MMM} {at.Day,2} {at:HH:mm:ss yyyy}\n")));
            for (var begin = 0; begin < mail.Bytes.Length;)
            {
                var line = mail.Bytes.AsSpan(begin);
                line = line[..(line.IndexOf((byte)'\n') + 1)];
                if (line.TrimStart((byte)'>').StartsWith("From "u8))
                    file.WriteByte((byte)'>');
                file.Write(line);
                begin += line.Length;
            }
            file.WriteByte((byte)'\n');
        }
        return file.ToArray();
    }
}

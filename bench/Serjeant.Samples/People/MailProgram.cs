namespace Serjeant.Samples.People;

/// <summary>What somebody writes mail with; it shapes headers, HTML and quoting.</summary>
internal enum MailProgram
{
    Outlook,
    Apple,
    Webmail,
    Thunderbird,
    Phone,
}

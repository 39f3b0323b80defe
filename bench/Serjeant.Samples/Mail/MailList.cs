using Serjeant.Samples.Deliveries;
using Serjeant.Samples.Mime;
using Serjeant.Samples.People;

namespace Serjeant.Samples.Mail;

/// <summary>A discussion list as Mailman runs it.</summary>
internal sealed record MailList(string Title, string Name, string Host, IReadOnlyList<Person> Readers, IReadOnlyList<Outsider> Authors)
{
    public string Address => $"{Name}@{Host}";

    public Origin Origin(string ip, string fromDomain) => new(Host, ip, $"{Name}-bounces@{Host}", "pass", [new(Host, "mailman")], fromDomain, fromDomain == Host ? "pass" : "fail", "none", []);

    /// <summary>What the list makes of a post.</summary>
    public Draft Rewrite(Draft draft, Outsider author, bool rewritten)
    {
        List<Field> fields = [];
        foreach (var field in draft.Fields)
        {
            fields.Add(field.Name switch
            {
                "From" when rewritten => new("From", HeaderText.Mailbox($"{author.Name} via {Name}", Address)),
                "Subject" => new("Subject", field.Value.StartsWith("Re: ", StringComparison.Ordinal) ? $"Re: [{Name}] {field.Value[4..]}" : $"[{Name}] {field.Value}"),
                _ => field,
            });
        }
        var site = $"https://{Host}/mailman/listinfo/{Name}";
        fields.AddRange(
        [
            new("X-BeenThere", Address), new("X-Mailman-Version", "2.1.39"), new("Precedence", "list"), new("List-Id", $"{Title} <{Name}.{Host}>"),
            new("List-Unsubscribe", $"<https://{Host}/mailman/options/{Name}>, <mailto:{Name}-request@{Host}?subject=unsubscribe>"),
            new("List-Archive", $"<http://{Host}/pipermail/{Name}/>"), new("List-Post", $"<mailto:{Address}>"),
            new("List-Help", $"<mailto:{Name}-request@{Host}?subject=help>"), new("List-Subscribe", $"<{site}>, <mailto:{Name}-request@{Host}?subject=subscribe>"),
        ]);
        if (rewritten)
            fields.Add(new("Reply-To", HeaderText.Mailbox(author.Name, author.Address)));
        fields.AddRange([new("Errors-To", $"{Name}-bounces@{Host}"), new("Sender", $"\"{Name}\" <{Name}-bounces@{Host}>")]);
        var footer = $"_______________________________________________\n{Title} mailing list\n{Address}\n{site}\n";
        return new Draft(fields, draft.Body is TextPart text ? text with { Text = $"{text.Text}\n{footer}" } : draft.Body);
    }
}

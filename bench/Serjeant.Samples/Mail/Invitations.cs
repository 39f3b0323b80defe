using System.Globalization;
using Serjeant.Samples.Deliveries;
using Serjeant.Samples.Mime;
using Serjeant.Samples.Places;

namespace Serjeant.Samples.Mail;

/// <summary>Calendar invitations (RFC 6047) from colleagues and organisations.</summary>
internal sealed class Invitations(World world)
{
    private readonly Dice dice = world.Fork("invitations");

    public IEnumerable<Copy> Make(int count)
    {
        for (var i = 0; i < count; i++)
            yield return One();
    }

    private Copy One()
    {
        var people = world.Roster.People.Where(p => p.Official is not null).ToList();
        var reader = dice.Pick(people);
        var host = dice.Pick(people);
        var contact = dice.Pick(world.ContactsAt(dice.Pick(world.Roster.Correspondents.Skip(1).ToList())));
        var inside = dice.Chance(65);
        var (name, address) = inside ? (host.PlainName, host.Official!) : (contact.Name, contact.Address);
        var at = world.Clock.Moment(dice);
        var (begin, title, room) = (at.Date.AddDays(dice.Between(1, 20)).AddHours(dice.Between(9, 17)), world.Prose.Of("calendar.subject", dice, []), $"Committee Room {dice.Between(1, 18)}");
        var uid = "040000008200E00074C5B7101A82E008" + dice.Hex(48).ToUpperInvariant();
        string Stamp(DateTime when) => when.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
        var calendar = $"BEGIN:VCALENDAR\nMETHOD:REQUEST\nPRODID:Microsoft Exchange Server 2010\nVERSION:2.0\nBEGIN:VEVENT\nORGANIZER;CN={name}:mailto:{address}\nATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN={reader.PlainName}:mailto:{reader.Official}\nSUMMARY;LANGUAGE=en-GB:{title}\nDTSTART:{Stamp(begin)}\nDTEND:{Stamp(begin.AddMinutes(dice.Pick([30, 45, 60, 90])))}\nUID:{uid}\nCLASS:PUBLIC\nDTSTAMP:{Stamp(at.UtcDateTime)}Z\nSTATUS:CONFIRMED\nSEQUENCE:0\nLOCATION:{room}\nEND:VEVENT\nEND:VCALENDAR\n";
        var note = $"{title}\n{room}\n\n{world.Prose.Of(inside ? "correspondence.context" : "correspondence.outside.context", dice, [])}\n";
        Field[] fields =
        [
            new("From", HeaderText.Mailbox(name, address, quoted: true)), new("To", HeaderText.Mailbox(reader.PlainName, reader.Official!, quoted: true)),
            new("Subject", HeaderText.Encode(title)), new("Thread-Index", dice.Base64(22)), new("Date", HeaderText.Date(at)),
            new("Message-ID", $"<LO0P{dice.Digits(3)}MB{dice.Digits(4)}{dice.Hex(26).ToUpperInvariant()}@{Origins.DomainOf(address)}>"), new("Content-Language", "en-GB"), new("MIME-Version", "1.0"),
        ];
        var draft = new Draft(fields, new MultiPart("alternative", "_000_" + dice.Hex(32) + "_",
            [new TextPart("text/plain", note), new TextPart("text/calendar", calendar, "base64", "; method=REQUEST")]));
        var origin = inside ? world.Origins.Ours(host, at, dice) : world.Origins.Organisation(address, at, dice);
        return world.Post.Deliver(draft, origin, reader.Official!, at.AddSeconds(2), "calendar", "ordinary", dice);
    }
}

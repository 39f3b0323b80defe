using Serjeant.Samples.Mime;
using Serjeant.Samples.People;
using Serjeant.Samples.Places;

namespace Serjeant.Samples.Deliveries;

/// <summary>Sending sides as they look in real life: a freemail service, an organisation's own server, our own house.</summary>
internal sealed class Origins(HostAddresses addresses, Dice root)
{
    public Origin Freemail(string address, DateTimeOffset at, Dice dice)
    {
        var domain = DomainOf(address);
        var host = $"mail-{dice.Pick(["lf1", "ed1", "wr1", "yb1"])}-f{dice.Between(41, 48)}.{domain}";
        Field[] hops = [new("Received", $"by {host} with SMTP id {dice.Lower(12)}-{dice.Hex(12)}so{dice.Digits(7)}.{dice.Between(1, 9)};\n\t{HeaderText.Date(at.ToOffset(TimeSpan.FromHours(-8)).AddSeconds(-1))} (PST)")];
        return new Origin(host, addresses.Of(host), address, "pass", [new(domain, "20" + dice.Fork(domain).Between(16, 21))], domain, "pass", "none", hops);
    }

    /// <summary>The server of a domain. How well it is kept is a property of the domain and does not change.</summary>
    public Origin Organisation(string address, DateTimeOffset at, Dice dice, string? fromDomain = null)
    {
        var domain = DomainOf(address);
        var character = root.Fork("server " + domain);
        var host = character.Below(4) switch
        {
            0 => $"mail.{domain}",
            1 => $"mx-out.{domain}",
            2 => $"smtp{character.Between(1, 4)}.{domain}",
            _ => $"{domain.Split('.')[0]}.mail.protection.{character.Pick(["exchangehost", "officesuite24", "mailboxes"])}.example",
        };
        var signed = character.Chance(72);
        var inside = character.Pick(["10.1.0.", "192.168.4.", "172.20.7.", "10.44.2."]) + character.Between(5, 90);
        var client = character.Chance(50)
            ? $"from EXCH{character.Between(1, 9)}.{domain.Split('.')[0]}.local ({inside}) by\n EXCH{character.Between(1, 9)}.{domain.Split('.')[0]}.local ({inside}) with Microsoft SMTP Server\n (version=TLS1_2, cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id\n 15.1.2{character.Digits(3)}.{character.Between(7, 40)}; {HeaderText.Date(at.AddSeconds(-2))}"
            : $"from [{inside}] (unknown [{inside}])\n\tby {host} (Postfix) with ESMTPSA id {dice.Hex(10).ToUpperInvariant()};\n\t{HeaderText.Date(at.AddSeconds(-2))}";
        return new Origin(host, addresses.Of(host), address, "pass",
            signed ? [new(domain, character.Pick(["default", "mail", "selector1", "dkim", "s1", "k1"]))] : [],
            fromDomain ?? domain, signed || fromDomain is null ? "pass" : "none", character.Pick(["none", "none", "quarantine", "reject"]), [new("Received", client)]);
    }

    public Origin Ours(Person author, DateTimeOffset at, Dice dice)
    {
        const string host = "submit1." + Roster.OurDomain;
        Field hop = new("Received", $"from [10.20.{dice.Between(1, 30)}.{dice.Between(2, 250)}] (unknown)\n\tby {host} (Postfix) with ESMTPSA id {dice.Hex(10).ToUpperInvariant()};\n\t{HeaderText.Date(at.AddSeconds(-1))}");
        return new Origin(host, addresses.Of(host), author.Address, "pass", [new(Roster.OurDomain, "house1")], Roster.OurDomain, "pass", "reject", [hop]);
    }

    public static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..];
}

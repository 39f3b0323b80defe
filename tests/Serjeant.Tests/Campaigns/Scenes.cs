namespace Serjeant.Tests.Campaigns;

/// <summary>Kinds of mail that a house gets, as lists of messages.</summary>
internal static class Scenes
{
    /// <summary>Letters of strangers and acquaintances: nothing in common but everyday software.</summary>
    public static IEnumerable<Mail> Correspondence(int count, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var person = random.Next(count / 5 + 1);
            var freemail = person % 3 == 0;
            yield return new()
            {
                From = freemail ? $"writer{seed}x{person}@freemail.example" : $"anna@firm{seed}x{person}.example",
                Name = $"Anna Writer{person}",
                To = random.Next(120),
                Day = random.NextDouble() * 400,
                Subject = Words.Text((seed * 1_000_003) + i, 4),
                Text = Words.Text((seed * 1_000_003) + i, 40 + random.Next(100)),
                Software = "Mailer " + (person % 3),
                Host = freemail ? "out.freemail.example" : $"mail.firm{seed}x{person}.example",
                HostAddress = $"198.{18 + (person % 2)}.{person / 250 % 250}.{1 + (person % 250)}",
                MessageId = $"{Words.Token(i, 20)}@{(freemail ? "freemail.example" : $"firm{seed}x{person}.example")}",
                Skeleton = freemail ? 77u : 0,
                Tags = 20,
                Aligned = true,
                Dkim = freemail ? "freemail.example" : $"firm{seed}x{person}.example",
                Copy = i,
            };
        }
    }

    /// <summary>Issues of one newsletter, each to the same readers, over an unlisted service that many customers share.</summary>
    public static IEnumerable<Mail> Newsletter(string brand, int issues, int readers, string service = "sendfast.example", ulong skeleton = 4242, double every = 14)
    {
        for (var issue = 0; issue < issues; issue++)
            for (var reader = 0; reader < readers; reader++)
            {
                var token = Words.Token((Sum(brand) * 31) + (issue * 1_000) + reader);
                yield return new()
                {
                    From = $"news@{brand}.example",
                    Name = $"{brand} news",
                    To = reader * 3 % 120,
                    Day = 3 + (issue * every) + (reader * 0.001),
                    Subject = Words.Text((Sum(brand) * 100) + issue, 5),
                    Text = Words.Text((Sum(brand) * 100) + issue, 200),
                    Skeleton = skeleton + (uint)(issue % 2),
                    Pixels = [$"https://open.{service}/{token}"],
                    Links = [.. Enumerable.Range(0, 5).Select(i => $"https://click.{service}/{token}/{Words.Token(issue + (i * 77), 16)}/go")],
                    Images = [$"https://www.{brand}.example/logo.png"],
                    Host = $"o{reader % 4}.{service}",
                    HostAddress = $"203.0.113.{1 + (reader % 4)}",
                    ReturnPath = $"bounces+{reader}@{service}",
                    Dkim = service,
                    MessageId = $"{Words.Token(reader + issue, 20)}@{service}",
                    Bulk = true,
                    Aligned = true,
                };
            }
    }

    /// <summary>
    /// Reconnaissance: ten personas at ten domains over nine weeks, hosts changing, each news text to a few people of the alliance and beyond,
    /// a beacon with a token for each.
    /// </summary>
    public static IEnumerable<Mail> Reconnaissance(int count, string beacon = "metrics-edge.example", int seed = 7)
    {
        for (var i = 0; i < count; i++)
        {
            var persona = i % 10;
            var text = i / 6;
            var target = i % 5 == 4 ? (i * 7) % 120 : (i * 10) % 120;
            yield return new()
            {
                From = $"editor{persona}@desk{seed}x{persona}.example",
                Name = $"Jane Reporter{persona}",
                To = i % 23 == 11 ? 11 : target,
                Day = 100 + (i * 63.0 / count),
                Subject = Words.Text((seed * 500) + text, 6),
                Text = Words.Text((seed * 500) + text, 150),
                Skeleton = 9_000,
                Pixels = [$"https://{beacon}/v2/px/{Words.Token((seed * 9_000) + i, 32)}.gif?c=12"],
                Links = ["https://www.herald.example/world/" + text],
                Host = $"mta{persona}.rent{i % 7}.example",
                HostAddress = $"192.88.{i % 7}.{10 + persona}",
                MessageId = $"{Words.Token(i, 20)}@desk{seed}x{persona}.example",
                Copy = i,
            };
        }
    }

    private static int Sum(string text) => text.Aggregate(17, (sum, c) => (sum * 31) + c) & 0xffff;

}

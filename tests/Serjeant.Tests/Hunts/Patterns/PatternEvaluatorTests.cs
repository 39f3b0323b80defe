using System.Collections.Immutable;
using CsCheck;
using Serjeant.Hunts;
using Serjeant.Hunts.Patterns;
using Serjeant.Hunts.Tips;
using Xunit;

namespace Serjeant.Tests.Hunts.Patterns;

/// <summary>Letters stand for what is looked for; a message is written as the letters it shows, at a second.</summary>
public sealed class PatternEvaluatorTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Sought[] Letters = [.. "abc".Select(c => new Sought { Text = c.ToString(), Any = [new Selector(SelectorKind.Host, c.ToString())] })];

    [Theory]
    [InlineData("[a]", "1:a 2:b 3:ab", "1 3")]
    [InlineData("[a AND b]", "1:a 2:b 3:ab", "3")]
    [InlineData("[a OR b]", "1:a 2:b 3:c", "1 2")]
    [InlineData("[a] AND [b]", "1:a 2:b 3:c", "1 2")]
    [InlineData("[a] AND [b]", "1:ab 3:c", "")] // one message cannot be both
    [InlineData("[a] AND [b]", "1:ab 3:ab", "1 3")]
    [InlineData("[a] AND [a] AND [b]", "1:a 2:b", "")]
    [InlineData("[a] OR [b]", "1:a 3:c", "1")]
    [InlineData("[a] FOLLOWEDBY [b]", "1:a 2:b", "1 2")]
    [InlineData("[a] FOLLOWEDBY [b]", "2:a 1:b", "")]
    [InlineData("[a] FOLLOWEDBY [b]", "1:a 1:b", "1 1")] // not earlier is enough
    [InlineData("[a] FOLLOWEDBY [b]", "1:ab", "")]
    [InlineData("[a] FOLLOWEDBY [b]", "1:b 2:a 3:b 4:a", "2 3")]
    [InlineData("[a] FOLLOWEDBY [b]", "?:a 2:b", "")] // no date, no order
    [InlineData("[a] AND [b]", "?:a 2:b", "? 2")]
    [InlineData("([a] AND [b]) WITHIN 5 SECONDS", "1:a 6:b 20:a 26:b", "1 6")]
    [InlineData("([a] AND [b]) WITHIN 5 SECONDS", "1:a 4:b 8:a 14:b", "1 4 8")]
    [InlineData("([a] FOLLOWEDBY [b]) WITHIN 5 SECONDS", "1:b 3:a 30:a 33:b", "30 33")]
    [InlineData("[a] REPEATS 3 TIMES", "1:a 2:a", "")]
    [InlineData("[a] REPEATS 2 TIMES", "1:a 2:a 3:a", "1 2 3")]
    [InlineData("[a] REPEATS 3 TIMES WITHIN 5 SECONDS", "1:a 3:a 6:a 9:a 30:a", "1 3 6")]
    [InlineData("([a] AND [b]) REPEATS 2 TIMES", "1:a 2:b 3:a", "")]
    [InlineData("([a] AND [b]) REPEATS 2 TIMES", "1:a 2:b 3:a 4:b", "1 2 3 4")]
    [InlineData("[a] START t'2026-01-01T00:00:02Z' STOP t'2026-01-01T00:00:04Z'", "1:a 2:a 3:a 4:a", "2 3")]
    [InlineData("[a] AND [b] FOLLOWEDBY [c]", "1:a 2:c 3:b 4:c", "1 3 4")]
    public void Messages_that_take_part_are_told(string pattern, string messages, string expected)
    {
        var mail = messages.Split(' ').Select((m, i) => (Hit: new Hit((uint)i, m[0] == '?' ? null : Start.AddSeconds(int.Parse(m.Split(':')[0], System.Globalization.CultureInfo.InvariantCulture))), Letters: m.Split(':')[1])).ToArray();
        var answer = new PatternEvaluator(s => [.. mail.Where(m => m.Letters.Contains(s.Text, StringComparison.Ordinal)).Select(m => m.Hit)]).Evaluate(new(pattern, Read(pattern)), TestContext.Current.CancellationToken);
        Assert.Equal(expected, string.Join(' ', answer.Select(h => h.Date is { } date ? ((int)(date - Start).TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture) : "?")));
    }

    [Fact]
    public void It_answers_as_trying_every_combination_does() =>
        Gen.Select(Gen.Int[0, int.MaxValue - 1], Gen.Select(Gen.Int[0, 12], Gen.Int[0, 7]).Array[0, 6]).Sample((seed, mail) =>
        {
            var query = Make(new Random(seed), 3);
            var hits = mail.Select((m, i) => (Hit: new Hit((uint)i, m.Item1 == 12 ? null : Start.AddSeconds(m.Item1)), Mask: m.Item2)).ToArray();
            IReadOnlyList<Hit> Find(Sought sought) => [.. hits.Where(h => (h.Mask >> Array.IndexOf(Letters, sought) & 1) != 0).Select(h => h.Hit)];
            var expected = Bindings(query, Find).SelectMany(b => b).Distinct().OrderBy(h => h.Number);
            Assert.Equal(expected, new PatternEvaluator(Find).Evaluate(new("", query), TestContext.Current.CancellationToken));
        }, iter: 20_000, threads: 1);

    [Fact]
    public void Ten_thousand_hits_each_within_a_minute_are_answered_in_a_moment()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Hit[] hits = [.. Enumerable.Range(0, 10_000).Select(i => new Hit((uint)i, Start.AddSeconds(i * 7)))];
        Hit[] others = [.. Enumerable.Range(0, 10_000).Select(i => new Hit((uint)(i + 10_000), Start.AddSeconds((i * 7) + 3)))];
        var answer = new PatternEvaluator(s => s == Letters[0] ? hits : others).Evaluate(new("", Read("([a] FOLLOWEDBY [b]) WITHIN 60 SECONDS")), TestContext.Current.CancellationToken);
        Assert.Equal(20_000, answer.Length);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 20);
    }

    /// <summary>Every way of answering, by the words of the specification.</summary>
    private static List<ImmutableHashSet<Hit>> Bindings(Query query, Func<Sought, IReadOnlyList<Hit>> find)
    {
        switch (query)
        {
            case Observation { Condition: Leaf leaf }:
                return [.. find(leaf.Sought).Select(h => ImmutableHashSet.Create(h))];
            case Either either:
                return [.. either.Parts.SelectMany(p => Bindings(p, find))];
            case Together together:
                return together.Parts.Select(p => Bindings(p, find)).Aggregate((List<ImmutableHashSet<Hit>>)[[]], static (all, next) => [.. all.SelectMany(a => next.Where(n => !a.Overlaps(n)).Select(n => a.Union(n)))]);
            case Sequence sequence:
                var then = Bindings(sequence.Then, find);
                return [.. Bindings(sequence.First, find).SelectMany(a => then.Where(b => !a.Overlaps(b) && a.All(x => b.All(y => x.Date <= y.Date))).Select(b => a.Union(b)))];
            case Within within:
                return [.. Bindings(within.Of, find).Where(b => b.All(x => x.Date is not null) && b.Max(x => x.Date) - b.Min(x => x.Date) <= within.Span)];
            case During during:
                return [.. Bindings(during.Of, find).Where(b => b.All(x => x.Date >= during.Start && x.Date < during.Stop))];
            case Repeated repeated:
                var once = Bindings(repeated.Of, find);
                return Enumerable.Repeat(once, repeated.Times).Aggregate((List<ImmutableHashSet<Hit>>)[[]], static (all, next) => [.. all.SelectMany(a => next.Where(n => !a.Overlaps(n)).Select(n => a.Union(n)))]);
            default:
                return [];
        }
    }

    private static Query Make(Random random, int depth)
    {
        Query Single() => random.Next(4) switch
        {
            0 => new Either([Letter(), Letter()]),
            1 => new During(Letter(), Start.AddSeconds(3), Start.AddSeconds(9)),
            _ => Letter(),
        };
        Observation Letter() => new(new Leaf(Letters[random.Next(3)]));
        if (depth == 0) return Single();
        return random.Next(8) switch
        {
            0 => new Together([Single(), Single()]),
            1 => new Together([Single(), Single(), Single()]),
            2 => new Sequence(Single(), Single()),
            3 => random.Next(2) == 0 ? new Sequence(new Together([Single(), Single()]), Single()) : new Sequence(Single(), new Together([Single(), Single()])),
            4 => new Within(Make(random, depth - 1), TimeSpan.FromSeconds(random.Next(1, 6))),
            5 => new Repeated(Single(), random.Next(1, 4)),
            6 => new Repeated(new Together([Single(), Single()]), 2),
            _ => new Either([Make(random, depth - 1), Single()]),
        };
    }

    /// <summary>"[a AND b]" stands for comparisons of a and b.</summary>
    private static Query Read(string pattern)
    {
        var full = System.Text.RegularExpressions.Regex.Replace(pattern, "\\b[abc]\\b", static m => $"x:{m.Value} = 'y'");
        return Replace(PatternParser.Parse(full, out var error) ?? throw new ArgumentException(error));
    }

    private static Query Replace(Query query) => query switch
    {
        Observation o => new Observation(Replace(o.Condition)),
        Together t => new Together([.. t.Parts.Select(Replace)]),
        Either e => new Either([.. e.Parts.Select(Replace)]),
        Sequence s => new Sequence(Replace(s.First), Replace(s.Then)),
        Within w => new Within(Replace(w.Of), w.Span),
        Repeated r => new Repeated(Replace(r.Of), r.Times),
        During d => new During(Replace(d.Of), d.Start, d.Stop),
        _ => query,
    };

    private static Condition Replace(Condition condition) => condition switch
    {
        PatternTest test => new Leaf(Letters["abc".IndexOf(test.Path.Path[0], StringComparison.Ordinal)]),
        AllOf all => new AllOf([.. all.Parts.Select(Replace)]),
        AnyOf any => new AnyOf([.. any.Parts.Select(Replace)]),
        _ => condition,
    };
}

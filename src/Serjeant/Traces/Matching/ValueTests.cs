using System.Buffers.Text;
using System.Collections.Immutable;
using System.Net;
using System.Text;

namespace Serjeant.Traces.Matching;

/// <summary>Tests of a field that compare something else than a text with wildcards.</summary>
internal static class ValueTests
{
    /// <summary>Whether the line has nothing there: nothing at all, or the dash that stands for it.</summary>
    internal sealed class Empty(string field, ImmutableArray<LineView> views) : FieldTest(field, [views[^1]])
    {
        public override int Cost => 1;

        // What is not there is nothing to show.
        public override void Tell(LineTexts line, ICollection<(string Field, LineView View)> shown)
        {
        }

        protected override bool Holds(LineTexts line, LineView view) => line.Raw(view) is [] or [(byte)'-'];
    }

    /// <summary>An address inside a network; names are in none.</summary>
    internal sealed class Network(string field, ImmutableArray<LineView> views, IPNetwork network) : FieldTest(field, views)
    {
        public override int Cost => 50;

        protected override bool Holds(LineTexts line, LineView view)
        {
            var raw = line.Raw(view);
            if (raw.Length is 0 or > 64) return false;
            Span<char> letters = stackalloc char[64];
            return Encoding.UTF8.TryGetChars(raw, letters, out var length) && IPAddress.TryParse(letters[..length], out var address)
                && (network.Contains(address) || address.IsIPv4MappedToIPv6 && network.Contains(address.MapToIPv4()));
        }
    }

    /// <summary>A number on one side of another; what is no number is on none.</summary>
    internal sealed class Order(string field, ImmutableArray<LineView> views, Func<double, bool> fits) : FieldTest(field, views)
    {
        public override int Cost => 20;

        protected override bool Holds(LineTexts line, LineView view) =>
            line.Raw(view) is { IsEmpty: false } raw && Utf8Parser.TryParse(raw, out double number, out var used) && used == raw.Length && double.IsFinite(number) && fits(number);
    }

    /// <summary>How two fields of one line compare.</summary>
    internal enum Relation
    {
        Equal,
        Starts,
        Ends,
        Contains,
    }

    /// <summary>The field is, begins with, ends with or contains another field of the line, which is not empty.</summary>
    internal sealed class Reference(string field, ImmutableArray<LineView> views, LineView other, Relation relation, bool cased) : FieldTest(field, views)
    {
        public override int Cost => 20;

        protected override bool Holds(LineTexts line, LineView view)
        {
            var text = line.Folded(view, cased);
            var part = line.Folded(other, cased);
            return !part.IsEmpty && relation switch
            {
                Relation.Starts => text.StartsWith(part),
                Relation.Ends => text.EndsWith(part),
                Relation.Contains => text.IndexOf(part) >= 0,
                _ => text.SequenceEqual(part),
            };
        }
    }
}

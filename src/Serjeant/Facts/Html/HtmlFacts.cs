using System.Collections.Immutable;
using System.Text;

namespace Serjeant.Facts.Html;

/// <summary>What one HTML part gives; several parts of a message are read into the same one.</summary>
internal sealed class HtmlFacts
{
    public StringBuilder Visible { get; } = new(4096);

    public StringBuilder Hidden { get; } = new();

    public List<Link> Links { get; } = [];

    public ImmutableArray<FormFacts>.Builder Forms { get; } = ImmutableArray.CreateBuilder<FormFacts>();

    public ulong Skeleton { get; set; }

    public int Tags { get; set; }

    public int ShownImages { get; set; }

    public bool HasScript { get; set; }

    public bool Smuggles { get; set; }

    public bool HasActiveAttributes { get; set; }

    public bool TooManyLinks { get; set; }
}

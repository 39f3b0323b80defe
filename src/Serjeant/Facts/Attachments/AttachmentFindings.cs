using System.Collections.Immutable;
using Serjeant.Facts.Unwrapping;
using Serjeant.Values;

namespace Serjeant.Facts.Attachments;

/// <summary>Gathers what is seen while one attachment is looked into, within the message's bounds.</summary>
internal sealed class AttachmentFindings(FactsLimits limits, AttachmentBudget budget, List<Link> links, LinkUnwrapper unwrapper)
{
    private ImmutableArray<string>.Builder? _inside;
    private HashSet<(string, LinkPlace)>? _seen;

    public FactsLimits Limits => limits;

    public AttachmentBudget Budget => budget;

    public AttachmentTraits Traits { get; private set; }

    public ImmutableArray<string> Inside => _inside?.ToImmutable() ?? [];

    public void Note(AttachmentTraits traits) => Traits |= traits;

    public bool Has(AttachmentTraits traits) => (Traits & traits) != 0;

    /// <summary>Lists an entry of an archive and what its name alone gives away; false where the bound is met.</summary>
    public bool AddEntry(string name, bool judge = true)
    {
        if (!budget.TakeEntry())
        {
            Note(AttachmentTraits.BoundReached);
            return false;
        }
        (_inside ??= ImmutableArray.CreateBuilder<string>()).Add(name.Length > AttachmentName.MaximumCharacters ? name[..AttachmentName.MaximumCharacters] : name);
        if (!judge) return true;
        if (FileClasses.Runs(FileClasses.Of(AttachmentName.Extension(name)))) Note(AttachmentTraits.ArchiveHoldsProgram);
        if (AttachmentName.Deceives(name)) Note(AttachmentTraits.DoubleExtension);
        return true;
    }

    /// <summary>
    /// A URL inside an attachment. Whatever opening the attachment would fetch, the reader must first click to open it, so
    /// in terms of the mail it always fires by clicking. The same URL at the same kind of place is kept once.
    /// </summary>
    /// <returns>Whether the URL leads off the machine.</returns>
    public bool AddLink(string url, LinkPlace place, bool visible = true, string text = "")
    {
        url = url.Trim();
        if (url.Length == 0) return false;
        if (url.Length > limits.UrlCharacters)
        {
            url = url[..limits.UrlCharacters];
            Note(AttachmentTraits.BoundReached);
        }
        var (bare, wrapper) = unwrapper.Unwrap(url);
        var address = WebAddress.Parse(bare);
        if (address.Scheme is "cid" or "data" or "about" || address.Scheme.Length < 2) return false; // "c" is a drive
        var remote = address.IsRemote;
        if (links.Count >= limits.Links)
        {
            Note(AttachmentTraits.BoundReached);
            return remote;
        }
        if (!(_seen ??= []).Add((url, place))) return remote;
        links.Add(new(address, place, LinkFire.Clicking, visible, text.Length > 200 ? text[..200] : text, wrapper));
        return remote;
    }
}

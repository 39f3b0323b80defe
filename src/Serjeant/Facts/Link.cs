using Serjeant.Values;

namespace Serjeant.Facts;

/// <summary>The place in a message where a URL stands.</summary>
public enum LinkPlace
{
    PlainText,
    Anchor,
    Area,
    Image,
    SourceSet,
    Background,
    StyleUrl,
    StyleImport,
    StyleSheet,
    Font,
    Media,
    Poster,
    Frame,
    Object,
    Embed,
    Svg,
    Form,
    MetaRefresh,
    Prefetch,
    Preconnect,
    Ping,
    Script,
    Base,
    UncPath,
    FilePath,
    ExternalBody,
    Calendar,
    RichText,
    OfficeRelation,
    Pdf,
    ListHeader,
}

/// <summary>What the reader must do for the URL to be fetched.</summary>
public enum LinkFire
{
    /// <summary>Showing the message is enough (unless the client blocks it).</summary>
    Opening,
    /// <summary>The reader must click, or open an attachment.</summary>
    Clicking,
    /// <summary>It is only written there.</summary>
    Never,
}

/// <summary>One URL in a message. A link that fires by opening is a callback.</summary>
/// <param name="Address">The URL after unwrapping.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Fires">What it takes.</param>
/// <param name="Visible">Whether the reader sees anything at that place: false for a one-pixel or hidden image.</param>
/// <param name="Text">What the link's text says, white space folded, at most 200 characters; an image's alternative text; empty where none.</param>
/// <param name="Wrapper">The service that wrapped the URL (Safe Links, urldefense ...), whose wrapping was undone; null where none.</param>
public sealed record Link(WebAddress Address, LinkPlace Place, LinkFire Fires, bool Visible, string Text = "", string? Wrapper = null)
{
    /// <summary>Whether showing the message makes the reader's machine call this address.</summary>
    public bool IsCallback => Fires == LinkFire.Opening && Address.IsRemote;
}

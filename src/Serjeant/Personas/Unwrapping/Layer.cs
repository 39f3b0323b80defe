namespace Serjeant.Personas.Unwrapping;

/// <summary>How a message stood in what was handed in.</summary>
public enum LayerForm
{
    /// <summary>It is what was handed in.</summary>
    Itself,
    /// <summary>Attached whole: message/rfc822, or a file of mail.</summary>
    Attached,
    /// <summary>Written out by a mail program that forwards: names of fields in the language of its user, then the text.</summary>
    Quoted,
    /// <summary>Its headers as they were, pasted or returned (text/rfc822-headers), with or without its text.</summary>
    Headers,
    /// <summary>Named by the line above an answer: "On ... Ann Author wrote:".</summary>
    Answered,
}

/// <summary>One message within another, by its bytes.</summary>
/// <param name="Bytes">
/// As they stood there where it was attached; where it was written out, a message made of what was written: the same writing gives the same bytes.
/// </param>
/// <param name="Form">How it stood there.</param>
/// <param name="Depth">0 for what was handed in, 1 for what that holds.</param>
/// <param name="Forwarded">It, or what it stands in, says that it was passed on: an attachment, a forward's mark, a subject that begins with Fwd.</param>
public sealed record Layer(ReadOnlyMemory<byte> Bytes, LayerForm Form, int Depth, bool Forwarded);

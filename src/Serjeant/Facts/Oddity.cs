namespace Serjeant.Facts;

/// <summary>A way in which a message departs from the form that ordinary software gives it.</summary>
public enum OddityKind
{
    /// <summary>MimeKit could make no message of it; only the bytes' facts are there.</summary>
    Unparsable,
    NoFrom,
    SeveralFrom,
    MalformedFrom,
    NoDate,
    UnreadableDate,
    NoMessageId,
    MalformedMessageId,
    /// <summary>A field that RFC 5322 section 3.6 allows once stands more than once.</summary>
    DuplicateField,
    /// <summary>Bytes above 127 in a header without encoding (and no SMTPUTF8 claimed).</summary>
    RawBytesInHeader,
    /// <summary>A null byte or other control character in a header or text part.</summary>
    ControlCharacters,
    TooManyParts,
    TooDeep,
    TooLong,
    TooManyLinks,
    TooManyRecipients,
    TooManyAttachments,
    /// <summary>A multipart whose boundary is missing or never ends.</summary>
    BrokenMultipart,
    UnknownCharset,
    /// <summary>Encoded words (RFC 2047) where the text is plain ASCII: nothing needed encoding.</summary>
    NeedlessEncodedWord,
    /// <summary>A text part in base64 although it is nearly all ASCII.</summary>
    NeedlessBase64,
    HtmlOnly,
    EmptyBody,
    /// <summary>A sender's name holds controls that turn the direction of writing (Unicode UAX 9): it reads otherwise than it is written.</summary>
    DirectionControls,
    /// <summary>More combining marks on one letter of a sender's name than any script uses (UAX 15 section 13 allows 30).</summary>
    StackedMarks,
    /// <summary>A sender's name holds code points that Unicode gives to no character, or halves of a surrogate pair.</summary>
    UnassignedCharacters,
    /// <summary>A label of a sender's domain begins with xn-- and cannot be read (RFC 3492).</summary>
    InvalidPunycode,
}

/// <param name="Kind">What is odd.</param>
/// <param name="Detail">Where, in a few words; never text of the body.</param>
public sealed record Oddity(OddityKind Kind, string Detail = "");

namespace Serjeant.Hunts;

/// <summary>Where in a message a selector stood.</summary>
[Flags]
public enum SelectorRole : byte
{
    None = 0,
    /// <summary>From.</summary>
    Author = 1,
    /// <summary>Sender, Return-Path, signatures, Received fields, Message-ID.</summary>
    Envelope = 2,
    /// <summary>Reply-To.</summary>
    ReplyTo = 4,
    /// <summary>It was sent there.</summary>
    Recipient = 8,
    /// <summary>A link that the reader must follow, or that is only written there.</summary>
    Link = 16,
    /// <summary>Opening the message is enough to call it.</summary>
    Callback = 32,
    /// <summary>Text, form, attachments.</summary>
    Content = 64,
}

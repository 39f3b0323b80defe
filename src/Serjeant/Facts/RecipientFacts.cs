using System.Collections.Immutable;
using Serjeant.Values;

namespace Serjeant.Facts;

/// <summary>Who the message was for.</summary>
public sealed record RecipientFacts
{
    public static RecipientFacts None { get; } = new();

    public ImmutableArray<Mailbox> To { get; init; } = [];

    public ImmutableArray<Mailbox> Cc { get; init; } = [];

    /// <summary>Delivered-To, X-Original-To, Envelope-To, X-Delivered-To and "for" of the last hop: where it really went.</summary>
    public ImmutableArray<EmailAddress> Delivered { get; init; } = [];

    /// <summary>Identifiers of people on the roster among all of these, each once, in roster order.</summary>
    public ImmutableArray<string> People { get; init; } = [];

    /// <summary>The addresses of all fields, delivered ones first, each once by its key.</summary>
    public ImmutableArray<EmailAddress> All { get; init; } = [];

    /// <summary>To names nobody: empty, "undisclosed-recipients:;" or no address in it.</summary>
    public bool Undisclosed { get; init; }
}

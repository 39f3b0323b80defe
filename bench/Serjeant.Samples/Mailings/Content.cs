namespace Serjeant.Samples.Mailings;

/// <summary>One item of a newsletter.</summary>
internal sealed record Item(string Heading, string Teaser, string Url, string? Picture);

/// <summary>What a mailing says; the same for every recipient.</summary>
internal sealed record Content(string Title, string Intro, IReadOnlyList<Item> Items, string Footer, string Site);

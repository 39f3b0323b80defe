namespace Serjeant.Samples;

/// <summary>What is known of a mail because we made it.</summary>
/// <param name="Sha256">Of the bytes as a reader of the file gets them, lower-case hex.</param>
/// <param name="Kind">correspondence, casework, petition, press, newsletter, alliance-newsletter, list, bounce, autoreply, calendar, notification, junk, sent, reconnaissance, impersonation, credentials, returned, reported, delegate, namesake, share, quiet (a reconnaissance that no scan calls hostile).</param>
/// <param name="Expected">ordinary, suspect (at least), hostile or any.</param>
/// <param name="Targets">Ids of the people on the roster whom it went to.</param>
/// <param name="Imitates">Whose name it wears or tells of: a person's id, or the name of an organisation; null where nobody's.</param>
/// <param name="FalseAddress">The address under that name.</param>
public sealed record Truth(string Sha256, string MessageId, string Kind, string Expected, IReadOnlyList<string> Targets, string? Imitates = null, string? FalseAddress = null);

/// <param name="Path">The file below the folder, with '/'; an mbox holds many.</param>
/// <param name="Ordinal">Position within the file, from 0.</param>
/// <param name="Bytes">As a reader of the file gets them: without From_ line, mbox quoting and separator.</param>
/// <param name="EnvelopeFrom">For the From_ line; empty for reports.</param>
public sealed record GeneratedMail(string Path, int Ordinal, byte[] Bytes, string EnvelopeFrom, DateTimeOffset Received, Truth Truth);

/// <summary>A fictional parliament and its mail, in the order of the files.</summary>
/// <param name="Reports">What third parties handed to the security team; no part of the house's mail.</param>
public sealed record GeneratedHouse(int Seed, string RosterYaml, IReadOnlyList<GeneratedMail> Mails, IReadOnlyList<GeneratedMail> Reports);

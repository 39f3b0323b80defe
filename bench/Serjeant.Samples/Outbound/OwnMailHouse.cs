namespace Serjeant.Samples.Outbound;

/// <summary>A message of a house whose sent mail is looked at.</summary>
/// <param name="Sender">The address in From.</param>
/// <param name="Planted">The break-in that sent it; empty for all honest mail.</param>
public sealed record OwnMail(byte[] Bytes, string MessageId, DateTimeOffset At, string Sender, string Planted);

/// <param name="Kind">relay, phishing or strangers.</param>
/// <param name="Unit">The mailbox that was taken over; the domain where the server was.</param>
/// <param name="Begin">Of the first message.</param>
/// <param name="End">Of the last.</param>
public sealed record BreakIn(string Kind, string Unit, DateTimeOffset Begin, DateTimeOffset End);

/// <summary>Thirty weeks of a parliament's own mail, with the mail that came in meanwhile.</summary>
/// <param name="Habits">What each honest mailbox does that could be mistaken, by address: "plain" for most.</param>
public sealed record OwnMailHouse(int Seed, string RosterYaml, IReadOnlyList<OwnMail> Mails, IReadOnlyList<BreakIn> BreakIns, IReadOnlyDictionary<string, string> Habits);

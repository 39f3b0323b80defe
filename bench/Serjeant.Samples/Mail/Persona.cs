using Serjeant.Samples.Mailings;
using Serjeant.Samples.People;

namespace Serjeant.Samples.Mail;

/// <summary>A journalist who does not exist, of an outlet that does, writing from an account that is not the outlet's.</summary>
internal sealed record Persona(string Name, Organisation Outlet, Account Account);

/// <summary>One story of one persona, sent to some of the targets within an hour.</summary>
internal sealed record Wave(int Number, int Week, Persona Persona, string Headline, IReadOnlyList<string> Paragraphs, string Link, DateTimeOffset At);

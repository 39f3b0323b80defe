namespace Serjeant.Bench.Impersonation.Letters;

/// <summary>What a good impostor writes in one language: short, polite, nothing that a filter of phrases knows.</summary>
/// <param name="Titles">{0} is the name.</param>
/// <param name="Vague">What a sender calls himself who gives no name.</param>
/// <param name="Behalf">{0} is the name.</param>
/// <param name="Asks">{0} is a time of the day, {1} a number.</param>
internal sealed record Wording(
    string[] Titles, string[] Offices, string[] Secretaries, string[] Assistants, string[] Vague, string[] Behalf,
    string Greeting, string[] Subjects, string[] Opens, string[] Asks, string[] Thanks);

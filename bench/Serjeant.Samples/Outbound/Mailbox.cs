using Serjeant.Samples.Letters;
using Serjeant.Samples.People;

namespace Serjeant.Samples.Outbound;

/// <summary>Somebody who writes from our house, and how.</summary>
/// <param name="Habit">plain, or the one thing that he does beside it.</param>
/// <param name="FirstHour">When his day begins.</param>
/// <param name="LastHour">When it ends.</param>
/// <param name="Evening">How many in a hundred of his letters he writes in the evening.</param>
/// <param name="PerWeek">Letters.</param>
/// <param name="NewContacts">How many in a hundred of his letters go to people he never wrote to.</param>
/// <param name="Kept">Copies come from his Sent folder; else from the journal.</param>
internal sealed record Mailbox(
    Correspondent Self, Person? Person, MailProgram Program, string Habit, int FirstHour, int LastHour, int Evening, int PerWeek, int NewContacts, bool Kept)
{
    public List<Outsider> Contacts { get; } = [];
}

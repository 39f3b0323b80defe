using Serjeant.Registers;

namespace Serjeant.Signals;

/// <summary>Whom we protect and what is common knowledge: everything beside the message that a detector may look at.</summary>
public sealed record House(Roster Roster, WarningLists WarningLists, MailingServices Services, Brands Brands);

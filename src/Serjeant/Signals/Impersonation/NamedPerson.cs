using Serjeant.Registers.Names;

namespace Serjeant.Signals.Impersonation;

/// <summary>Somebody of the roster who is named.</summary>
/// <param name="Match">Its subject is an index into the roster's people.</param>
/// <param name="Claims">A title of the mandate, or a word that says that somebody writes for him, stands beside the name.</param>
internal readonly record struct NamedPerson(NameMatch Match, bool Claims);

using Serjeant.Samples.Mime;
using Serjeant.Samples.People;

namespace Serjeant.Samples.Letters;

/// <summary>A letter that somebody of the house wrote, and to whom first.</summary>
internal sealed record Outgoing(Draft Draft, Person Author, Correspondent To, DateTimeOffset At);

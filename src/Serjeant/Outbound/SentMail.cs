using Serjeant.Values;

namespace Serjeant.Outbound;

/// <summary>What is remembered of one message that our side sent: some 150 bytes.</summary>
/// <param name="Id">Which message.</param>
/// <param name="Ticks">When, UTC.</param>
/// <param name="OffsetMinutes">The zone that the clock which dated it kept: of the author's program in Sent folders, of our server in journals.</param>
/// <param name="Reached">Recipients, ours too.</param>
/// <param name="Strangers">Recipients who never wrote here, and to whom our side wrote first within the last <see cref="OutboundMaker.FreshDays"/> days, or now.</param>
/// <param name="Shapes">What made it: program, form of its Message-ID, HTML layout, network of the client; numbers of the house's own list of them.</param>
/// <param name="Texts">Hashes that copies of one text share; none for short or empty ones.</param>
/// <param name="LooksHostile">From outside it would be suspect or worse by itself.</param>
internal readonly record struct SentMail(Sha256 Id, long Ticks, short OffsetMinutes, int Reached, int Strangers, int[] Shapes, long[] Texts, bool LooksHostile);

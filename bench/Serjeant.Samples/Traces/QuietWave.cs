using Serjeant.Samples.Deliveries;
using Serjeant.Samples.Mail;
using Serjeant.Samples.People;

namespace Serjeant.Samples.Traces;

/// <summary>One planted mail with the address that opening it calls.</summary>
/// <param name="Copy">The mail.</param>
/// <param name="Account">Which of the ten accounts, from 0.</param>
/// <param name="Person">Who got it.</param>
/// <param name="Host">Of the beacon.</param>
/// <param name="Url">The beacon's, with this copy's token.</param>
internal sealed record QuietMail(Copy Copy, int Account, Person Person, string Host, string Url)
{
    public bool Encrypted => Url.StartsWith("https:", StringComparison.Ordinal);

    public DateTimeOffset At => Copy.At;
}

/// <summary>What the accounts have in common while they last: it changes piece by piece, never all at once.</summary>
/// <param name="Personas">Ten, in the order in which they write.</param>
/// <param name="Beacons">Four hosts.</param>
internal sealed record QuietSetting(IReadOnlyList<Persona> Personas, IReadOnlyList<string> Beacons)
{
    /// <summary>Accounts 0 and 1 of the first host, 2 to 4 of the second, 5 to 7 of the third, the rest of the fourth.</summary>
    public string BeaconOf(int account) => Beacons[(account + 1) / 3];
}

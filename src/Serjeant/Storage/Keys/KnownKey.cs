namespace Serjeant.Storage.Keys;

/// <summary>A key that this data folder uses or used. Its secret is in the key file only.</summary>
/// <param name="Id">As <see cref="Values.SecretKey.Id"/>.</param>
/// <param name="Since">When it was first used here.</param>
/// <param name="Retired">When another took its place; null for the current one.</param>
/// <param name="Last">The row of the last message that was there then: whatever came later is not under it.</param>
/// <param name="Destroyed">When nothing needed it any more and it was destroyed; null while it is needed.</param>
public sealed record KnownKey(string Id, DateTimeOffset Since, DateTimeOffset? Retired, long Last, DateTimeOffset? Destroyed)
{
    /// <summary>Messages whose records are sealed under it.</summary>
    public long Records { get; init; }
}

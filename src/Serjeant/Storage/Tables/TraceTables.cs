namespace Serjeant.Storage.Tables;

/// <summary>What logs tell of the hosts that mail names.</summary>
internal static class TraceTables
{
    public const string Schema = "";
}

namespace Serjeant.Storage.Tables;

/// <summary>Hunts that were made, and selectors that are watched.</summary>
internal static class HuntTables
{
    public const string Schema = "";
}

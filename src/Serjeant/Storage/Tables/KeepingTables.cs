namespace Serjeant.Storage.Tables;

/// <summary>How long what is kept, and what was deleted.</summary>
internal static class KeepingTables
{
    public const string Schema = "";
}

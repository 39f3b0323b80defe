namespace Serjeant.Storage.Tables;

/// <summary>The index of all mail: entries, and which runs hold its postings.</summary>
internal static class IndexTables
{
    public const string Schema = "";
}

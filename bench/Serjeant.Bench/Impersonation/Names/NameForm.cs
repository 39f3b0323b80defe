namespace Serjeant.Bench.Impersonation.Names;

/// <summary>One name of a person in one script, taken apart.</summary>
/// <param name="Middle">Patronymic or further names; empty where none.</param>
/// <param name="Between">What stands between the parts: a space, a dot, nothing in Chinese and Korean names.</param>
/// <param name="FamilyFirst">How its own country writes it.</param>
internal sealed record NameForm(Victim Bearer, Script Script, string Given, string Middle, string Family, string Between, bool FamilyFirst)
{
    /// <summary>With every part, in its own order.</summary>
    public string Whole => Write(Given, Middle, Family);

    /// <summary>Without the middle part, as people mostly call one another.</summary>
    public string Usual => Write(Given, "", Family);

    /// <summary>Chinese and Korean names have no spaces, and single syllables for parts.</summary>
    public bool IsSyllabic => Between.Length == 0;

    public string Write(string given, string middle, string family)
    {
        string[] parts = FamilyFirst ? [family, given, middle] : [given, middle, family];
        return string.Join(Between, parts.Where(p => p.Length > 0));
    }
}

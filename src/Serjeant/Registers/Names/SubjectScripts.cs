using Serjeant.Registers.Scripts;

namespace Serjeant.Registers.Names;

/// <summary>Which scripts a text or a subject's names are written in, a bit each.</summary>
internal static class SubjectScripts
{
    public static ushort Of(NamedSubject subject)
    {
        ushort scripts = 0;
        foreach (var name in subject.Names) scripts |= Of(name);
        return scripts;
    }

    /// <summary>Scripts other than Latin.</summary>
    public static ushort Of(string text)
    {
        var scripts = 0;
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, Romanisation.MaximumLength)))
            if (c > 0x24f && char.IsLetter(c) && ScriptRun.ScriptOf(c) is var script and not NameScript.Latin) scripts |= 1 << (int)script;
        return (ushort)scripts;
    }
}

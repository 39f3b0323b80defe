namespace Serjeant.Bench.Impersonation.Names;

/// <summary>The scripts that figures are printed for.</summary>
internal enum Script
{
    Latin,
    Cyrillic,
    Greek,
    Arabic,
    Hebrew,
    Han,
    Hangul,
    Kana,
    Other,
}

namespace Serjeant.Registers.Scripts;

/// <summary>Pinyin syllables as Wade and Giles wrote them, without the apostrophes that nobody types: zhang chang, cai tsai, xi hsi.</summary>
internal static class WadeGiles
{
    public static string FromPinyin(string syllable)
    {
        if (syllable.Length == 0) return syllable;
        var (initial, final) = syllable switch
        {
            ['z', 'h', .. var rest] => ("ch", rest),
            ['c', 'h', .. var rest] => ("ch", rest),
            ['s', 'h', .. var rest] => ("sh", rest),
            ['b', .. var rest] => ("p", rest),
            ['d', .. var rest] => ("t", rest),
            ['g', .. var rest] => ("k", rest),
            ['j' or 'q', .. var rest] => ("ch", rest),
            ['x', .. var rest] => ("hs", rest),
            ['z' or 'c', .. var rest] => ("ts", rest),
            ['r', .. var rest] => ("j", rest),
            ['y' or 'w' or 'p' or 't' or 'k' or 'h' or 'l' or 'm' or 'n' or 'f' or 's', .. var rest] => (syllable[..1], rest),
            _ => ("", syllable),
        };
        return (initial, final) switch
        {
            ("", "er") => "erh",
            ("ch" or "sh", "i") when syllable[1] == 'h' => initial + "ih",
            ("j", "i") => "jih",
            ("ts", "i") => "tzu",
            ("s", "i") => "ssu",
            ("y", "an") => "yen",
            ("y", "e") => "yeh",
            ("y", "ong") => "yung",
            ("y", "ou") => "yu",
            ("k", "e") => "ko",
            ("h", "e") => "ho",
            ("", "e") => "o",
            ("k", "ui") => "kuei",
            ("k" or "h" or "sh", "uo") => initial + final,
            (_, "uo") => initial + "o",
            (_, "ong") => initial + "ung",
            (_, "iong") => initial + "iung",
            (_, "ian") => initial + "ien",
            (_, "ie") => initial + "ieh",
            (_, "ue") => initial + "ueh",
            _ => initial + final,
        };
    }
}

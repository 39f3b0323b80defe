namespace Serjeant.Facts.Html;

/// <summary>What a style attribute does to visibility and colour. Read by hand: it stands on every cell of a newsletter.</summary>
internal readonly ref struct InlineStyle
{
    public const int Unknown = -1;

    private InlineStyle(bool hides, int colour, int background, double width, double height)
    {
        Hides = hides;
        Colour = colour;
        Background = background;
        Width = width;
        Height = height;
    }

    /// <summary>No style attribute.</summary>
    public static InlineStyle None => new(false, Unknown, Unknown, -1, -1);

    /// <summary>Text inside is kept from the reader.</summary>
    public bool Hides { get; }

    /// <summary>0xRRGGBB, or <see cref="Unknown"/>.</summary>
    public int Colour { get; }

    public int Background { get; }

    /// <summary>Pixels, or a negative number where not given in pixels.</summary>
    public double Width { get; }

    public double Height { get; }

    public static InlineStyle Read(ReadOnlySpan<char> style)
    {
        var hides = false;
        int colour = Unknown, background = Unknown;
        double width = -1, height = -1;
        var clips = false;
        double maxHeight = -1, maxWidth = -1;
        while (!style.IsEmpty)
        {
            var end = style.IndexOf(';');
            var declaration = end < 0 ? style : style[..end];
            style = end < 0 ? default : style[(end + 1)..];
            var colon = declaration.IndexOf(':');
            if (colon <= 0) continue;
            var name = declaration[..colon].Trim();
            var value = declaration[(colon + 1)..].Trim();
            if (name.IsEmpty || value.IsEmpty) continue;
            // The first letter sorts out nearly all of the declarations of a newsletter before any comparison.
            switch (name[0] | 0x20)
            {
                case 'd' when Is(name, "display"):
                    hides |= Begins(value, "none");
                    break;
                case 'v' when Is(name, "visibility"):
                    hides |= Begins(value, "hidden") || Begins(value, "collapse");
                    break;
                case 'm' when Is(name, "mso-hide"):
                    hides |= Begins(value, "all");
                    break;
                case 'm' when Is(name, "max-height"):
                    maxHeight = Pixels(value);
                    break;
                case 'm' when Is(name, "max-width"):
                    maxWidth = Pixels(value);
                    break;
                case 'f' when Is(name, "font-size"):
                    hides |= Pixels(value) is >= 0 and < 2;
                    break;
                case 'o' when Is(name, "opacity"):
                    hides |= IsZero(value);
                    break;
                case 'o' when Is(name, "overflow"):
                    clips = Begins(value, "hidden");
                    break;
                case 't' when Is(name, "text-indent"):
                    hides |= IsFarOff(value);
                    break;
                case 'l' when Is(name, "left"):
                case 't' when Is(name, "top"):
                    hides |= IsFarOff(value);
                    break;
                case 'c' when Is(name, "color"):
                    colour = ColourOf(value);
                    hides |= Begins(value, "transparent");
                    break;
                case 'b' when Is(name, "background-color") || Is(name, "background"):
                    background = ColourOf(value);
                    break;
                case 'w' when Is(name, "width"):
                    width = Pixels(value);
                    break;
                case 'h' when Is(name, "height"):
                    height = Pixels(value);
                    break;
            }
        }
        hides |= clips && (height is >= 0 and < 2 || width is >= 0 and < 2 || maxHeight is >= 0 and < 2 || maxWidth is >= 0 and < 2);
        return new(hides, colour, background, width >= 0 ? width : maxWidth, height >= 0 ? height : maxHeight);
    }

    /// <summary>The number in front of px, or of nothing where the unit is left out; below -1000000 where there is none in pixels.</summary>
    public static double Pixels(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        var length = 0;
        while (length < value.Length && (char.IsAsciiDigit(value[length]) || value[length] is '.' or '-')) length++;
        var unit = value[length..].Trim();
        if (length == 0 || !double.TryParse(value[..length], System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number))
            return double.NegativeInfinity;
        if (unit.IsEmpty || Begins(unit, "px") || Begins(unit, "pt") || unit[0] == '!') return number;
        // Zero is zero in any unit.
        return number == 0 ? 0 : double.NaN;
    }

    /// <summary>#rgb, #rrggbb, white or black, as 0xRRGGBB.</summary>
    public static int ColourOf(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        if (value.StartsWith("#"))
        {
            var length = 1;
            while (length < value.Length && char.IsAsciiHexDigit(value[length])) length++;
            if (!int.TryParse(value[1..length], System.Globalization.NumberStyles.AllowHexSpecifier, null, out var number)) return Unknown;
            if (length == 7) return number;
            if (length == 4) return ((number & 0xf00) * 0x1100) | ((number & 0xf0) * 0x110) | ((number & 0xf) * 0x11);
            return Unknown;
        }
        if (Begins(value, "white")) return 0xffffff;
        return Begins(value, "black") ? 0 : Unknown;
    }

    /// <summary>Beyond the left or upper edge of any window: -9999px, -999em; not "auto", which is no number.</summary>
    private static bool IsFarOff(ReadOnlySpan<char> value)
    {
        var length = 0;
        while (length < value.Length && (char.IsAsciiDigit(value[length]) || value[length] is '.' or '-')) length++;
        return length > 3 && double.TryParse(value[..length], System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number)
            && number < -500;
    }

    private static bool IsZero(ReadOnlySpan<char> value) => Pixels(value) == 0;

    private static bool Is(ReadOnlySpan<char> name, ReadOnlySpan<char> expected) => name.Equals(expected, StringComparison.OrdinalIgnoreCase);

    private static bool Begins(ReadOnlySpan<char> value, ReadOnlySpan<char> expected) => value.StartsWith(expected, StringComparison.OrdinalIgnoreCase);
}

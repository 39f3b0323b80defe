using Serjeant.Values;

namespace Serjeant.Signals.Form;

/// <summary>Whether a display name and an address belong together to the eye: a shared word, or initials.</summary>
internal static class SenderName
{
    public static bool IsLike(string name, EmailAddress address)
    {
        var shown = Folding.Fold(name.Length > 200 ? name[..200] : name);
        var local = Folding.Fold(address.Local);
        var domain = address.Domain.Registrable.Name;
        var initials = "";
        var words = 0;
        for (var i = 0; i < shown.Length;)
        {
            if (!char.IsLetter(shown[i]))
            {
                i++;
                continue;
            }
            var start = i;
            while (i < shown.Length && char.IsLetter(shown[i])) i++;
            var word = shown.AsSpan(start, i - start);
            words++;
            initials += word[0];
            // The first four letters: Thomas and thom, Mueller and mueller2.
            var stem = word.Length > 4 ? word[..4] : word;
            if (stem.Length >= 3 && (local.AsSpan().IndexOf(stem) >= 0 || domain.AsSpan().IndexOf(stem) >= 0)) return true;
        }
        if (words == 0) return true;
        if (initials.Length >= 2 && (local.StartsWith(initials[..2], StringComparison.Ordinal) || local.Contains(initials, StringComparison.Ordinal) || domain.StartsWith(initials, StringComparison.Ordinal))) return true;
        // jsmith for John Smith: an initial in front of the last name is caught by the stem; sj for Smith, John by the reverse.
        return words >= 2 && local.Length <= 3 && local.Length > 0 && initials.Contains(local[0], StringComparison.Ordinal);
    }
}

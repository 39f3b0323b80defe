namespace Serjeant.Registers;

/// <summary>
/// The beginning of a path (with its query, where a question mark is in it) that a service's links have on whatever host;
/// an asterisk stands for one or more characters other than a slash or a question mark.
/// </summary>
internal readonly record struct UrlShape(string Pattern)
{
    /// <summary>Whether path and query begin as the shape says; linear in the pattern times the text for a single asterisk in a row.</summary>
    public bool Matches(ReadOnlySpan<char> pathAndQuery)
    {
        int pattern = 0, text = 0, star = -1, retry = 0;
        while (pattern < Pattern.Length)
        {
            if (Pattern[pattern] == '*')
            {
                if (text >= pathAndQuery.Length || pathAndQuery[text] is '/' or '?') return false;
                star = pattern++;
                retry = ++text;
            }
            else if (text < pathAndQuery.Length && Pattern[pattern] == pathAndQuery[text])
            {
                pattern++;
                text++;
            }
            else
            {
                if (star < 0 || retry >= pathAndQuery.Length || pathAndQuery[retry] is '/' or '?') return false;
                pattern = star + 1;
                text = ++retry;
            }
        }
        return true;
    }
}

namespace Serjeant.Values;
internal static class Folding { public static string Fold(string s) => s.ToLowerInvariant(); }

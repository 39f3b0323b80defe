namespace Serjeant.Values;
internal static class Skeleton { public static string Of(string s) => s.ToLowerInvariant(); }

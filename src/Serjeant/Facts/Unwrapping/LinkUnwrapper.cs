namespace Serjeant.Facts.Unwrapping;
internal static class LinkUnwrapper { public static (string Url, string? Wrapper) Unwrap(string url) => (url, null); }

namespace Serjeant.Traces.Formats;

/// <summary>How a column is read.</summary>
internal enum W3CRole : byte
{
    None,
    Date,
    Time,
    /// <summary>Date and time in one.</summary>
    Moment,
    Epoch,
    Plain,
    /// <summary>With a plus for each space where values are parted by spaces.</summary>
    Spaced,
    /// <summary>A whole URL, or what stands for one.</summary>
    Target,
}

/// <summary>A column of a W3C log.</summary>
internal readonly record struct W3CField(W3CRole Role, LogField Field = default);

/// <summary>Names of columns: IIS, ISA and TMG, Blue Coat, Exchange.</summary>
internal static class W3CFields
{
    private static readonly Dictionary<string, W3CField> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["date"] = new(W3CRole.Date),
        ["time"] = new(W3CRole.Time),
        ["date-time"] = new(W3CRole.Moment),
        ["DateTime"] = new(W3CRole.Moment),
        ["timestamp"] = new(W3CRole.Epoch),
        ["x-timestamp-unix"] = new(W3CRole.Epoch),
        ["c-ip"] = new(W3CRole.Plain, LogField.Client),
        ["ClientIpAddress"] = new(W3CRole.Plain, LogField.Client),
        ["cs-username"] = new(W3CRole.Plain, LogField.User),
        ["AuthenticatedUser"] = new(W3CRole.Plain, LogField.User),
        ["cs-method"] = new(W3CRole.Plain, LogField.Method),
        ["s-operation"] = new(W3CRole.Plain, LogField.Method),
        ["Method"] = new(W3CRole.Plain, LogField.Method),
        ["cs-host"] = new(W3CRole.Plain, LogField.Host),
        ["cs(Host)"] = new(W3CRole.Plain, LogField.Host),
        ["r-host"] = new(W3CRole.Plain, LogField.Host),
        ["UrlHost"] = new(W3CRole.Plain, LogField.Host),
        ["cs-uri-stem"] = new(W3CRole.Plain, LogField.Path),
        ["cs-uri-path"] = new(W3CRole.Plain, LogField.Path),
        ["UrlStem"] = new(W3CRole.Plain, LogField.Path),
        ["cs-uri-query"] = new(W3CRole.Plain, LogField.Query),
        ["UrlQuery"] = new(W3CRole.Plain, LogField.Query),
        ["cs-uri"] = new(W3CRole.Target, LogField.Url),
        ["c-uri"] = new(W3CRole.Target, LogField.Url),
        ["sc-status"] = new(W3CRole.Plain, LogField.Status),
        ["HttpStatus"] = new(W3CRole.Plain, LogField.Status),
        ["cs(User-Agent)"] = new(W3CRole.Spaced, LogField.UserAgent),
        ["c-agent"] = new(W3CRole.Spaced, LogField.UserAgent),
        ["UserAgent"] = new(W3CRole.Spaced, LogField.UserAgent),
        ["cs(Referer)"] = new(W3CRole.Plain, LogField.Referrer),
        ["cs-referred"] = new(W3CRole.Plain, LogField.Referrer),
        ["cs(Cookie)"] = new(W3CRole.Plain, LogField.Cookie),
        ["s-ip"] = new(W3CRole.Plain, LogField.ServerAddress),
        ["r-ip"] = new(W3CRole.Plain, LogField.ServerAddress),
        ["s-port"] = new(W3CRole.Plain, LogField.ServerPort),
        ["r-port"] = new(W3CRole.Plain, LogField.ServerPort),
        ["cs-uri-port"] = new(W3CRole.Plain, LogField.ServerPort),
        ["rs(Content-Type)"] = new(W3CRole.Plain, LogField.ContentType),
        ["s-action"] = new(W3CRole.Plain, LogField.Result),
        ["sc-bytes"] = new(W3CRole.Plain, LogField.BytesOut),
        ["ResponseBytes"] = new(W3CRole.Plain, LogField.BytesOut),
        ["cs-bytes"] = new(W3CRole.Plain, LogField.BytesIn),
        ["RequestBytes"] = new(W3CRole.Plain, LogField.BytesIn),
        ["X-Forwarded-For"] = new(W3CRole.Plain, LogField.ForwardedFor),
        ["cs(X-Forwarded-For)"] = new(W3CRole.Plain, LogField.ForwardedFor),
    };

    private static readonly string[] OfProxies =
        ["c-uri", "cs-uri-scheme", "cs-uri-port", "cs-uri-path", "r-host", "r-ip", "s-action", "s-hierarchy", "s-supplier-name", "sc-filter-result", "cs-categories", "rs(Content-Type)"];

    public static W3CField Of(string name) => Known.GetValueOrDefault(name);

    /// <summary>Only proxies write such a column.</summary>
    public static bool IsOfProxy(string name) => OfProxies.Contains(name, StringComparer.OrdinalIgnoreCase);
}

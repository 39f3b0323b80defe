namespace Serjeant.Samples.Logs;

/// <summary>
/// A break-in over ProxyShell as the front end logs it, written from the public descriptions of CVE-2021-34473 (a path behind "autodiscover.json?@"
/// reaches any backend), CVE-2021-34523 (X-Rps-CAT gives a PowerShell session of another user) and CVE-2021-31207 (New-MailboxExportRequest writes the
/// web shell; its command travels in the body, so the log shows only POSTs to PowerShell). Names and addresses are invented.
/// </summary>
internal static class BreakIn
{
    public const string Client = "203.0.113.77";

    private const string Agent = "python-requests/2.26.0";

    /// <summary>A browser's name, as web shells were talked to.</summary>
    private const string Browser = "Mozilla/5.0+(Windows+NT+10.0;+Win64;+x64)+AppleWebKit/537.36+(KHTML,+like+Gecko)+Chrome/92.0.4515.131+Safari/537.36";

    private const string Confused = "Email=autodiscover/autodiscover.json%3F@kestrel.example&CorrelationID=<empty>;&cafeReqId=5c1d0b62-11aa-4d3e-9a51-3f0c9f1d7b20;";

    private const string Token = "VgEAVAdXaW5kb3dzQwBBCEtlcmJlcm9zTCNhbi5pbnZlbnRlZC5uYW1lQGludmVudGVkLmV4YW1wbGVVLFMtMS01LTIx";

    /// <summary>Each step with its name, in the order of the attack.</summary>
    public static IReadOnlyList<(string Step, IisRequest Request)> Steps { get; } =
    [
        ("probe", Get("/autodiscover/autodiscover.json", "@kestrel.example/owa/?&" + Confused, 302)),
        ("probe refused", Get("/autodiscover/autodiscover.json", "@kestrel.example/mapi/nspi/?&" + Confused, 401)),
        ("CVE-2021-34473: addresses by MAPI", Get("/autodiscover/autodiscover.json", "@kestrel.example/mapi/nspi/?&" + Confused, 200)),
        ("CVE-2021-34473: whose mailbox is whose", Post("/autodiscover/autodiscover.json", "@kestrel.example/autodiscover/autodiscover.xml?&" + Confused, 200)),
        ("CVE-2021-34473: mailbox by MAPI", Post("/autodiscover/autodiscover.json", "@kestrel.example/mapi/emsmdb?&" + Confused, 200)),
        ("CVE-2021-34473: draft with the shell by EWS", Post("/autodiscover/autodiscover.json", "@kestrel.example/EWS/exchange.asmx?&" + Confused, 200)),
        ("CVE-2021-34523: PowerShell as somebody else", Post("/autodiscover/autodiscover.json", $"@kestrel.example/powershell/?X-Rps-CAT={Token}&{Confused}", 200)),
        ("CVE-2021-31207: New-ManagementRoleAssignment", Post("/autodiscover/autodiscover.json", $"a=a@kestrel.example/powershell/?X-Rps-CAT={Token}&{Confused}", 200)),
        ("CVE-2021-31207: New-MailboxExportRequest", Post("/autodiscover/autodiscover.json", $"a=a@kestrel.example/powershell/?X-Rps-CAT={Token}&{Confused}", 200)),
        ("web shell is there", Get("/aspnet_client/qhrtw.aspx", "-", 200)),
        ("web shell, command in the query", Get("/aspnet_client/qhrtw.aspx", "exec_code=whoami", 200)),
        ("web shell, command in the body", Post("/aspnet_client/qhrtw.aspx", "-", 200)),
        ("web shell in OWA's folder", Post("/owa/auth/errorEW.aspx", "-", 200)),
        ("web shell with a search engine's name", Post("/aspnet_client/qhrtw.aspx", "-", 200) with { Agent = "Mozilla/5.0+(compatible;+Baiduspider/2.0;++http://www.baidu.com/search/spider.html)" }),
        ("web shell in OWA's themes", Post("/owa/auth/Current/themes/resources/logon.aspx", "-", 200)),
        ("command by a browser's name", Get("/owa/auth/errorEW.aspx", "cmd=net+user", 200) with { Agent = Browser }),
    ];

    private static IisRequest Get(string stem, string query, int status) => new("GET", stem, query, Client, Agent, status);

    private static IisRequest Post(string stem, string query, int status) => new("POST", stem, query, Client, Agent, status) { Taken = 640 };
}

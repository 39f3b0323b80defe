namespace Serjeant.Samples.Logs;

/// <summary>
/// Requests that people who may make them do make, and that look like attacks to a rule that is not careful. They are told from the ordinary ones so that
/// both can be measured: each is rare in a log, and each house has some.
/// </summary>
internal static class OddRequests
{
    private const string Browser = "Mozilla/5.0+(Windows+NT+10.0;+Win64;+x64)+AppleWebKit/537.36+(KHTML,+like+Gecko)+Chrome/92.0.4515.131+Safari/537.36";

    public static IReadOnlyList<(string What, IisRequest Request)> All { get; } =
    [
        ("a search by script, which writes a space as %20", Get("/search/api.aspx", "q=select%20committee%20on%20standards")),
        ("a search for a phrase", Get("/search/api.aspx", "q=%22state%20of%20the%20union%22%20select%20committee")),
        ("a document whose name begins with select", Get("/documents/get.aspx", "file=select%20committee%20report.docx")),
        ("a list sorted by a script", Get("/documents/list.aspx", "view=order%20by%20date&page=2")),
        ("a shared calendar whose number begins with a", Post("/owa/calendar/a3f0c1d2e4b5468f9a7b6c5d4e3f2a1b@parliament.example/0c9b8a7f6e5d4c3b/service.svc", "action=FindItem&app=PublishedCalendar", 200)),
        ("a shared calendar whose number begins otherwise", Post("/owa/calendar/93f0c1d2e4b5468f9a7b6c5d4e3f2a1b@parliament.example/0c9b8a7f6e5d4c3b/service.svc", "action=FindItem&app=PublishedCalendar", 200)),
        ("a rule for the inbox that the server could not save", Post("/ecp/RulesEditor/InboxRules.svc/NewObject", "msExchEcpCanary=0f1e2d3c4b5a.", 500)),
        ("an administrator's script over web services", Post("/ecp/DDI/DDIService.svc/GetList", "schema=MailboxService", 200) with { Agent = "python-requests/2.25.1", Client = "10.20.4.11" }),
        ("a shared mailbox opened while PowerShell is asked", Post("/owa/committee@parliament.example/service.svc", "action=GetItem&return=/powershell-guide.html", 200)),
        ("a page of the developers' guide", Get("/guide/html.aspx", "topic=document.cookie&lang=en")),
        ("a template with a name to be filled in", Get("/letters/preview.aspx", "greeting={{member}}")),
        ("a share that Windows shows by its path", Get("/documents/get.aspx", "path=C%3A%5CUsers%5CPublic%5Cagenda.pdf")),
        ("a wiki's page on a command", Get("/wiki/page.aspx", "title=ipconfig")),
        ("the developers' own repository", Get("/tools/site.git/info/refs", "service=git-upload-pack") with { Agent = "git/2.32.0" }),
        ("a monitoring program that is called like a scanner", Get("/", "-") with { Agent = "Mozilla/5.0+zgrab/0.x", Client = "10.20.0.9" }),
        ("an old form with its state in the address", Get("/ecp/PersonalSettings/Old.aspx", "__VIEWSTATE=%2FwEPDwUKMTY1&step=2")),
        ("an application programming interface with field names", Get("/api/records", "fields=name,order&q=table_schema")),
    ];

    private static IisRequest Get(string stem, string query) => new("GET", stem, query, "10.20.17.44", Browser, 200) { User = "PARLIAMENT\\anna.brandt" };

    private static IisRequest Post(string stem, string query, int status) => new("POST", stem, query, "192.0.2.61", Browser, status) { User = "anna.brandt@parliament.example" };
}

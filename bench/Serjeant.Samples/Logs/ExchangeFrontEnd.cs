using System.Globalization;

namespace Serjeant.Samples.Logs;

/// <summary>
/// Ordinary requests to an Exchange front end, in about the shares that such logs have: phones, Outlook, OWA with its many files, EWS, autodiscover,
/// address books, administrators, probes, load balancers, search engines. Among them what tempts rules: addresses in autodiscover.json, PowerShell by
/// people who may, "select" in searches, encoded "../" in redirects, pages below aspnet_client.
/// </summary>
internal sealed class ExchangeFrontEnd(int seed)
{
    private const string Domain = "parliament.example";

    private static readonly string[] Given = ["anna", "tomas", "ilse", "marek", "joan", "petra", "luis", "noor", "kemal", "sofia", "bram", "edit", "owen", "rita", "jonas", "mina"];
    private static readonly string[] Family = ["hartwell", "brandt", "okafor", "lindqvist", "moreau", "varga", "keane", "sorensen", "petrov", "select", "whitcombe", "union", "dropmore", "execford", "cmdahl", "tablerock"];

    private readonly Random _random = new(seed);
    private readonly RequestAgents _agents = new();

    public IEnumerable<IisRequest> Requests(int count)
    {
        for (var i = 0; i < count; i++) yield return Next();
    }

    private IisRequest Next() => _random.Next(1000) switch
    {
        < 270 => Phone(),
        < 480 => Outlook(),
        < 700 => WebMail(),
        < 790 => WebServices(),
        < 850 => Discovery(),
        < 890 => AddressBook(),
        < 940 => Probe(),
        < 955 => Administrator(),
        < 970 => SearchEngine(),
        < 985 => Pages(),
        _ => Intranet(),
    };

    private IisRequest Phone()
    {
        var user = User();
        string[] commands = ["Ping", "Ping", "Sync", "Sync", "FolderSync", "ItemOperations", "SendMail", "Search", "GetItemEstimate", "SmartReply", "MoveItems", "MeetingResponse"];
        var agent = Pick(_agents.Phones);
        var query = $"User={user}&DeviceId={Hex(26)}&DeviceType={agent.Split('/', '-')[0]}&Cmd={Pick(commands)}&CorrelationID=<empty>;&cafeReqId={Guid()};";
        return new("POST", "/Microsoft-Server-ActiveSync/default.eas", query, Outside(), agent, Status(200, 200, 200, 200, 401, 449)) { User = user, Taken = _random.Next(20, 900_000) };
    }

    private IisRequest Outlook()
    {
        var user = User();
        var path = _random.Next(10) switch { < 6 => "/mapi/emsmdb/", < 8 => "/mapi/nspi/", 8 => "/rpc/rpcproxy.dll", _ => "/mapi/emsmdb/healthcheck.htm" };
        if (path.StartsWith("/rpc", StringComparison.Ordinal))
            return new(Pick(["RPC_IN_DATA", "RPC_OUT_DATA"]), path, $"mail.{Domain}:6001&CorrelationID=<empty>;&RequestId={Guid()}&cafeReqId={Guid()};", Inside(), "MSRPC", Status(200, 401)) { User = Login(user) };
        return new("POST", path, $"MailboxId={Guid()}@{Domain}&CorrelationID=<empty>;&ClientRequestInfo=R:%7B{Guid()}%7D:{_random.Next(9000)};&cafeReqId={Guid()};", Inside(), Pick(_agents.Outlooks), Status(200, 200, 200, 401)) { User = Login(user), Taken = _random.Next(3, 4000) };
    }

    private IisRequest WebMail()
    {
        var (user, agent, home) = (User(), Pick(_agents.Browsers), $"https://mail.{Domain}/owa/");
        string[] actions = ["GetItem", "FindConversation", "GetConversationItems", "CreateItem", "UpdateItem", "FindPeople", "SubscribeToNotification", "ExecuteSearch", "GetUserAvailabilityInternal", "DeleteItem", "GetFolder"];
        string[] files = ["scripts/preboot.js", "scripts/boot.worldwide.0.mouse.js", "scripts/boot.worldwide.1.mouse.js", "resources/styles/0/boot.worldwide.mouse.css", "resources/images/0/sprite1.mouse.png", "resources/styles/fonts/office365icons.woff", "scripts/globalize/globalize.culture.en-gb.js", "scripts/microsoft.owa.core.models.js"];
        return _random.Next(20) switch
        {
            < 7 => new("POST", "/owa/service.svc", $"action={Pick(actions)}&EP=1&UA=0&ID=-{_random.Next(900)}&AC=1&CorrelationID={Guid()}_{_random.Next()};&cafeReqId={Guid()};", Outside(), agent, Status(200, 200, 440)) { User = user, Referrer = home },
            < 13 => new("GET", $"/owa/prem/15.2.858.{_random.Next(2, 16)}/{Pick(files)}", "-", Outside(), agent, Status(200, 304)) { Referrer = home },
            13 => new("GET", "/owa/", $"bO=1&sessiondata=OptIn&CorrelationID=<empty>;&cafeReqId={Guid()};", Outside(), agent, Status(200, 302)) { User = user },
            14 => new("GET", "/owa/auth/logon.aspx", $"replaceCurrent=1&url=https%3a%2f%2fmail.{Domain}%2fowa%2f%3fitemid%3d{Hex(40)}%26exvsurl%3d1%26viewmodel%3dReadMessageItem", Outside(), agent, 200),
            15 => new("POST", "/owa/auth.owa", $"&CorrelationID=<empty>;&cafeReqId={Guid()};", Outside(), agent, 302) { Referrer = $"https://mail.{Domain}/owa/auth/logon.aspx?replaceCurrent=1&url=https%3a%2f%2fmail.{Domain}%2fowa%2f" },
            16 => new("GET", "/owa/service.svc/s/GetPersonaPhoto", $"email={user.Replace("@", "%40", StringComparison.Ordinal)}&UA=0&size=HR96x96&sc={_random.NextInt64(1_600_000_000_000, 1_700_000_000_000)}", Outside(), agent, Status(200, 404)) { User = user },
            17 => new("GET", "/owa/service.svc/s/GetFileAttachment", $"id=AAMk{Hex(60)}%3D&X-OWA-CANARY={Hex(32)}.&isDocumentPreview={Pick(["True", "False"])}", Outside(), agent, 200) { User = user },
            18 => new("GET", $"/owa/auth/15.2.858/themes/resources/{Pick(["favicon.ico", "segoeui-regular.ttf", "olk_logo_white.png", "owa_text_blue.png", "bg_gradient_login.png"])}", "-", Outside(), agent, Status(200, 304)) { Referrer = $"https://mail.{Domain}/owa/auth/logon.aspx" },
            _ => new("GET", "/owa/redir.aspx", $"C={Hex(40)}&URL=https%3a%2f%2fwww.{Pick(["journal", "council", "gallery"])}.example%2fnews%2f..%2f..%2farchive%2f{_random.Next(2010, 2022)}", Outside(), agent, 302) { User = user, Referrer = home },
        };
    }

    private IisRequest WebServices()
    {
        var user = User();
        return _random.Next(5) == 0
            ? new("GET", "/EWS/Exchange.asmx/s/GetUserPhoto", $"email={user}&size=HR240x240", Inside(), Pick(_agents.Services), Status(200, 404, 401)) { User = Login(user) }
            : new("POST", Pick(["/EWS/Exchange.asmx", "/ews/exchange.asmx"]), $"&CorrelationID=<empty>;&cafeReqId={Guid()};", Inside(), Pick(_agents.Services), Status(200, 200, 200, 401, 500)) { User = Login(user), Taken = _random.Next(3, 30_000) };
    }

    private IisRequest Discovery()
    {
        var user = User();
        var encoded = user.Replace("@", "%40", StringComparison.Ordinal);
        return _random.Next(6) switch
        {
            0 => new("GET", "/autodiscover/autodiscover.json", $"Email={encoded}&Protocol={Pick(["ActiveSync", "Ews", "AutodiscoverV1", "Substrate", "REST"])}&RedirectCount={_random.Next(1, 4)}", Outside(), Pick(_agents.Phones), Status(200, 200, 302, 401, 404)),
            1 => new("GET", $"/autodiscover/autodiscover.json/v1.0/{user}", $"Protocol={Pick(["EWS", "ActiveSync", "Autodiscoverv1"])}&CorrelationID=<empty>;&cafeReqId={Guid()};", Outside(), Pick(_agents.Outlooks), Status(200, 404, 401)),
            2 => new("GET", "/Autodiscover/Autodiscover.xml", "-", Outside(), Pick(_agents.Phones), 401) { SubStatus = 1 },
            3 => new("POST", "/autodiscover/autodiscover.svc", $"&CorrelationID=<empty>;&cafeReqId={Guid()};", Inside(), Pick(_agents.Services), Status(200, 401)) { User = Login(user) },
            _ => new("POST", "/Autodiscover/Autodiscover.xml", $"&CorrelationID=<empty>;&cafeReqId={Guid()};", Inside(), Pick(_agents.Outlooks), Status(200, 401)) { User = Login(user) },
        };
    }

    private IisRequest AddressBook() =>
        new(Pick(["GET", "HEAD"]), $"/OAB/{Guid()}/{Pick(["oab.xml", $"{Guid()}-data-{_random.Next(1, 900)}.lzx", $"{Guid()}-lng0809-1.lzx"])}", "-", Inside(), "Microsoft+BITS/7.8", Status(200, 206, 401, 304)) { User = Login(User()) };

    private IisRequest Probe() => _random.Next(4) switch
    {
        0 => new("GET", $"/{Pick(["owa", "ecp", "EWS", "mapi", "OAB", "rpc", "Microsoft-Server-ActiveSync", "Autodiscover", "PowerShell"])}/healthcheck.htm", "-", "10.20.0.9", "-", 200) { Taken = 0 },
        1 => new("POST", "/PowerShell/", $"serializationLevel=Full;PSVersion=5.1.17763.2061&CorrelationID=<empty>;&cafeReqId={Guid()};", "10.20.0.5", "Exchange+BackEnd+Probes", 200) { User = "PARLIAMENT\\HealthMailbox" + Hex(7) },
        2 => new("GET", "/owa/", $"&CorrelationID=<empty>;&cafeReqId={Guid()};", "127.0.0.1", "Mozilla/4.0+(compatible;+MSIE+9.0;+Windows+NT+6.1;+MSEXCHMON;+ACTIVEMONITORING;+OWACTP)", Status(200, 302)) { User = "HealthMailbox" + Hex(7) + "@" + Domain },
        _ => new("GET", "/ews/exchange.asmx", $"&CorrelationID=<empty>;&cafeReqId={Guid()};", "127.0.0.1", "AMProbe/Local/ClientAccess", Status(200, 401)) { User = "HealthMailbox" + Hex(7) + "@" + Domain },
    };

    private IisRequest Administrator()
    {
        var agent = Pick(_agents.Browsers);
        string[] schemas = ["MailboxService", "RecipientPickerService", "DistributionGroupService", "TransportRules", "VirtualDirectoryService", "ServerService", "OrgConfig"];
        return _random.Next(8) switch
        {
            < 3 => new("POST", "/powershell", $"clientApplication=ManagementShell;PSVersion=5.1.17763.2061;&CorrelationID=<empty>;&cafeReqId={Guid()};", "10.20.4.11", "Microsoft+WinRM+Client", Status(200, 200, 401)) { User = "PARLIAMENT\\adm-brandt" },
            3 => new("POST", "/ecp/DDI/DDIService.svc/GetList", $"ActID={Guid()}&schema={Pick(schemas)}&msExchEcpCanary={Hex(32)}.", "10.20.4.11", agent, 200) { User = "adm-brandt@" + Domain, Referrer = $"https://mail.{Domain}/ecp/?showhelp=false" },
            4 => new("POST", "/ecp/DDI/DDIService.svc/SetObject", $"ActID={Guid()}&schema={Pick(schemas)}&msExchEcpCanary={Hex(32)}.", "10.20.4.11", agent, 200) { User = "adm-brandt@" + Domain },
            5 => new("GET", $"/ecp/15.2.858.5/scripts/{Pick(["js.axd", "common.js", "navigation.js"])}", $"resources=NavCombine&v=15.2.858.5&c=en-GB", "10.20.4.11", agent, 200) { User = "adm-brandt@" + Domain },
            6 => new("POST", "/ecp/RulesEditor/InboxRules.svc/NewObject", $"ActID={Guid()}&msExchEcpCanary={Hex(32)}.", Outside(), agent, 200) { User = User() },
            _ => new("GET", "/ecp/default.aspx", $"rfr=owa&owaparam=modurl%3D0&p=AccountSettings&exsvurl=1", Outside(), agent, Status(200, 302)) { User = User() },
        };
    }

    private IisRequest SearchEngine() =>
        new("GET", Pick(["/robots.txt", "/", "/owa/auth/logon.aspx", "/owa/", "/favicon.ico", "/sitemap.xml"]), "-", Outside(), Pick(_agents.Robots), Status(200, 302, 404));

    private IisRequest Pages() => _random.Next(3) switch
    {
        0 => new("GET", $"/aspnet_client/system_web/4_0_30319/{Pick(["WebUIValidation.js", "SmartNav.htm", "SmartNav.js", "WebForms.js"])}", "-", Outside(), Pick(_agents.Browsers), Status(200, 304, 404)),
        1 => new("GET", $"/aspnet_client/system_web/4_0_30319/reportviewer/{Pick(["viewer.aspx", "print.aspx", "export.aspx"])}", $"report=attendance&month={_random.Next(1, 13)}&format=pdf", Inside(), Pick(_agents.Browsers), 200) { User = Login(User()) },
        _ => new("POST", "/aspnet_client/system_web/4_0_30319/reportviewer/viewer.aspx", $"report=attendance&page={_random.Next(1, 40)}", Inside(), Pick(_agents.Browsers), 200) { User = Login(User()) },
    };

    /// <summary>Pages for the house's people on the same server: forms write a space as a plus.</summary>
    private IisRequest Intranet()
    {
        string[] words = ["select+committee+on+standards", "union+of+students", "order+of+business", "drop+in+surgery", "%22select%22+committees", "net+zero+user+group", "who+am+i+meeting", "delete+from+list", "scripts+for+the+tour", "100%25+renewable", "c%23+course", "insert+into+hansard"];
        return _random.Next(4) switch
        {
            0 => new("GET", "/search/results.aspx", $"q={Pick(words)}&page={_random.Next(1, 9)}&sort=date", Inside(), Pick(_agents.Browsers), 200) { User = Login(User()) },
            1 => new("GET", "/api/v2.0/me/messages", $"$select=Subject,From,DateTimeReceived&$top=25&$orderby=DateTimeReceived%20desc&$filter=IsRead%20eq%20false", Inside(), Pick(_agents.Services), 200) { User = Login(User()) },
            2 => new("GET", "/documents/get.aspx", $"file=%2e%2e%2fshared%2f{Pick(["order-paper", "agenda", "minutes"])}-{_random.Next(1, 300)}.pdf&return=%2fdocuments%2f", Inside(), Pick(_agents.Browsers), Status(200, 404)) { User = Login(User()) },
            _ => new("POST", "/forms/survey.aspx", $"id={_random.Next(900)}&step={_random.Next(1, 6)}&onload=1", Inside(), Pick(_agents.Browsers), Status(200, 302)) { User = Login(User()) },
        };
    }

    private string User() => $"{Pick(Given)}.{Pick(Family)}@{Domain}";

    private static string Login(string user) => "PARLIAMENT\\" + user[..user.IndexOf('@', StringComparison.Ordinal)];

    private string Outside() => string.Create(CultureInfo.InvariantCulture, $"{Pick(["192.0.2", "198.51.100"])}.{_random.Next(1, 255)}");

    private string Inside() => string.Create(CultureInfo.InvariantCulture, $"10.20.{_random.Next(16, 32)}.{_random.Next(1, 255)}");

    private string Guid() => $"{Hex(8)}-{Hex(4)}-4{Hex(3)}-a{Hex(3)}-{Hex(12)}";

    private string Hex(int length) => string.Create(length, _random, static (letters, random) =>
    {
        for (var i = 0; i < letters.Length; i++) letters[i] = "0123456789abcdef"[random.Next(16)];
    });

    private int Status(params int[] of) => of[_random.Next(of.Length)];

    private T Pick<T>(T[] of) => of[_random.Next(of.Length)];
}

using Serjeant.Traces;
using Xunit;

namespace Serjeant.Tests.Traces;

/// <summary>What is said of a person, given logs: each state, and what it does not rest on.</summary>
public sealed class ExposureTests : IDisposable
{
    private const string Gmail = "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)";

    private const string Edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0";

    private readonly TraceHouse _house = new();

    private static string Token(string person) => $"http://{TraceHouse.Host}/o.gif?u={person}7f3a9c5521";

    [Fact]
    public void All_five_states_occur_and_the_strongest_comes_first()
    {
        uint[] messages = [.. _house.House.Roster.People.Take(5).Select((p, i) => _house.Index(i + 1, [p.Id], Token(p.Id), $"https://{TraceHouse.Host}/r/{p.Id}"))];
        _house.Add("proxy/access.log", TraceHouse.Squid(-1, "192.0.2.17", "http://news.example/") + TraceHouse.Squid(0.1, "192.0.2.17", Token("ann"), "ahartwell")
            + TraceHouse.Surf("192.0.2.20", 0.2, 3, 5.5, 8));
        _house.Add("web/access.log", TraceHouse.Web(0.3, "66.249.84.7", "/o.gif?u=bo7f3a9c5521", Gmail) + TraceHouse.Web(0.3, "172.225.1.1", "/o.gif?u=cy7f3a9c5521", "Mozilla/5.0"), TraceHouse.Host);
        var told = _house.Ask(messages);
        Assert.Equal([("ann", ExposureState.Leaked), ("bo", ExposureState.Proxied), ("cy", ExposureState.PreFetched), ("di", ExposureState.NotSeen), ("em", ExposureState.Unknown)], told.Select(e => (e.Person, e.State)));
        Assert.Equal((SightKind.Url, true, false, TraceHouse.Arrival.AddDays(0.1)), (told[0].Sight, told[0].Opened, told[0].Clicked, told[0].First));
        Assert.Equal("2026-11-02 11:24 UTC, t.straitwire.example: what opening calls was fetched (whole URL); by a client of this person", told[0].Reason);
        Assert.Equal("Gmail's image proxy", told[1].Agent);
        Assert.Contains("the network and the place", told[1].NotLearned);
        Assert.Contains("whether and when it was opened", told[2].NotLearned);
        Assert.Equal("this person's logs cover the 7 days from 2026-11-02, and nothing that the mail names was asked for", told[3].Reason);
        Assert.Equal("no logs of this person's clients", told[4].Reason);
    }

    [Fact]
    public void A_token_of_ones_own_tells_whose_it_is_whoever_asked()
    {
        var number = _house.Index(1, ["bo"], Token("bo"));
        _house.Add("access.log", TraceHouse.Squid(1, "192.0.2.99", Token("bo")));
        var told = Assert.Single(_house.Ask(number));
        Assert.Equal((ExposureState.Leaked, SightKind.Url), (told.State, told.Sight));
        Assert.EndsWith("from our network, by a client that is nobody's on the roster", told.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Our_outer_address_in_anothers_log_is_called_that()
    {
        var number = _house.Index(1, ["bo"], Token("bo"));
        _house.Add("web.log", TraceHouse.Web(1, "192.0.2.1", "/o.gif?u=bo7f3a9c5521", Edge), TraceHouse.Host);
        Assert.Contains("through our network's outer address", Assert.Single(_house.Ask(number)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_flood_of_paths_of_a_trackers_form_hides_none_of_its_calls()
    {
        for (var i = 1; i <= 40; i++) _house.Index(i, ["bo"], $"http://h{i}.example/x/{i:x20}?u=1");
        _house.Index(41, ["ann"], "http://t.straitwire.example/assets/0123456789abcdef.gif");
        var flood = string.Concat(Enumerable.Range(0, 99).Select(i => TraceHouse.Web(1, "203.0.113.9", $"/assets/{0xa000000000000000UL + (ulong)i:x16}.gif", Edge)));
        var log = flood + TraceHouse.Web(1, "203.0.113.10", "/assets/0123456789abcdef.gif", Edge);
        var traced = _house.Add("web.log", log, trials: 100);
        Assert.Equal((TraceHouse.Host, 0L), (Assert.Single(traced.Traces).Host, traced.Untried));
        Assert.Equal(50, _house.Add("web.log", log, trials: 50).Untried);
    }

    [Fact]
    public void A_click_is_told_from_opening()
    {
        var number = _house.Index(1, ["ann"], Token("ann"), $"http://{TraceHouse.Host}/r/ann-99831");
        _house.Add("access.log", TraceHouse.Squid(1, "192.0.2.17", $"http://{TraceHouse.Host}/r/ann-99831"));
        var told = Assert.Single(_house.Ask(number));
        Assert.Equal((ExposureState.Leaked, false, true), (told.State, told.Opened, told.Clicked));
    }

    [Fact]
    public void A_tunnel_and_a_look_up_are_weaker_and_say_so()
    {
        var number = _house.Index(1, ["ann", "bo"], Token("all").Replace("http:", "https:", StringComparison.Ordinal));
        _house.Add("proxy/access.log", TraceHouse.Squid(1, "192.0.2.17", TraceHouse.Host + ":443"));
        _house.Add("dns/q.log", $"[{TraceHouse.Arrival.AddDays(2).ToUnixTimeSeconds()}] unbound[1:0] info: 192.0.2.17 {TraceHouse.Host}. A IN\n");
        var told = _house.Ask(number);
        Assert.Equal([("ann", ExposureState.Leaked, SightKind.Host), ("bo", ExposureState.Unknown, SightKind.LookUp)], told.Select(e => (e.Person, e.State, e.Sight)));
        Assert.Contains("the log does not show which URL", told[0].Reason, StringComparison.Ordinal);
        Assert.False(told[0].Clicked);
        Assert.Equal(2, told[0].Count);
    }

    [Fact]
    public void A_path_without_its_query_counts_by_whose_client_asked()
    {
        uint[] messages = [_house.Index(1, ["ann"], Token("ann")), _house.Index(2, ["bo"], Token("bo"))];
        _house.Add("access.log", TraceHouse.Squid(1, "192.0.2.18", $"http://{TraceHouse.Host}/o.gif?", "HOUSE\\BKerr"));
        var told = _house.Ask(messages);
        Assert.Equal([("bo", ExposureState.Leaked, SightKind.Path), ("ann", ExposureState.Unknown, SightKind.LookUp)], told.Select(e => (e.Person, e.State, e.Sight)));
    }

    [Fact]
    public void What_came_before_the_mail_is_not_due_to_it()
    {
        var number = _house.Index(1, ["ann"], $"https://{TraceHouse.Host}/o.gif?u=1");
        _house.Add("access.log", TraceHouse.Squid(-3, "192.0.2.17", TraceHouse.Host + ":443"));
        Assert.Equal(ExposureState.Unknown, Assert.Single(_house.Ask(number)).State);
        _house.Add("access.log", TraceHouse.Squid(-3, "192.0.2.17", TraceHouse.Host + ":443") + TraceHouse.Squid(3, "192.0.2.17", TraceHouse.Host + ":443"));
        var told = Assert.Single(_house.Ask(number));
        Assert.Equal((ExposureState.Leaked, TraceHouse.Arrival.AddDays(3)), (told.State, told.First));
        Assert.EndsWith("so that it may be chance", told.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Our_own_gateway_opens_nothing_and_what_our_proxy_refused_reached_nobody()
    {
        uint[] messages = [_house.Index(1, ["ann"], Token("ann")), _house.Index(2, ["bo"], Token("bo"))];
        _house.Add("access.log", TraceHouse.Squid(0, "192.0.2.250", Token("ann")) + TraceHouse.Squid(0, "192.0.2.18", Token("bo"), "bkerr", "TCP_DENIED/403"));
        Assert.Equal([("ann", ExposureState.PreFetched), ("bo", ExposureState.Unknown)], _house.Ask(messages).Select(e => (e.Person, e.State)));
    }

    [Fact]
    public void What_asks_from_our_network_is_no_proxy_of_somebody_else_whatever_it_calls_itself()
    {
        var number = _house.Index(1, ["ann"], Token("ann"));
        _house.Add("web.log", TraceHouse.Web(1, "192.0.2.77", "/o.gif?u=ann7f3a9c5521", Gmail), TraceHouse.Host);
        Assert.Equal(ExposureState.Leaked, Assert.Single(_house.Ask(number)).State);
    }

    [Fact]
    public void A_web_servers_log_without_a_host_is_known_by_the_tokens_in_it()
    {
        var number = _house.Index(1, ["ann"], Token("ann"));
        var traced = _house.Add("web.log", TraceHouse.Web(1, "203.0.113.9", "/o.gif?u=ann7f3a9c5521", Edge) + TraceHouse.Web(1, "203.0.113.9", "/o.gif?u=other7f3a9c5521", Edge) + TraceHouse.Web(1, "203.0.113.9", "/index.html", Edge));
        var trace = Assert.Single(traced.Traces);
        Assert.Equal((TraceHouse.Host, SightKind.Url, AgentClass.Browser), (trace.Host, trace.Sight, trace.AgentClass));
        Assert.Contains("a network that is not known as ours", Assert.Single(_house.Ask(number)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void On_a_host_that_everybody_uses_only_the_mails_own_URLs_count()
    {
        const string Own = "http://click.mailwave.example/x/ann-7f3a9c55";
        var number = _house.Index(1, ["ann"], Own);
        var traced = _house.Add("access.log", TraceHouse.Squid(1, "192.0.2.17", Own) + TraceHouse.Squid(1, "192.0.2.17", "http://click.mailwave.example/x/other")
            + TraceHouse.Squid(1, "192.0.2.17", "click.mailwave.example:443") + TraceHouse.Squid(1, "192.0.2.17", "http://www.popular.example/") + TraceHouse.Squid(1, "192.0.2.17", "http://news.example/"));
        Assert.Equal([(SightKind.Url, "click.mailwave.example")], traced.Traces.Select(t => (t.Sight, t.Host)));
        Assert.Equal(ExposureState.Leaked, Assert.Single(_house.Ask(number)).State);
    }

    [Fact]
    public void Encrypted_calls_to_what_everybody_uses_leave_it_unknown()
    {
        var number = _house.Index(1, ["di"], "https://click.mailwave.example/x/di-7f3a9c55");
        _house.Add("access.log", TraceHouse.Surf("192.0.2.20", -1, 1, 4, 6, 8));
        var told = Assert.Single(_house.Ask(number));
        Assert.Equal(ExposureState.Unknown, told.State);
        Assert.Contains("hosts that everybody uses", told.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-1 1 4 7 8", ExposureState.NotSeen)]
    [InlineData("-1 1 8", ExposureState.Unknown)] // a hole
    [InlineData("-1 1 3", ExposureState.Unknown)] // not long enough
    [InlineData("1 3 5 8", ExposureState.Unknown)] // begins too late
    [InlineData("-9 -1 1 4 6 8", ExposureState.NotSeen)]
    [InlineData("-200 -199 120", ExposureState.Unknown)] // a year with three lines
    [InlineData("8 6 4 2 0 -1", ExposureState.NotSeen)] // in any order
    [InlineData("-9 -1", ExposureState.Unknown)]
    public void Logs_must_cover_the_time_from_the_arrival(string days, ExposureState state)
    {
        var number = _house.Index(1, ["di"], Token("di"));
        _house.Add("access.log", TraceHouse.Surf("192.0.2.20", [.. days.Split(' ').Select(d => double.Parse(d, System.Globalization.CultureInfo.InvariantCulture))]));
        Assert.Equal(state, Assert.Single(_house.Ask(number)).State);
    }

    [Fact]
    public void A_person_must_appear_in_logs_that_others_fill()
    {
        var number = _house.Index(1, ["di"], Token("di"));
        var others = TraceHouse.Surf("192.0.2.99", -2, 0, 2, 4, 6, 8);
        _house.Add("access.log", others + TraceHouse.Surf("192.0.2.20", -40, -1, 9, 50));
        var told = Assert.Single(_house.Ask(number));
        Assert.Equal(ExposureState.Unknown, told.State);
        Assert.Contains("this person is not in them", told.Reason, StringComparison.Ordinal);
        _house.Add("access.log", others + TraceHouse.Surf("192.0.2.20", 2, 5));
        Assert.Equal(ExposureState.NotSeen, Assert.Single(_house.Ask(number)).State);
    }

    [Theory]
    [InlineData("https://t.straitwire.example/o.gif?u=1", ExposureState.Unknown)]
    [InlineData("http://t.straitwire.example/o.gif?u=1", ExposureState.NotSeen)]
    public void A_log_of_plain_requests_covers_no_encrypted_callback(string callback, ExposureState state)
    {
        var number = _house.Index(1, ["di"], callback);
        _house.Add("http.log", string.Concat(Enumerable.Range(-1, 10).Select(d => TraceHouse.Zeek(d, "192.0.2.20", "news.example"))));
        Assert.Equal(state, Assert.Single(_house.Ask(number)).State);
        _house.Add("proxy/access.log", TraceHouse.Surf("192.0.2.20", -1, 1, 3, 5, 8));
        Assert.Equal(ExposureState.NotSeen, Assert.Single(_house.Ask(number)).State);
    }

    [Theory]
    [InlineData("https://203.0.113.80/o.gif?u=1", ExposureState.Unknown)]
    [InlineData("https://t.straitwire.example/o.gif?u=1", ExposureState.NotSeen)]
    public void A_name_servers_log_covers_no_callback_to_an_address(string callback, ExposureState state)
    {
        var number = _house.Index(1, ["di"], callback);
        _house.Add("dns/q.log", string.Concat(Enumerable.Range(-1, 10).Select(d => $"[{TraceHouse.Arrival.AddDays(d).ToUnixTimeSeconds()}] unbound[1:0] info: 192.0.2.20 news.example. A IN\n")));
        Assert.Equal(state, Assert.Single(_house.Ask(number)).State);
        _house.Add("proxy/access.log", TraceHouse.Surf("192.0.2.20", -1, 1, 3, 5, 8));
        Assert.Equal(ExposureState.NotSeen, Assert.Single(_house.Ask(number)).State);
    }

    [Fact]
    public void Logs_by_day_cover_together_and_a_week_missing_is_a_gap()
    {
        var number = _house.Index(1, ["di"], Token("di"));
        for (var day = -1; day <= 8; day++)
            if (day is not (3 or 4)) _house.Add($"log.{day + 1}", TraceHouse.Squid(day, "192.0.2.20", "http://news.example/") + TraceHouse.Squid(day + 0.4, "192.0.2.99", "http://news.example/"));
        Assert.Equal(ExposureState.NotSeen, Assert.Single(_house.Ask(number)).State);
        var late = _house.Index(2, ["di"], Token("di2"), arrival: TraceHouse.Arrival.AddDays(20));
        _house.Add("log.30", TraceHouse.Squid(30, "192.0.2.20", "http://news.example/"));
        Assert.Equal(ExposureState.Unknown, Assert.Single(_house.Ask(late)).State);
    }

    [Fact]
    public void A_log_read_before_the_mail_was_known_proves_nothing_until_it_is_read_again()
    {
        _house.Index(1, ["bo"], "http://elsewhere.example/x");
        var lines = TraceHouse.Squid(1, "192.0.2.17", Token("ann")) + TraceHouse.Surf("192.0.2.17", -1, 3, 6, 8);
        var traced = _house.Add("access.log", lines);
        var number = _house.Index(2, ["ann"], Token("ann"));
        var before = Assert.Single(_house.Ask(number));
        Assert.Equal((ExposureState.Unknown, true), (before.State, before.ReadBefore));
        Assert.Contains("traces again", before.Reason, StringComparison.Ordinal);
        _house.AddAgain(traced.File.Path);
        var after = Assert.Single(_house.Ask(number));
        Assert.Equal((ExposureState.Leaked, false), (after.State, after.ReadBefore));
        Assert.Single(_house.Store.ReadTraceFiles());
    }

    [Fact]
    public void One_message_that_cannot_be_told_leaves_a_campaign_untold()
    {
        uint[] messages = [_house.Index(1, ["di"], Token("di")), _house.Index(2, ["di"], Token("di2"), arrival: TraceHouse.Arrival.AddDays(60))];
        _house.Add("access.log", TraceHouse.Surf("192.0.2.20", -1, 1, 4, 6, 8));
        var told = Assert.Single(_house.Ask(messages));
        Assert.Equal(ExposureState.Unknown, told.State);
        Assert.Equal([ExposureState.NotSeen, ExposureState.Unknown], told.Messages.Select(m => m.State));
    }

    public void Dispose() => _house.Dispose();
}

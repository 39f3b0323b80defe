using Serjeant.Traces;
using Serjeant.Traces.Sigma;
using Xunit;

namespace Serjeant.Tests.Traces.Sigma;

/// <summary>What a field and its modifiers mean (Sigma specification v2).</summary>
public sealed class ModifierTests
{
    [Theory]
    [InlineData("cs-uri-stem: '/a/b.aspx'", "/A/B.ASPX", true)]
    [InlineData("cs-uri-stem: '/a/b'", "/a/b.aspx", false)]
    [InlineData("cs-uri-stem|cased: '/a/b'", "/A/b", false)]
    [InlineData("cs-uri-stem|cased: '/A/b'", "/A/b", true)]
    [InlineData("cs-uri-stem: '/a/*.aspx'", "/a/x/y.aspx", true)]
    [InlineData("cs-uri-stem: '/a/?.aspx'", "/a/xy.aspx", false)]
    [InlineData("cs-uri-stem: '/a/?.aspx'", "/a/x.aspx", true)]
    [InlineData("cs-uri-stem: '/a/\\*.aspx'", "/a/x.aspx", false)]
    [InlineData("cs-uri-stem: '/a/\\*.aspx'", "/a/*.aspx", true)]
    [InlineData("cs-uri-stem|contains: '\\\\*x'", "/a\\bx", true)]
    [InlineData("cs-uri-stem|contains: 'c:\\windows'", "/c:\\windows", true)]
    [InlineData("cs-uri-stem|contains: 'c:\\\\windows'", "/c:\\windows", true)]
    [InlineData("cs-uri-stem|startswith: '/a'", "/ab", true)]
    [InlineData("cs-uri-stem|startswith: 'b'", "/ab", false)]
    [InlineData("cs-uri-stem|endswith: '.exe'", "/x.EXE", true)]
    [InlineData("cs-uri-stem|endswith: '.exe'", "/x.exe/y", false)]
    [InlineData("cs-uri-stem|contains|all: ['/a', 'x']", "/a/x", true)]
    [InlineData("cs-uri-stem|contains|all: ['/a', 'x']", "/a/y", false)]
    [InlineData("cs-uri-stem|contains: ['/q', 'x', 'r1', 'r2', 'r3']", "/a/r3", true)]
    [InlineData("cs-uri-stem: ['/q', '/x', '/r1', '/r2', '/r3*']", "/r3/4", true)]
    [InlineData("cs-uri-stem: ['/q', '/x', '/r1', '/r2', '/r3']", "/r3/4", false)]
    [InlineData("cs-uri-stem|neq: '/a'", "/a", false)]
    [InlineData("cs-uri-stem|neq: '/a'", "/b", true)]
    [InlineData("cs-uri-stem|re: '^/[a-c]{2}\\d$'", "/ab1", true)]
    [InlineData("cs-uri-stem|re: '^/[a-c]{2}\\d$'", "/AB1", false)]
    [InlineData("cs-uri-stem|re|i: '^/[a-c]{2}\\d$'", "/AB1", true)]
    [InlineData("cs-uri-stem|re: 'x\\+y'", "/x+y", true)]
    [InlineData("cs-uri-stem|base64: 'whoami'", "d2hvYW1p", true)]
    [InlineData("cs-uri-stem|base64offset|contains: 'whoami'", "/xd2hvYW1p", true)]
    [InlineData("cs-uri-stem|base64offset|contains: '/bin/bash'", "/IC9iaW4vYmFzaCA=", true)]
    [InlineData("cs-uri-stem|base64offset|contains: 'foobar'", "/eHhmb29iYXI=", true)]
    [InlineData("cs-uri-stem|wide|base64offset|contains: 'ping'", "/cABpAG4AZwA=", true)]
    [InlineData("cs-uri-stem|windash|contains: ' -enc '", "/ps /enc x", true)]
    [InlineData("cs-uri-stem|exists: true", "/a", true)]
    [InlineData("cs-uri-stem|exists: false", "/a", false)]
    [InlineData("cs-uri-stem|exists: true", "-", false)]
    [InlineData("cs-uri-stem: null", "-", true)]
    [InlineData("cs-uri-stem:", "-", true)]
    [InlineData("cs-uri-stem: ''", "-", true)]
    [InlineData("cs-uri-stem: null", "/a", false)]
    [InlineData("cs-uri-stem: 'null'", "null", true)]
    [InlineData("cs-uri-stem|fieldref: cs-username", "anna", true)]
    [InlineData("cs-uri-stem|fieldref|startswith: cs-username", "anna/inbox", true)]
    [InlineData("cs-uri-stem|fieldref|startswith: cs-username", "bert/inbox", false)]
    public void A_path_is_tested_as_the_specification_says(string item, string path, bool fires) =>
        Assert.Equal(fires, Rules.Fires(Rules.Detecting($"s:\n    {item}\ncondition: s"), Events.Web("GET", path, "-", user: "anna")));

    [Theory]
    [InlineData("sc-status: 200", true)]
    [InlineData("sc-status: [500, 200]", true)]
    [InlineData("sc-status: 20", false)]
    [InlineData("sc-status|gt: 199", true)]
    [InlineData("sc-status|gte: 200", true)]
    [InlineData("sc-status|lt: 200", false)]
    [InlineData("sc-status|lte: 200", true)]
    [InlineData("c-ip|cidr: '203.0.113.0/24'", true)]
    [InlineData("c-ip|cidr: ['198.51.100.0/24', '2001:db8::/32']", false)]
    public void Numbers_and_addresses_are_compared_as_such(string item, bool fires) =>
        Assert.Equal(fires, Rules.Fires(Rules.Detecting($"s:\n    {item}\ncondition: s"), Events.Web("GET", "/", "-")));

    [Theory]
    [InlineData("cs-user-agent: 'Mozilla/5.0 (compatible; Bot)'", "Mozilla/5.0+(compatible;+Bot)")]
    [InlineData("cs-user-agent: 'Mozilla/5.0+(compatible;+Bot)'", "Mozilla/5.0 (compatible; Bot)")]
    [InlineData("cs-user-agent: 'Mozilla/5.0+(compatible;+Bot)'", "Mozilla/5.0+(compatible;+Bot)")]
    [InlineData("cs-user-agent|re: 'compatible; B'", "Mozilla/5.0+(compatible;+Bot)")]
    public void An_agent_is_met_whichever_way_its_spaces_are_written(string item, string agent) =>
        Assert.True(Rules.Fires(Rules.Detecting($"s:\n    {item}\ncondition: s"), Events.Web("GET", "/", "-", agent)));

    [Fact]
    public void A_search_in_a_referrer_is_no_statement_of_SQL()
    {
        var rules = Rules.Detecting("keywords:\n    - '=select '\n    - 'union select'\ncondition: keywords");
        Assert.False(Rules.Fires(rules, Events.Web("GET", "/style.css", "-", referrer: "https://www.parliament.example/search?q=select+committee")));
        Assert.True(Rules.Fires(rules, Events.Web("GET", "/find", "q=1 union select 2")));
    }

    [Theory]
    [InlineData("cs-uri-query|contains: '/autodiscover.json?@'", true)]
    [InlineData("cs-uri-query|startswith: '@kestrel'", true)]
    [InlineData("cs-uri-query|endswith: '/mapi/nspi'", true)]
    [InlineData("cs-uri-query: '@kestrel.example/mapi/nspi'", true)]
    [InlineData("cs-uri: '/autodiscover/autodiscover.json?@kestrel.example/mapi/nspi'", true)]
    [InlineData("c-uri-extension: json", true)]
    [InlineData("cs-uri-stem|contains: 'kestrel'", false)]
    [InlineData("cs-uri-query: null", false)]
    public void The_query_is_what_rule_writers_mean_by_it(string item, bool fires) =>
        Assert.Equal(fires, Rules.Fires(Rules.Detecting($"s:\n    {item}\ncondition: s"), Events.Web("POST", "/autodiscover/autodiscover.json", "@kestrel.example/mapi/nspi")));

    [Fact]
    public void A_look_up_is_tested_by_its_name_type_and_answer()
    {
        var rules = Rules.Detecting("s:\n    query|endswith: '.kestrel.example'\n    record_type: TXT\n    answer|contains: 'cmd.exe'\ncondition: s", "category: dns");
        Assert.True(Rules.Fires(rules, Events.Look("x.Kestrel.example", "TXT", "run_cmd.exe")));
        Assert.False(Rules.Fires(rules, Events.Look("x.kestrel.example", "A", "cmd.exe")));
        Assert.False(Rules.Fires(rules, Events.Web("GET", "/x.kestrel.example", "TXT=cmd.exe")));
    }

    [Fact]
    public void A_hit_says_who_when_and_what_matched()
    {
        var line = Events.Web("POST", "/owa/auth/x.aspx", "-");
        line.Time = new(2021, 8, 16, 10, 0, 0, TimeSpan.Zero);
        var hit = Assert.Single(Rules.Hits(Rules.Detecting("s:\n    cs-method: POST\n    cs-uri-stem|contains: '/auth/'\n    cs-referer: null\ncondition: s"), line));
        Assert.Equal(("A. Tester", "203.0.113.9", line.Time, "200", SigmaLevel.High), (hit.Rule.Author, hit.Client, hit.Time, hit.Status, hit.Rule.Level));
        Assert.Equal([new("cs-method", "POST"), new("cs-uri-stem", "/owa/auth/x.aspx")], hit.Fields.OrderBy(f => f.Name, StringComparer.Ordinal));
    }

    [Fact]
    public void A_value_that_stands_in_the_line_otherwise_is_found_too()
    {
        var line = new LogEvent { Source = LogSource.WebServer, Format = LogFormat.ZeekHttp };
        line.Begin("{\"uri\":\"\\/evil\\/shell.aspx\"}"u8.ToArray());
        line.Set(LogField.Path, "/evil/shell.aspx"u8);
        Assert.True(Rules.Fires(Rules.Detecting("s:\n    cs-uri-stem|contains: '/evil/shell'\ncondition: s"), line));
    }
}

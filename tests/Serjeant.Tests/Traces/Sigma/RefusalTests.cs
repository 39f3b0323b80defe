using Serjeant.Traces.Sigma;
using Xunit;

namespace Serjeant.Tests.Traces.Sigma;

/// <summary>What cannot be used is said by reason and name, and never guessed.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("s:\n    cs-content-type: x\ncondition: s", RefusalReason.FieldMissing, "cs-content-type")]
    [InlineData("s:\n    cs-content-type: x\n    cs-method: GET\ncondition: s", RefusalReason.FieldMissing, "cs-content-type")]
    [InlineData("s:\n    cs-method: GET\nf:\n    cs-content-type: x\ncondition: s and not f", RefusalReason.FieldMissing, "cs-content-type")]
    [InlineData("s:\n    cs-method: GET\ncondition: s | count() by c-ip > 10", RefusalReason.Aggregation, "| count")]
    [InlineData("s:\n    cs-method: GET\ntimeframe: 5m\ncondition: s", RefusalReason.Aggregation, "timeframe 5m")]
    [InlineData("s:\n    cs-method|expand: '%verbs%'\ncondition: s", RefusalReason.Modifier, "expand")]
    [InlineData("s:\n    cs-method|sounds: GET\ncondition: s", RefusalReason.Modifier, "sounds")]
    [InlineData("s:\n    cs-method|re|contains: GET\ncondition: s", RefusalReason.Modifier, "do not go together")]
    [InlineData("s:\n    cs-uri|re: '(?<=a)b'\ncondition: s", RefusalReason.Expression, "look-around")]
    [InlineData("s:\n    cs-uri|re: '(a)\\1'\ncondition: s", RefusalReason.Expression, "look-around or back-reference")]
    [InlineData("s:\n    cs-uri|re: '(a'\ncondition: s", RefusalReason.Expression, "cannot be read")]
    [InlineData("s:\n    cs-method: GET\ncondition: s and t", RefusalReason.Malformed, "\"t\"")]
    [InlineData("s:\n    cs-method: GET\ncondition: 1 of x*", RefusalReason.Malformed, "\"x*\" names no search")]
    [InlineData("s:\n    cs-method: GET\ncondition: (s", RefusalReason.Malformed, "not closed")]
    [InlineData("s:\n    cs-method: GET\ncondition: s s", RefusalReason.Malformed, "too many")]
    [InlineData("s:\n    cs-method: GET\n    cs-method: POST\ncondition: s", RefusalReason.Malformed, "stands twice")]
    [InlineData("s:\n    cs-method: []\ncondition: s", RefusalReason.Malformed, "empty list")]
    [InlineData("s:\n    cs-method|contains: ''\ncondition: s", RefusalReason.Malformed, "every line")]
    [InlineData("s:\n    c-ip|cidr: 'x/8'\ncondition: s", RefusalReason.Malformed, "no network")]
    [InlineData("s:\n    cs-method: GET", RefusalReason.Malformed, "no condition")]
    public void A_rule_that_cannot_be_used_is_listed_with_its_reason(string detection, RefusalReason reason, string says)
    {
        var rules = Rules.Detecting(detection);
        Assert.Empty(rules.Rules);
        var refused = Assert.Single(rules.Refused);
        Assert.Equal(reason, refused.Reason);
        Assert.Contains(says, refused.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title: x\ncorrelation:\n    type: event_count\n    rules: [a]\n", RefusalReason.Correlation, "event_count")]
    [InlineData("action: global\ntitle: x\n", RefusalReason.Malformed, "action: global")]
    [InlineData("title: x\nstatus: deprecated\nlogsource: {category: proxy}\ndetection: {s: {cs-host: a}, condition: s}\n", RefusalReason.Withdrawn, "deprecated")]
    [InlineData("title: x\nlogsource: {category: process_creation, product: windows}\ndetection: {s: {Image: a}, condition: s}\n", RefusalReason.OtherLogs, "windows/process_creation")]
    [InlineData("- a\n- b\n", RefusalReason.Malformed, "no rule")]
    [InlineData("title: [x\n", RefusalReason.Malformed, "not YAML")]
    [InlineData("title: x\nlogsource: {category: proxy}\ndetection: {s: *nowhere, condition: s}\n", RefusalReason.Malformed, "")]
    public void What_is_no_rule_for_one_line_is_listed(string text, RefusalReason reason, string says)
    {
        var refused = Assert.Single(Rules.Of(text).Refused);
        Assert.Equal(reason, refused.Reason);
        Assert.Contains(says, refused.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_field_in_one_alternative_takes_only_that_away_and_says_so()
    {
        var rules = Rules.Detecting("a:\n    cs-content-type: x\nb:\n    cs-method: GET\ncondition: a or b");
        Assert.Equal(["without cs-content-type, which our logs do not have"], Assert.Single(rules.Rules).Remarks);
        Assert.True(Rules.Fires(rules, Events.Web("GET", "/", "-")));
    }

    [Fact]
    public void An_unknown_field_in_an_exception_keeps_the_rest_of_it()
    {
        // Whatever the unknown is, where the method differs the exception does not hold.
        var rules = Rules.Detecting("s:\n    cs-uri-stem: '/x'\nf:\n    cs-method: GET\n    cs-content-type: y\ncondition: s and not f");
        Assert.Single(Assert.Single(rules.Rules).Remarks);
        Assert.True(Rules.Fires(rules, Events.Web("POST", "/x", "-")));
        Assert.False(Rules.Fires(rules, Events.Web("GET", "/x", "-")));
    }

    [Fact]
    public void Several_documents_anchors_and_filters_are_read()
    {
        var rule = Rules.Text("s: &same\n    cs-method: GET\nt: *same\ncondition: s and t");
        var filter = "---\ntitle: Our scanner\nlogsource: {category: webserver}\nfilter:\n    rules: [5a0e1f6e-0000-4000-8000-000000000001]\n    own: {c-ip: 192.0.2.1}\n    condition: not own\n";
        var rules = Rules.Of(rule + filter);
        Assert.Equal((1, 1), (rules.Rules.Length, rules.Filters));
        Assert.True(Rules.Fires(rules, Events.Web("GET", "/", "-")));
        Assert.False(Rules.Fires(rules, Events.Web("GET", "/", "-", client: "192.0.2.1")));
    }

    [Fact]
    public void A_circle_and_a_bomb_of_references_end()
    {
        Assert.Single(Rules.Of("a: &a [*a]\n").Refused);
        var bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n" + string.Concat(Enumerable.Range(1, 20).Select(i => $"a{i}: &a{i} [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 9))}]\n"));
        Assert.Single(Rules.Of(bomb).Refused);
    }

    [Fact]
    public void The_same_rule_twice_fires_once()
    {
        var text = Rules.Text("s:\n    cs-method: GET\ncondition: s");
        var rules = Rules.Of(text + "---\n" + text);
        Assert.Equal(RefusalReason.Twice, Assert.Single(rules.Refused).Reason);
        Assert.Single(Rules.Hits(rules, Events.Web("GET", "/", "-")));
    }

    [Fact]
    public void Every_shared_rule_is_used_or_refused_by_name()
    {
        var rules = Rules.Shared();
        Assert.Equal(rules.Files, rules.Rules.Length + rules.Refused.Length);
        Assert.True(rules.Rules.Length >= 152, $"only {rules.Rules.Length} rules are in use");
        Assert.DoesNotContain(rules.Refused, r => r.Reason is RefusalReason.Malformed or RefusalReason.Expression or RefusalReason.Modifier);
        Assert.All(rules.Refused, r => Assert.True(r.Detail.Length > 0 && r.Title.Length > 0));
    }
}

using Xunit;

namespace Serjeant.Tests.Traces.Sigma;

public sealed class ConditionTests
{
    /// <summary>m holds for GET, p for /x, q for q=1, _u for status 200.</summary>
    private const string Searches = "m:\n    cs-method: GET\nsel_p:\n    cs-uri-stem: '/x'\nsel_q:\n    cs-uri-query: 'q=1'\n_u:\n    sc-status: 200\ncondition: ";

    [Theory]
    [InlineData("m and sel_p", "GET", "/x", "-", true)]
    [InlineData("m and sel_p", "POST", "/x", "-", false)]
    [InlineData("m or sel_p and sel_q", "GET", "/y", "-", true)]
    [InlineData("(m or sel_p) and sel_q", "GET", "/y", "-", false)]
    [InlineData("not m and sel_p", "POST", "/x", "-", true)]
    [InlineData("not (m and sel_p)", "POST", "/x", "-", true)]
    [InlineData("not not m", "GET", "/x", "-", true)]
    [InlineData("1 of sel*", "POST", "/x", "-", true)]
    [InlineData("any of sel_*", "POST", "/x", "-", true)]
    [InlineData("all of sel*", "POST", "/x", "-", false)]
    [InlineData("all of sel*", "POST", "/x", "q=1", true)]
    [InlineData("1 of them", "POST", "/y", "-", false)]
    [InlineData("all of them", "GET", "/x", "q=1", true)]
    [InlineData("m and not 1 of sel_*", "GET", "/y", "-", true)]
    [InlineData("M AND NOT 1 OF sel_*", "GET", "/y", "-", null)]
    [InlineData("m AND NOT 1 OF sel_*", "GET", "/y", "-", true)]
    [InlineData("all of *_p", "POST", "/x", "-", true)]
    public void A_condition_joins_searches(string condition, string method, string path, string query, bool? fires)
    {
        var rules = Rules.Detecting(Searches + condition);
        if (fires is null) Assert.Single(rules.Refused); // names of searches are as written
        else Assert.Equal(fires, Rules.Fires(rules, Events.Web(method, path, query)));
    }

    [Theory]
    [InlineData("s:\n    - cs-method: GET\n      cs-uri-stem: '/x'\n    - cs-method: PUT\ncondition: s", "PUT", "/y", true)]
    [InlineData("s:\n    - cs-method: GET\n      cs-uri-stem: '/x'\n    - cs-method: PUT\ncondition: s", "GET", "/y", false)]
    [InlineData("s:\n    - needle\n    - cs-method: PUT\ncondition: s", "GET", "/a/NEEDLE/b", true)]
    [InlineData("s: needle\ncondition: s", "GET", "/a/needle/b", true)]
    [InlineData("s:\n    '|all':\n        - needle\n        - 200\ncondition: s", "GET", "/a/needle/b", true)]
    [InlineData("s:\n    '|all':\n        - needle\n        - 404\ncondition: s", "GET", "/a/needle/b", false)]
    [InlineData("s:\n    - 'need*dle'\ncondition: s", "GET", "/need/x/dle", true)]
    [InlineData("s:\n    - 'GET*needle'\ncondition: s", "GET", "/needle", false)]
    [InlineData("s:\n    '|re': 'ne{2}dle'\ncondition: s", "GET", "/needle", true)]
    public void Lists_and_keywords_are_read(string detection, string method, string path, bool fires) =>
        Assert.Equal(fires, Rules.Fires(Rules.Detecting(detection), Events.Web(method, path, "-")));
}

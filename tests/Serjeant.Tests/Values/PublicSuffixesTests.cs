using System.Text.RegularExpressions;
using Serjeant.Tests.Registers;
using Serjeant.Values;
using Xunit;

namespace Serjeant.Tests.Values;

public sealed partial class PublicSuffixesTests
{
    [Theory]
    [InlineData("www.example.co.uk", "example.co.uk")]
    [InlineData("example.co.uk", "example.co.uk")]
    [InlineData("co.uk", "co.uk")]
    [InlineData("uk", "uk")]
    [InlineData("a.b.example.example", "example.example")]
    [InlineData("www.city.kawasaki.jp", "city.kawasaki.jp")]
    [InlineData("a.b.c.kawasaki.jp", "b.c.kawasaki.jp")]
    [InlineData("mallory.github.io", "mallory.github.io")]
    [InlineData("x.mallory.github.io", "mallory.github.io")]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("", "")]
    public void The_registrable_domain_lies_one_label_below_the_suffix(string name, string registrable) =>
        Assert.Equal(registrable, PublicSuffixes.Shared.Registrable(name));

    [Fact]
    public void A_suffix_in_unicode_is_found_by_its_ascii_form()
    {
        Assert.True(DomainName.TryParse("www.食狮.公司.cn", out var name));
        Assert.Equal("xn--85x722f.xn--55qx5d.cn", name.Registrable.Name);
    }

    [Fact]
    public void A_list_of_ones_own_is_read_with_exceptions_wildcards_comments_and_either_line_ending()
    {
        var list = PublicSuffixes.Parse("// comment\r\nexample\r\n*.wild.example\n!free.wild.example\n");
        Assert.Equal("b.example", list.Registrable("a.b.example"));
        Assert.Equal("b.any.wild.example", list.Registrable("a.b.any.wild.example"));
        Assert.Equal("free.wild.example", list.Registrable("a.free.wild.example"));
    }

    [Fact]
    public void Every_case_of_the_lists_own_tests_is_answered_as_it_says()
    {
        var cases = Case().Matches(File.ReadAllText(RegistersMaterial.Shared("vectors/psl/test_psl.txt")));
        Assert.True(cases.Count > 70, $"{cases.Count} cases");
        Assert.All(cases, c =>
        {
            var input = c.Groups[1].Success ? c.Groups[1].Value : "";
            var parsed = DomainName.TryParse(input, out var name);
            // Where nothing can be registered the list says null; ours gives the name itself back, or takes the text for no name.
            if (c.Groups[2].Success)
            {
                Assert.True(DomainName.TryParse(c.Groups[2].Value, out var expected));
                Assert.Equal(expected.Name, name.Registrable.Name);
            }
            else
            {
                Assert.True(!parsed || name.Registrable == name, input);
            }
        });
    }

    [GeneratedRegex(@"^checkPublicSuffix\((?:'([^']*)'|null), (?:'([^']*)'|null)\);", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Case();
}

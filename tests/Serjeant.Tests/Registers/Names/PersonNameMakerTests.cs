using Serjeant.Registers.Names;
using Xunit;

namespace Serjeant.Tests.Registers.Names;

public sealed class PersonNameMakerTests
{
    private static PersonName Make(string text) => new PersonNameMaker().Make(text);

    [Theory]
    [InlineData("Jane Hartwell", "jane", "hartwell")]
    [InlineData("Hartwell, Jane", "jane", "hartwell")]
    [InlineData("HARTWELL Jane", "jane", "hartwell")]
    [InlineData("Rt Hon Dr Jane Hartwell MP", "jane", "hartwell")]
    [InlineData("Jane Hartwell, MP", "jane", "hartwell")]
    [InlineData("Jane Hartwell (House of Example)", "jane", "hartwell")]
    [InlineData("Anne-Marie Smith-Jones", "anne marie", "smith jones")]
    [InlineData("Pieter van der Berg", "pieter", "berg")]
    [InlineData("Dean Smith", "dean", "smith")]
    [InlineData("Bishop John Smith", "john", "smith")]
    [InlineData("Wang Wei", "wei", "wang")]
    [InlineData("Lord Penhallow of Tregarth", "", "penhallow")]
    [InlineData("欧阳泽楷", "", "欧阳泽楷")]
    [InlineData("", "", "")]
    public void Given_and_family_name_are_told_apart(string text, string given, string family)
    {
        var name = Make(text);
        Assert.Equal((given, family), (string.Join(' ', name.Given), string.Join(' ', name.Family)));
    }

    [Fact]
    public void The_lesser_parts_have_their_places()
    {
        Assert.Equal(["van", "der"], Make("Pieter van der Berg").Particles);
        Assert.Equal(["иванович"], Make("Пётр Иванович Ворошкин").Patronymic);
        Assert.Equal(["khalid"], Make("Yusuf bin Khalid al-Marwani").Patronymic);
        Assert.Equal(["jr"], Make("Wendell Ashgrove Jr").Suffixes);
        Assert.Equal(["tregarth"], Make("Lord Penhallow of Tregarth").Place);
        Assert.Equal("jr", Make("J. R. Quillfeather").Initials);
        Assert.Equal(["private", "secretary", "to"], Make("Private Secretary to Jane Hartwell").Office);
        Assert.Equal(["rt", "hon", "mp"], Make("Rt Hon Jane Hartwell MP").Titles);
        Assert.Equal(["house", "of", "example"], Make("Jane Hartwell (House of Example)").Outside);
        Assert.True(Make("Hartwell Consulting Ltd").IsBody);
        Assert.False(Make("Jane Hartwell").IsBody);
        Assert.True(Make("!!!").IsEmpty);
    }
}

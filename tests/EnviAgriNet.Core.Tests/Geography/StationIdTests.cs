using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Core.Tests.Geography;

public sealed class StationIdTests
{
    [Theory]
    [InlineData("abc")]
    [InlineData("cm-mae-rim-01")]
    [InlineData("0123456789012345678901234567890123456789")]
    public void Parse_TextWithinTheRule_KeepsIt(string text) => Assert.Equal(text, StationId.Parse(text).Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ab")]
    [InlineData("01234567890123456789012345678901234567890")]
    [InlineData("Abc")]
    [InlineData("a_b")]
    [InlineData("a/b")]
    [InlineData("a+b")]
    [InlineData("สถานี")]
    public void TryParse_OtherText_IsRefused(string? text) => Assert.False(StationId.TryParse(text, out _));

    [Fact]
    public void Parse_OtherText_SaysTheRule()
    {
        FormatException fault = Assert.Throws<FormatException>(() => StationId.Parse("A"));
        Assert.Contains("3 to 40", fault.Message, StringComparison.Ordinal);
    }
}

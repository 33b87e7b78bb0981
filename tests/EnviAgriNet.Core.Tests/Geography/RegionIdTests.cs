using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Core.Tests.Geography;

public sealed class RegionIdTests
{
    [Theory]
    [InlineData("50", RegionLevel.Province)]
    [InlineData("5001", RegionLevel.District)]
    [InlineData("500108", RegionLevel.Subdistrict)]
    public void Parse_CodeOfTheTree_KnowsItsLevel(string code, RegionLevel level) =>
        Assert.Equal(level, RegionId.Parse(code).Level);

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("501")]
    [InlineData("50010")]
    [InlineData("5001080")]
    [InlineData("0501")]
    [InlineData("50a1")]
    [InlineData("๕๐")]
    [InlineData(" 50")]
    public void TryParse_OtherText_IsRefused(string code) => Assert.False(RegionId.TryParse(code, out _));

    [Fact]
    public void Contains_ReachesDownTheTreeOnly()
    {
        RegionId district = RegionId.Parse("5001");
        Assert.True(RegionId.Parse("50").Contains(district));
        Assert.True(district.Contains(district));
        Assert.True(district.Contains(RegionId.Parse("500108")));
        Assert.False(district.Contains(RegionId.Parse("50")));
        Assert.False(district.Contains(RegionId.Parse("500208")));
        Assert.Equal(RegionId.Parse("50"), district.Parent);
        Assert.Null(RegionId.Parse("50").Parent);
    }
}

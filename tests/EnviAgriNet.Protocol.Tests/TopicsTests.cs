using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Protocol.Tests;

public sealed class TopicsTests
{
    [Fact]
    public void Of_StationInASubdistrict_UsesItsProvince() =>
        Assert.Equal(
            "eag/v1/50/cm-01/readings",
            Topics.Of(RegionId.Parse("500108"), StationId.Parse("cm-01"), Topics.Readings));

    [Fact]
    public void FilterAll_WithAGroup_IsAShared() =>
        Assert.Equal("$share/ingest/eag/v1/+/+/readings", Topics.FilterAll(Topics.Readings, "ingest"));

    [Theory]
    [InlineData("eag/v1/50/cm-01/readings", true)]
    [InlineData("eag/v1/50/cm-01", false)]
    [InlineData("eag/v1/50/cm-01/readings/x", false)]
    [InlineData("eag/v2/50/cm-01/readings", false)]
    [InlineData("eag/v1/5001/cm-01/readings", false)]
    [InlineData("eag/v1/50/CM/readings", false)]
    [InlineData("other/v1/50/cm-01/readings", false)]
    public void TryParse_Topic_IsTakenApartOrRefused(string topic, bool ours) =>
        Assert.Equal(ours, Topics.TryParse(topic, out _, out _, out _));
}

using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Core.Tests.Readings;

public sealed class SeriesNameTests
{
    [Theory]
    [InlineData("pm25", "pm25", null, null)]
    [InlineData("pm25/b", "pm25/b", null, "b")]
    [InlineData("soil_moisture:-0.30", "soil_moisture:-0.3", "-0.3", null)]
    [InlineData("wind_speed:10/2", "wind_speed:10/2", "10", "2")]
    [InlineData("air_temperature:0", "air_temperature:0", "0", null)]
    public void TryParse_NameWithinTheRule_IsBroughtToOneSpelling(string text, string canonical, string? metres, string? channel)
    {
        SeriesName name = SeriesName.Parse(text);
        Assert.Equal(canonical, name.Text);
        Assert.Equal(metres, name.Metres?.ToString("0.##"));
        Assert.Equal(channel, name.Channel);
        Assert.Equal(SeriesName.Parse(canonical), name);
        Assert.Equal(SeriesName.Parse(canonical).GetHashCode(), name.GetHashCode());
    }

    [Theory]
    [InlineData("pm25", false)]
    [InlineData("pm25/b", false)]
    [InlineData("pm25/raw", true)]
    [InlineData("voltage/a0raw", true)]
    public void IsRaw_ChannelThatEndsSo_IsKeptAndNotUsed(string text, bool isRaw)
    {
        SeriesName name = SeriesName.Parse(text);
        Assert.Equal(isRaw, name.IsRaw);
        Assert.Equal(!isRaw, new Reading(name, DateTimeOffset.UnixEpoch, 1, QualityFlag.Pass).IsUsable);
    }

    [Theory]
    [InlineData("", "1 to 64")]
    [InlineData("pm26", "'pm26' is not known")]
    [InlineData("PM25", "'PM25' is not known")]
    [InlineData("pm25:", "metres")]
    [InlineData("pm25:1e3", "metres")]
    [InlineData("pm25:1000.01", "metres")]
    [InlineData("pm25:0.001", "metres")]
    [InlineData("pm25/", "channel")]
    [InlineData("pm25/A", "channel")]
    [InlineData("pm25/12345678901234567", "channel")]
    [InlineData("pm25/a/b", "channel")]
    public void TryParse_OtherText_SaysWhichPartIsWrong(string text, string part)
    {
        Assert.False(SeriesName.TryParse(text, out _, out string? fault));
        Assert.Contains(part, fault, StringComparison.Ordinal);
    }
}

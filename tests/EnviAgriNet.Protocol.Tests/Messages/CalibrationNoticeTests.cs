using EnviAgriNet.Core.Readings;
using EnviAgriNet.Protocol.Messages;

namespace EnviAgriNet.Protocol.Tests.Messages;

public sealed class CalibrationNoticeTests
{
    [Theory]
    [InlineData("soil_moisture:-0.1 by tech-2 since 2026-11-20T03:00:00Z: -1.2 1.05")]
    [InlineData("soil_moisture:-0.1 by tech-2 since 2026-11-20T03:00:00Z: 105.30588235294121 -61.07843137254905 9.01960784313726 of voltage/a0")]
    [InlineData("pm25/b by a since 2026-11-20T03:00:00Z: none")]
    [InlineData("water_ph by a since 2026-11-20T03:00:00Z: -0 1E-20 1E+20")]
    public void TryParse_Text_IsReadAndWrittenTheSame(string text)
    {
        Assert.True(CalibrationNotice.TryParse(text, out CalibrationNotice? notice));
        Assert.Equal(text, notice.ToText());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("air: there is no bme280")]
    [InlineData("pm26 by a since 2026-11-20T03:00:00Z: 1 1")]
    [InlineData("pm25 by Somchai since 2026-11-20T03:00:00Z: 1 1")]
    [InlineData("pm25 by a since yesterday: 1 1")]
    [InlineData("pm25 by a since 2026-11-20T03:00:00Z: 1")]
    [InlineData("pm25 by a since 2026-11-20T03:00:00Z: 1 NaN")]
    [InlineData("pm25 by a since 2026-11-20T03:00:00Z: 1 1 1 1 1 1 1")]
    [InlineData("pm25 by a since 2026-11-20T03:00:00Z: 1 1 of pm26")]
    [InlineData("pm25 by a since 2026-11-20T03:00:00Z: 1 1 of pm25 of pm25")]
    public void TryParse_OtherText_IsRefused(string? text) => Assert.False(CalibrationNotice.TryParse(text, out _));

    [Fact]
    public void ToText_TheLongest_KeepsTheLimit()
    {
        SeriesName series = SeriesName.Parse("water_conductivity:-999.99/abcdefghijklmnop");
        CalibrationNotice longest = new(
            series, series, [.. Enumerable.Repeat(-1.2345678901234567E-300, CalibrationNotice.CoefficientsMax)], new string('a', CalibrationNotice.ByLengthMax),
            new DateTimeOffset(2026, 11, 20, 3, 0, 0, TimeSpan.Zero));
        Assert.True(CalibrationNotice.TryParse(longest.ToText(), out _));
    }
}

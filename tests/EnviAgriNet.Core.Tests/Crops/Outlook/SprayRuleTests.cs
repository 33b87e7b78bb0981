using EnviAgriNet.Core.Crops.Outlook;

namespace EnviAgriNet.Core.Tests.Crops.Outlook;

public sealed class SprayRuleTests
{
    private static readonly DateOnly Today = new(2026, 8, 20);

    [Theory]
    [InlineData(8, 28, 70, 2.0, 0, null)]
    [InlineData(8, 28, 70, 4.2, 0, SprayFault.Wind)]
    [InlineData(8, 28, 70, 0.5, 0, SprayFault.Calm)]
    [InlineData(8, 28, 70, 2.0, 0.2, SprayFault.Rain)]
    [InlineData(8, 28, 39, 2.0, 0, SprayFault.HotOrDry)]
    [InlineData(8, 24, 39, 2.0, 0, null)]
    [InlineData(8, 28, 96, 2.0, 0, SprayFault.Wet)]
    [InlineData(6, 28, 70, 2.0, 0, SprayFault.Dark)]
    [InlineData(17, 28, 70, 2.0, 0, SprayFault.Dark)]
    public void FaultOf_Hour_NamesTheReason(int hour, double t, double rh, double wind, double rain, SprayFault? fault) =>
        Assert.Equal(fault, SprayRule.FaultOf(new OutlookHour(Today, hour, t, rh, wind, rain)));

    [Fact]
    public void Of_WindyAfternoonsAndRainAtTen_LeavesTheEarlyMorning()
    {
        SprayOutlook spray = SprayRule.Of(Hours(h => h == 10 ? 1 : 0, h => h >= 12 ? 6 : 2), Today, 7)!;

        // 8 and 9 o'clock are followed by rain within two hours, 11 is fit.
        Assert.Equal([new SprayWindow(7, 8, 8, 8), new SprayWindow(11, 12, 7, 7)], spray.Windows);
        Assert.Equal((true, null, 8), (spray.Now, spray.NowReason, spray.Days));
    }

    [Fact]
    public void Of_TooFewDaysOrNoWind_IsNull()
    {
        Assert.Null(SprayRule.Of([], Today, 7));
        Assert.Null(SprayRule.Of(Hours(_ => 0, _ => 2).Where(h => h.Date >= Today.AddDays(-1)), Today, 7));
        Assert.Null(SprayRule.Of(Hours(_ => 0, _ => null), Today, 7));
    }

    [Fact]
    public void Of_NoFreshHour_DoesNotSpeakOfNow() => Assert.Null(SprayRule.Of(Hours(_ => 0, _ => 2), Today, 12)!.Now);

    // Seven days and the morning of today until 7 o'clock.
    private static IEnumerable<OutlookHour> Hours(Func<int, double> rain, Func<int, double?> wind) => Enumerable.Range(0, (7 * 24) + 8)
        .Select(i => new OutlookHour(Today.AddDays(-7 + (i / 24)), i % 24, 28, 70, wind(i % 24), rain(i % 24)))
        .Where(h => h.Date < Today || h.Hour <= 7).Select(h => h.Date == Today && h.Hour < 7 ? h with { Wind = null } : h);
}

using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Core.Tests.Hazards;

/// <summary>P5: what comes late corrects the windows, is judged once, and pages nobody for the past.</summary>
public sealed class LateReadingsTests
{
    private static readonly DateTimeOffset Start = ProvinceBench.Start;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);
    private static readonly Site City = ProvinceBench.SiteOf("cm-city");
    private static readonly Site River = ProvinceBench.SiteOf("cm-river", bank: 5, ground: 0);

    [Fact]
    public void PastEventInOrder_IsForTheRecordOnly()
    {
        ProvinceBench bench = new();
        DateTimeOffset now = Start.AddDays(30);
        for (int hour = 0; hour < 24 * 8; hour++)
        {
            bench.Feed(ProvinceBench.Of(City, "pm25", Start.AddHours(hour), hour is > 48 and < 96 ? 150 : 10), now);
        }

        Assert.Contains(ChangeKind.Opened, bench.Kinds);
        Assert.Contains(ChangeKind.Ended, bench.Kinds);
        Assert.All(bench.Changes, c => Assert.False(c.IsLive));
    }

    [Fact]
    public void EventThatStillHolds_IsToldOnceReadingsAreLive()
    {
        ProvinceBench bench = new();
        DateTimeOffset now = Start.AddDays(3);
        bench.Hold(City, "pm25", Start, TimeSpan.Zero, Hour, _ => 0);
        for (DateTimeOffset at = Start; at <= now; at += Hour)
        {
            bench.Feed(ProvinceBench.Of(City, "pm25", at, 60), now);
        }

        Assert.False(bench.Changes[0].IsLive);
        HazardChange told = Assert.Single(bench.Changes, c => c.IsLive);
        Assert.Equal((ChangeKind.LevelChanged, HazardLevel.Moderate, HazardLevel.None), (told.Kind, told.Level, told.Previous));
    }

    [Fact]
    public void ReadingBeforeTheNewestOfItsSeries_IsNotJudgedAtItsOwnTime()
    {
        ProvinceBench bench = new();
        DateTimeOffset now = Start.AddDays(9);
        bench.Feed(ProvinceBench.Of(City, "pm25", now, 10));
        for (int hour = 0; hour < 24 * 6; hour++)
        {
            bench.Feed(ProvinceBench.Of(City, "pm25", Start.AddHours(hour), 150), now);
        }

        Assert.Empty(bench.Changes);
    }

    [Fact]
    public void ReadingsOfTheLastDay_CorrectTheMean()
    {
        ProvinceBench late = new();
        late.Hold(City, "pm25", Start.AddHours(20), TimeSpan.FromHours(4), Hour, _ => 60);
        for (int hour = 19; hour >= 0; hour--)
        {
            late.Feed(ProvinceBench.Of(City, "pm25", Start.AddHours(hour), 60), Start.AddHours(23));
        }

        Assert.Empty(late.Changes);
        late.Hold(City, "pm25", Start.AddHours(24), TimeSpan.FromHours(2), Hour, _ => 60);

        Assert.Equal(24, Assert.IsType<HazeEvidence>(late.Changes[0].Evidence).Hours);
        Assert.Equal(ChangeKind.Opened, late.Changes[0].Kind);
        Assert.True(late.Changes[0].IsLive);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(9, false)]
    public void RainBehindTheNewestReading_IsJudgedThoughNoMoreFollows(int daysAgo, bool isLive)
    {
        ProvinceBench bench = new();
        DateTimeOffset newest = Start.AddDays(2);
        DateTimeOffset now = newest.AddDays(daysAgo);
        bench.Feed(ProvinceBench.Of(City, "rain", newest, 0), now);
        for (int minute = 10; minute <= 24 * 60; minute += 10)
        {
            bench.Feed(ProvinceBench.Of(City, "rain", newest.AddMinutes(-minute), 0.5), now);
        }

        Assert.Empty(bench.Changes);
        HazardChange change = Assert.Single(bench.Province.JudgeCorrected(now));
        Assert.Equal((HazardKind.FlashFlood, ChangeKind.Opened, newest, isLive), (change.Hazard, change.Kind, change.At, change.IsLive));
        Assert.Empty(bench.Province.JudgeCorrected(now));
    }

    [Fact]
    public void ReadingOfASensorBesideTheJudgedOne_IsJudgedThoughNoMoreFollows()
    {
        ProvinceBench bench = new();
        DateTimeOffset newest = Start.AddDays(4);
        bench.Hold(City, "rain/b", Start, TimeSpan.FromDays(4), TenMinutes, _ => 0);
        bench.Feed(ProvinceBench.Of(City, "rain/b", newest, 0));
        bench.Feed(ProvinceBench.Of(City, "rain", newest.AddMinutes(-5), 30), newest);

        Assert.Empty(bench.Changes);
        Assert.Contains(bench.Province.JudgeCorrected(newest), c => c.Hazard == HazardKind.FlashFlood && c.At == newest);
    }

    [Fact]
    public void ReadingsThatTheNextJudgementSaw_AreNotJudgedAgain()
    {
        ProvinceBench bench = new();
        DateTimeOffset newest = Start.AddDays(2);
        bench.Feed(ProvinceBench.Of(City, "rain", newest, 0));
        bench.Feed(ProvinceBench.Of(City, "rain", newest.AddMinutes(-10), 26));
        bench.Feed(ProvinceBench.Of(City, "rain", newest.AddMinutes(10), 0));

        Assert.Equal(newest.AddMinutes(10), Assert.Single(bench.Changes).At);
        Assert.Empty(bench.Province.JudgeCorrected(newest.AddMinutes(10)));
    }

    [Theory]
    [InlineData("rain", 26)]
    [InlineData("pm25", 150)]
    [InlineData("water_level", 6)]
    [InlineData("air_temperature", 43)]
    [InlineData("wind_speed", 30)]
    [InlineData("soil_moisture", 3)]
    public void ReadingsAfterAStartBeforeAnyJudgement_WaitForTheNextReading(string series, double value)
    {
        ProvinceBench bench = new();
        DateTimeOffset newest = Start.AddDays(2);
        for (int minute = 0; minute < 48 * 60; minute += 30)
        {
            bench.Province.Take(ProvinceBench.Of(River, series, newest.AddMinutes(-minute), value));
        }

        bench.Feed(ProvinceBench.Of(River, series, newest.AddMinutes(-10), value), newest);

        Assert.Empty(bench.Province.JudgeCorrected(newest));
        Assert.Empty(bench.Province.States);
    }
}

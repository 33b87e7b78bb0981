using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Core.Indices;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Core.Tests.Hazards;

public sealed class ProvinceTests
{
    private static readonly DateTimeOffset Start = ProvinceBench.Start;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);
    private static readonly Site City = ProvinceBench.SiteOf("cm-city");
    private static readonly Site River = ProvinceBench.SiteOf("cm-river", bank: 5, ground: 0);

    [Fact]
    public void Limits_OfTheHazeRule_AreTheClassesOfTheIndex()
    {
        HazardRule rule = DefaultRules.Of(HazardKind.Haze);
        double moderate = Assert.Single(rule.Moderate.Raise.Terms).Value;
        double severe = Assert.Single(rule.Severe!.Raise.Terms).Value;

        Assert.Equal(100, ThaiAqiTable.Since2023.ValueOf(Pollutant.Pm25, moderate)?.Number);
        Assert.Equal(200, ThaiAqiTable.Since2023.ValueOf(Pollutant.Pm25, severe)?.Number);
        Assert.Equal((37.5, 75.0), (moderate, severe));
    }

    [Fact]
    public void Haze_FewerThan18Hours_IsUnknown()
    {
        ProvinceBench bench = new();
        bench.Hold(City, "pm25", Start, TimeSpan.FromHours(17), Hour, _ => 300);
        Assert.Empty(bench.Changes);

        bench.Hold(City, "pm25", Start.AddHours(17), TimeSpan.FromHours(3), Hour, _ => 300);

        Assert.Equal(ChangeKind.Opened, bench.Changes[0].Kind);
        Assert.Equal(Start.AddHours(18), bench.Changes[0].At);
        Assert.Equal("5001-haze-20260301T1700", bench.Changes[0].EventId);
    }

    [Fact]
    public void Haze_RisesAndFalls_OpensGoesSevereAndEndsOnce()
    {
        ProvinceBench bench = new();
        bench.Hold(City, "pm25", Start, TimeSpan.FromDays(2), Hour, _ => 20);
        bench.Hold(City, "pm25", Start.AddDays(2), TimeSpan.FromDays(3), Hour, _ => 150);
        bench.Hold(City, "pm25", Start.AddDays(5), TimeSpan.FromDays(3), Hour, _ => 20);

        Assert.Equal(
            [ChangeKind.Opened, ChangeKind.LevelChanged, ChangeKind.LevelChanged, ChangeKind.Ended],
            bench.Kinds.Where(k => k is not (ChangeKind.Extended or ChangeKind.Proposed)));
        Assert.All(bench.Changes, c => Assert.True(c.IsLive));
        Assert.InRange(bench.Kinds.Count(k => k == ChangeKind.Extended), 2, 6);
    }

    [Fact]
    public void Haze_OneHourThatCarriesTheMean_IsProposedToAPerson()
    {
        ProvinceBench bench = new();
        bench.Hold(City, "pm25", Start, TimeSpan.FromHours(24), Hour, _ => 30);
        bench.Hold(City, "pm25", Start.AddHours(24), TimeSpan.FromHours(1), Hour, _ => 1900);
        bench.Hold(City, "pm25", Start.AddHours(25), TimeSpan.FromHours(6), Hour, _ => 30);

        Assert.Contains(bench.Changes, c => c is { Kind: ChangeKind.Proposed, Level: HazardLevel.Severe });
        Assert.DoesNotContain(bench.Changes, c => c is { Kind: not ChangeKind.Proposed, Level: HazardLevel.Severe });
        Assert.Contains(bench.Changes, c => c is { Kind: ChangeKind.Opened, Level: HazardLevel.Moderate });
    }

    [Theory]
    [InlineData("pm10")]
    [InlineData("pm25/b")]
    public void Haze_OneHourThatCarriesTheMean_AnotherSeriesBearsWitness(string series)
    {
        ProvinceBench bench = new();
        for (int hour = 0; hour < 30; hour++)
        {
            bench.Feed(ProvinceBench.Of(City, series, Start.AddHours(hour), series == "pm10" ? 130 : 50));
            bench.Feed(ProvinceBench.Of(City, "pm25", Start.AddHours(hour), hour == 24 ? 1900 : 30));
        }

        Assert.Contains(bench.Changes, c => c is { Kind: not ChangeKind.Proposed, Level: HazardLevel.Severe });
    }

    [Fact]
    public void Haze_OneHourThatCarriesTheMean_ANeighbourBearsWitness()
    {
        ProvinceBench bench = new();
        Site neighbour = ProvinceBench.SiteOf("mae-rim", "5007");
        for (int hour = 0; hour < 30; hour++)
        {
            bench.Feed(ProvinceBench.Of(neighbour, "pm25", Start.AddHours(hour), 50));
            bench.Feed(ProvinceBench.Of(City, "pm25", Start.AddHours(hour), hour == 24 ? 1900 : 30));
        }

        Assert.Contains(
            bench.Changes, c => c is { Kind: not ChangeKind.Proposed, Level: HazardLevel.Severe } && c.Region.Code == "5001");
    }

    [Theory]
    [InlineData(QualityFlag.Fail)]
    [InlineData(QualityFlag.Suspect)]
    [InlineData(QualityFlag.Missing)]
    public void Haze_ReadingsNotToBeTrusted_RaiseNothing(QualityFlag quality)
    {
        ProvinceBench bench = new();
        for (int hour = 0; hour < 48; hour++)
        {
            bench.Feed(ProvinceBench.Of(City, "pm25", Start.AddHours(hour), 500, quality));
        }

        Assert.Empty(bench.Changes);
    }

    [Fact]
    public void Haze_ValueOutsideTheRangeOfTheQuantity_RaisesNothing()
    {
        ProvinceBench bench = new();
        bench.Hold(City, "pm25", Start, TimeSpan.FromDays(2), Hour, _ => 60_000);
        Assert.Empty(bench.Changes);
    }

    [Fact]
    public void Silence_OfARaisedSeries_NeitherClearsNorHoldsUp()
    {
        ProvinceBench bench = new();
        bench.Hold(City, "pm25", Start, TimeSpan.FromDays(2), Hour, _ => 60);
        HazardChange last = bench.Changes[^1];
        // Until then a reading may come that is not late.
        DateTimeOffset expires = last.ExpiresAt + new HazardRules().LateAfter;

        bench.Advance(expires - TimeSpan.FromSeconds(1));
        Assert.Equal(last, bench.Changes[^1]);
        bench.Advance(expires);

        Assert.Equal(ChangeKind.Lapsed, bench.Changes[^1].Kind);
        Assert.False(bench.Changes[^1].IsLive);
        bench.Advance(expires.AddDays(3));
        Assert.Equal(1, bench.Kinds.Count(k => k == ChangeKind.Lapsed));
        Assert.DoesNotContain(ChangeKind.Ended, bench.Kinds);
    }

    [Fact]
    public void Silence_OfTheRaisedStation_IsNotClearedByALowNeighbourWhileItsWarningHolds()
    {
        ProvinceBench bench = new();
        Site other = ProvinceBench.SiteOf("cm-airport");
        for (int hour = 0; hour < 48; hour++)
        {
            bench.Feed(ProvinceBench.Of(City, "pm25", Start.AddHours(hour), 60));
            bench.Feed(ProvinceBench.Of(other, "pm25", Start.AddHours(hour), 10));
        }

        DateTimeOffset silent = Start.AddHours(48);
        bench.Hold(other, "pm25", silent, TimeSpan.FromHours(10), Hour, _ => 10);
        Assert.DoesNotContain(bench.Changes, c => c.Kind is ChangeKind.Ended or ChangeKind.Lapsed);

        bench.Hold(other, "pm25", silent.AddHours(10), TimeSpan.FromHours(30), Hour, _ => 10);
        Assert.Equal(ChangeKind.Lapsed, Assert.Single(bench.Changes, c => c.Kind is ChangeKind.Ended or ChangeKind.Lapsed).Kind);
    }

    [Fact]
    public void River_SingleSpike_RaisesNothing()
    {
        ProvinceBench bench = new();
        bench.Hold(River, "water_level", Start, TimeSpan.FromDays(1), TenMinutes, at => at == Start.AddHours(12) ? 5.5 : 1);
        Assert.Empty(bench.Changes);
    }

    [Fact]
    public void River_ReadingOfAnotherStation_IsNoSignThatASpikeStaysHigh()
    {
        ProvinceBench bench = new();
        Site other = ProvinceBench.SiteOf("cm-river2", bank: 5, ground: 0);
        for (int minute = 0; minute < 600; minute += 60)
        {
            bench.Feed(ProvinceBench.Of(River, "water_level", Start.AddMinutes(minute), minute == 300 ? 5.5 : 1));
            bench.Hold(other, "water_level", Start.AddMinutes(minute + 5), Hour, TenMinutes, _ => 1);
        }

        Assert.Empty(bench.Changes);
    }

    [Fact]
    public void River_JumpThatStays_IsProposedUntilItHasStayedForThreeHours()
    {
        ProvinceBench bench = new();
        bench.Hold(River, "water_level", Start, TimeSpan.FromHours(6), TenMinutes, _ => 1);
        bench.Hold(River, "water_level", Start.AddHours(6), TimeSpan.FromHours(2.5), TenMinutes, _ => 5.5);

        Assert.Equal([ChangeKind.Opened, ChangeKind.Proposed], bench.Kinds);
        Assert.Equal(HazardLevel.Moderate, bench.Changes[0].Level);

        bench.Hold(River, "water_level", Start.AddHours(8.5), TimeSpan.FromHours(2), TenMinutes, _ => 5.5);
        Assert.Equal(HazardLevel.Severe, bench.Changes[^1].Level);
    }

    [Fact]
    public void River_JumpThatStays_HeavyRainBearsWitness()
    {
        ProvinceBench bench = new();
        bench.Hold(River, "water_level", Start, TimeSpan.FromHours(6), TenMinutes, _ => 1);
        bench.Hold(River, "rain", Start, TimeSpan.FromHours(6), TenMinutes, _ => 2);
        bench.Hold(River, "water_level", Start.AddHours(6), Hour, TenMinutes, _ => 5.5);

        Assert.Equal(HazardLevel.Severe, bench.Changes.First(c => c.Hazard == HazardKind.RiverFlood).Level);
    }

    [Fact]
    public void River_SteadyRise_WarnsBeforeTheBankAndEndsAfterTheFlood()
    {
        ProvinceBench bench = new();
        double Level(DateTimeOffset at) => (at - Start).TotalHours switch
        {
            < 12 => 2,
            < 24 => 2 + (((at - Start).TotalHours - 12) * 0.3),
            < 40 => 5.6 - (((at - Start).TotalHours - 24) * 0.25),
            _ => 1.6,
        };
        bench.Hold(River, "water_level", Start, TimeSpan.FromDays(3), TenMinutes, Level);

        HazardChange first = bench.Changes[0];
        RiverEvidence evidence = Assert.IsType<RiverEvidence>(first.Evidence);
        Assert.Equal(HazardLevel.Moderate, first.Level);
        Assert.InRange(evidence.HoursToBank!.Value, 3, 6);
        HazardChange severe = bench.Changes.First(c => c.Level == HazardLevel.Severe);
        Assert.False(Assert.IsType<RiverEvidence>(severe.Evidence).Bank.IsOverBank);
        Assert.Equal(ChangeKind.Ended, bench.Changes[^1].Kind);
        Assert.Equal(1, bench.Kinds.Count(k => k == ChangeKind.Opened));
    }

    [Fact]
    public void River_WithoutBank_IsNotJudged()
    {
        ProvinceBench bench = new();
        bench.Hold(ProvinceBench.SiteOf("no-bank", bank: 0, ground: 0), "water_level", Start, TimeSpan.FromDays(1), TenMinutes, _ => 9);
        Assert.Empty(bench.Changes);
    }
}

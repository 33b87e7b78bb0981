using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Core.Tests.Hazards;

/// <summary>Every hazard from its sensors to its events.</summary>
public sealed class HazardEngineTests
{
    private static readonly DateTimeOffset Start = ProvinceBench.Start;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly Site Village = ProvinceBench.SiteOf("village");
    private static readonly Site Beside = ProvinceBench.SiteOf("beside", "5007");

    /// <summary>The hazard, its series with a quiet, a moderate and a severe value, and the measure that decides.</summary>
    public static TheoryData<HazardKind, string, string> Scenarios => new()
    {
        { HazardKind.Haze, "pm25=10,50,100", "pm25_24h" },
        { HazardKind.FlashFlood, "rain=0,3,6 humidity=60,60,60", "rain_3d" },
        { HazardKind.Landslide, "rain=0,5,8", "rain_3d" },
        { HazardKind.ExtremeHeat, "air_temperature=30,36,41 humidity=40,55,60", "heat_index_1h" },
        { HazardKind.Cold, "air_temperature=25,12,5", "temperature_1h" },
        { HazardKind.StrongWind, "wind_speed=3,15,22 wind_gust=5,16,23", "wind_10min" },
        { HazardKind.WaterPollution, "dissolved_oxygen=6,2.5,1 water_ph=7,7,7", "dissolved_oxygen_1h" },
        { HazardKind.SalinityIntrusion, "salinity=0.1,1,3", "salinity_1h" },
        { HazardKind.FireWeather, "air_temperature=28,35,40 humidity=80,33,30", "angstrom" },
        { HazardKind.Drought, "spi_3=0,-1.2,-2 soil_moisture=40,40,40", "spi_3" },
    };

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Sensors_QuietModerateSevereQuiet_OpenRiseAndEndOneEvent(HazardKind hazard, string series, string measure)
    {
        ProvinceBench bench = new();
        DateTimeOffset at = Start;
        foreach (int phase in (int[])[0, 1, 2, 0])
        {
            at = Feed(bench, series, phase, at, days: phase == 0 ? 9 : 3, Village, Beside);
        }

        List<HazardChange> changes = bench.Changes.FindAll(c => c.Hazard == hazard && c.Region == Village.Region && c.Kind != ChangeKind.Extended);
        Assert.Equal([ChangeKind.Opened, ChangeKind.LevelChanged], changes.Select(c => c.Kind).Take(2));
        Assert.Equal([HazardLevel.Moderate, HazardLevel.Severe], changes.Select(c => c.Level).Take(2));
        Assert.Equal(ChangeKind.Ended, changes[^1].Kind);
        Assert.Single(changes, c => c.Kind == ChangeKind.Opened);
        if (hazard != HazardKind.Haze)
        {
            MeasureEvidence evidence = Assert.IsType<MeasureEvidence>(changes[1].Evidence);
            Assert.Equal((measure, Measures.Get(measure).Unit), (evidence.Values[0].Measure, evidence.Values[0].Unit));
            Assert.All(bench.Changes, c => Assert.NotEmpty(((MeasureEvidence)c.Evidence!).Values));
        }
    }

    [Theory]
    [InlineData(HazardKind.Haze, "pm25=10,50,36")]
    [InlineData(HazardKind.RiverFlood, "water_level=4.24,4.6,4.255")]
    [InlineData(HazardKind.Landslide, "rain=0,4.5,3.5")]
    [InlineData(HazardKind.ExtremeHeat, "air_temperature=30,36,35 humidity=40,55,52")]
    [InlineData(HazardKind.Cold, "air_temperature=25,12,16.5")]
    [InlineData(HazardKind.StrongWind, "wind_speed=3,15,12 wind_gust=5,16,13")]
    [InlineData(HazardKind.WaterPollution, "dissolved_oxygen=6,2.5,3.2")]
    [InlineData(HazardKind.SalinityIntrusion, "salinity=0.1,1,0.22")]
    [InlineData(HazardKind.FireWeather, "air_temperature=28,35,34 humidity=80,33,36")]
    [InlineData(HazardKind.Drought, "spi_3=0,-1.2,-0.9")]
    public void Sensors_BetweenHoldAndRaise_NeitherOpenNorEndAnEvent(HazardKind hazard, string series)
    {
        Site site = Village with { BankLevel = 5, GroundLevel = 0 };
        ProvinceBench quiet = new();
        Feed(quiet, series, 2, Feed(quiet, series, 0, Start, days: 9, site), days: 12, site);
        Assert.DoesNotContain(quiet.Changes, c => c.Hazard == hazard);

        ProvinceBench bench = new();
        DateTimeOffset at = Feed(bench, series, 0, Start, days: 9, site);
        at = Feed(bench, series, 1, at, days: 1, site);
        at = Feed(bench, series, 2, at, days: 12, site);
        Assert.Single(bench.Changes, c => c.Hazard == hazard && c.Kind == ChangeKind.Opened);
        Assert.DoesNotContain(bench.Changes, c => c.Hazard == hazard && c.Kind is ChangeKind.Ended or ChangeKind.Lapsed);
        Feed(bench, series, 0, at, days: 12, site);
        Assert.Single(bench.Changes, c => c.Hazard == hazard && c.Kind == ChangeKind.Ended);
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Sensors_AStationAlone_NeedsAWitnessForSevere(HazardKind hazard, string series, string measure)
    {
        ProvinceBench bench = new();
        DateTimeOffset at = Feed(bench, series, 0, Start, days: 9, Village);
        Feed(bench, series, 2, at, days: 3, Village);

        bool persists = hazard is HazardKind.Haze or HazardKind.ExtremeHeat or HazardKind.Cold or HazardKind.Landslide
            or HazardKind.StrongWind;
        IEnumerable<HazardChange> severe = bench.Changes.Where(c => c.Hazard == hazard && c.Level == HazardLevel.Severe);
        Assert.True(persists == severe.Any(c => c.Kind != ChangeKind.Proposed), measure);
        Assert.True(persists || severe.Any(), "a person is asked");
    }

    [Theory]
    [InlineData("dissolved_oxygen=6,2.5,0.5 dissolved_oxygen/b=6,2.5,0.5", true)]
    [InlineData("dissolved_oxygen=6,2.5,0.5 dissolved_oxygen/raw=6,2.5,0.5", false)]
    public void Sensors_ValuesBeforeTheirCalibration_AreNoSecondWitness(string series, bool isSecond)
    {
        ProvinceBench bench = new();
        DateTimeOffset at = Feed(bench, series, 0, Start, days: 9, Village);
        Feed(bench, series, 2, at, days: 3, Village);
        IEnumerable<HazardChange> severe = bench.Changes.Where(c => c.Hazard == HazardKind.WaterPollution && c.Level == HazardLevel.Severe);
        Assert.True(severe.Any(), "a person is asked at least");
        Assert.Equal(isSecond, severe.Any(c => c.Kind != ChangeKind.Proposed));
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Sensors_FallSilent_TheWarningLapsesAndNobodySaysItIsOver(HazardKind hazard, string series, string measure)
    {
        ProvinceBench bench = new();
        DateTimeOffset at = Feed(bench, series, 1, Start, days: 9, Village);
        bench.Advance(at.AddDays(60));

        HazardChange last = bench.Changes.Last(c => c.Hazard == hazard);
        Assert.True(last is { Kind: ChangeKind.Lapsed, IsLive: false }, measure);
    }

    [Fact]
    public void Heat_AtNight_RaisesNothing()
    {
        ProvinceBench bench = new();

        // 20:00 to 07:00 in Bangkok.
        for (int minute = 13 * 60; minute < 24 * 60; minute += 30)
        {
            bench.Feed(ProvinceBench.Of(Village, "air_temperature", Start.AddMinutes(minute), 40));
            bench.Feed(ProvinceBench.Of(Village, "humidity", Start.AddMinutes(minute), 60));
        }

        Assert.Empty(bench.Changes);
        for (int minute = 0; minute < 180; minute += 30)
        {
            bench.Feed(ProvinceBench.Of(Village, "air_temperature", Start.AddHours(25).AddMinutes(minute), 40));
            bench.Feed(ProvinceBench.Of(Village, "humidity", Start.AddHours(25).AddMinutes(minute), 60));
        }

        Assert.Contains(bench.Changes, c => c.Hazard == HazardKind.ExtremeHeat);
    }

    [Fact]
    public void HeatWave_WithItsNights_IsOneEvent()
    {
        ProvinceBench bench = new();
        for (int hour = 0; hour < 24 * 10; hour++)
        {
            DateTimeOffset at = Start.AddHours(hour);
            double day = Math.Sin((hour - 1) * Math.PI / 12);
            bench.Feed(ProvinceBench.Of(Village, "air_temperature", at, hour is > 24 and < 144 ? 33 + (5 * day) : 28));
            bench.Feed(ProvinceBench.Of(Village, "humidity", at, 55));
        }

        Assert.Equal([ChangeKind.Opened, ChangeKind.Ended], bench.Changes
            .Where(c => c.Hazard == HazardKind.ExtremeHeat && c.Kind is not (ChangeKind.Extended or ChangeKind.Proposed)).Select(c => c.Kind));
    }

    [Fact]
    public void Rain_TooFewHoursOfTheDay_RaisesByWhatItHasAndDoesNotClear()
    {
        ProvinceBench bench = new();
        bench.Hold(Village, "rain", Start, 2 * Hour, TimeSpan.FromMinutes(10), _ => 5);
        Assert.Contains(bench.Changes, c => c.Hazard == HazardKind.FlashFlood && c.Kind == ChangeKind.Opened);

        // Hours of dry readings: the day is not known yet, so nobody says that it is over.
        bench.Hold(Village, "rain", Start.AddHours(2), 12 * Hour, TimeSpan.FromMinutes(10), _ => 0);
        Assert.DoesNotContain(ChangeKind.Ended, bench.Kinds);
    }

    [Fact]
    public void River_WithSilentThermometer_IsJudgedOnItsOwn()
    {
        ProvinceBench bench = new();
        Site site = ProvinceBench.SiteOf("cool-river", bank: 5, ground: 0);
        bench.Hold(site, "air_temperature", Start, 2 * Hour, Hour, _ => 10);
        bench.Hold(site, "water_level", Start, 12 * Hour, TimeSpan.FromMinutes(10), _ => 4.8);

        Assert.Contains(bench.Changes, c => c.Hazard == HazardKind.RiverFlood);
    }

    [Fact]
    public void Pollution_OneProbeSilent_IsNotClearedByTheOtherWhileItLastSaidSo()
    {
        ProvinceBench bench = new();
        for (int minute = 0; minute < 40 * 60; minute += 30)
        {
            DateTimeOffset at = Start.AddMinutes(minute);
            bench.Feed(ProvinceBench.Of(Village, "water_ph", at, 7));
            if (minute < 6 * 60)
            {
                bench.Feed(ProvinceBench.Of(Village, "dissolved_oxygen", at, 2.5));
            }
        }

        Assert.Equal(ChangeKind.Opened, bench.Changes[0].Kind);
        Assert.DoesNotContain(ChangeKind.Ended, bench.Kinds);
        bench.Advance(Start.AddHours(40));
        Assert.Equal(ChangeKind.Lapsed, bench.Changes[^1].Kind);
    }

    [Fact]
    public void Pollution_ReadingOfAnotherProbe_IsNoSignThatASpikeStays()
    {
        ProvinceBench bench = new();
        bench.Hold(Village, "water_ph", Start, Hour, TimeSpan.FromMinutes(10), _ => 7);
        bench.Feed(ProvinceBench.Of(Village, "dissolved_oxygen", Start.AddHours(1), 1));
        bench.Hold(Village, "water_ph", Start.AddMinutes(65), TimeSpan.FromMinutes(170), TimeSpan.FromMinutes(10), _ => 7);

        Assert.Empty(bench.Changes);
    }

    [Fact]
    public void Take_AFifthSensorOfAQuantity_IsIgnoredAndCounted()
    {
        ProvinceBench bench = new();
        foreach (string channel in (string[])["a", "b", "c", "d", "e"])
        {
            bench.Feed(ProvinceBench.Of(Village, $"pm25/{channel}", Start, 10));
            bench.Feed(ProvinceBench.Of(Village, $"pm25/{channel}", Start.AddHours(1), 10));
        }

        Assert.Equal(2, bench.Province.IgnoredReadings);
    }

    [Fact]
    public void Apply_OtherRules_GoesOnWithTheWindowsThatAreThere()
    {
        ProvinceBench bench = new(new HazardRules([]));
        bench.Hold(Village, "salinity", Start, 5 * Hour, Hour, _ => 1);
        Assert.Empty(bench.Changes);

        bench.Province.Apply(new HazardRules());
        bench.Hold(Village, "salinity", Start.AddHours(5), 4 * Hour, Hour, _ => 1);

        Assert.Equal(ChangeKind.Opened, Assert.Single(bench.Changes).Kind);
        bench.Province.Apply(new HazardRules([]));
        bench.Hold(Village, "salinity", Start.AddHours(9), 90 * Hour, Hour, _ => 0);
        bench.Advance(Start.AddDays(5));
        Assert.Equal(ChangeKind.Lapsed, bench.Changes[^1].Kind);
    }

    [Fact]
    public void RandomField_LevelsNeverFlap()
    {
        for (int seed = 0; seed < 6; seed++)
        {
            ProvinceBench bench = new();
            bench.Changes.AddRange(RandomField(new Random(seed)).SelectMany(r => bench.Province.Accept([r], r.Reading.TakenAt)));
            Dictionary<(RegionId, HazardKind), DateTimeOffset> raised = [];
            foreach (HazardChange change in bench.Changes)
            {
                bool isRaise = change.Level > change.Previous && change.Kind is ChangeKind.Opened or ChangeKind.LevelChanged;
                bool isFall = change.Level < change.Previous && change.Kind is ChangeKind.Ended or ChangeKind.LevelChanged;
                var key = (change.Region, change.Hazard);
                TimeSpan hold = DefaultRules.Of(change.Hazard).Timing.ClearHold;
                Assert.True(
                    !isFall || change.Level > change.Previous || change.At - raised[key] >= hold, $"seed {seed}: {change}");
                raised[key] = isRaise && change.Level > change.Previous ? change.At : raised.GetValueOrDefault(key, change.At);
            }

            Assert.True(bench.Changes.Select(c => c.Hazard).Distinct().Count() >= 8, $"seed {seed}: too quiet a field");
        }
    }

    [Fact]
    public void RandomField_BroughtBackAnywhere_ChangesNothing()
    {
        for (int seed = 0; seed < 6; seed++)
        {
            List<SiteReading> field = RandomField(new Random(seed));
            ProvinceBench straight = new();
            List<HazardChange> expected = [.. field.SelectMany(r => straight.Province.Accept([r], r.Reading.TakenAt))];
            Random random = new(seed);
            int cut = random.Next(field.Count / 3, field.Count);
            ProvinceBench before = new();
            List<HazardChange> changes = [.. field.Take(cut).SelectMany(r => before.Province.Accept([r], r.Reading.TakenAt))];
            HazardRules rules = new();
            Province after = new(RegionId.Parse("50"), rules, before.Province.States.ToDictionary(s => s.Key, s => s.Value));
            after.Restore();
            DateTimeOffset judged = field[cut - 1].Reading.TakenAt;
            foreach (SiteReading reading in field.Take(cut))
            {
                if (reading.Reading.TakenAt >= judged - rules.MemoryOf(reading.Reading.Series.Quantity.Code))
                {
                    after.Take(reading);
                }
            }

            changes.AddRange(field.Skip(cut).SelectMany(r => after.Accept([r], r.Reading.TakenAt)));
            Assert.True(Lines(expected).SequenceEqual(Lines(changes)), $"seed {seed}, cut at {cut}");
        }

        static IEnumerable<string> Lines(List<HazardChange> changes) =>
            changes.Select(c => $"{c.Kind} {c.EventId} {c.Level} {c.Previous} {c.At:o} {c.ExpiresAt:o}");
    }

    private static DateTimeOffset Feed(ProvinceBench bench, string series, int phase, DateTimeOffset from, int days, params Site[] sites)
    {
        DateTimeOffset end = from.AddDays(days);
        for (DateTimeOffset at = from; at < end; at += Hour)
        {
            bench.Changes.AddRange(bench.Province.Accept(
                [.. sites.SelectMany(site => series.Split(' ').Select(s => s.Split('=')).Select(s =>
                    ProvinceBench.Of(site, s[0], at, double.Parse(s[1].Split(',')[phase]))))],
                at));
        }

        return end;
    }

    private static List<SiteReading> RandomField(Random random)
    {
        (string Series, double Low, double High)[] series =
        [
            ("pm25", 10, 120), ("rain", 0, 6), ("air_temperature", 2, 44), ("humidity", 20, 80), ("wind_speed", 0, 26), ("wind_gust", 2, 30),
            ("dissolved_oxygen", 0, 8), ("water_ph", 4.5, 9.5), ("salinity", 0, 3), ("spi_3", -2.5, 1), ("soil_moisture", 5, 40),
            ("water_level", 0, 5.5),
        ];
        List<SiteReading> field = [];
        Site[] sites = [.. new[] { Village, Beside }.Select(s => s with { BankLevel = 5, GroundLevel = 0 })];
        double[,] share = new double[sites.Length, series.Length];
        for (int half = 0; half < 2 * 24 * 25; half++)
        {
            DateTimeOffset at = Start.AddMinutes(half * 30);
            for (int site = 0; site < sites.Length; site++)
            {
                for (int i = 0; i < series.Length; i++)
                {
                    share[site, i] = Math.Clamp(share[site, i] + ((random.NextDouble() - 0.48) * 0.12), 0, 1);
                    bool isSilent = (half / 40 + (i * 7) + site) % 11 == 0;
                    if (!isSilent && random.Next(10) > 0)
                    {
                        double value = series[i].Low + (share[site, i] * (series[i].High - series[i].Low));
                        field.Add(ProvinceBench.Of(sites[site], series[i].Series, at, Math.Round(value, 2)));
                    }
                }
            }
        }

        return field;
    }
}

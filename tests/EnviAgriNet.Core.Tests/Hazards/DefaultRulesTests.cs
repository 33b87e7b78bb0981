using System.Globalization;
using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Core.Tests.Hazards;

/// <summary>The limits of the rules that come with the program: what is just inside, what is just outside.</summary>
public sealed class DefaultRulesTests
{
    private static readonly DateTimeOffset At = ProvinceBench.Start;

    public static TheoryData<string, string, string, bool> Limits => new()
    {
        { "haze", "moderate raise", "pm25_24h=37.6", true },
        { "haze", "moderate raise", "pm25_24h=37.5", false },
        { "haze", "moderate hold", "pm25_24h=34.9", true },
        { "haze", "moderate hold", "pm25_24h=34.8", false },
        { "haze", "severe raise", "pm25_24h=75.1", true },
        { "haze", "severe raise", "pm25_24h=75.0", false },
        { "haze", "severe hold", "pm25_24h=69.8", true },
        { "haze", "severe hold", "pm25_24h=69.7", false },
        { "haze", "witness", "pm10_24h=120.1", true },
        { "haze", "witness", "pm10_24h=120", false },

        { "river-flood", "moderate raise", "bank_percent=90.1 hours_to_bank=99", true },
        { "river-flood", "moderate raise", "bank_percent=90 hours_to_bank=24.1", false },
        { "river-flood", "moderate raise", "bank_percent=70.1 hours_to_bank=24", true },
        { "river-flood", "moderate raise", "bank_percent=70 hours_to_bank=1", false },
        { "river-flood", "moderate hold", "bank_percent=85 hours_to_bank=99", true },
        { "river-flood", "moderate hold", "bank_percent=84.9 hours_to_bank=36.1", false },
        { "river-flood", "moderate hold", "bank_percent=65 hours_to_bank=36", true },
        { "river-flood", "moderate hold", "bank_percent=64.9 hours_to_bank=1", false },
        { "river-flood", "severe raise", "bank_percent=100.1 hours_to_bank=∞", true },
        { "river-flood", "severe raise", "bank_percent=100 hours_to_bank=∞", false },
        { "river-flood", "severe raise", "bank_percent=70.1 hours_to_bank=3", true },
        { "river-flood", "severe raise", "bank_percent=99 hours_to_bank=3.1", false },
        { "river-flood", "severe hold", "bank_percent=95 hours_to_bank=∞", true },
        { "river-flood", "severe hold", "bank_percent=94.9 hours_to_bank=4.6", false },
        { "river-flood", "severe hold", "bank_percent=65 hours_to_bank=4.5", true },
        { "river-flood", "witness", "rain_24h=35.1", true },
        { "river-flood", "witness", "rain_24h=35", false },

        // Cases of the published rule of zone 01: level 3 is Moderate, level 4 Severe.
        { "flash-flood-zone-01", "severe raise", "rain_1h=30 rain_24h=0 rain_3d=0", true },
        { "flash-flood-zone-01", "severe raise", "rain_1h=25 rain_24h=0 rain_3d=0", false },
        { "flash-flood-zone-01", "moderate raise", "rain_1h=25 rain_24h=0 rain_3d=0", true },
        { "flash-flood-zone-01", "severe raise", "rain_1h=0 rain_24h=80 rain_3d=0", true },
        { "flash-flood-zone-01", "moderate raise", "rain_1h=0 rain_24h=65 rain_3d=0", true },
        { "flash-flood-zone-01", "severe raise", "rain_1h=0 rain_24h=65 rain_3d=0", false },
        { "flash-flood-zone-01", "severe raise", "rain_1h=0 rain_24h=0 rain_3d=160", true },
        { "flash-flood-zone-01", "moderate raise", "rain_1h=0 rain_24h=0 rain_3d=95", true },
        { "flash-flood-zone-01", "moderate raise", "rain_1h=24 rain_24h=64 rain_3d=94", false },
        { "flash-flood", "severe raise", "rain_1h=29.9 rain_24h=79.9 rain_3d=159.9", false },
        { "flash-flood", "moderate hold", "rain_1h=22.5 rain_24h=0 rain_3d=0", true },
        { "flash-flood", "moderate hold", "rain_1h=22.4 rain_24h=58.4 rain_3d=85.4", false },
        { "flash-flood", "severe hold", "rain_1h=0 rain_24h=72 rain_3d=0", true },
        { "flash-flood", "severe hold", "rain_1h=26.9 rain_24h=71.9 rain_3d=143.9", false },
        { "flash-flood", "witness", "humidity_1h=90", true },
        { "flash-flood", "witness", "humidity_1h=89.9 rise_per_hour=0.09 bank_percent=70", false },

        { "landslide", "moderate raise", "rain_24h=100.1 rain_3d=100.1", true },
        { "landslide", "moderate raise", "rain_24h=100 rain_3d=299", false },
        { "landslide", "moderate hold", "rain_24h=80.1", true },
        { "landslide", "moderate hold", "rain_24h=80", false },
        { "landslide", "severe raise", "rain_24h=150.1 rain_3d=150.1", true },
        { "landslide", "severe raise", "rain_24h=150 rain_3d=300", false },
        { "landslide", "severe raise", "rain_24h=101 rain_3d=300.1", true },
        { "landslide", "severe hold", "rain_24h=120 rain_3d=240.1", true },
        { "landslide", "severe hold", "rain_24h=120 rain_3d=240", false },

        { "extreme-heat", "moderate raise", "heat_index_1h=42", true },
        { "extreme-heat", "moderate raise", "heat_index_1h=41.9", false },
        { "extreme-heat", "moderate hold", "heat_index_1h=40", true },
        { "extreme-heat", "moderate hold", "heat_index_1h=39.9", false },
        { "extreme-heat", "severe raise", "heat_index_1h=52", true },
        { "extreme-heat", "severe raise", "heat_index_1h=51.9", false },
        { "extreme-heat", "severe hold", "heat_index_1h=50", true },
        { "extreme-heat", "severe hold", "heat_index_1h=49.9", false },

        { "cold", "moderate raise", "temperature_1h=15.9", true },
        { "cold", "moderate raise", "temperature_1h=16", false },
        { "cold", "moderate hold", "temperature_min_24h=16.9", true },
        { "cold", "moderate hold", "temperature_min_24h=17", false },
        { "cold", "severe raise", "temperature_1h=7.9", true },
        { "cold", "severe raise", "temperature_1h=8", false },
        { "cold", "severe hold", "temperature_min_24h=8.9", true },
        { "cold", "severe hold", "temperature_min_24h=9", false },

        { "drought", "moderate raise", "spi_3=-1", true },
        { "drought", "moderate raise", "spi_3=-0.99", false },
        { "drought", "moderate raise", "spi_3=0 spi_1=-1 soil_moisture_24h=14.9", true },
        { "drought", "moderate raise", "spi_3=0 spi_1=-1 soil_moisture_24h=15", false },
        { "drought", "moderate hold", "spi_3=-0.8", true },
        { "drought", "moderate hold", "spi_3=-0.79", false },
        { "drought", "severe raise", "spi_3=-1.5", true },
        { "drought", "severe raise", "spi_3=-1.49", false },
        { "drought", "severe hold", "spi_3=-1.3", true },
        { "drought", "severe hold", "spi_3=-1.29", false },
        { "drought", "witness", "soil_moisture_24h=14.9", true },
        { "drought", "witness", "soil_moisture_24h=15 spi_6=-0.9", false },

        { "strong-wind", "moderate raise", "wind_10min=13.9 gust_1h=14", true },
        { "strong-wind", "moderate raise", "wind_10min=13.8 gust_1h=17.1", false },
        { "strong-wind", "moderate raise", "gust_1h=17.2", true },
        { "strong-wind", "moderate hold", "wind_10min=10.8 gust_1h=13", true },
        { "strong-wind", "moderate hold", "wind_10min=10.7 gust_1h=13.8", false },
        { "strong-wind", "severe raise", "wind_10min=20.8 gust_1h=24", true },
        { "strong-wind", "severe raise", "wind_10min=20.7 gust_1h=24.4", false },
        { "strong-wind", "severe hold", "wind_10min=17.2 gust_1h=20", true },
        { "strong-wind", "severe hold", "wind_10min=17.1 gust_1h=20.7", false },
        { "strong-wind", "witness", "wind_10min=10.8 gust_1h=17.2", true },
        { "strong-wind", "witness", "wind_10min=10.7 gust_1h=60", false },

        { "water-pollution", "moderate raise", "dissolved_oxygen_1h=2.99", true },
        { "water-pollution", "moderate raise", "dissolved_oxygen_1h=3 ph_1h=5 ammonium_1h=0.5", false },
        { "water-pollution", "moderate raise", "dissolved_oxygen_1h=3 ph_1h=9", false },
        { "water-pollution", "moderate raise", "ph_1h=4.99", true },
        { "water-pollution", "moderate raise", "ph_1h=9.01", true },
        { "water-pollution", "moderate raise", "ammonium_1h=0.51", true },
        { "water-pollution", "moderate hold", "dissolved_oxygen_1h=3.49", true },
        { "water-pollution", "moderate hold", "dissolved_oxygen_1h=3.5 ph_1h=5.3 ammonium_1h=0.4", false },
        { "water-pollution", "severe raise", "dissolved_oxygen_1h=1.99", true },
        { "water-pollution", "severe raise", "dissolved_oxygen_1h=2", false },
        { "water-pollution", "severe hold", "dissolved_oxygen_1h=2.49", true },
        { "water-pollution", "severe hold", "dissolved_oxygen_1h=2.5", false },

        { "salinity-intrusion", "moderate raise", "salinity_1h=0.26", true },
        { "salinity-intrusion", "moderate raise", "salinity_1h=0.25", false },
        { "salinity-intrusion", "moderate hold", "salinity_1h=0.21", true },
        { "salinity-intrusion", "moderate hold", "salinity_1h=0.2", false },
        { "salinity-intrusion", "severe raise", "salinity_1h=2.01", true },
        { "salinity-intrusion", "severe raise", "salinity_1h=2", false },
        { "salinity-intrusion", "severe hold", "salinity_1h=1.61", true },
        { "salinity-intrusion", "severe hold", "salinity_1h=1.6", false },

        { "fire-weather", "moderate raise", "angstrom=0.9", true },
        { "fire-weather", "moderate raise", "angstrom=1", false },
        { "fire-weather", "moderate hold", "angstrom=1.1", true },
        { "fire-weather", "moderate hold", "angstrom=1.2", false },
        { "fire-weather", "severe raise", "angstrom=0.2", true },
        { "fire-weather", "severe raise", "angstrom=0.3", false },
        { "fire-weather", "severe hold", "angstrom=0.4", true },
        { "fire-weather", "severe hold", "angstrom=0.5", false },
        { "fire-weather", "witness", "rain_15d=4.9", true },
        { "fire-weather", "witness", "rain_15d=5", false },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void Judge_AtALimit_HoldsOnItsInnerSideOnly(string rule, string part, string values, bool holds)
    {
        Verdict verdict = ConditionOf(rule, part).Judge(new Given(values));

        Assert.Equal(holds ? Truth.Yes : Truth.No, verdict.Truth);
        Assert.True(!holds || values.Contains(verdict.Measure!, StringComparison.Ordinal));
    }

    [Fact]
    public void All_ConditionsOfAllRules_AreTriedOnBothSides()
    {
        // The rule of the zone has the limits of the rule for everywhere.
        const string Zone = "-zone-01";
        HashSet<(string, string, bool)> tried = [.. Limits.Select(row => (
            ((string)row[0]).Replace(Zone, string.Empty, StringComparison.Ordinal), (string)row[1], (bool)row[3]))];
        foreach (HazardRule rule in DefaultRules.All.Where(r => !r.Id.EndsWith(Zone, StringComparison.Ordinal)))
        {
            string[] parts = ["moderate raise", "moderate hold", "severe raise", "severe hold"];
            Assert.All(
                parts.SelectMany(p => new[] { (rule.Id, p, true), (rule.Id, p, false) }),
                c => Assert.True(tried.Contains(c), $"{c}"));
        }
    }

    [Fact]
    public void All_Rules_CoverEveryHazardAndNameOnlyWhatIsConfirmed()
    {
        Assert.All(Enum.GetValues<HazardKind>(), h => Assert.Equal(h, DefaultRules.Of(h).Hazard));
        Assert.Equal(DefaultRules.All.Count, DefaultRules.All.Select(r => r.Id).Distinct().Count());
        Assert.All(DefaultRules.All, r => Assert.False(string.IsNullOrWhiteSpace(r.Source) || string.IsNullOrWhiteSpace(r.Note)));
        string[] agencies = ["ThaiWater", "Department", "PCD", "TMD", "DMR", "กรม"];
        Assert.All(
            DefaultRules.All.Where(r => !r.IsConfirmed),
            r => Assert.DoesNotContain(agencies, a => (r.Id + r.NameEn + r.NameTh).Contains(a, StringComparison.Ordinal)));
    }

    [Fact]
    public void Judge_SumWithGaps_ProvesThatALimitIsPassedAndNothingElse()
    {
        Condition raise = ConditionOf("landslide", "moderate raise");
        Assert.Equal(Truth.Yes, raise.Judge(new Given("rain_24h=100.1", Bound.AtLeast)).Truth);
        Assert.Equal(Truth.Unknown, raise.Judge(new Given("rain_24h=99", Bound.AtLeast)).Truth);

        Condition dry = ConditionOf("fire-weather", "witness");
        Assert.Equal(Truth.Unknown, dry.Judge(new Given("rain_15d=0", Bound.AtLeast)).Truth);
        Assert.Equal(Truth.No, dry.Judge(new Given("rain_15d=6", Bound.AtLeast)).Truth);

        Condition cold = ConditionOf("cold", "moderate hold");
        Assert.Equal(Truth.Yes, cold.Judge(new Given("temperature_min_24h=16.9", Bound.AtMost)).Truth);
        Assert.Equal(Truth.Unknown, cold.Judge(new Given("temperature_min_24h=20", Bound.AtMost)).Truth);
    }

    [Fact]
    public void Judge_MeasureThatIsMissing_IsUnknownUnlessAnotherDecides()
    {
        Condition any = ConditionOf("flash-flood", "moderate raise");
        Assert.Equal(Truth.Unknown, any.Judge(new Given("rain_1h=0 rain_24h=? rain_3d=?")).Truth);
        Assert.Equal(Truth.Yes, any.Judge(new Given("rain_1h=25 rain_24h=? rain_3d=?")).Truth);

        // No such sensor: the others speak for the station.
        Assert.Equal(Truth.No, ConditionOf("water-pollution", "moderate raise").Judge(new Given("ph_1h=7")).Truth);
        Assert.Equal(Truth.Absent, ConditionOf("water-pollution", "severe raise").Judge(new Given("ph_1h=7")).Truth);

        Condition all = Condition.All(Condition.Above("spi_1", 0), Condition.Above("spi_3", 0));
        Assert.Equal(Truth.No, all.Judge(new Given("spi_1=-1")).Truth);
        Assert.Equal(Truth.Absent, all.Judge(new Given("spi_1=1")).Truth);
        Assert.Equal(Truth.Unknown, all.Judge(new Given("spi_1=1 spi_3=?")).Truth);
    }

    private static Condition ConditionOf(string id, string part)
    {
        HazardRule rule = DefaultRules.All.Single(r => r.Id == id);
        return part switch
        {
            "moderate raise" => rule.Moderate.Raise,
            "moderate hold" => rule.Moderate.Hold,
            "severe raise" => rule.Severe!.Raise,
            "severe hold" => rule.Severe!.Hold,
            _ => rule.Witnesses.Measures!,
        };
    }

    private sealed class Given(string values, Bound bound = Bound.Exact) : IMeasures
    {
        private readonly Dictionary<string, string> _values =
            values.Split(' ').Select(v => v.Split('=')).ToDictionary(v => v[0], v => v[1]);

        public Measured Of(string name) => !_values.TryGetValue(name, out string? value) ? Measured.Absent
            : value == "?" ? new Measured(false, null, At)
            : new Measured(false, new MeasureValue(
                value == "∞" ? double.PositiveInfinity : double.Parse(value, CultureInfo.InvariantCulture), bound), At);
    }
}

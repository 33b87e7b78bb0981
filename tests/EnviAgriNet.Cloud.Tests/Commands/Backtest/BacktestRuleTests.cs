using System.Text.Json;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Tests.ReadingStore;
using EnviAgriNet.Cloud.Tests.Registry.Audit;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Tests.Commands.Backtest;

public sealed class BacktestRuleTests : IDisposable
{
    private readonly BacktestBench _bench = new();
    private readonly StoreFolder _folder = new();

    private string Settings => $"Cloud:DataFolder={_folder.Folder}";

    [Fact]
    public void Backtest_RuleOfAFile_JudgesByItsLimits()
    {
        string file = _bench.File("rule.json");
        HazardRule rule = DefaultRules.Of(HazardKind.RiverFlood);
        Condition high = Condition.Above("bank_percent", 50);
        File.WriteAllText(file, HazardRuleJson.Write(rule with { Id = "early", Moderate = new RuleLevel(high, high) }));
        string river = BacktestBench.River((0, 1), (12, 1), (20, 3), (24, 3), (30, 1), (72, 1));

        Assert.Equal(0, _bench.FloodJson(river).GetProperty("totals").GetProperty("events").GetInt32());
        JsonElement json = _bench.FloodJson(river, "--rule", file);

        Assert.Equal("early:0", json.GetProperty("rule").GetString());
        Assert.Equal(1, json.GetProperty("totals").GetProperty("events").GetInt32());
    }

    [Fact]
    public void Backtest_RuleFileWithFaults_NamesThem()
    {
        string file = _bench.File("rule.json");
        File.WriteAllText(file, """{"id":"early"}""");
        (int code, Screen screen) = BacktestBench.Run("--rule", file, "--csv", "x", "--map", "t=time,v=pm25");

        Assert.Equal(2, code);
        Assert.Contains("has faults", screen.Errors[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Backtest_VersionOfTheRegistry_IsNotedAsTried()
    {
        using (RegistryDatabase database = new(Path.Combine(_folder.Folder, RegistrySetup.FileName)))
        {
            new HazardRuleBook(database, TimeProvider.System, AuditBooks.On(database)).Add(DefaultRules.Of(HazardKind.RiverFlood), "tester", "to try it");
        }

        JsonElement json = _bench.FloodJson(
            BacktestBench.River((0, 1), (12, 1), (23, 5.5), (26, 5.5), (40, 1)), "--rule", "river-flood:1", "--set", Settings, "--reached",
            "bank_percent>=100");

        Assert.Equal("river-flood:1", json.GetProperty("rule").GetString());
        using RegistryDatabase again = new(Path.Combine(_folder.Folder, RegistrySetup.FileName));
        HazardRuleEntry entry = new HazardRuleBook(again, TimeProvider.System, AuditBooks.On(again)).Find("river-flood", 1)!;
        Assert.Equal(HazardRuleState.Tried, entry.State);
        Assert.Contains("bank_percent >= 100: events 1, hits 1", entry.Trial, StringComparison.Ordinal);
    }

    [Fact]
    public void Backtest_StoredReadings_AreReadBesideARunningCloudAndTriedAtTheirStations()
    {
        RegisterStation(bank: 5, ground: 0);
        using SqliteReadingStore store = _folder.Open();
        string[] rows = BacktestBench.River((0, 1), (12, 1), (23, 5.5), (26, 5.5), (40, 1), (50, 1)).TrimEnd('\n').Split('\n')[1..];
        Reading[] readings =
        [
            .. rows.Select(r => r.Split(',')).Select((cells, i) => new Reading(
                SeriesName.Parse("water_level"), StoreFolder.Begin.AddMinutes(10 * i),
                double.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture), QualityFlag.Pass)),
        ];
        store.Commit([_folder.Pack(1, readings[..200]), _folder.Pack(2, readings[200..])]);

        (int code, Screen screen) = BacktestBench.Run(
            "--rule", "river-flood", "--from", "2026-03-01", "--to", "2026-03-10", "--zone", "Z", "--reached", "bank_percent>=100", "--json",
            "--set", Settings);

        Assert.True(code == 0, string.Join('\n', screen.Errors));
        JsonElement json = JsonDocument.Parse(screen.Lines[0]).RootElement;
        Assert.Equal(readings.Length, json.GetProperty("readings").GetInt32());
        JsonElement tried = Assert.Single(json.GetProperty("events").EnumerateArray());
        Assert.Equal(("5001", "hit"), (tried.GetProperty("place").GetString(), tried.GetProperty("result").GetString()));
        Assert.Equal(JsonValueKind.Null, json.GetProperty("rows").ValueKind);
    }

    [Theory]
    [InlineData("give --from and --to")]
    [InlineData("there is no reading store", "--from", "2026-03-01", "--to", "2026-03-02")]
    [InlineData("--station 'nowhere' is not registered", "--from", "2026-03-01", "--to", "2026-03-02", "--station", "nowhere")]
    public void Backtest_NothingStored_SaysWhatIsMissing(string reason, params string[] options)
    {
        if (options.Contains("--station"))
        {
            RegisterStation(bank: null, ground: null);
            _folder.Open().Dispose();
        }

        (int code, Screen screen) = BacktestBench.Run(["--rule", "haze", "--set", Settings, .. options]);

        Assert.Equal(2, code);
        Assert.Contains(reason, string.Join('\n', screen.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void Backtest_MonthlyRain_JudgesTheIndicesWhenTheMonthIsOver()
    {
        string table = MonthlyRain(dryFrom: 2005, dryTo: 2005);
        string file = _bench.File("rain.csv");
        File.WriteAllText(file, table);
        (int code, Screen screen) = BacktestBench.Run(
            "--rule", "drought", "--csv", file, "--map", "month=time", "--monthly-rain", "rain", "--calibrate", "1971-2004", "--from", "2000-01-01",
            "--reached", "spi_12<=-1.5", "--within", "8800", "--json");

        Assert.True(code == 0, string.Join('\n', screen.Errors));
        JsonElement json = JsonDocument.Parse(screen.Lines[0]).RootElement;
        JsonElement dry = Assert.Single(
            json.GetProperty("events").EnumerateArray(), e => e.GetProperty("raised").GetDateTimeOffset().Year == 2005);

        // The first month alone makes the sum of three months unusual or not; three of them surely do. It is known at the month's end.
        DateTimeOffset raised = dry.GetProperty("raised").GetDateTimeOffset();
        Assert.InRange(raised, new DateTimeOffset(2005, 2, 1, 0, 0, 0, TimeSpan.FromHours(7)), new DateTimeOffset(2005, 4, 1, 0, 0, 0, TimeSpan.FromHours(7)));
        Assert.Equal((1, 0, 0), (raised.ToOffset(TimeSpan.FromHours(7)).Day, raised.Minute, raised.Second));
        Assert.Equal("hit", dry.GetProperty("result").GetString());
        Assert.Equal("severe", dry.GetProperty("highest").GetString());
    }

    [Fact]
    public void Describe_EveryDefaultRule_IsToldWithItsLimitsAndSource()
    {
        Screen screen = new();
        System.CommandLine.RootCommand root = new();
        EnviAgriNet.Cloud.Commands.HazardCommand.AddTo(root, screen);
        Assert.Equal(0, root.Parse(["hazard", "describe"]).Invoke());

        string text = string.Join('\n', screen.Lines);
        Assert.All(DefaultRules.All, r => Assert.Contains($"(`{r}`)", text, StringComparison.Ordinal));
        Assert.Contains("| Severe | bank_percent > 100 % or (bank_percent > 70 % and hours_to_bank <= 3 h) |", text, StringComparison.Ordinal);
        Assert.Contains("Source (not confirmed)", text, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _bench.Dispose();
        _folder.Dispose();
    }

    // Forty years of the same seasons with a little chance in it, and one stretch with a tenth of the rain.
    private static string MonthlyRain(int dryFrom, int dryTo)
    {
        Random random = new(7);
        List<string> rows = ["month,rain"];
        for (int year = 1971; year <= 2010; year++)
        {
            for (int month = 1; month <= 12; month++)
            {
                double usual = 100 + (80 * Math.Sin(month / 12.0 * 2 * Math.PI)) + (random.NextDouble() * 60);
                double rain = year >= dryFrom && year <= dryTo ? usual / 10 : usual;
                rows.Add(FormattableString.Invariant($"{year}-{month:00},{rain:0.0}"));
            }
        }

        return string.Join('\n', rows);
    }

    private void RegisterStation(double? bank, double? ground)
    {
        using RegistryDatabase database = new(Path.Combine(_folder.Folder, RegistrySetup.FileName));
        string row = FormattableString.Invariant($"centre-1,5001,แม่น้ำ,River,,,{bank},{ground}");
        using StringReader file = new(string.Join(',', StationBook.Columns.Take(8)) + "\n" + row + "\n");
        new StationBook(database).Import(file);
    }
}

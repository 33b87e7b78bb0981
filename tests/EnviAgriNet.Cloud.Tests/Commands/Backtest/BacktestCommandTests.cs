using System.IO.Compression;
using System.Text.Json;

namespace EnviAgriNet.Cloud.Tests.Commands.Backtest;

public sealed class BacktestCommandTests : IDisposable
{
    private const string Reached = "bank_percent>=100";

    // Low, then up to 5.5 m in 11 hours (the bank at hour 22), down again by hour 40.
    private static readonly string OneFlood = BacktestBench.River((0, 1), (12, 1), (23, 5.5), (26, 5.5), (40, 1), (72, 1));

    private readonly BacktestBench _bench = new();

    [Fact]
    public void Backtest_FloodThatRises_IsAHitWithItsLead()
    {
        JsonElement json = _bench.FloodJson(OneFlood, "--reached", Reached);

        JsonElement tried = Assert.Single(json.GetProperty("events").EnumerateArray());
        DateTimeOffset raised = tried.GetProperty("raised").GetDateTimeOffset();
        DateTimeOffset reached = tried.GetProperty("reached").GetDateTimeOffset();
        Assert.Equal("hit", tried.GetProperty("result").GetString());
        Assert.Equal("ended", tried.GetProperty("outcome").GetString());
        Assert.Equal("severe", tried.GetProperty("highest").GetString());

        // 4.5/11 m an hour: over 70 % (3.5 m) after 6.1 h with 3.7 h to the bank; at the bank itself after 9.8 h.
        Assert.Equal(BacktestBench.Start.AddHours(21.833), reached, TimeSpan.FromMinutes(10));
        Assert.InRange((raised - BacktestBench.Start).TotalHours, 18, 18.7);
        Assert.Equal((reached - raised).TotalHours, tried.GetProperty("lead_hours").GetDouble(), 2);
        Assert.Equal(
            (tried.GetProperty("over").GetDateTimeOffset() - raised).TotalHours, tried.GetProperty("hours").GetDouble(), 2);
        AssertTotals(json, events: 1, hits: 1, late: 0, falseAlarms: 0, missed: 0);
        Assert.Equal(tried.GetProperty("lead_hours").GetDouble(), json.GetProperty("totals").GetProperty("median_lead_hours").GetDouble());
    }

    [Fact]
    public void Backtest_SevereLevel_CountsFromTheSevereWarning()
    {
        JsonElement moderate = _bench.FloodJson(OneFlood, "--reached", Reached);
        JsonElement severe = _bench.FloodJson(OneFlood, "--reached", Reached, "--level", "severe");

        JsonElement first = moderate.GetProperty("events")[0];
        Assert.Equal(first.GetProperty("severe_at").GetString(), severe.GetProperty("events")[0].GetProperty("raised").GetString());
        Assert.True(severe.GetProperty("events")[0].GetProperty("lead_hours").GetDouble() < first.GetProperty("lead_hours").GetDouble());
    }

    [Fact]
    public void Backtest_RiverThatTurnsBack_IsAFalseAlarm()
    {
        // Up to 4.7 m (94 %) and down again.
        string table = BacktestBench.River((0, 1), (12, 1), (23, 4.7), (30, 1), (72, 1));
        JsonElement json = _bench.FloodJson(table, "--reached", Reached);

        Assert.Equal("false_alarm", json.GetProperty("events")[0].GetProperty("result").GetString());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("events")[0].GetProperty("lead_hours").ValueKind);
        AssertTotals(json, events: 1, hits: 0, late: 0, falseAlarms: 1, missed: 0);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("totals").GetProperty("median_lead_hours").ValueKind);
    }

    [Fact]
    public void Backtest_LevelReachedAfterTheTimeAllowed_IsAFalseAlarmThatSaysSo()
    {
        // Over 90 % for two days before it goes over the bank.
        string table = BacktestBench.River((0, 1), (10, 1), (20, 4.6), (60, 4.6), (62, 5.2), (64, 5.2), (80, 1), (90, 1));
        JsonElement json = _bench.FloodJson(table, "--reached", Reached, "--within", "24");
        JsonElement tried = json.GetProperty("events")[0];

        Assert.Equal("false_alarm", tried.GetProperty("result").GetString());
        Assert.InRange(tried.GetProperty("reached_after_hours").GetDouble(), 40, 45);
        AssertTotals(json, events: 1, hits: 0, late: 0, falseAlarms: 1, missed: 0);
        AssertTotals(_bench.FloodJson(table, "--reached", Reached, "--within", "72"), 1, 1, 0, 0, 0);
    }

    [Fact]
    public void Backtest_LevelNoWarningComesBefore_IsMissed()
    {
        // 60 % of the bank raises nothing.
        string table = BacktestBench.River((0, 1), (12, 1), (20, 3.1), (24, 3.1), (30, 1), (72, 1));
        JsonElement json = _bench.FloodJson(table, "--reached", "bank_percent>=60");

        JsonElement missed = Assert.Single(json.GetProperty("missed").EnumerateArray());
        Assert.Equal(62, missed.GetProperty("furthest").GetDouble(), 1);
        AssertTotals(json, events: 0, hits: 0, late: 0, falseAlarms: 0, missed: 1);
    }

    [Fact]
    public void Backtest_LevelReachedBeforeTheWarning_IsLateWithANegativeLead()
    {
        JsonElement json = _bench.FloodJson(OneFlood, "--reached", "bank_percent>=50");

        JsonElement tried = json.GetProperty("events")[0];
        Assert.Equal("late", tried.GetProperty("result").GetString());
        Assert.True(tried.GetProperty("lead_hours").GetDouble() < 0);
        AssertTotals(json, events: 1, hits: 1, late: 1, falseAlarms: 0, missed: 0);
    }

    [Fact]
    public void Backtest_FloodAtTheEnd_IsOpenAndCountsUntilTheLastReading()
    {
        JsonElement json = _bench.FloodJson(BacktestBench.River((0, 1), (12, 1), (23, 5.5), (26, 5.5)), "--reached", Reached);

        JsonElement tried = json.GetProperty("events")[0];
        Assert.Equal("open", tried.GetProperty("outcome").GetString());
        Assert.Equal(JsonValueKind.Null, tried.GetProperty("over").ValueKind);
        double hours = (json.GetProperty("to").GetDateTimeOffset() - tried.GetProperty("raised").GetDateTimeOffset()).TotalHours;
        Assert.Equal(hours, tried.GetProperty("hours").GetDouble(), 2);
    }

    [Fact]
    public void Backtest_NoLevelAskedFor_PrintsEventsOnly()
    {
        JsonElement json = _bench.FloodJson(OneFlood);

        Assert.Equal(JsonValueKind.Null, json.GetProperty("reached").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("events")[0].GetProperty("result").ValueKind);
        (_, Screen screen) = _bench.Flood(OneFlood);
        Assert.StartsWith("events 1, hours under warning ", screen.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Backtest_BadRows_CostOnlyThemselvesAndAreCounted()
    {
        string[] lines = OneFlood.Split('\n');
        lines[5] = "2026-09-01 00:40,much";
        lines[6] = "yesterday,1";
        lines[7] = "2026-09-01 01:00,1,2,3";
        lines[8] = "2026-09-01 01:10,NA";
        JsonElement clean = _bench.FloodJson(OneFlood, "--reached", Reached);
        (int code, Screen screen) = _bench.Flood(string.Join('\n', lines), "--json", "--reached", Reached);
        JsonElement json = JsonDocument.Parse(screen.Lines[0]).RootElement;

        Assert.Equal(0, code);
        Assert.Equal(clean.GetProperty("events").ToString(), json.GetProperty("events").ToString());
        Assert.Equal(3, json.GetProperty("rows").GetProperty("bad").GetInt64());
        Assert.Equal(1, json.GetProperty("rows").GetProperty("cells_missing").GetInt64());
        Assert.Equal(clean.GetProperty("readings").GetInt64() - 4, json.GetProperty("readings").GetInt64());
        Assert.Contains(screen.Errors, e => e == "line 6, column 'level': 'much' is not a number");
        Assert.Contains(screen.Errors, e => e.StartsWith("line 7, column 't': 'yesterday' is not a time", StringComparison.Ordinal));
    }

    [Fact]
    public void Backtest_NewestFirstGzipAndZip_AreTheSameAsPlain()
    {
        string[] lines = OneFlood.TrimEnd('\n').Split('\n');
        string reversed = lines[0] + "\n" + string.Join('\n', lines[1..].Reverse());
        JsonElement plain = _bench.FloodJson(OneFlood, "--reached", Reached);
        Assert.Equal(plain.GetProperty("events").ToString(), _bench.FloodJson(reversed, "--reached", Reached).GetProperty("events").ToString());

        string gzip = _bench.File("river.csv.gz");
        using (StreamWriter text = new(new GZipStream(File.Create(gzip), CompressionLevel.Fastest)))
        {
            text.Write(OneFlood);
        }

        string zip = _bench.File("rivers.zip");
        using (ZipArchive archive = ZipFile.Open(zip, ZipArchiveMode.Create))
        {
            using StreamWriter text = new(archive.CreateEntry("folder/river_10m.csv").Open());
            text.Write(OneFlood);
        }

        foreach (string file in new[] { gzip, zip + "#river_10m" })
        {
            (int code, Screen screen) = BacktestBench.Run(
                "--rule", "river-flood", "--csv", file, "--map", "t=time,level=water_level", "--zone", "Z", "--bank", "5", "--ground", "0",
                "--reached", Reached, "--json");
            Assert.True(code == 0, string.Join('\n', screen.Errors));
            Assert.Equal(plain.ToString(), JsonDocument.Parse(screen.Lines[0]).RootElement.ToString());
        }
    }

    [Fact]
    public void Backtest_FromInTheMiddle_FillsTheWindowsWithWhatWasBefore()
    {
        JsonElement whole = _bench.FloodJson(OneFlood, "--reached", Reached);
        JsonElement cut = _bench.FloodJson(OneFlood, "--reached", Reached, "--from", "2026-09-01T17:00Z", "--to", "2026-09-02T23:00Z");

        Assert.Equal(
            whole.GetProperty("events")[0].GetProperty("raised").GetString(), cut.GetProperty("events")[0].GetProperty("raised").GetString());
        Assert.Equal(new DateTimeOffset(2026, 9, 1, 17, 0, 0, TimeSpan.Zero), cut.GetProperty("from").GetDateTimeOffset());
        Assert.True(cut.GetProperty("to").GetDateTimeOffset() < new DateTimeOffset(2026, 9, 2, 23, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Backtest_FromInsideAnEpisode_RaisesAtOnceFromTheHoursBefore()
    {
        string file = _bench.File("haze.csv");
        File.WriteAllText(file, "t,pm\n" + string.Join('\n', Enumerable.Range(0, 96)
            .Select(h => $"{BacktestBench.Start.AddHours(h):yyyy-MM-dd HH:mm},60")));
        (int code, Screen screen) = BacktestBench.Run(
            "--rule", "haze", "--csv", file, "--map", "t=time,pm=pm25", "--zone", "Z", "--from", "2026-09-03", "--json");

        Assert.Equal(0, code);
        JsonElement json = JsonDocument.Parse(screen.Lines[0]).RootElement;
        Assert.Equal(48, json.GetProperty("readings").GetInt32());
        Assert.Equal(
            BacktestBench.Start.AddHours(49), Assert.Single(json.GetProperty("events").EnumerateArray()).GetProperty("raised").GetDateTimeOffset());
    }

    [Fact]
    public void Backtest_EachColumn_IsAPlaceOfItsOwn()
    {
        string[] lines = OneFlood.TrimEnd('\n').Split('\n');
        string table = "t,level,where\n" + string.Join('\n', lines[1..].SelectMany(l => new[] { l + ",บ้านเหนือ", l.Split(',')[0] + ",1,South" }));
        JsonElement json = _bench.FloodJson(table, "--reached", Reached, "--each", "where");

        Assert.Equal(["บ้านเหนือ", "South"], json.GetProperty("places").EnumerateArray().Select(p => p.GetProperty("place").GetString()));
        Assert.Equal([1, 0], json.GetProperty("places").EnumerateArray().Select(p => p.GetProperty("events").GetInt32()));
        Assert.Equal("บ้านเหนือ", json.GetProperty("events")[0].GetProperty("place").GetString());
    }

    [Fact]
    public void Backtest_Text_NamesRowAndTotals()
    {
        (int code, Screen screen) = _bench.Flood(OneFlood, "--reached", Reached);

        Assert.Equal(0, code);
        Assert.Contains(screen.Lines, l => l.Contains(" Severe ", StringComparison.Ordinal) && l.EndsWith("  hit", StringComparison.Ordinal));
        Assert.StartsWith("events 1, hits 1 (late 0), false alarms 0, missed 0, hours under warning ", screen.Lines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--rule 'nothing' is not one of", "--rule", "nothing")]
    [InlineData("no column 'depth'", "--map", "t=time,depth=water_level")]
    [InlineData("judges water_level", "--map", "t=time,level=pm25")]
    [InlineData("--reached 'high'", "--reached", "high")]
    [InlineData("'depth' is neither a quantity nor one of the measures", "--reached", "depth>3")]
    [InlineData("--reached rain_24h needs rain", "--reached", "rain_24h>3")]
    [InlineData("--from: 'soon'", "--from", "soon")]
    [InlineData("--from must be before --to", "--from", "2026-09-02", "--to", "2026-09-01")]
    [InlineData("--within 0", "--within", "0")]
    [InlineData("--level 'extreme'", "--level", "extreme")]
    [InlineData("Zone 'here'", "--zone", "here")]
    [InlineData("no column 'station'", "--where", "station=1")]
    [InlineData("--each: no column 'station'", "--each", "station")]
    [InlineData("--calibrate goes with --monthly-rain", "--calibrate", "1981-2010")]
    [InlineData("give --bank and --ground", "--bank", "-1")]
    [InlineData("cannot be read", "--csv", "/does/not/exist.csv")]
    [InlineData("no row of 432 gave a reading", "--from", "2030-01-01")]
    public void Backtest_WrongCall_SaysWhichOptionAndEndsWithUsage(string reason, params string[] changed)
    {
        File.WriteAllText(_bench.File("river.csv"), OneFlood);
        Dictionary<string, string> options = new()
        {
            ["--rule"] = "river-flood",
            ["--csv"] = _bench.File("river.csv"),
            ["--map"] = "t=time,level=water_level",
            ["--zone"] = "Z",
            ["--bank"] = "5",
            ["--ground"] = "0",
        };
        for (int i = 0; i < changed.Length; i += 2)
        {
            options[changed[i]] = changed[i + 1];
        }

        (int code, Screen screen) = BacktestBench.Run([.. options.SelectMany(o => new[] { o.Key, o.Value })]);

        Assert.Equal(2, code);
        Assert.Contains(reason, string.Join('\n', screen.Errors), StringComparison.Ordinal);
        Assert.Empty(screen.Lines);
    }

    public void Dispose() => _bench.Dispose();

    private static void AssertTotals(JsonElement json, int events, int hits, int late, int falseAlarms, int missed)
    {
        JsonElement totals = json.GetProperty("totals");
        Assert.Equal(
            (events, hits, late, falseAlarms, missed),
            (totals.GetProperty("events").GetInt32(), totals.GetProperty("hits").GetInt32(), totals.GetProperty("late").GetInt32(),
                totals.GetProperty("false_alarms").GetInt32(), totals.GetProperty("missed").GetInt32()));
    }
}

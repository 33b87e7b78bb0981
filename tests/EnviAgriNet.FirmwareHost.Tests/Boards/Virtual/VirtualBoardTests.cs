using EnviAgriNet.Core.Readings;
using EnviAgriNet.FirmwareHost.Boards;
using EnviAgriNet.FirmwareHost.Boards.Virtual;
using EnviAgriNet.FirmwareHost.Sampling;

namespace EnviAgriNet.FirmwareHost.Tests.Boards.Virtual;

public sealed class VirtualBoardTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    public static TheoryData<int, string> SeedsAndScenarios
    {
        get
        {
            TheoryData<int, string> data = [];
            foreach (string scenario in new[] { "normal", "haze", "flood", "rain", "drought", "haze,flood" })
            {
                data.Add(1, scenario);
                data.Add(77, scenario);
                data.Add(-4, scenario);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(SeedsAndScenarios))]
    public void After_AnyScenarioOfTenDays_EveryValueIsPlausibleAndInStepsOfItsResolution(int seed, string scenario)
    {
        foreach (Sample sample in Days(Board(seed, scenario, TimeSpan.FromMinutes(10)), 10))
        {
            Reading reading = sample.Reading;
            Assert.True(reading.Series.Quantity.IsPlausible(reading.Value), $"seed {seed}: {reading}");
            decimal steps = (decimal)reading.Value / (decimal)reading.Series.Quantity.Resolution;
            Assert.True(decimal.Round(steps) == steps, $"seed {seed}: {reading} is between two steps");
        }
    }

    [Theory]
    [MemberData(nameof(SeedsAndScenarios))]
    public void After_AnyScenario_FineDustIsNeverAboveCoarse(int seed, string scenario)
    {
        VirtualBoard board = Board(seed, scenario, TimeSpan.FromMinutes(10));
        foreach (IGrouping<DateTimeOffset, Reading> at in Days(board, 6).Select(s => s.Reading).GroupBy(r => r.TakenAt))
        {
            double fine = at.Single(r => r.Series.Text == "pm25").Value;
            double coarse = at.Single(r => r.Series.Text == "pm10").Value;
            Assert.True(fine <= coarse, $"seed {seed}: {fine} above {coarse} at {at.Key}");
        }
    }

    [Fact]
    public void After_AnotherBoardOfTheSameSeedAskedElsewhereFirst_SameValuesAtTheSameTimes()
    {
        VirtualBoard one = Board(5, "flood,haze,stuck,spike", TimeSpan.FromMinutes(1));
        List<Sample> whole = [.. Days(one, 3)];
        VirtualBoard restarted = Board(5, "flood,haze,stuck,spike", TimeSpan.FromMinutes(1));
        long index = whole[whole.Count / 2].Index;

        List<Sample> rest = [.. restarted.After(index).TakeWhile(s => s.Reading.TakenAt < Start.AddDays(3))];

        Assert.Equal(whole.Where(s => s.Index > index), rest);
    }

    [Fact]
    public void After_OtherSeed_OtherValues() =>
        Assert.NotEqual(
            Days(Board(1, "normal", TimeSpan.FromHours(1)), 1).Select(s => s.Reading.Value),
            Days(Board(2, "normal", TimeSpan.FromHours(1)), 1).Select(s => s.Reading.Value));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void After_Flood_RisesWithinHoursAboveTheBankAndFallsWithinTwoDays(int seed)
    {
        List<Reading> level = Series(Board(seed, "flood", TimeSpan.FromMinutes(10)), "water_level", 4);

        Reading peak = level.MaxBy(r => r.Value);
        Assert.InRange(peak.Value, 5.5, 8);
        Assert.InRange((peak.TakenAt - Start).TotalHours, 4, 12);
        Assert.True(level[0].Value < 2, $"seed {seed}: began at {level[0].Value}");
        Reading later = level.First(r => r.TakenAt >= peak.TakenAt.AddDays(2));
        Assert.True(later.Value < 2.5, $"seed {seed}: still {later.Value} two days after the peak");
        double rain = Series(Board(seed, "flood", TimeSpan.FromMinutes(10)), "rain", 1).Sum(r => r.Value);
        Assert.InRange(rain, 90, 250);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void After_Haze_ClimbsForADayStaysForThreeAndClears(int seed)
    {
        List<Reading> dust = Series(Board(seed, "haze", TimeSpan.FromMinutes(10)), "pm25", 7);

        double Mean(double fromHour, double toHour) => dust
            .Where(r => r.TakenAt >= Start.AddHours(fromHour) && r.TakenAt < Start.AddHours(toHour)).Average(r => r.Value);
        Assert.True(Mean(0, 3) < 75, $"seed {seed}: hazy from the first hour");
        for (int hour = 24; hour <= 72; hour += 6)
        {
            Assert.True(Mean(hour, hour + 24) > 100, $"seed {seed}: {Mean(hour, hour + 24)} on average from hour {hour}");
        }

        Assert.True(Mean(112, 136) < 75, $"seed {seed}: {Mean(112, 136)} after the haze");
    }

    [Fact]
    public void After_RainThenNone_SoilTakesItUpAndDries()
    {
        List<Sample> days = [.. Days(Board(3, "rain", TimeSpan.FromMinutes(10)), 15)];
        double At(string series, int day) => days.First(s => s.Reading.Series.Text == series && s.Reading.TakenAt >= Start.AddDays(day)).Reading.Value;

        Assert.True(At("soil_moisture:-0.1", 5) > At("soil_moisture:-0.1", 0) + 5);
        Assert.True(At("soil_moisture:-0.1", 14) < At("soil_moisture:-0.1", 5) - 3);
        List<Reading> wet = [.. days.Select(s => s.Reading).GroupBy(r => r.TakenAt)
            .Where(g => g.Single(r => r.Series.Text == "rain").Value > 1).Select(g => g.Single(r => r.Series.Text == "humidity"))];
        Assert.NotEmpty(wet);
        Assert.True(wet.Average(r => r.Value) > 85);
    }

    [Fact]
    public void After_Drought_NoRainAndDryingSoil()
    {
        VirtualBoard board = Board(3, "drought", TimeSpan.FromHours(1));
        Assert.Equal(0, Series(board, "rain", 30).Skip(24).Sum(r => r.Value));
        List<Reading> soil = Series(board, "soil_moisture:-0.1", 30);
        Assert.True(soil[^1].Value < soil[0].Value);
    }

    [Fact]
    public void After_Stuck_OneSensorRepeatsForHoursAndThenGoesOn()
    {
        VirtualBoard board = Board(9, "stuck", TimeSpan.FromMinutes(1));
        List<Reading> stuck = Series(board, board.Faults.Stuck!.Series.Text, 1);

        Assert.Single(stuck.Where(r => r.TakenAt < Start.AddHours(8)).Select(r => r.Value).Distinct());
        Assert.True(stuck.Where(r => r.TakenAt >= Start.AddHours(8)).Select(r => r.Value).Distinct().Count() > 5);
    }

    [Fact]
    public void After_Spike_SingleImplausibleValuesOfOneSensor()
    {
        VirtualBoard board = Board(9, "spike", TimeSpan.FromMinutes(1));
        List<Reading> bad = [.. Days(board, 2).Select(s => s.Reading).Where(r => !r.Series.Quantity.IsPlausible(r.Value))];

        Assert.InRange(bad.Count, 14, 17);
        Assert.Equal(board.Faults.Spiking!.Series, Assert.Single(bad.Select(r => r.Series).Distinct()));
        Assert.All(bad.Zip(bad.Skip(1)), p => Assert.True(p.Second.TakenAt - p.First.TakenAt > TimeSpan.FromMinutes(30)));
    }

    [Fact]
    public void After_Dead_OneSeriesStopsAtTheOnset()
    {
        BoardOptions options = new()
        {
            Seed = 9,
            Scenario = "dead",
            ScenarioStart = TimeSpan.FromHours(2),
            SampleEvery = TimeSpan.FromMinutes(1),
        };
        VirtualBoard board = new(options, Start);
        List<Reading> dead = Series(board, board.Faults.Dead!.Series.Text, 1);

        Assert.Equal(120, dead.Count);
        Assert.Equal(14 * 1440, Days(board, 1).Count(s => !s.Reading.Series.Equals(board.Faults.Dead.Series)));
    }

    [Fact]
    public void After_ScenarioEvery_TheFloodComesAgain()
    {
        BoardOptions options = new()
        {
            Scenario = "flood",
            ScenarioEvery = TimeSpan.FromDays(10),
            SampleEvery = TimeSpan.FromMinutes(30),
        };
        List<Reading> level = Series(new VirtualBoard(options, Start), "water_level", 14);

        Assert.True(level.Where(r => r.TakenAt < Start.AddDays(2)).Max(r => r.Value) > 5);
        Assert.True(level.Where(r => r.TakenAt > Start.AddDays(10)).Max(r => r.Value) > 5);
        Assert.True(level.Where(r => r.TakenAt > Start.AddDays(5) && r.TakenAt < Start.AddDays(10)).Max(r => r.Value) < 5);
    }

    private static VirtualBoard Board(int seed, string scenario, TimeSpan every) =>
        new(new BoardOptions { Seed = seed, Scenario = scenario, SampleEvery = every }, Start);

    private static IEnumerable<Sample> Days(VirtualBoard board, int days) =>
        board.After(0).TakeWhile(s => s.Reading.TakenAt < Start.AddDays(days));

    private static List<Reading> Series(VirtualBoard board, string series, int days) =>
        [.. Days(board, days).Select(s => s.Reading).Where(r => r.Series.Text == series)];
}

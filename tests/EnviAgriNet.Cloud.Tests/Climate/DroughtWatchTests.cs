using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Tests.Regions;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Tests.Climate;

public sealed class DroughtWatchTests
{
    private static readonly CalendarMonth June = new(2026, 6);

    [Fact]
    public async Task Step_DryHalfYear_MakesTheIndicesAndRaisesDrought()
    {
        using DroughtBench bench = new(June.End.AddMinutes(20));
        Dictionary<CalendarMonth, double> history = bench.History(1986, 2025);
        Dictionary<CalendarMonth, double> all = new(history);
        for (int back = 5; back >= 0; back--)
        {
            CalendarMonth month = June.Plus(-back);
            all[month] = 10 + back;
            bench.Rain(month, all[month]);
        }

        await bench.StartAsync();
        await bench.StepAsync();

        foreach (int scale in new[] { 1, 3, 6, 12 })
        {
            double SumTo(CalendarMonth last) => Enumerable.Range(0, scale).Sum(back => all[last.Plus(-back)]);
            List<double> usual = [.. Enumerable.Range(1986, 40).Select(year => new CalendarMonth(year, 6))
                .Where(last => history.ContainsKey(last.Plus(1 - scale))).Select(SumTo)];
            Assert.Equal(scale == 12 ? 39 : 40, usual.Count);
            Reading index = bench.Stored(scale).Single(r => r.TakenAt == June.End);
            Assert.Equal(NaiveSpi.Of(usual, SumTo(June)), index.Value, 1e-6);
        }

        Assert.InRange(bench.Stored(6).Single(r => r.TakenAt == June.End).Value, -3.09, -1.5);
        Assert.Equal(6, bench.Stored(1).Count);
        AlertVersion told = bench.Alerts[^1];
        Assert.Equal(("drought", AlertState.Released, "Severe", June.End), (told.Hazard, told.State, told.Severity, told.MeasuredAt));
        Assert.Equal(0, bench.Store.Ledger(null).Sum(l => l.PacksMissing));
        Assert.Equal(June.Number, bench.SpiLine!.LastSequence);
    }

    [Fact]
    public async Task Step_SameMonthAgain_ChangesNothing()
    {
        using DroughtBench bench = DryBench();
        await bench.StartAsync();
        await bench.StepAsync();
        string ledger = Describe(bench.SpiLine!);
        string[] alerts = Lines(bench);
        Assert.NotEmpty(alerts);

        await bench.StepAsync();
        bench.Time.Now = bench.Time.Now.AddDays(2);
        await bench.StepAsync();
        Assert.Equal(ledger, Describe(bench.SpiLine!));
        Assert.Equal(alerts, Lines(bench));

        await bench.StartAsync();
        await bench.StepAsync();
        Assert.Equal(ledger, Describe(bench.SpiLine!));
        Assert.Equal(alerts, Lines(bench));
        Assert.Single(bench.Book.Open());
    }

    [Fact]
    public async Task Step_AfterDyingBetweenCommitAndJudgement_RaisesAllTheSame()
    {
        using DroughtBench bench = DryBench();
        await bench.StartAsync();
        await bench.PostAsync(RegionBench.Of("air_temperature", bench.Time.Now, 30));
        bench.IsPosting = false;
        await bench.StepAsync();
        Assert.NotEmpty(bench.Stored(3));
        Assert.Empty(bench.Alerts);
        await bench.PostAsync(RegionBench.Of("pm25", bench.Time.Now, 10));

        bench.IsPosting = true;
        bench.Time.Now = bench.Time.Now.AddMinutes(5);
        await bench.StartAsync();
        await bench.StepAsync();

        Assert.Contains(bench.Alerts, a => a.Hazard == "drought" && a.State == AlertState.Released);
    }

    [Theory]
    [InlineData(25, false)]
    [InlineData(26, true)]
    public async Task Step_DaysOfFebruary_NineInTenAreWanted(int days, bool isMade)
    {
        CalendarMonth february = new(2026, 2);
        using DroughtBench bench = new(february.End.AddMinutes(20));
        bench.History(1986, 2025);
        bench.Rain(february, 20, days);
        await bench.StartAsync();
        await bench.StepAsync();
        bench.Time.Now = bench.Time.Now.AddDays(1);
        await bench.StepAsync();

        Assert.Equal(isMade, bench.Stored(1).Any(r => r.TakenAt == february.End));
        string[] missing = [.. bench.Log.Lines.Where(l => l.StartsWith("4701", StringComparison.Ordinal) && l.Contains("2026-02", StringComparison.Ordinal))];
        Assert.Equal(isMade ? 0 : 1, missing.Length);
        Assert.All(missing, l => Assert.Contains("25 of 28 days, needed are 90 %", l, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Step_BacklogCompletesTheMonth_IsMadeThen()
    {
        CalendarMonth may = new(2026, 5);
        using DroughtBench bench = new(may.End.AddMinutes(20));
        bench.History(1986, 2025);
        bench.Rain(may, 20, days: 20);
        await bench.StartAsync();
        await bench.StepAsync();
        Assert.DoesNotContain(bench.Stored(1), r => r.TakenAt == may.End);

        bench.Rain(may, 31, skip: 20);
        bench.Time.Now = bench.Time.Now.AddHours(7);
        await bench.StepAsync();

        Assert.Contains(bench.Stored(1), r => r.TakenAt == may.End);
        Assert.Equal(1, bench.SpiLine!.PacksLate);
    }

    [Theory]
    [InlineData(null, "4704")]
    [InlineData(1997, "4702")]
    public async Task Step_NoOrTooShortHistory_MakesNothingAndSaysSoOnce(int? from, string line)
    {
        using DroughtBench bench = new(June.End.AddMinutes(20));
        bench.History(1986, 2025, "57");
        if (from is { } year)
        {
            bench.History(year, 2025);
        }

        for (int back = 11; back >= 0; back--)
        {
            bench.Rain(June.Plus(-back), 5);
        }

        await bench.StartAsync();
        for (int i = 0; i < 3; i++)
        {
            await bench.StepAsync();
            bench.Time.Now = bench.Time.Now.AddDays(1);
        }

        Assert.Empty(bench.Stored(1));
        Assert.Null(bench.SpiLine);
        Assert.StartsWith(line, Assert.Single(bench.Log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Step_BeforeTheMonthHasSettled_Waits()
    {
        using DroughtBench bench = DryBench();
        bench.Time.Now = June.End.AddMinutes(14);
        await bench.StartAsync();
        await bench.StepAsync();
        Assert.DoesNotContain(bench.Stored(1), r => r.TakenAt == June.End);

        bench.Time.Now = June.End.AddMinutes(15);
        await bench.StepAsync();
        Assert.Contains(bench.Stored(1), r => r.TakenAt == June.End);
    }

    [Fact]
    public async Task Step_CloudDownOverTheMonthsEnd_IsRecordedAndTellsNobody()
    {
        using DroughtBench bench = DryBench();
        bench.Time.Now = June.End.AddDays(3);
        await bench.StartAsync();
        await bench.StepAsync();

        Assert.Contains(bench.Stored(6), r => r.TakenAt == June.End);
        Assert.NotEmpty(bench.Alerts);
        Assert.All(bench.Alerts, a => Assert.Equal(AlertState.Recorded, a.State));
    }

    [Fact]
    public async Task Step_InAReplay_GoesByTheNewestMeasurement()
    {
        using DroughtBench bench = DryBench(NetworkTimeMode.Replay);
        bench.Time.Now = new DateTimeOffset(2031, 1, 1, 0, 0, 0, TimeSpan.Zero);
        await bench.StartAsync();
        await bench.PostAsync(RegionBench.Of("pm25", June.End.AddHours(-1), 10));
        await bench.StepAsync();
        Assert.DoesNotContain(bench.Stored(1), r => r.TakenAt == June.End);
        await bench.PostAsync(RegionBench.Of("pm25", June.End.AddMinutes(30), 10));
        await bench.StepAsync();

        Assert.Contains(bench.Stored(1), r => r.TakenAt == June.End);
        Assert.Contains(bench.Alerts, a => a.Hazard == "drought" && a.State == AlertState.Released);
    }

    [Fact]
    public async Task Step_TwoGauges_TheCompleteOneTells()
    {
        using DroughtBench bench = new(June.End.AddMinutes(20));
        bench.History(1986, 2025);
        bench.Rain(June, 30, days: 10);
        bench.Rain(June, 100, series: "rain/b");
        await bench.StartAsync();
        await bench.StepAsync();
        double both = Assert.Single(bench.Stored(1), r => r.TakenAt == June.End).Value;

        using DroughtBench alone = new(June.End.AddMinutes(20));
        alone.History(1986, 2025);
        alone.Rain(June, 100);
        await alone.StartAsync();
        await alone.StepAsync();
        Assert.Equal(Assert.Single(alone.Stored(1), r => r.TakenAt == June.End).Value, both, 1e-9);
    }

    private static DroughtBench DryBench(NetworkTimeMode mode = NetworkTimeMode.Wall)
    {
        DroughtBench bench = new(June.End.AddMinutes(20), mode);
        bench.History(1986, 2025);
        for (int back = 5; back >= 0; back--)
        {
            bench.Rain(June.Plus(-back), 10);
        }

        return bench;
    }

    private static string Describe(LedgerLine line) => (line with { ReadingsRejected = null! }).ToString();

    private static string[] Lines(DroughtBench bench) =>
        [.. bench.Alerts.Select(a => $"{a.Identifier} {a.Version} {a.State} {a.Severity} {a.ExpiresAt:u}")];
}

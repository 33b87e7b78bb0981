using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Tests.Regions;

public sealed class RegionHostTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Station City = RegionBench.StationOf("cm-city", "5001", "อำเภอเมืองเชียงใหม่");
    private static readonly Station MaeRim = RegionBench.StationOf("mae-rim", "5007", "แม่ริม");
    private static readonly Station River = RegionBench.StationOf("cr-river", "5701", "แม่น้ำกก เชียงราย", bank: 5, ground: 0);

    [Fact]
    public async Task Kill_AtAnyPoint_SameAlertsAsWithoutIt()
    {
        List<(StationId, Reading)> field = Field(days: 12);
        IReadOnlyList<AlertVersion> straight = await RunAsync(field, seed: null);
        Assert.True(straight.Count(a => a.State == AlertState.Released) >= 8, $"only {straight.Count} alerts");
        Assert.Contains(straight, a => a.IsAllClear);
        int kills = 0;
        for (int seed = 0; seed < 20; seed++)
        {
            IReadOnlyList<AlertVersion> killed = await RunAsync(field, seed, () => kills++);
            Assert.Equal(straight.Select(Line), killed.Select(Line));
            Assert.True(straight.Select(a => a.CapXml).SequenceEqual(killed.Select(a => a.CapXml)), $"seed {seed}: CAP differs");
        }

        Assert.True(kills > 60, $"only {kills} kills");

        static string Line(AlertVersion a) =>
            $"{a.Identifier} {a.EventId} v{a.Version} {a.Type} {a.Severity} {a.State} {a.MeasuredAt:u} {a.SentAt:u} {a.ExpiresAt:u}";
    }

    [Fact]
    public async Task Start_AfterYears_ReadsNoMoreThanTheWindowsNeed()
    {
        using RegionBench bench = new(NetworkTimeMode.Replay, new ManualTime(Start), City);
        await bench.StartAsync();
        await bench.PostAsync(Hours(City, 24 * 365, _ => 20));
        long before = bench.Store.ReadCount;

        await bench.StartAsync();

        Assert.InRange(bench.Store.ReadCount - before, 24, 100);
    }

    [Fact]
    public async Task Wall_PastOfAWeek_PagesNobodyAndIsRecorded()
    {
        using RegionBench bench = new(NetworkTimeMode.Wall, new ManualTime(Start.AddDays(30)), City);
        await bench.StartAsync();
        await bench.PostAsync(Hours(City, 24 * 7, h => h is > 48 and < 96 ? 150 : 10));

        Assert.Contains(bench.Alerts, a => a.Type == "Alert");
        Assert.Contains(bench.Alerts, a => a.IsAllClear);
        Assert.All(bench.Alerts, a => Assert.Equal(AlertState.Recorded, a.State));
        Assert.Empty(bench.Book.Untargeted());
        Assert.Empty(bench.Book.Open());
    }

    [Fact]
    public async Task Wall_PastOfThisMorning_PagesNobodyThoughItsWarningWouldStillBeValid()
    {
        using RegionBench bench = new(NetworkTimeMode.Wall, new ManualTime(Start.AddHours(48)), City);
        await bench.StartAsync();
        await bench.PostAsync(Hours(City, 45, h => h > 26 ? 150 : 10));

        AlertVersion past = bench.Alerts.First(a => a.Type == "Alert");
        Assert.True(past.ExpiresAt > Start.AddHours(48), "the test needs a warning that is still valid");
        Assert.All(bench.Alerts, a => Assert.Equal(AlertState.Recorded, a.State));
        Assert.Empty(bench.Book.Untargeted());
    }

    [Fact]
    public async Task Wall_BacklogNewestFirstCompletesTheDay_TheHazardThatIsTrueNowIsToldSoon()
    {
        // A quiet day, a day without the link while haze came, then live readings ahead of the backlog.
        DateTimeOffset back = Start.AddHours(48);
        ManualTime time = new(Start.AddHours(24));
        using RegionBench bench = new(NetworkTimeMode.Wall, time, City);
        await bench.StartAsync();
        await bench.PostAsync(Hours(City, 24, _ => 10));
        time.Now = back;
        await bench.PostAsync([At(back)]);
        for (int hour = 47; hour >= 25; hour--)
        {
            await bench.PostAsync([At(Start.AddHours(hour))]);
        }

        Assert.Empty(bench.Book.Untargeted());
        for (int minute = 10; minute <= 80; minute += 10)
        {
            time.Now = back.AddMinutes(minute);
            await bench.PostAsync([At(time.Now)]);
        }

        AlertVersion told = bench.Book.Untargeted()[0];
        Assert.InRange(told.MeasuredAt, back, back.AddMinutes(80));
        Assert.All(bench.Alerts.Where(a => a.State == AlertState.Released), a => Assert.True(a.MeasuredAt > back));

        (StationId, Reading) At(DateTimeOffset at) => (City.Id, RegionBench.Of("pm25", at, 150));
    }

    [Fact]
    public async Task Wall_BacklogNewestFirstAndThenSilence_TheHazardThatIsTrueNowIsTold()
    {
        // Half a millimetre every ten minutes of a day: the newest pack knows nothing of it, and the line is gone again after the last.
        DateTimeOffset back = Start.AddHours(48);
        using RegionBench bench = new(NetworkTimeMode.Wall, new ManualTime(back), City);
        await bench.StartAsync();
        for (int minute = 0; minute <= 24 * 60; minute += 10)
        {
            await bench.PostAsync([(City.Id, RegionBench.Of("rain", back.AddMinutes(-minute), 0.5))]);
        }

        AlertVersion told = Assert.Single(bench.Alerts);
        Assert.Equal(("flash-flood", AlertState.Released, back), (told.Hazard, told.State, told.MeasuredAt));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Wall_HazardWhollyInsideAnOutage_IsRecordedAndToldToNobody(bool isRestarted)
    {
        // A quiet day, eight days without the link with haze in the middle, then live readings ahead of the backlog, newest first.
        DateTimeOffset back = Start.AddDays(9);
        ManualTime time = new(Start.AddHours(23));
        using RegionBench bench = new(NetworkTimeMode.Wall, time, City);
        await bench.StartAsync();
        await bench.PostAsync(Hours(City, 24, _ => 10));
        time.Now = back;
        await bench.PostAsync([(City.Id, RegionBench.Of("pm25", back, 10))]);
        for (int hour = (24 * 9) - 1; hour >= 24; hour--)
        {
            await bench.PostAsync([(City.Id, RegionBench.Of("pm25", Start.AddHours(hour), hour is > 60 and < 110 ? 150 : 10))]);
        }

        Assert.Empty(bench.Alerts);
        if (isRestarted)
        {
            // Saved on the way, as it is every quarter of an hour.
            time.Now = back.AddMinutes(1);
            await bench.PostAsync([(City.Id, RegionBench.Of("pm25", time.Now.AddMinutes(20), 10))]);
            await bench.StartAsync();
        }

        time.Now = back.AddMinutes(40);
        await bench.TickUntilAsync("the past event is recorded", () => bench.Alerts.Any(a => a.IsAllClear));

        Assert.All(bench.Alerts, a => Assert.Equal(AlertState.Recorded, a.State));
        Assert.Single(bench.Alerts.Select(a => a.EventId).Distinct());
        Assert.Contains(bench.Alerts, a => a.Severity == "Severe");
        Assert.InRange(bench.Alerts[0].MeasuredAt, Start.AddHours(60), Start.AddHours(80));
        Assert.Empty(bench.Book.Untargeted());
        Assert.Empty(bench.Book.Open());
        int count = bench.Alerts.Count;

        // The same backlog once more, as after a repair of the store: the event is known.
        await bench.PostAsync([(City.Id, RegionBench.Of("pm25", Start.AddHours(70).AddMinutes(1), 150))]);
        time.Now = back.AddMinutes(90);
        await bench.TickUntilAsync("the span is forgotten", () => bench.Registry.Read(c => (long)c.One("SELECT COUNT(*) FROM past_span")!) == 0);
        Assert.Equal(count, bench.Alerts.Count);
    }

    [Fact]
    public async Task Wall_ReadingsOfTheFuture_PageNobodyElse()
    {
        ManualTime time = new(Start);
        using RegionBench bench = new(NetworkTimeMode.Wall, time, City);
        await bench.StartAsync();
        for (int hour = 0; hour < 20; hour++)
        {
            time.Now = Start.AddHours(hour);
            await bench.PostAsync([(City.Id, RegionBench.Of("pm25", time.Now.AddMinutes(5), 60))]);
        }

        AlertVersion alert = Assert.Single(bench.Alerts, a => a.Type == "Alert");
        Assert.True(alert.ExpiresAt > alert.SentAt);
        Assert.True(alert.SentAt <= time.Now);
        Assert.Contains("<status>Actual</status>", alert.CapXml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silence_UntilTheWarningExpires_ClosesTheEventWithoutAllClear()
    {
        using RegionBench bench = new(NetworkTimeMode.Replay, new ManualTime(Start), City, River);
        await bench.StartAsync();
        await bench.PostAsync(Hours(City, 40, _ => 60));
        Assert.Single(bench.Book.Open());

        await bench.PostAsync([(River.Id, RegionBench.Of("water_level", Start.AddDays(4), 1))]);

        Assert.Empty(bench.Book.Open());
        Assert.DoesNotContain(bench.Alerts, a => a.IsAllClear);
        Assert.Equal("Lapsed", bench.Registry.Read(c =>
        {
            using var command = c.CreateCommand();
            command.CommandText = "SELECT outcome FROM event";
            return (string?)command.ExecuteScalar();
        }));
    }

    [Fact]
    public async Task Post_StationNotRegistered_IsIgnored()
    {
        using RegionBench bench = new(NetworkTimeMode.Replay, new ManualTime(Start), River);
        await bench.StartAsync();
        await bench.PostAsync(Hours(City, 48, _ => 200));
        Assert.Empty(bench.Alerts);
    }

    [Fact]
    public async Task Save_DiskFull_WaitsAndLosesNothing()
    {
        using RegionBench bench = new(NetworkTimeMode.Replay, new ManualTime(Start), City);
        await bench.StartAsync();
        bench.Journal.FullDiskLeft = 2;
        await bench.PostAsync(Hours(City, 30, _ => 60));

        Assert.Single(bench.Alerts, a => a.Type == "Alert" && a.State == AlertState.Released);
    }

    [Fact]
    public async Task Unjudged_AtTheFirstStart_IsJudged()
    {
        using RegionBench bench = new(NetworkTimeMode.Replay, new ManualTime(Start), City);
        bench.Commit(Hours(City, 60, h => h < 30 ? 100 : 10));
        await bench.StartAsync();

        Assert.Contains(bench.Alerts, a => a is { Type: "Alert", State: AlertState.Released });
        Assert.Contains(bench.Alerts, a => a.IsAllClear);
    }

    [Fact]
    public async Task Rules_SwitchedWhileItRuns_AreFollowedFromTheNextReadingOn()
    {
        ManualTime time = new(Start);
        using RegionBench bench = new(NetworkTimeMode.Replay, time, City);
        bench.Rules.SwitchOff("haze", "nurse");
        await bench.StartAsync();
        await bench.PostAsync(Hours(City, 40, _ => 60));
        Assert.Empty(bench.Alerts);

        bench.Rules.SwitchOn("haze", 0, "nurse", null);
        await bench.PostAsync([(City.Id, RegionBench.Of("pm25", Start.AddHours(40), 60)), (City.Id, RegionBench.Of("pm25", Start.AddHours(41), 60))]);
        AlertVersion alert = Assert.Single(bench.Alerts);
        Assert.Equal(Start.AddHours(41), alert.MeasuredAt);

        // Off with an open event: nobody says that it is over.
        bench.Rules.SwitchOff("haze", "nurse");
        await bench.PostAsync(Enumerable.Range(42, 100).Select(h => (City.Id, RegionBench.Of("pm25", Start.AddHours(h), 5))));
        Assert.Single(bench.Alerts);
        Assert.Empty(bench.Book.Open());
    }

    [Fact]
    public async Task Measures_OfOtherHazards_BecomeAlertsWithTheirNumbers()
    {
        using RegionBench bench = new(NetworkTimeMode.Replay, new ManualTime(Start), City, MaeRim);
        await bench.StartAsync();
        await bench.PostAsync(Enumerable.Range(0, 24 * 4 * 6).SelectMany(i => new[] { City, MaeRim }.SelectMany(s => new[]
        {
            (s.Id, RegionBench.Of("rain", Start.AddMinutes(i * 10), i is > 450 and < 460 ? 6 : 0)),
            (s.Id, RegionBench.Of("air_temperature", Start.AddMinutes(i * 10), i > 100 ? 25 : 12)),
            (s.Id, RegionBench.Of("wind_speed", Start.AddMinutes(i * 10), i is > 200 and < 210 ? 25 : 2)),
        })));

        Assert.Equal(["cold", "flash-flood", "strong-wind"], bench.Alerts.Select(a => a.Hazard).Distinct().Order());
        Assert.All(bench.Alerts.GroupBy(a => a.EventId), e => Assert.True(e.Last().IsAllClear, e.Key));
        Assert.Contains(bench.Alerts, a => a is { Hazard: "strong-wind", Severity: "Severe" } && a.CapXml.Contains("wind_10min", StringComparison.Ordinal));
    }

    private static IEnumerable<(StationId, Reading)> Hours(Station station, int count, Func<int, double> value) =>
        Enumerable.Range(0, count).Select(h => (station.Id, RegionBench.Of("pm25", Start.AddHours(h), value(h))));

    private static List<(StationId Station, Reading Reading)> Field(int days)
    {
        Random random = new(4711);
        List<(StationId, Reading)> field = [];
        for (int minute = 0; minute < days * 24 * 60; minute += 30)
        {
            double hours = minute / 60.0;
            DateTimeOffset at = Start.AddMinutes(minute);
            if (minute % 60 == 0)
            {
                double haze = 45 + (55 * Math.Sin(hours / 30)) + (random.NextDouble() * 10);
                field.Add((City.Id, RegionBench.Of("pm25", at, haze)));
                if (hours is < 100 or > 160)
                {
                    field.Add((MaeRim.Id, RegionBench.Of("pm25", at, haze * 0.8)));
                }
            }

            double level = 2.5 + (2.8 * Math.Sin(hours / 20)) + (random.NextDouble() * 0.02);
            field.Add((River.Id, RegionBench.Of("water_level", at, level)));
        }

        return field;
    }

    private static async Task<IReadOnlyList<AlertVersion>> RunAsync(
        List<(StationId Station, Reading Reading)> field, int? seed, Action? onKill = null)
    {
        using RegionBench bench = new(NetworkTimeMode.Replay, new ManualTime(Start), City, MaeRim, River);
        Random random = new(seed ?? 0);
        await bench.StartAsync();
        DateTimeOffset[] times = field.Select(r => r.Reading.TakenAt).Distinct().Order().ToArray();
        int at = 0;
        while (at < times.Length)
        {
            int next = Math.Min(times.Length, at + random.Next(1, 60));
            DateTimeOffset from = times[at];
            DateTimeOffset to = times[next - 1];
            List<(StationId, Reading)> group = field.FindAll(r => r.Reading.TakenAt >= from && r.Reading.TakenAt <= to);
            at = next;
            if (seed is not null && random.Next(4) == 0)
            {
                // Committed, and killed before the regions heard of it.
                bench.Commit(group);
                await bench.StartAsync();
                onKill?.Invoke();
                continue;
            }

            bench.Journal.SavesLeft = seed is not null && random.Next(3) == 0 ? random.Next(3) : null;
            bench.Journal.DiesAfterCommit = random.Next(2) == 0;
            if (!await bench.PostAsync(group))
            {
                await bench.StartAsync();
                onKill?.Invoke();
            }
        }

        return bench.Alerts;
    }
}

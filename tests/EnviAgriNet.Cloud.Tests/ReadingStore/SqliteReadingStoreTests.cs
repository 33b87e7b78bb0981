using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Tests.ReadingStore;

public sealed class SqliteReadingStoreTests
{
    private static readonly DateTimeOffset From = StoreFolder.Begin.AddDays(-400);
    private static readonly DateTimeOffset To = StoreFolder.Begin.AddDays(400);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(18)]
    [InlineData(19)]
    [InlineData(20)]
    public void Commit_AnyOrderAndUpToAHundredRepeats_StoresWhatWasSentOnce(int seed)
    {
        Random random = new(seed);
        using StoreFolder folder = new();
        List<PackToStore> packs = MakePacks(folder, random, out Dictionary<SeriesId, SortedDictionary<DateTimeOffset, Reading>> sent);
        List<PackToStore> sending = [.. packs.SelectMany(p => Enumerable.Repeat(p, 1 + random.Next(random.Next(10) == 0 ? 100 : 3)))];
        PackToStore[] order = [.. sending];
        random.Shuffle(order);
        using (SqliteReadingStore store = folder.Open())
        {
            int half = order.Length / 2;
            long fresh = CommitAll(store, order[..half], random);
            Compare(store, null, sent, seed);
            fresh += CommitAll(store, order[half..], random);
            Assert.Equal(sent.Values.Sum(s => s.Count), fresh);
        }

        using SqliteReadingStore again = folder.Open();
        Compare(again, sent, sent, seed);
        IReadOnlyList<LedgerLine> ledger = again.Ledger(null);
        Assert.Equal(packs.Count, ledger.Sum(l => l.PacksStored));
        Assert.Equal(order.Length - packs.Count, ledger.Sum(l => l.Repeats));
        Assert.Equal(0, ledger.Sum(l => l.PacksMissing));
        Assert.Equal(sent.Values.Sum(s => s.Count), ledger.Sum(l => l.ReadingsStored));
        Assert.Equal(
            packs.Sum(p => p.Decoded.Pack!.Readings.Count), ledger.Sum(l => l.ReadingsStored + l.ReadingsDuplicate));
    }

    [Fact]
    public void Commit_SameTimeAnotherValue_FirstStaysAndTheRepeatIsCounted()
    {
        using StoreFolder folder = new();
        using SqliteReadingStore store = folder.Open();
        store.Commit([folder.Pack(1, StoreFolder.Reading(0, 10), StoreFolder.Reading(1, 11))]);
        CommitOutcome outcome = store.Commit([folder.Pack(2, StoreFolder.Reading(1, 99), StoreFolder.Reading(2, 12))]);

        Assert.Equal([12.0], outcome.Packs[0].Fresh.Select(r => r.Value));
        Assert.Equal([10.0, 11, 12], Read(store).Select(r => r.Value));
        Assert.Equal(1, store.Ledger(null).Single().ReadingsDuplicate);
    }

    [Fact]
    public void Commit_UnusableReadings_CountInTotalOnly()
    {
        using StoreFolder folder = new();
        using SqliteReadingStore store = folder.Open();
        store.Commit([folder.Pack(
            1, StoreFolder.Reading(0, 10), StoreFolder.Reading(1, 900, quality: QualityFlag.Fail), StoreFolder.Reading(2, 20))]);
        Assert.Equal(
            [new RollUp(StoreFolder.Begin, 3, 2, 30, 10, 20)],
            store.ReadHourly(new SeriesId(StoreFolder.Station, StoreFolder.Pm25), From, To));
    }

    [Fact]
    public void ReadDaily_AroundMidnightInBangkok_SplitsAtSeventeenHoursUtc()
    {
        using StoreFolder folder = new();
        using SqliteReadingStore store = folder.Open();
        store.Commit([folder.Pack(1, StoreFolder.Reading((17 * 60) - 1, 1), StoreFolder.Reading(17 * 60, 2))]);
        IReadOnlyList<RollUp> days = store.ReadDaily(new SeriesId(StoreFolder.Station, StoreFolder.Pm25), From, To);
        Assert.Equal([StoreFolder.Begin.AddHours(-7), StoreFolder.Begin.AddHours(17)], days.Select(d => d.From));
    }

    [Fact]
    public void Latest_AfterReopening_IsTheNewestOfEachSeries()
    {
        using StoreFolder folder = new();
        using (SqliteReadingStore store = folder.Open())
        {
            store.Commit([folder.Pack(1, StoreFolder.Reading(600, 5), StoreFolder.Reading(10, 7, "humidity"))]);
            store.Commit([folder.Pack(2, StoreFolder.Reading(60, 4))]);
            Assert.Equal([5.0, 7], store.Latest(StoreFolder.Station).Select(r => r.Value));
        }

        using SqliteReadingStore again = folder.Open();
        Assert.Equal([5.0, 7], again.Latest(StoreFolder.Station).Select(r => r.Value));
        Assert.Equal(["humidity", "pm25"], again.Series(null).Select(s => s.Name.Text).Order());
    }

    [Fact]
    public void DropOldMonth_PastTheKeptMonths_GivesUpReadingsKeepsRollUpsAndRefusesTheLate()
    {
        using StoreFolder folder = new();
        using SqliteReadingStore store = folder.Open(rawMonths: 1);
        store.Commit([folder.Pack(1, StoreFolder.Reading(0, 10))]);
        Assert.False(store.DropOldMonth(StoreFolder.Begin.AddDays(40)));
        Assert.True(store.DropOldMonth(StoreFolder.Begin.AddDays(70)));
        Assert.False(store.DropOldMonth(StoreFolder.Begin.AddDays(70)));

        Assert.Empty(Read(store));
        Assert.Single(store.ReadHourly(new SeriesId(StoreFolder.Station, StoreFolder.Pm25), From, To));
        Assert.Empty(store.Commit([folder.Pack(2, StoreFolder.Reading(5, 11))]).Packs[0].Fresh);
        Assert.Equal(1, store.Ledger(null).Single().ReadingsRejected["too-old"]);
        Assert.Equal(10, store.ReadHourly(new SeriesId(StoreFolder.Station, StoreFolder.Pm25), From, To).Single().Sum);
    }

    [Fact]
    public void Open_WhileAnotherHasIt_IsRefused()
    {
        using StoreFolder folder = new();
        using SqliteReadingStore store = folder.Open();
        Assert.False(Assert.Throws<StoreException>(() => folder.Open()).IsTransient);
    }

    private static List<PackToStore> MakePacks(
        StoreFolder folder, Random random, out Dictionary<SeriesId, SortedDictionary<DateTimeOffset, Reading>> sent)
    {
        sent = [];
        List<PackToStore> packs = [];
        string[] names = ["pm25", "humidity", "rain", "water_level", "pm25/b", "soil_moisture:-0.3"];
        for (int s = 0; s < 3; s++)
        {
            StationId station = StationId.Parse($"centre-{s}");
            int count = random.Next(3, 25);
            for (int sequence = 1; sequence <= count; sequence++)
            {
                // Whoever repeats a (series, time) in another pack gives the same value, so that order cannot matter.
                Reading[] readings = [.. Enumerable.Range(0, random.Next(1, 60)).Select(_ =>
                {
                    int minute = random.Next(2000);
                    string name = names[random.Next(names.Length)];
                    double value = Math.Round(((minute * 7919) + name.Length) % 1000 / 7.0, name.Length % 4);
                    return StoreFolder.Reading(minute, value, name, (QualityFlag)(1 + (minute % 4)));
                })];
                foreach (Reading reading in readings)
                {
                    SeriesId id = new(station, reading.Series);
                    sent.TryAdd(id, []);
                    sent[id].TryAdd(reading.TakenAt, reading);
                }

                packs.Add(folder.Pack(station, "box", sequence, default, readings));
            }
        }

        return packs;
    }

    private static long CommitAll(SqliteReadingStore store, PackToStore[] packs, Random random)
    {
        long fresh = 0;
        for (int at = 0; at < packs.Length;)
        {
            int size = Math.Min(random.Next(1, 40), packs.Length - at);
            fresh += store.Commit(packs[at..(at + size)]).Packs.Sum(p => (long)p.Fresh.Count);
            at += size;
        }

        return fresh;
    }

    private static void Compare(
        SqliteReadingStore store,
        Dictionary<SeriesId, SortedDictionary<DateTimeOffset, Reading>>? readings,
        Dictionary<SeriesId, SortedDictionary<DateTimeOffset, Reading>> all,
        int seed)
    {
        foreach (SeriesId id in all.Keys)
        {
            IReadOnlyList<Reading> stored = store.Read(id, From, To);
            if (readings is not null)
            {
                Assert.True(readings[id].Values.SequenceEqual(stored), $"readings of {id}, seed {seed}");
            }

            List<RollUp> hours = Roll(stored, t => new DateTimeOffset(t.Year, t.Month, t.Day, t.Hour, 0, 0, TimeSpan.Zero));
            Assert.True(hours.SequenceEqual(store.ReadHourly(id, From, To)), $"hours of {id}, seed {seed}");
            List<RollUp> days = Roll(stored, t => new DateTimeOffset(t.AddHours(7).Date, TimeSpan.Zero).AddHours(-7));
            IReadOnlyList<RollUp> storedDays = store.ReadDaily(id, From, To);
            Assert.Equal(days.Select(d => d with { Sum = 0 }), storedDays.Select(d => d with { Sum = 0 }));
            Assert.All(days.Zip(storedDays), d => Assert.Equal(d.First.Sum, d.Second.Sum, 1e-6));
        }
    }

    private static List<RollUp> Roll(IReadOnlyList<Reading> readings, Func<DateTimeOffset, DateTimeOffset> from) =>
    [
        .. readings.GroupBy(r => from(r.TakenAt)).Select(g =>
        {
            List<double> usable = [.. g.Where(r => r.IsUsable).Select(r => r.Value)];
            return new RollUp(
                g.Key, g.Count(), usable.Count, usable.Sum(), usable.DefaultIfEmpty().Min(), usable.DefaultIfEmpty().Max());
        }),
    ];

    private static IReadOnlyList<Reading> Read(SqliteReadingStore store) =>
        store.Read(new SeriesId(StoreFolder.Station, StoreFolder.Pm25), From, To);
}

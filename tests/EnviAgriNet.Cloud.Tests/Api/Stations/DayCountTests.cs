using EnviAgriNet.Cloud.Performance;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Cloud.Tests.ReadingStore;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Protocol.Messages;

using ManualTime = EnviAgriNet.Testing.ManualTime;

namespace EnviAgriNet.Cloud.Tests.Api.Stations;

public sealed class DayCountTests : IDisposable
{
    private readonly StoreFolder _folder = new();
    private readonly RegistryRoom _room = new();
    private readonly SqliteReadingStore _store;

    public DayCountTests() => _store = _folder.Open();

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
        _room.Dispose();
    }

    [Fact]
    public void Of_HoursAndQuality_AreCountedFromTheRollUps()
    {
        Store(1, StoreFolder.Reading(0, 5), StoreFolder.Reading(1, 6, quality: QualityFlag.Fail), StoreFolder.Reading(65, 7), StoreFolder.Reading(66, 40, "humidity"));

        CountedDay day = DayCount.Of(_store, StoreFolder.Station, LocalDay.Of(StoreFolder.Begin))!;

        Assert.Equal((2, 4, 3, LocalDay.HourOf(StoreFolder.Begin)), (day.Hours, day.Readings, day.Usable, day.FirstHour));
        Assert.Null(DayCount.Of(_store, StoreFolder.Station, LocalDay.Of(StoreFolder.Begin) + 1));
    }

    [Fact]
    public void Figures_GapAndStationNeverHeard_OnlyTheTimeSinceTheBeginCounts()
    {
        // Readings in the first and the third hour of four, and a day before the span that shows the begin is not the span's.
        Store(1, StoreFolder.Reading(0, 5), StoreFolder.Reading(125, 6));
        _room.Stations.Store([RegistryRoom.Station(StoreFolder.Station.Value, "500101"), RegistryRoom.Station("never-1", "500101")]);
        DayBook days = new(_room.Database);
        days.Put([DayCount.Of(_store, StoreFolder.Station, LocalDay.Of(StoreFolder.Begin))!]);
        days.Put([DayCount.Of(_store, StoreFolder.Station, LocalDay.Of(StoreFolder.Begin))!]);
        KpiFigures figures = new(_room.Stations, days, new LineBook(_room.Database), _store);

        IReadOnlyList<StationFigures> found = figures.Of(LocalDay.Of(StoreFolder.Begin) - 10, StoreFolder.Begin.AddHours(4));

        Assert.Equal([(StoreFolder.Station.Value, 2L, 4L, true), ("never-1", 0L, 0L, false)], found.Select(f => (f.Station.Id.Value, f.Hours, f.OfHours, f.WasHeard)));
        Assert.Equal(1, found[0].Ledger.Single().PacksStored);
        Assert.Equal(24, figures.Of(LocalDay.Of(StoreFolder.Begin) + 1, LocalDay.Begin(LocalDay.Of(StoreFolder.Begin) + 2))[0].OfHours);
    }

    [Fact]
    public void DueDays_ManyReadingsOfOneDay_AreCountedOnceAndThenLater()
    {
        ManualTime time = new(StoreFolder.Begin.AddHours(1));
        DueDays due = new(time);
        CommittedPack pack = new(StoreFolder.Station, PackFate.Stored, [.. Enumerable.Range(0, 50).Select(i => StoreFolder.Reading(i, 5))], default);
        due.OnCommitted([pack, pack]);
        Assert.Empty(due.Take(10));
        time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal([(StoreFolder.Station, LocalDay.Of(StoreFolder.Begin))], due.Take(10));

        due.OnCommitted([pack]);
        time.Advance(TimeSpan.FromMinutes(4));
        Assert.Empty(due.Take(10));
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.Single(due.Take(10));
    }

    [Fact]
    public void EventsOf_StationAmongOthers_ComesNewestFirstAndPaged()
    {
        StationId other = StationId.Parse("other-1");
        _store.RecordEvents([.. Enumerable.Range(1, 9).Select(i => new EventToStore(
            i % 3 == 0 ? other : StoreFolder.Station, new StationEvent { Outbox = "box", Id = i, Kind = StationEventKind.ClockStep, At = 1000 + i }, StoreFolder.Begin))]);

        IReadOnlyList<LoggedEvent> first = _store.EventsOf(StoreFolder.Station, long.MaxValue, 4);
        IReadOnlyList<LoggedEvent> rest = _store.EventsOf(StoreFolder.Station, first[^1].Stored.Number, 4);

        Assert.Equal([8, 7, 5, 4], first.Select(e => e.Stored.Event!.Id));
        Assert.Equal([2, 1], rest.Select(e => e.Stored.Event!.Id));
        Assert.Equal(StoreFolder.Begin, first[0].StoredAt);
    }

    [Fact]
    public void CalibrationsOf_ToldTwiceAndInAnyOrder_KeepsEachOnceNewestFirst()
    {
        string[] told =
        [
            "water_ph by tech-2 since 2026-11-20T03:00:00Z: -0.2 1.01",
            "soil_moisture:-0.1 by tech-2 since 2026-11-20T03:00:00Z: 105.3 -61.07 9.02 of voltage/a0",
            "water_ph by tech-1 since 2026-01-20T03:00:00Z: 0.1 1",
            "water_ph by tech-2 since 2026-11-20T03:00:00Z: -0.2 1.01",
            "water_ph is well",
        ];
        _store.RecordEvents([.. told.Select((text, i) => new EventToStore(
            StoreFolder.Station, new StationEvent { Outbox = "box", Id = i + 1, Kind = StationEventKind.Calibrated, Reason = text }, StoreFolder.Begin))]);
        Assert.Equal([told[1], told[0], told[2]], _store.CalibrationsOf(StoreFolder.Station).Select(c => c.ToText()));
        Assert.Empty(_store.CalibrationsOf(StationId.Parse("other-1")));
    }

    private void Store(long sequence, params Reading[] readings) => _store.Commit([_folder.Pack(sequence, readings)]);
}

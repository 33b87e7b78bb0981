using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Quantities;
using EnviAgriNet.Core.Readings;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Api;

/// <summary>Stations with their newest values, registered ones and those that only send.</summary>
internal sealed class StationPages(
    LiveBoard board, IStationBook stations, NetworkClock clock, IOptions<ApiOptions> options)
{
    /// <summary>Fills the board with what the store has, at the start.</summary>
    public static void Fill(LiveBoard board, IReadings store)
    {
        foreach (StationId station in store.Series(null).Select(series => series.Station).Distinct())
        {
            board.OnCommitted([new CommittedPack(station, PackFate.Stored, store.Latest(station), DateTimeOffset.MinValue)]);
        }
    }

    /// <summary>All stations.</summary>
    public StationsView All()
    {
        string position = board.Position;
        IReadOnlyDictionary<StationId, IReadOnlyList<Reading>> values = board.All();
        IEnumerable<StationId> ids = stations.All.Select(station => station.Id).Concat(values.Keys).Distinct().Order();
        return new StationsView(
            clock.Now,
            options.Value.SilentAfter.TotalSeconds,
            [.. ids.Select(id => View(id, stations.Find(id), values.GetValueOrDefault(id) ?? []))],
            position);
    }

    /// <summary>A value as it is sent.</summary>
    public static ValueView View(StationId station, Reading reading)
    {
        Quantity quantity = reading.Series.Quantity;
        return new ValueView(
            station.Value,
            reading.Series.Text,
            quantity.NameTh,
            quantity.NameEn,
            quantity.Unit,
            Decimals(quantity),
            reading.Value,
            reading.TakenAt,
            (int)reading.Quality,
            reading.Test == QualityTest.None ? null : QualityMark.NameOf(reading.Test));
    }

    /// <summary>With how many decimals values of a quantity are shown.</summary>
    public static int Decimals(Quantity quantity) => Math.Clamp((int)Math.Ceiling(-Math.Log10(quantity.Resolution)), 0, 6);

    private static StationView View(StationId id, Station? station, IReadOnlyList<Reading> values) => new(
        id.Value,
        station is not null,
        station?.Region.Code,
        station?.Region.Province.Code,
        station?.NameTh,
        station?.NameEn,
        station?.Latitude,
        station?.Longitude,
        [.. values.Select(reading => View(id, reading))]);
}

using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Messages;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Tests.Fields;

/// <summary>A value an hour, without a store.</summary>
internal sealed class FakeReadings : IReadings
{
    private readonly Dictionary<SeriesId, List<RollUp>> _hours = [];

    public void Fill(string station, string series, DateOnly from, DateOnly to, Func<int, double?> value)
    {
        DateTimeOffset begin = new(from.ToDateTime(TimeOnly.MinValue), LocalTime.Offset);
        List<RollUp> hours = [];
        for (int h = 0; h < (to.DayNumber - from.DayNumber + 1) * 24; h++)
        {
            if (value(h) is { } v)
            {
                hours.Add(new RollUp(begin.AddHours(h).ToUniversalTime(), 1, 1, v, v, v));
            }
        }

        _hours[new SeriesId(StationId.Parse(station), SeriesName.Parse(series))] = hours;
    }

    public IReadOnlyList<Reading> Read(SeriesId series, DateTimeOffset from, DateTimeOffset to) => [];

    public IReadOnlyList<RollUp> ReadHourly(SeriesId series, DateTimeOffset from, DateTimeOffset to) =>
        _hours.TryGetValue(series, out List<RollUp>? hours) ? [.. hours.Where(h => h.From >= from && h.From < to)] : [];

    public IReadOnlyList<RollUp> ReadDaily(SeriesId series, DateTimeOffset from, DateTimeOffset to) => RollUp.Days(ReadHourly(series, from, to));

    public IReadOnlyList<SeriesId> Series(StationId? station) => [.. _hours.Keys.Where(k => station is null || k.Station == station)];

    public IReadOnlyList<Reading> Latest(StationId station) => [];
}

using EnviAgriNet.Cloud.Quality;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Core.Geography;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Performance;

/// <summary>
/// Counts the days of all stations, a bounded number at a time: at the start the last weeks, then what fresh readings and new verdicts
/// touch. Days are counted as a whole, so that a repeat changes nothing.
/// </summary>
internal sealed partial class DayWatch(
    DueDays due, DayBook book, JudgedReadings readings, VerdictNews verdicts, NetworkClock clock, TimeProvider time, ILogger<DayWatch> logger)
    : BackgroundService
{
    private long _verdict;
    private bool _isBegun;

    /// <summary>Counts what is due, up to the bound of one step; how many days.</summary>
    internal int Step()
    {
        AddOld();
        IReadOnlyList<(StationId Station, int Day)> taken = due.Take(Limits.DaysPerStep);
        if (taken.Count > 0)
        {
            book.Put([.. taken.Select(t => DayCount.Of(readings, t.Station, t.Day)).OfType<CountedDay>()]);
        }

        return taken.Count;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Limits.DayStepEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                Step();
            }
            catch (Exception e) when (e is SqliteException or StoreException)
            {
                LogFailed(e);
            }
        }
    }

    private void AddOld()
    {
        if (clock.Now is not { } now)
        {
            return;
        }

        if (!_isBegun)
        {
            _isBegun = true;
            _verdict = verdicts.Change;
            Add(Stations(), now);
            return;
        }

        ChangedStations news = verdicts.Since(_verdict);
        _verdict = news.Change;
        Add(news.IsAll ? Stations() : news.Stations, now);
    }

    private IEnumerable<StationId> Stations() => readings.Series(null).Select(series => series.Station).Distinct();

    private void Add(IEnumerable<StationId> stations, DateTimeOffset now)
    {
        int today = LocalDay.Of(now);
        foreach (StationId station in stations)
        {
            for (int day = today; day > today - Limits.DaysAtStart; day--)
            {
                due.Add(station, day);
            }
        }
    }

    [LoggerMessage(4641, LogLevel.Error, "What arrived from stations could not be counted; the next round goes on")]
    private partial void LogFailed(Exception e);
}

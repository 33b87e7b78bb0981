using EnviAgriNet.Cloud.Performance;
using EnviAgriNet.Cloud.Quality;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Places;
using EnviAgriNet.Cloud.Registry.Quality;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Api.Stations;

/// <summary>Puts together what is known of one station. Safe for use by several threads.</summary>
internal sealed class StationAnswers(
    IStationBook stations,
    PlaceBook places,
    JudgedReadings readings,
    IReadingStore store,
    IStationEvents events,
    QualityVersionBook versions,
    DayBook days,
    LineBook lines,
    HealthBoard healths,
    NetworkClock clock,
    TimeProvider time,
    IOptions<ApiOptions> api,
    IOptions<KpiOptions> kpi)
{
    /// <summary>Where a station lies; null when it is not registered.</summary>
    public RegionId? RegionOf(StationId id) => stations.Find(id)?.Region;

    /// <summary>The station and what arrived on the last days; null when nobody heard of it.</summary>
    public StationPageView? Page(StationId id, int dayCount)
    {
        Station? station = stations.Find(id);
        IReadOnlyList<Reading> latest = readings.Latest(id);
        if (station is null && latest.Count == 0)
        {
            return null;
        }

        DateTimeOffset? now = clock.Now;
        return new StationPageView(
            id.Value, station is not null, station?.NameTh, station?.NameEn, station?.Region.Code, Places(station), station?.Latitude, station?.Longitude,
            station?.BankLevel, station?.GroundLevel, ToTheMinute(now), api.Value.SilentAfter.TotalSeconds,
            [.. latest.OrderBy(r => r.Series.Text, StringComparer.Ordinal).Select(r => View(id, r, now))],
            days.Begin(id) is { } hour ? DateTimeOffset.UnixEpoch.AddHours(hour) - Core.Messages.LocalTime.Offset : null,
            now is { } at ? Days(id, at, dayCount) : []);
    }

    /// <summary>How the station is.</summary>
    public StationHealthView Health(StationId id, int dayCount)
    {
        DateTimeOffset now = time.GetUtcNow();
        int today = LocalDay.Of(now);
        HeardHealth? heard = healths.Find(id);
        Dictionary<int, LineDay> known = lines.Days(id, today - dayCount + 1, today + 1).ToDictionary(d => d.Day);
        return new StationHealthView(
            Word(heard?.WordAt(now, kpi.Value.HealthSilentAfter) ?? LinkWord.Unknown), heard?.HeardAt, kpi.Value.HealthSilentAfter.TotalSeconds,
            heard is null ? null : View(heard),
            [.. Enumerable.Range(today - dayCount + 1, dayCount).Select(day => View(day, known.GetValueOrDefault(day), now))],
            [.. lines.Changes(id, Limits.ChangesToldMax).Select(change => new LineChangeView(change.At, Word(change.Word)))]);
    }

    /// <summary>What became of its packs.</summary>
    public StationLedgerView Ledger(StationId id) => new(id.Value, [.. store.Ledger(id).Select(View)]);

    /// <summary>What happened there, newest first.</summary>
    public StationLogView Log(StationId id, long before, int most)
    {
        IReadOnlyList<LoggedEvent> rows = events.EventsOf(id, before, most);
        return new StationLogView([.. rows.Select(View)], rows.Count == most ? rows[^1].Stored.Number : null);
    }

    /// <summary>What persons said of its readings, newest first.</summary>
    public StationWordsView Words(StationId id)
    {
        QualityVersion? live = versions.Live;
        return new StationWordsView(
            live?.Number, live?.MadeAt,
            [
                .. versions.All.Where(v => v.Kind == QualityVersionKind.Override && v.Stations.Contains(id)).Reverse().Take(Limits.LogRowsMax)
                    .Select(v => new StationWordView(v.Number, v.MadeAt, v.By, v.Reason, v.Series?.Text, (int?)v.Flag, v.From, v.To)),
            ],
            [.. events.CalibrationsOf(id).GroupBy(c => c.Series).SelectMany(g => g.Select((c, i) => new StationCalibrationView(
                c.Series.Text, c.Of?.Text, c.Coefficients, c.By, c.Since, i == 0 && c.Coefficients.Count > 0)))]);
    }

    // To the minute, so that an answer in which nothing else changed keeps its tag for that long.
    private static DateTimeOffset? ToTheMinute(DateTimeOffset? time) =>
        time is { } at ? at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMinute)) : null;

    private static string Word(LinkWord word) => word.ToString().ToLowerInvariant();

    private StationSeriesView View(StationId id, Reading reading, DateTimeOffset? now)
    {
        ValueView value = StationPages.View(id, reading);
        return new StationSeriesView(
            value.Series, reading.Series.Quantity.Code, value.NameTh, value.NameEn, value.Unit, value.Decimals, value.Value, value.TakenAt, value.Quality,
            value.Test, now - reading.TakenAt > api.Value.SilentAfter, !DayCount.IsMeasured(new SeriesId(id, reading.Series)));
    }

    private IReadOnlyList<PlaceView> Places(Station? station)
    {
        if (station is null)
        {
            return [];
        }

        List<PlaceView> found = [];
        for (int length = 2; length <= station.Region.Code.Length; length += 2)
        {
            if (places.Find(RegionId.Parse(station.Region.Code[..length])) is { } place)
            {
                found.Add(new PlaceView(place.Region.Code, place.Name.NameTh, place.Name.NameEn));
            }
        }

        return found;
    }

    private List<StationDayView> Days(StationId id, DateTimeOffset now, int count)
    {
        int today = LocalDay.Of(now);
        long begin = days.Begin(id) ?? long.MaxValue;
        long until = LocalDay.HourOf(now);
        Dictionary<int, CountedDay> known = days.Days(id, today - count + 1, today + 1).ToDictionary(d => d.Day);
        List<StationDayView> views = [];
        for (int day = today - count + 1; day <= today; day++)
        {
            // The hour that runs counts as soon as something came in it.
            long first = Math.Max(begin, LocalDay.FirstHour(day));
            int passed = (int)Math.Clamp(Math.Min(until, LocalDay.FirstHour(day + 1)) - first, 0, 24);
            CountedDay? counted = known.GetValueOrDefault(day);
            views.Add(new StationDayView(
                LocalDay.Date(day).ToString("O"), counted?.Hours ?? 0, Math.Max(passed, counted?.Hours ?? 0), counted?.Readings ?? 0, counted?.Usable ?? 0));
        }

        return views;
    }

    private static HealthReportView View(HeardHealth heard) => new(
        heard.Report.At > 0 ? DateTimeOffset.FromUnixTimeMilliseconds((long)(Math.Min(heard.Report.At, 1e10) * 1000)) : null,
        heard.Report.Outbox, heard.Report.LastSequence, heard.Report.Depth, heard.Report.Bytes, heard.Report.HoursLeft, heard.Report.Clock, heard.Report.Version,
        heard.Report.Config, heard.Report.ConfigRefused, heard.Report.ConfigFaults);

    private static LineDayView View(int day, LineDay? known, DateTimeOffset now)
    {
        long passed = (long)Math.Clamp((now - LocalDay.Begin(day)).TotalSeconds, 0, TimeSpan.FromDays(1).TotalSeconds);
        long online = Math.Min((known?.OnlineMs ?? 0) / 1000, passed);
        long offline = Math.Min((known?.OfflineMs ?? 0) / 1000, passed - online);
        return new LineDayView(LocalDay.Date(day).ToString("O"), online, offline, passed - online - offline);
    }

    private static LedgerLineView View(LedgerLine line) => new(
        line.Outbox, DerivedOutboxes.Contains(line.Outbox), line.LastSequence, line.PacksStored, line.PacksLate, line.PacksRejected, line.PacksDropped,
        line.PacksMissing, line.Repeats, line.ReadingsStored, line.ReadingsLate, line.ReadingsDuplicate, line.ReadingsDropped, line.ReadingsRejected);

    private static StationLogRow View(LoggedEvent row)
    {
        Protocol.Messages.StationEvent? said = row.Stored.Event;
        return new StationLogRow(
            row.Stored.Number, row.StoredAt, said?.At > 0 ? DateTimeOffset.FromUnixTimeMilliseconds((long)(Math.Min(said.At, 1e10) * 1000)) : null,
            said?.Kind.ToString() ?? "None", said?.First ?? 0, said?.Last ?? 0, said?.Readings ?? 0,
            said?.Alert is { Length: > 0 } alert ? alert : null, said?.Reason is { Length: > 0 } reason ? reason : null);
    }
}

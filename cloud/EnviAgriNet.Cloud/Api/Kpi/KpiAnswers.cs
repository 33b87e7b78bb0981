using EnviAgriNet.Cloud.Cases;
using EnviAgriNet.Cloud.Performance;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Messages;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Api.Kpi;

/// <summary>Sums up a year: only what the network measured, and where nothing was measured it says so. Safe for use by several threads.</summary>
internal sealed class KpiAnswers(
    KpiFigures figures, WarningBook warnings, RegistryDatabase database, SurveyBook surveys, DayBook days, LiveBoard board, NetworkClock clock, TimeProvider time,
    IOptions<KpiOptions> options)
{
    private readonly Lock _guard = new();
    private readonly Dictionary<int, (long Stamp, KpiView View)> _kept = [];

    /// <summary>The year that runs; of the wall clock before a replay has begun.</summary>
    public KpiYear Running => KpiYear.Of(clock.Now ?? time.GetUtcNow(), options.Value.YearBeginsInMonth);

    /// <summary>The totals of a year. They are kept for a short while.</summary>
    public KpiView Totals(int year)
    {
        lock (_guard)
        {
            if (!_kept.TryGetValue(year, out var kept) || time.GetElapsedTime(kept.Stamp) >= Limits.KeptFor)
            {
                _kept[year] = kept = (time.GetTimestamp(), Sum(KpiYear.Of(year, options.Value.YearBeginsInMonth)));
            }

            return kept.View;
        }
    }

    /// <summary>The stations of a year, of the regions that are asked for.</summary>
    public KpiStationsView Stations(int number, Func<RegionId, bool> covers)
    {
        KpiYear year = KpiYear.Of(number, options.Value.YearBeginsInMonth);
        IReadOnlyDictionary<StationId, IReadOnlyList<Core.Readings.Reading>> newest = board.All();
        return new KpiStationsView(
            number, Until(year),
            [
                .. Figures(year).Where(f => covers(f.Station.Region)).Take(Limits.StationsMax).Select(f => new KpiStation(
                    f.Station.Id.Value, f.Station.NameTh, f.Station.NameEn, f.Station.Region.Code, f.Hours, f.OfHours, Share(f.Hours, f.OfHours), f.Readings,
                    Share(f.Usable, f.Readings), Share(f.OnlineMs, f.OnlineMs + f.OfflineMs), Known(f, year), f.Ledger.Sum(l => l.PacksMissing),
                    f.Ledger.Sum(l => l.PacksDropped), f.Ledger.Sum(l => l.PacksRejected),
                    newest.TryGetValue(f.Station.Id, out var values) && values.Count > 0 ? values.Max(v => v.TakenAt) : null)),
            ]);
    }

    private static double? Share(double part, double of) => of <= 0 ? null : Math.Round(part / of, 4);

    private static double? Median(IReadOnlyList<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? null
            : sorted.Length % 2 == 1 ? sorted[sorted.Length / 2]
            : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    private static double? Minutes(double? seconds) => seconds is { } known ? Math.Round(known / 60, 2) : null;

    private DateTimeOffset? Until(KpiYear year)
    {
        DateTimeOffset end = LocalDay.Begin(year.EndDay);
        return clock.Now is { } now ? (now < end ? now : end.AddMilliseconds(-1)) : null;
    }

    private IReadOnlyList<StationFigures> Figures(KpiYear year) =>
        Until(year) is { } until && LocalDay.Of(until) >= year.FirstDay ? figures.Of(year.FirstDay, until) : [];

    private double? Known(StationFigures figure, KpiYear year)
    {
        if (Until(year) is not { } until || figure.OfHours == 0)
        {
            return null;
        }

        double passed = (until - LocalDay.Begin(year.FirstDay)).TotalMilliseconds;
        return Share(Math.Min(passed, figure.OnlineMs + figure.OfflineMs), Math.Min(passed, TimeSpan.FromHours(figure.OfHours + 1).TotalMilliseconds));
    }

    private KpiView Sum(KpiYear year)
    {
        IReadOnlyList<StationFigures> stations = Figures(year);
        WarningSums told = warnings.Sums(year);
        SurveySums asked = SurveySums.Of(database, surveys, year);
        KpiTargets targets = options.Value.Targets.GetValueOrDefault($"{year.Year}") ?? new KpiTargets();
        KpiTargets examples = KpiTargets.Examples;
        double online = stations.Sum(s => (double)s.OnlineMs);
        double line = online + stations.Sum(s => (double)s.OfflineMs);
        LedgerLine[] ledger = [.. stations.SelectMany(s => s.Ledger)];
        long packs = ledger.Sum(l => l.LastSequence);
        KpiMeasure[] measures =
        [
            Make("completeness", "share", Share(stations.Sum(s => s.Hours), stations.Sum(s => s.OfHours)), targets.Completeness, examples.Completeness, true, new()
            {
                ["hours"] = stations.Sum(s => s.Hours), ["of_hours"] = stations.Sum(s => s.OfHours), ["stations"] = stations.Count,
                ["stations_never_heard"] = stations.Count(s => !s.WasHeard), ["packs_stored"] = ledger.Sum(l => l.PacksStored + l.PacksLate),
                ["of_packs"] = packs, ["packs_missing"] = ledger.Sum(l => l.PacksMissing), ["packs_dropped"] = ledger.Sum(l => l.PacksDropped),
                ["packs_rejected"] = ledger.Sum(l => l.PacksRejected),
            }),
            Make("usable", "share", Share(stations.Sum(s => s.Usable), stations.Sum(s => s.Readings)), targets.Usable, examples.Usable, true, new()
            {
                ["usable"] = stations.Sum(s => s.Usable), ["of_readings"] = stations.Sum(s => s.Readings),
            }),
            Make("uptime", "share", Share(online, line), targets.Uptime, examples.Uptime, true, new()
            {
                ["online_hours"] = Math.Round(online / 3_600_000, 1), ["offline_hours"] = Math.Round((line - online) / 3_600_000, 1),
                ["stations_known"] = stations.Count(s => s.OnlineMs + s.OfflineMs > 0), ["stations"] = stations.Count,
            }),
            Make("delay", "minutes", Minutes(Median(told.HalfS)), targets.DelayMinutes, examples.DelayMinutes, false, new()
            {
                ["warnings"] = told.HalfS.Count, ["slowest_minutes"] = Minutes(told.HalfS.Count == 0 ? null : told.HalfS.Max()), ["warnings_open"] = told.Open,
            }),
            Make("lead", "minutes", Minutes(Median(told.Leads.Seconds)), targets.LeadMinutes, examples.LeadMinutes, true, new()
            {
                ["events"] = told.Leads.Seconds.Count, ["events_at_once"] = told.Leads.AtOnce,
                ["shortest_minutes"] = Minutes(told.Leads.Seconds.Count == 0 ? null : told.Leads.Seconds.Min()),
            }),
            Make("reach", "share", Share(told.Reached, told.People), targets.Reach, examples.Reach, true, new()
            {
                ["reached"] = told.Reached, ["of_people"] = told.People, ["warnings"] = told.Count, ["warnings_open"] = told.Open,
            }),
            Make("satisfaction", "score", asked.Mean is { } mean ? Math.Round(mean, 2) : null, targets.Satisfaction, examples.Satisfaction, true, new()
            {
                ["answered"] = asked.Answered, ["asked"] = asked.Asked, ["small_below"] = Cases.Limits.SmallGroupMin,
            }),
        ];
        return new KpiView(
            year.Year, LocalDay.Begin(year.FirstDay), LocalDay.Begin(year.EndDay), Until(year) is { } until ? ToTheMinute(until) : null, Years(), measures);
    }

    private static DateTimeOffset ToTheMinute(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMinute));

    private List<int> Years()
    {
        int month = options.Value.YearBeginsInMonth;
        long[] begins = [.. days.Begins().Values];
        int last = Running.Year;
        int first = begins.Length == 0
            ? last
            : Math.Clamp(KpiYear.Of(DateTimeOffset.UnixEpoch.AddHours(begins.Min()) - LocalTime.Offset, month).Year, KpiYear.YearMin, last);
        return [.. Enumerable.Range(first, last - first + 1).Reverse()];
    }

    private static KpiMeasure Make(
        string name, string unit, double? value, double? target, double? example, bool higherIsBetter, Dictionary<string, double?> basis)
    {
        double aim = target ?? example!.Value;
        bool? isMet = value is not { } known ? null : higherIsBetter ? known >= aim : known <= aim;
        return new KpiMeasure(name, unit, value, aim, target is null, higherIsBetter, isMet, basis);
    }
}

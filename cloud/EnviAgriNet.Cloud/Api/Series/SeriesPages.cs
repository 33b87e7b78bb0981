using EnviAgriNet.Cloud.Quality;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Core.Quantities;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Api.Series;

/// <summary>
/// A series as a screen can show it: of each pixel the extremes, the mean, the last value and the worst mark, and where the series was
/// silent. Made from readings or, over long spans, from roll-ups, always with the flags that hold now.
/// </summary>
internal sealed class SeriesPages(JudgedReadings readings, StationEditions editions, NetworkClock clock)
{
    /// <summary>The picture, or null when the station has no such series.</summary>
    public SeriesView? Of(SeriesQuestion question)
    {
        if (!readings.Latest(question.Series.Station).Any(newest => newest.Series.Equals(question.Series.Name)))
        {
            return null;
        }

        PixelGrid grid = PixelGrid.For(question.From, question.To, question.Points);
        PixelRows? rows = grid.Source == PixelSource.Readings ? FromReadings(question, grid) : null;
        if (rows is null)
        {
            grid = grid.Source == PixelSource.Readings ? grid.InHours() : grid;
            rows = FromRollUps(question, grid);
        }

        DateTimeOffset? now = clock.Now;
        DateTimeOffset end = now is { } time && time < question.To ? time : question.To;
        rows.Silence.End(question.From.ToUnixTimeMilliseconds(), end.ToUnixTimeMilliseconds());
        return View(question, grid, rows, now);
    }

    /// <summary>
    /// Names what the answer depends on, without making it: what was stored and judged of the station, and the present minute where the span
    /// reaches it, since the silence up to now is part of the answer.
    /// </summary>
    public string EditionOf(SeriesQuestion question)
    {
        long minute = clock.Now is { } now && now < question.To ? now.ToUnixTimeSeconds() / 60 : 0;
        return $"{editions.Of(question.Series.Station)}-{minute:x}";
    }

    /// <summary>The rows from single readings, or null when there are too many of them.</summary>
    private PixelRows? FromReadings(SeriesQuestion question, PixelGrid grid)
    {
        PixelRows rows = new(grid);
        readings.Scan(question.Series, question.From, question.To, (takenMs, value, flag, test) =>
        {
            rows.Add(takenMs, value, flag, test);
            return rows.Total <= SeriesLimits.ReadingsMax;
        });
        return rows.Total <= SeriesLimits.ReadingsMax ? rows : null;
    }

    private PixelRows FromRollUps(SeriesQuestion question, PixelGrid grid)
    {
        PixelRows rows = new(grid);
        DateTimeOffset from = DateTimeOffset.FromUnixTimeMilliseconds(grid.BeginMs);
        foreach (RollUp rollUp in grid.Source == PixelSource.Days
            ? readings.ReadDaily(question.Series, from, question.To)
            : readings.ReadHourly(question.Series, from, question.To))
        {
            rows.Add(rollUp);
        }

        return rows;
    }

    private static SeriesView View(SeriesQuestion question, PixelGrid grid, PixelRows rows, DateTimeOffset? now)
    {
        Quantity quantity = question.Series.Name.Quantity;
        SeriesColumns columns = new(grid, rows.Rows, rows.Silence.Gaps, StationPages.Decimals(quantity));
        long interval = grid.Source == PixelSource.Readings ? rows.Silence.IntervalMs : 0;
        return new SeriesView(
            question.Series.Station.Value,
            question.Series.Name.Text,
            quantity.NameTh,
            quantity.NameEn,
            quantity.Unit,
            StationPages.Decimals(quantity),
            DateTimeOffset.FromUnixTimeMilliseconds(grid.BeginMs),
            question.To,
            grid.StepMs / 1000,
            grid.Source.ToString().ToLowerInvariant(),
            interval == 0 ? null : interval / 1000.0,
            columns.T,
            columns.Min,
            columns.Max,
            columns.Mean,
            columns.Last,
            columns.Count,
            columns.Total,
            columns.Quality,
            columns.Test,
            columns.DoubtMin,
            columns.DoubtMax,
            [.. rows.Silence.Gaps.Select(View)],
            rows.Silence.Total,
            now);
    }

    private static GapView View(Gap gap) =>
        new(DateTimeOffset.FromUnixTimeMilliseconds(gap.FromMs), DateTimeOffset.FromUnixTimeMilliseconds(gap.ToMs));
}

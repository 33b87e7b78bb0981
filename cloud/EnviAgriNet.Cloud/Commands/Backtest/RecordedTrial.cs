using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Commands.Backtest;

/// <summary>Gives the values of a recording to trials, a place at a time.</summary>
/// <param name="values">The values, by place and time.</param>
/// <param name="places">The names of the places.</param>
/// <param name="series">The series of the map.</param>
/// <param name="site">Where all of them are thought to be measured.</param>
internal sealed class RecordedTrial(
    List<RecordedValue> values, IReadOnlyList<string> places, IReadOnlyList<SeriesName> series, Site site)
{
    /// <summary>The readings of each place.</summary>
    public IEnumerable<TrialReadings> Trials()
    {
        int from = 0;
        while (from < values.Count)
        {
            int to = EndOf(from);
            yield return new TrialReadings(NameOf(values[from].Place), Readings(from, to));
            from = to;
        }
    }

    /// <summary>The precipitation indices of each place, its first series being monthly rain.</summary>
    /// <param name="rain">Makes them.</param>
    /// <param name="until">Indices from it on are left out.</param>
    public IEnumerable<TrialReadings> Trials(MonthlyRain rain, DateTimeOffset until)
    {
        int from = 0;
        while (from < values.Count)
        {
            int to = EndOf(from);
            IEnumerable<Reading> indices = rain.Indices(values[from..to].Select(v => (TimeOf(v), v.Value)));
            yield return new TrialReadings(
                NameOf(values[from].Place), indices.Where(r => r.TakenAt < until).Select(r => new SiteReading(site, r)));
            from = to;
        }
    }

    private static DateTimeOffset TimeOf(RecordedValue value) => DateTimeOffset.FromUnixTimeMilliseconds(value.TakenMs);

    private string NameOf(int place) => places[place].Length == 0 ? site.Station.Value : places[place];

    private int EndOf(int from)
    {
        int to = from + 1;
        while (to < values.Count && values[to].Place == values[from].Place)
        {
            to++;
        }

        return to;
    }

    private IEnumerable<SiteReading> Readings(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            RecordedValue value = values[i];
            yield return new SiteReading(
                site, new Reading(series[value.Series], TimeOf(value), value.Value, QualityFlag.NotEvaluated));
        }
    }
}

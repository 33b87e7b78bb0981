using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Quality;
using EnviAgriNet.Core.Quantities;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Quality;

/// <summary>
/// Judges readings as they come, before they may raise a hazard: by the code that runs at the edge, against the stations around, and
/// by what a person said. One for each partition; not safe for several threads. About 3.5 kB a series, bounded.
/// </summary>
internal sealed class LiveJudge(
    QualityLimits limits, StationNeighbours neighbours, JudgedReadings words, WithheldReadings withheld, QualityMetrics metrics)
{
    private const bool IsDustCorrected = true;

    private readonly Dictionary<StationId, StationQuality> _stations = [];
    private readonly Dictionary<SeriesId, Reading> _newest = [];

    /// <summary>
    /// The readings of one station in the order of time, with the flags that hold for now. What was withheld is noted, for the
    /// windows to follow when the hour is judged as a whole.
    /// </summary>
    public IReadOnlyList<Reading> Judge(StationId station, IReadOnlyList<Reading> readings)
    {
        Reading[] judged = StationOf(station)?.Judge(readings) ?? [.. readings];
        for (int i = 0; i < judged.Length; i++)
        {
            judged[i] = JudgeAround(station, judged[i]);
            Keep(new SeriesId(station, judged[i].Series), judged[i]);
            JudgedReading word = words.JudgeFresh(station, readings[i]);
            judged[i] = word.Test == QualityTest.Person ? word.Effective : judged[i];
            if (!judged[i].IsUsable)
            {
                metrics.OnWithheld(judged[i].Test);
            }

            if (judged[i].IsUsable != readings[i].IsUsable && word.Test != QualityTest.Person)
            {
                withheld.Add(station, judged[i]);
            }
        }

        return judged;
    }

    private StationQuality? StationOf(StationId station)
    {
        if (!_stations.TryGetValue(station, out StationQuality? quality) && _stations.Count < Limits.LiveStationsMax)
        {
            quality = new StationQuality(limits.Book, ConsistencyTest.Default, IsDustCorrected);
            _stations.Add(station, quality);
        }

        return quality;
    }

    private Reading JudgeAround(StationId station, Reading reading)
    {
        if (!reading.IsUsable || limits.Book.For(reading.Series.Quantity).Neighbour is not { } test)
        {
            return reading;
        }

        List<NeighbourValue> around = [];
        foreach (Neighbour near in neighbours.Of(station))
        {
            if (near.Kilometres <= test.KilometresMax
                && _newest.TryGetValue(new SeriesId(near.Station, reading.Series), out Reading other)
                && other.IsUsable && (other.TakenAt - reading.TakenAt).Duration() <= Limits.NeighbourApartMax)
            {
                around.Add(new NeighbourValue(near.Kilometres, other.Value));
            }
        }

        bool isDirection = reading.Series.Quantity.Averaging == AveragingRule.CircularMean;
        return test.Judge(reading.Value, around, isDirection) == QualityFlag.Suspect
            ? reading with { Quality = QualityFlag.Suspect, Test = QualityTest.Neighbour }
            : reading;
    }

    private void Keep(SeriesId series, Reading reading)
    {
        bool isKnown = _newest.TryGetValue(series, out Reading before);
        if (isKnown ? reading.TakenAt >= before.TakenAt : _newest.Count < Limits.LiveSeriesMax)
        {
            _newest[series] = reading;
        }
    }
}

using EnviAgriNet.Core.Quality;
using EnviAgriNet.Core.Readings;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Edge.Quality;

/// <summary>
/// Judges readings when they arrive, before they are kept. Nothing is held back for a later reading: what needs one, such as the spike
/// test, is left to the cloud. After a restart the series begin anew. May be called from any thread; a batch takes microseconds.
/// </summary>
internal sealed class ArrivalJudge
{
    private readonly Lock _gate = new();
    private readonly StationQuality? _station;

    public ArrivalJudge(IOptions<QualityOptions> options)
    {
        QualityBook book = options.Value.Book(out IReadOnlyList<string> faults)
            ?? throw new InvalidDataException($"{QualityOptions.Section}:LimitsFile: {string.Join("; ", faults)}");
        _station = options.Value.Tests == QualityScope.All
            ? new StationQuality(book, ConsistencyTest.Default, options.Value.DustSensors == DustSensors.Trusted)
            : null;
    }

    /// <summary>The readings with their flags, in the same order.</summary>
    public Reading[] Judge(IReadOnlyList<Reading> readings)
    {
        if (_station is null)
        {
            return [.. readings.Select(JudgeRange)];
        }

        lock (_gate)
        {
            return _station.Judge(readings);
        }
    }

    private static Reading JudgeRange(Reading reading) => reading.Series.Quantity.IsPlausible(reading.Value)
        ? reading
        : reading with { Quality = QualityFlag.Fail, Test = QualityTest.GrossRange };
}

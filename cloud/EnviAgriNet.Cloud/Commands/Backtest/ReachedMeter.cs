using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Core.Quantities;

namespace EnviAgriNet.Cloud.Commands.Backtest;

/// <summary>Tells the values of a measure of one station with each reading that bears on it.</summary>
internal sealed class ReachedMeter
{
    private readonly Func<SiteReading, IReadOnlyList<double>> _take;

    private ReachedMeter(Func<SiteReading, IReadOnlyList<double>> take) => _take = take;

    /// <summary>The meter of a measure of rules, or of a quantity as it is read. Throws a <see cref="BacktestFault"/> for any other name.</summary>
    public static ReachedMeter Of(string name)
    {
        if (Measures.TryGet(name, out Measure? measure))
        {
            return new ReachedMeter(new MeasureGauge(measure).Take);
        }

        return QuantityCatalog.TryGet(name, out _)
            ? new ReachedMeter(r => r.Reading.Series.Quantity.Code == name ? [r.Reading.Value] : [])
            : throw new BacktestFault(
                $"--reached: '{name}' is neither a quantity nor one of the measures {string.Join(", ", Measures.All)}");
    }

    /// <summary>Takes a reading; the values at its time, none when it does not bear on the measure or too little is known.</summary>
    public IReadOnlyList<double> Take(SiteReading reading) => reading.Reading.IsUsable ? _take(reading) : [];
}

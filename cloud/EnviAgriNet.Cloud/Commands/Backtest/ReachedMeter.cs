using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Core.Indices;
using EnviAgriNet.Core.Quantities;

namespace EnviAgriNet.Cloud.Commands.Backtest;

/// <summary>Tells the value of a measure of one station with each reading that bears on it.</summary>
internal sealed class ReachedMeter
{
    private const string BankPercent = "bank_percent";
    private const string WaterLevel = "water_level";

    private readonly Func<SiteReading, double?> _take;

    private ReachedMeter(Func<SiteReading, double?> take) => _take = take;

    /// <summary>The meter of a quantity as it is read, or of a measure. Throws a <see cref="BacktestFault"/> for any other name.</summary>
    public static ReachedMeter Of(string measure)
    {
        if (measure == BankPercent)
        {
            return new ReachedMeter(r => Quantity(r, WaterLevel) is { } level
                ? RiverBank.Of(level, r.Site.BankLevel, r.Site.GroundLevel)?.Percent
                : null);
        }

        return QuantityCatalog.TryGet(measure, out _)
            ? new ReachedMeter(r => Quantity(r, measure))
            : throw new BacktestFault($"--reached: '{measure}' is neither a quantity nor a measure of rules");
    }

    /// <summary>Takes a reading; the value at its time, or null when it does not bear on the measure or too little is known.</summary>
    public double? Take(SiteReading reading) => reading.Reading.IsUsable ? _take(reading) : null;

    private static double? Quantity(SiteReading reading, string quantity) =>
        reading.Reading.Series.Quantity.Code == quantity ? reading.Reading.Value : null;
}

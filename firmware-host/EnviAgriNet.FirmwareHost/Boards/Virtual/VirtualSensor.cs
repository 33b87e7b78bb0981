using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.FirmwareHost.Boards.Virtual;

/// <summary>One series of the virtual centre and what it truly is at a time (seconds since 1970).</summary>
internal sealed class VirtualSensor(string series, Func<double, double> truth)
{
    public SeriesName Series { get; } = SeriesName.Parse(series);

    /// <summary>What the sensor shows: the truth in steps of its resolution.</summary>
    public double Show(double seconds) => Step(truth(seconds));

    /// <summary>A value in steps of the sensor's resolution, which is a power of ten.</summary>
    public double Step(double value) =>
        Math.Round(value, (int)Math.Round(-Math.Log10(Series.Quantity.Resolution)), MidpointRounding.AwayFromZero);
}

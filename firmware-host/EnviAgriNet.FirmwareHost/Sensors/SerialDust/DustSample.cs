namespace EnviAgriNet.FirmwareHost.Sensors.SerialDust;

/// <summary>What a sensor says at one moment, in micrograms per cubic metre.</summary>
/// <param name="Pm1">PM1; null on a model that does not tell.</param>
/// <param name="Pm25">PM2.5 as the model gives it for ambient air.</param>
/// <param name="Pm10">PM10 as the model gives it for ambient air.</param>
/// <param name="Pm25Factory">PM2.5 by the factory's calibration (CF=1), which one correction needs; null where there is one value only.</param>
internal readonly record struct DustSample(double? Pm1, double Pm25, double Pm10, double? Pm25Factory)
{
    /// <summary>The mean of several samples of one model; at least one.</summary>
    public static DustSample Mean(IReadOnlyCollection<DustSample> samples) => new(
        samples.Average(s => s.Pm1),
        samples.Average(s => s.Pm25),
        samples.Average(s => s.Pm10),
        samples.Average(s => s.Pm25Factory));
}

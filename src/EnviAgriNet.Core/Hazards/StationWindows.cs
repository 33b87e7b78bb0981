using EnviAgriNet.Core.Readings;
using EnviAgriNet.Core.Windows;

namespace EnviAgriNet.Core.Hazards;

/// <summary>
/// The windows of the series of one station that bear on a hazard: PM2.5, PM10, water level and rain, with up to
/// <see cref="SensorsMax"/> sensors of each; about 10 KB at most.
/// </summary>
internal sealed class StationWindows(Site site)
{
    /// <summary>The most sensors of one quantity; further ones are not judged.</summary>
    public const int SensorsMax = 4;

    public Site Site { get; set; } = site;

    public Dictionary<SeriesName, DayWindow> Pm25 { get; } = [];

    public Dictionary<SeriesName, DayWindow> Pm10 { get; } = [];

    public Dictionary<SeriesName, DayWindow> Rain { get; } = [];

    public Dictionary<SeriesName, RecentWindow> WaterLevel { get; } = [];

    /// <summary>Takes a reading into its window; false when it bears on no hazard, is not to be trusted, or is too old.</summary>
    public bool Take(Reading reading)
    {
        if (!reading.IsUsable || !reading.Series.Quantity.IsPlausible(reading.Value))
        {
            return false;
        }

        return reading.Series.Quantity.Code switch
        {
            HazardQuantities.Pm25 => Find(Pm25, reading)?.Add(reading.TakenAt, reading.Value) ?? false,
            HazardQuantities.Pm10 => Find(Pm10, reading)?.Add(reading.TakenAt, reading.Value) ?? false,
            HazardQuantities.Rain => Find(Rain, reading)?.Add(reading.TakenAt, reading.Value) ?? false,
            HazardQuantities.WaterLevel => Find(WaterLevel, reading)?.Add(reading.TakenAt, reading.Value) ?? false,
            _ => false,
        };
    }

    private static T? Find<T>(Dictionary<SeriesName, T> sensors, Reading reading)
        where T : class, new()
    {
        if (!sensors.TryGetValue(reading.Series, out T? window) && sensors.Count < SensorsMax)
        {
            window = new T();
            sensors.Add(reading.Series, window);
        }

        return window;
    }
}

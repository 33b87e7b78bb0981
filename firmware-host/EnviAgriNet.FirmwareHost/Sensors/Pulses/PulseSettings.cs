using EnviAgriNet.Core.Readings;
using EnviAgriNet.FirmwareHost.Gpio;

namespace EnviAgriNet.FirmwareHost.Sensors.Pulses;

/// <summary>The entry of a pulse sensor.</summary>
/// <param name="Name">What the operator calls it.</param>
/// <param name="Every">How often it is read out.</param>
/// <param name="Series">Channel to series.</param>
/// <param name="PerPulse">What one pulse is worth: mm of rain, or m/s of wind at one pulse a second.</param>
/// <param name="Start">What is added to a rate that is not zero: the wind at which an anemometer begins to turn, in the unit of the series.</param>
internal sealed record PulseSettings(string Name, TimeSpan Every, IReadOnlyDictionary<string, SeriesName> Series, double PerPulse, double Start)
{
    /// <summary>Pulses since the last reading.</summary>
    public const string Sum = "sum";

    /// <summary>Pulses ever.</summary>
    public const string Total = "total";

    /// <summary>Pulses a second since the last reading.</summary>
    public const string Rate = "rate";

    /// <summary>The most pulses a second over three seconds since the last reading: a gust, as the WMO has it.</summary>
    public const string Gust = "gust";

    /// <summary>The channels there are, each with the series that it is made for.</summary>
    public static IReadOnlyDictionary<string, string> Channels { get; } = new Dictionary<string, string>
    {
        [Sum] = "rain",
        [Total] = "rain_total",
        [Rate] = "wind_speed",
        [Gust] = "wind_gust",
    };

    /// <summary>Reads an entry; null when faults were added.</summary>
    public static (PulseSettings Settings, Func<IPulseLine> Open)? Read(IConfigurationSection entry, ICollection<string> faults)
    {
        SensorEntry at = new(entry, faults);
        string chip = at.Text("Chip");
        if (!at.Has("Line"))
        {
            at.Fault("Line", "is missing: the number of the line on its chip, which on a Raspberry Pi is that of the GPIO");
        }

        if (!at.Has("PerPulse"))
        {
            at.Fault("PerPulse", "is missing: what one pulse is worth, such as 0.2 for a rain gauge of 0.2 mm");
        }

        if (!at.Has(nameof(Series)))
        {
            at.Fault(nameof(Series), $"is missing: which of {string.Join(", ", Channels.Keys)} goes to which series");
        }

        int line = at.Value("Line", 0, 0, 1023);
        double perPulse = at.Value("PerPulse", 1.0, 1e-6, 1e6);
        double start = at.Value("Start", 0.0, 0.0, 100.0);
        GpioEdge edge = at.Choice("Edge", GpioEdge.Falling);
        GpioBias bias = at.Choice("Bias", GpioBias.PullUp);
        TimeSpan debounce = at.Value("Debounce", TimeSpan.FromMilliseconds(5), TimeSpan.Zero, TimeSpan.FromSeconds(1));
        TimeSpan every = at.Value("Every", TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        IReadOnlyDictionary<string, SeriesName> series = at.Channels(Channels);
        at.RefuseOthers();
        return at.IsFaulty ? null : (new PulseSettings(at.Name, every, series, perPulse, start), () => GpioLine.Open(chip, (uint)line, edge, bias, debounce));
    }
}

using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.FirmwareHost.Sensors.SerialDust;

/// <summary>The settings of one dust sensor, checked.</summary>
/// <param name="Name">What the operator calls it.</param>
/// <param name="Port">Its serial port.</param>
/// <param name="Every">Time between two measurements.</param>
/// <param name="WarmUp">Time from waking until values are true.</param>
/// <param name="Samples">How many values, a second apart, one measurement is the mean of.</param>
/// <param name="Sleeps">Whether fan and laser rest between measurements.</param>
/// <param name="IsListening">Whether only its transmit line is wired.</param>
/// <param name="Series">Where PM1, PM2.5 and PM10 go.</param>
/// <param name="Humidity">Whose relative humidity corrects or doubts it; null for none.</param>
/// <param name="Correction">How PM2.5 is corrected.</param>
internal sealed record DustSettings(
    string Name,
    string Port,
    TimeSpan Every,
    TimeSpan WarmUp,
    int Samples,
    bool Sleeps,
    bool IsListening,
    IReadOnlyDictionary<string, SeriesName> Series,
    SeriesName? Humidity,
    HumidityCorrection Correction)
{
    public const string Pm1 = "pm1";
    public const string Pm25 = "pm25";
    public const string Pm10 = "pm10";

    /// <summary>Reads an entry; null when faults were added.</summary>
    public static DustSettings? Read(SensorEntry entry, IDustModel model)
    {
        string port = entry.Text("Port");
        TimeSpan every = entry.Value("Every", TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        TimeSpan warmUp = entry.Value("WarmUp", TimeSpan.FromSeconds(30), TimeSpan.Zero, TimeSpan.FromMinutes(5));
        int samples = entry.Value("Samples", 10, 1, 60);
        DustWiring wiring = entry.Choice("Wiring", DustWiring.Both);
        DustDuty duty = entry.Choice("Duty", DustDuty.Auto);
        SeriesName? humidity = entry.Series("Humidity");
        bool isPlantower = model is Plantower;
        HumidityCorrection correction = entry.Choice(
            "Correction", isPlantower && humidity is not null ? HumidityCorrection.EpaAmbient : HumidityCorrection.None);
        Dictionary<string, string> channels = new() { [Pm25] = Pm25, [Pm10] = Pm10 };
        if (model is not Sds011)
        {
            channels[Pm1] = Pm1;
        }

        IReadOnlyDictionary<string, SeriesName> series = entry.Channels(channels);
        entry.RefuseOthers();
        TimeSpan sampling = samples * Limits.SamplePause;
        CheckTimes(entry, every, warmUp, sampling, duty);
        if (wiring == DustWiring.TransmitOnly && !model.Streams)
        {
            entry.Fault("Wiring", $"cannot be TransmitOnly: a {model.Kind} gives values only when it is asked");
        }

        if (wiring == DustWiring.TransmitOnly && duty == DustDuty.Rest)
        {
            entry.Fault("Duty", "cannot be Rest with Wiring TransmitOnly: the sensor cannot be told to sleep");
        }

        CheckCorrection(entry, correction, humidity, isPlantower);
        bool sleeps = wiring == DustWiring.Both
            && (duty == DustDuty.Rest || (duty == DustDuty.Auto && every >= 2 * (warmUp + sampling)));
        return entry.IsFaulty
            ? null
            : new DustSettings(
                entry.Name, port, every, warmUp, samples, sleeps, wiring == DustWiring.TransmitOnly, series, humidity, correction);
    }

    private static void CheckTimes(SensorEntry entry, TimeSpan every, TimeSpan warmUp, TimeSpan sampling, DustDuty duty)
    {
        TimeSpan least = duty == DustDuty.Rest ? warmUp + sampling : sampling;
        if (every < least)
        {
            entry.Fault("Every", $"{every} is shorter than the {least} that one measurement takes");
        }
    }

    private static void CheckCorrection(SensorEntry entry, HumidityCorrection correction, SeriesName? humidity, bool isPlantower)
    {
        if (correction != HumidityCorrection.None && !isPlantower)
        {
            entry.Fault("Correction", $"{correction} was found for Plantower sensors and holds for no other");
        }

        if (correction != HumidityCorrection.None && humidity is null)
        {
            entry.Fault("Humidity", $"is missing: the correction {correction} needs the series of a humidity sensor");
        }

        if (humidity is not null && humidity.Quantity.Code != "humidity")
        {
            entry.Fault("Humidity", $"'{humidity}' is not a series of humidity");
        }
    }
}

/// <summary>When fan and laser run; the laser lives some 8,000 hours.</summary>
internal enum DustDuty
{
    /// <summary>They rest when the time between two measurements is at least twice what one takes.</summary>
    Auto,

    /// <summary>They rest between two measurements.</summary>
    Rest,

    /// <summary>They always run.</summary>
    Always,
}

/// <summary>Which lines are wired.</summary>
internal enum DustWiring
{
    /// <summary>Its transmit and its receive line.</summary>
    Both,

    /// <summary>Its transmit line alone: it is listened to, and always runs.</summary>
    TransmitOnly,
}

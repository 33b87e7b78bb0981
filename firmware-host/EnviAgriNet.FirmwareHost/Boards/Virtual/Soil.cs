namespace EnviAgriNet.FirmwareHost.Boards.Virtual;

/// <summary>Soil that takes up rain and dries: every shower adds, and what it added fades, faster near the surface.</summary>
internal sealed class Soil(SmoothNoise noise, Rainfall rainfall, Episode episode, Sky sky)
{
    private const double Day = 86400;
    private const double WiltingPercent = 9;
    private const double SaturatedPercent = 46;
    private const double MmToFill = 45;

    public double MoistureNearSurface(double seconds) => Moisture(seconds, 4 * Day) + (0.3 * noise.At(40, seconds, Day));

    /// <summary>Water needs some hours to come down here and stays longer.</summary>
    public double MoistureBelow(double seconds) =>
        Moisture(seconds - (Day / 3), 6 * Day) + (0.2 * noise.At(41, seconds, 2 * Day));

    /// <summary>The air's course of the day, weaker and three hours late.</summary>
    public double Temperature(double seconds)
    {
        double late = seconds - (3 * 3600);
        double dailyMean = sky.AirTemperature(late) - (5.5 * Sky.DayCurve(late, 14.5));
        return dailyMean + 1 + (2.4 * Sky.DayCurve(late, 14.5));
    }

    private double Moisture(double seconds, double drySeconds)
    {
        double season = 0.5 + (0.5 * Math.Cos(2 * Math.PI * (Sky.YearPart(seconds) - 0.66)));
        double stored = 6 + (16 * season);
        if (episode.Has(ScenarioKinds.Drought))
        {
            stored *= Math.Exp(-Math.Max(0, episode.HoursSince(seconds)) / (12 * 24));
        }

        foreach (RainEvent shower in rainfall.Recent(seconds))
        {
            double end = shower.StartSeconds + shower.DurationSeconds;
            stored += shower.FallenMm(seconds) * Math.Exp(-Math.Max(0, seconds - end) / drySeconds);
        }

        return WiltingPercent + ((SaturatedPercent - WiltingPercent) * (1 - Math.Exp(-stored / MmToFill)));
    }
}

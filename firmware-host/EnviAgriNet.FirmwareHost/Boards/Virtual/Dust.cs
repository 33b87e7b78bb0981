namespace EnviAgriNet.FirmwareHost.Boards.Virtual;

/// <summary>Fine and coarse dust: a little traffic every day, more in the burning season, rain washes it out, haze comes on top.</summary>
internal sealed class Dust(SmoothNoise noise, Rainfall rainfall, Episode episode)
{
    private const double Day = 86400;
    private const double HazePeakUgM3 = 150;

    public double Pm25(double seconds)
    {
        double burning = Math.Exp(-Math.Pow((Sky.YearPart(seconds) - 0.21) / 0.08, 2));
        double everyDay = (13 + (20 * burning)) * (1 + (0.25 * Sky.DayCurve(seconds, 7.5)))
            * Math.Exp(0.35 * noise.At(20, seconds, 1.5 * Day))
            * (1 - (0.6 * rainfall.Wetness(seconds)));
        double haze = HazePeakUgM3 * episode.Haze(seconds)
            * (1 + (0.12 * Sky.DayCurve(seconds, 8)) + (0.12 * noise.At(21, seconds, Day / 3)));
        double flicker = 1 + (0.04 * noise.At(22, seconds, 600));
        return Math.Max(1, (everyDay + haze) * flicker);
    }

    /// <summary>Coarse dust holds the fine: never below <see cref="Pm25"/>.</summary>
    public double Pm10(double seconds) =>
        Pm25(seconds) * (1.45 + (0.2 * noise.At(23, seconds, Day / 2)));
}

namespace EnviAgriNet.FirmwareHost.Boards.Virtual;

/// <summary>The level at the staff: a low base, a small answer to every shower, and the flood wave.</summary>
internal sealed class River(SmoothNoise noise, Rainfall rainfall, Episode episode, double bedMetres, double bankMetres)
{
    private const double Hour = 3600;
    private const double WaveDelayHours = 2;
    private const double WaveRiseHours = 6;
    private const double WaveFallHours = 13;
    private const int LanePeak = 9010;

    private readonly double _depth = bankMetres - bedMetres;

    public double Level(double seconds)
    {
        double baseDepth = _depth * (0.22 + (0.08 * Math.Cos(2 * Math.PI * (Sky.YearPart(seconds) - 0.72))));
        if (episode.Has(ScenarioKinds.Drought))
        {
            baseDepth *= 1 - (0.6 * (1 - Math.Exp(-Math.Max(0, episode.HoursSince(seconds)) / (20 * 24))));
        }

        double depth = baseDepth + Runoff(seconds)
            + (0.02 * noise.At(30, seconds, 6 * Hour)) + (0.006 * noise.At(31, seconds, 300));
        depth += Wave(seconds) * Math.Max(0, PeakDepth() - baseDepth);
        return bedMetres + Math.Max(0.02, depth);
    }

    /// <summary>The depth at the top of the flood: 1.2 to 2 m above a bank of 5 m, in proportion for others.</summary>
    private double PeakDepth() => _depth * (1.24 + (0.16 * noise.Uniform(LanePeak, 0)));

    private double Wave(double seconds)
    {
        double hours = episode.HoursSince(seconds) - WaveDelayHours;
        if (!episode.Has(ScenarioKinds.Flood) || hours <= 0)
        {
            return 0;
        }

        return hours < WaveRiseHours
            ? Episode.Ramp(hours / WaveRiseHours)
            : Math.Exp(-(hours - WaveRiseHours) / WaveFallHours);
    }

    private double Runoff(double seconds)
    {
        double metres = 0;
        foreach (RainEvent shower in rainfall.Recent(seconds))
        {
            double hours = (seconds - shower.StartSeconds) / Hour;
            if (!shower.IsStorm && hours is > 0 and < 96)
            {
                metres += 0.012 * shower.DepthMm * Episode.Ramp(hours / 4) * Math.Exp(-Math.Max(0, hours - 4) / 10);
            }
        }

        return metres * _depth / 5;
    }
}

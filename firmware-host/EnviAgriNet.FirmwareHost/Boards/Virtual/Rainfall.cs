namespace EnviAgriNet.FirmwareHost.Boards.Virtual;

/// <summary>When it rains. Showers are drawn for every slot of six hours on its own, so any time can be asked about at once.</summary>
internal sealed class Rainfall(SmoothNoise noise, Episode episode)
{
    private const double SlotSeconds = 6 * 3600;
    private const double MemorySeconds = 30 * 86400;
    private const double RainScenarioHours = 120;
    private const double StormHours = 8;
    private const double StormMm = 110;
    private const int LaneChance = 9001;
    private const int LaneStart = 9002;
    private const int LaneDuration = 9003;
    private const int LaneDepth = 9004;

    // Only a cache of what the slot's number determines.
    private readonly List<RainEvent> _recent = [];
    private long _recentSlot = long.MinValue;

    /// <summary>The showers that began in the 30 days before a time, oldest first; valid until the next call.</summary>
    public IReadOnlyList<RainEvent> Recent(double seconds)
    {
        long slot = (long)Math.Floor(seconds / SlotSeconds);
        if (slot == _recentSlot)
        {
            return _recent;
        }

        _recent.Clear();
        _recentSlot = slot;
        for (long s = slot - (long)(MemorySeconds / SlotSeconds); s <= slot; s++)
        {
            AddSlot(s);
        }

        return _recent;
    }

    /// <summary>What a gauge adds up from one time to the next, in millimetres.</summary>
    public double Gauge(double fromSeconds, double toSeconds)
    {
        long tips = 0;
        foreach (RainEvent shower in Recent(toSeconds))
        {
            tips += shower.Tips(toSeconds) - shower.Tips(fromSeconds);
        }

        return tips / 10.0;
    }

    /// <summary>How wet the air is from rain now and just before: 0 not at all, towards 1 in a downpour.</summary>
    public double Wetness(double seconds)
    {
        const double DrySeconds = 2 * 3600;
        double wet = 0;
        foreach (RainEvent shower in Recent(seconds))
        {
            double end = shower.StartSeconds + shower.DurationSeconds;
            if (seconds > shower.StartSeconds && seconds < end + (6 * DrySeconds))
            {
                wet += shower.FallenMm(seconds) * Math.Exp(-Math.Max(0, seconds - end) / DrySeconds);
            }
        }

        return 1 - Math.Exp(-wet / 3);
    }

    private static double ChanceBySeason(double seconds)
    {
        double yearPart = seconds / (365.2425 * 86400) % 1;
        // Highest at the end of August, next to nothing in February.
        double season = 0.5 + (0.5 * Math.Cos(2 * Math.PI * (yearPart - 0.66)));
        return 0.01 + (0.25 * season * season);
    }

    private void AddSlot(long slot)
    {
        double slotStart = slot * SlotSeconds;
        double hours = episode.HoursSince(slotStart + SlotSeconds);
        bool isDry = (episode.Has(ScenarioKinds.Drought) && hours > 0)
            || (episode.Has(ScenarioKinds.Haze) && hours is > 0 and < Episode.HazeHours + (SlotSeconds / 3600));
        bool isRainy = episode.Has(ScenarioKinds.Rain) && hours is > 0 and < RainScenarioHours;
        double chance = isDry ? 0 : isRainy ? 0.75 : ChanceBySeason(slotStart);
        if (noise.Uniform(LaneChance, slot) < chance)
        {
            double duration = 1200 + (7000 * noise.Uniform(LaneDuration, slot));
            double start = slotStart + ((SlotSeconds - duration) * noise.Uniform(LaneStart, slot));
            double draw = noise.Uniform(LaneDepth, slot);
            _recent.Add(new RainEvent(start, duration, 0.6 + (24 * draw * draw), IsStorm: false));
        }

        if (episode.Has(ScenarioKinds.Flood) && StormIn(slotStart) is { } storm)
        {
            _recent.Add(storm);
        }
    }

    private RainEvent? StormIn(double slotStart)
    {
        double turn = episode.EverySeconds is { } every && slotStart + SlotSeconds > episode.OnsetSeconds
            ? Math.Floor((slotStart + SlotSeconds - episode.OnsetSeconds - 1e-3) / every) * every
            : 0;
        double onset = episode.OnsetSeconds + turn;
        return onset >= slotStart && onset < slotStart + SlotSeconds
            ? new RainEvent(onset, StormHours * 3600, StormMm, IsStorm: true)
            : null;
    }
}

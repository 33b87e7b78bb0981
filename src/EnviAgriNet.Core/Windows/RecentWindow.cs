namespace EnviAgriNet.Core.Windows;

/// <summary>
/// The last three hours of a series in slots of five minutes: its newest value, how fast it rises, and whether it moves as the
/// thing measured can. Keeps 37 slots, 740 bytes.
/// </summary>
public sealed class RecentWindow
{
    private const int SlotsPerHour = 12;
    private const int SlotsLong = 3 * SlotsPerHour;
    private const int DenseSlotsMin = 4;

    private static readonly TimeSpan SlotLength = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan DenseSpanMin = TimeSpan.FromMinutes(40);
    private static readonly TimeSpan SpanMin = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan PairSpanMin = TimeSpan.FromMinutes(55);

    private readonly SlotWindow _slots = new(SlotLength, SlotsLong + 1);

    /// <summary>When the newest reading was taken, or null in an empty window.</summary>
    public DateTimeOffset? LatestAt => _slots.LatestAt;

    /// <summary>The newest value; 0 in an empty window.</summary>
    public double Latest => _slots.Latest;

    /// <summary>Adds a reading; false when it is too old to count any more.</summary>
    public bool Add(DateTimeOffset takenAt, double value) => _slots.Add(takenAt, value);

    /// <summary>
    /// The rise in units per hour up to the newest reading: the median slope of all pairs of the last hour, or of the last three
    /// hours where the last one is thin. Null with fewer than three points, unless two lie an hour apart.
    /// </summary>
    public double? RisePerHour()
    {
        if (LatestAt is not { } latest)
        {
            return null;
        }

        IReadOnlyList<Slot> hour = _slots.Slots(latest, SlotsPerHour + 1);
        if (hour.Count >= DenseSlotsMin && hour[^1].At - hour[0].At >= DenseSpanMin)
        {
            return MedianSlope(hour);
        }

        IReadOnlyList<Slot> all = _slots.Slots(latest, SlotsLong + 1);
        TimeSpan span = all[^1].At - all[0].At;
        return (all.Count >= 3 && span >= SpanMin) || span >= PairSpanMin ? MedianSlope(all) : null;
    }

    /// <summary>
    /// Whether the values of the last three hours move as the thing measured can: enough of them over enough time, and no step
    /// faster than the limit that lasts. A single outlier does not count as a step; a jump that stays does. A flash flood
    /// may be faster, but then it rises in several steps, none of which carries most of the rise.
    /// </summary>
    /// <param name="limits">What the thing measured can do.</param>
    public bool IsPlausible(MotionLimits limits)
    {
        if (LatestAt is not { } latest)
        {
            return false;
        }

        IReadOnlyList<Slot> all = _slots.Slots(latest, SlotsLong + 1);
        if (all.Sum(s => s.Count) < limits.ReadingsMin || latest - all[0].At < limits.SpanMin)
        {
            return false;
        }

        bool isFast = false;
        int rises = 0;
        double risen = 0;
        double largest = 0;
        double before = all.Count < 3 ? all[0].Mean : MedianOf(all[0].Mean, all[1].Mean, all[2].Mean);
        for (int i = 1; i < all.Count; i++)
        {
            double value = i + 1 < all.Count ? MedianOf(all[i - 1].Mean, all[i].Mean, all[i + 1].Mean) : all[i].Mean;
            double step = value - before;
            double hours = (all[i].At - all[i - 1].At).TotalHours;
            if (Math.Abs(step) > (limits.BurstPerHourMax * hours) + limits.StepFree)
            {
                return false;
            }

            isFast |= Math.Abs(step) > (limits.RatePerHourMax * hours) + limits.StepFree;
            rises += step > 0 ? 1 : 0;
            risen += Math.Max(0, step);
            largest = Math.Max(largest, Math.Abs(step));
            before = value;
        }

        return !isFast || (rises >= limits.ReadingsMin && largest <= risen * limits.StepShareMax);
    }

    private static double MedianSlope(IReadOnlyList<Slot> points)
    {
        List<double> slopes = new(points.Count * (points.Count - 1) / 2);
        for (int i = 0; i < points.Count; i++)
        {
            for (int j = i + 1; j < points.Count; j++)
            {
                double hours = (points[j].At - points[i].At).TotalHours;
                if (hours > 0)
                {
                    slopes.Add((points[j].Mean - points[i].Mean) / hours);
                }
            }
        }

        slopes.Sort();
        int middle = slopes.Count / 2;
        return slopes.Count % 2 == 1 ? slopes[middle] : (slopes[middle - 1] + slopes[middle]) / 2;
    }

    private static double MedianOf(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}

namespace EnviAgriNet.Core.Windows;

/// <summary>How a series moves: the points are means of five minutes of the last three hours.</summary>
internal static class WindowMotion
{
    private const int SlotMinutes = 5;
    private const int SlotsPerHour = 12;
    private const int SlotsLong = 3 * SlotsPerHour;
    private const int PointsMax = SlotsLong + 1;
    private const int DenseSlotsMin = 4;
    private const double DenseMinutesMin = 40;
    private const double MinutesMin = 15;
    private const double PairMinutesMin = 55;

    public static double? RisePerHour(SeriesWindow window, int until)
    {
        Span<Point> points = stackalloc Point[PointsMax];
        int newest = NewestFilled(window, until);
        if (newest < 0)
        {
            return null;
        }

        ReadOnlySpan<Point> hour = PointsOf(window, newest, SlotsPerHour + 1, points);
        if (hour.Length >= DenseSlotsMin && hour[^1].Minute - hour[0].Minute >= DenseMinutesMin)
        {
            return MedianSlope(hour);
        }

        ReadOnlySpan<Point> all = PointsOf(window, newest, SlotsLong + 1, points);
        double span = all[^1].Minute - all[0].Minute;
        return (all.Length >= 3 && span >= MinutesMin) || span >= PairMinutesMin ? MedianSlope(all) : null;
    }

    public static bool IsPlausible(SeriesWindow window, MotionLimits limits)
    {
        if (window.Newest < 0)
        {
            return false;
        }

        ReadOnlySpan<Point> all = PointsOf(window, window.Newest, SlotsLong + 1, stackalloc Point[PointsMax]);
        int readings = 0;
        foreach (Point point in all)
        {
            readings += point.Count;
        }

        if (readings < limits.ReadingsMin || window.Newest - all[0].Minute < limits.SpanMin.TotalMinutes)
        {
            return false;
        }

        bool isFast = false;
        int rises = 0;
        double risen = 0;
        double largest = 0;
        double before = all.Length < 3 ? all[0].Value : MedianOf(all[0].Value, all[1].Value, all[2].Value);
        for (int i = 1; i < all.Length; i++)
        {
            double value = i + 1 < all.Length ? MedianOf(all[i - 1].Value, all[i].Value, all[i + 1].Value) : all[i].Value;
            double step = value - before;
            double hours = (all[i].Minute - all[i - 1].Minute) / SeriesWindow.MinutesPerHour;
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

    private static int NewestFilled(SeriesWindow window, int until)
    {
        int last = Math.Min(until, window.Newest);
        window.Minutes(0, last, out ReadOnlySpan<ushort> older, out ReadOnlySpan<ushort> newer);
        int at = newer.LastIndexOfAnyExcept((ushort)0);
        if (at >= 0)
        {
            return last - (newer.Length - 1 - at);
        }

        at = older.LastIndexOfAnyExcept((ushort)0);
        return at < 0 ? -1 : last - newer.Length - (older.Length - 1 - at);
    }

    // Slots begin on whole five minutes, as the readings of most gauges do.
    private static ReadOnlySpan<Point> PointsOf(SeriesWindow window, int newest, int slots, Span<Point> points)
    {
        int count = 0;
        int lastSlot = newest / SlotMinutes;
        for (int slot = lastSlot - slots + 1; slot <= lastSlot; slot++)
        {
            int first = Math.Max(slot * SlotMinutes, window.Newest - SeriesWindow.MinutesKept + 1);
            int last = Math.Min((slot * SlotMinutes) + SlotMinutes - 1, newest);
            window.Minutes(first, last, out ReadOnlySpan<ushort> minutes, out _);
            int filled = 0;
            int offsets = 0;
            long codes = 0;
            for (int i = 0; i < minutes.Length; i++)
            {
                if (minutes[i] > 0)
                {
                    filled++;
                    offsets += i;
                    codes += minutes[i] - 1;
                }
            }

            if (filled > 0)
            {
                points[count++] = new Point(
                    first + ((double)offsets / filled), window.Scale.ValueOf((double)codes / filled), filled);
            }
        }

        return points[..count];
    }

    private static double MedianSlope(ReadOnlySpan<Point> points)
    {
        Span<double> slopes = stackalloc double[PointsMax * (PointsMax - 1) / 2];
        int count = 0;
        for (int i = 0; i < points.Length; i++)
        {
            for (int j = i + 1; j < points.Length; j++)
            {
                slopes[count++] = (points[j].Value - points[i].Value) / (points[j].Minute - points[i].Minute)
                    * SeriesWindow.MinutesPerHour;
            }
        }

        slopes = slopes[..count];
        slopes.Sort();
        int middle = count / 2;
        return count % 2 == 1 ? slopes[middle] : (slopes[middle - 1] + slopes[middle]) / 2;
    }

    private static double MedianOf(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));

    private readonly record struct Point(double Minute, double Value, int Count);
}

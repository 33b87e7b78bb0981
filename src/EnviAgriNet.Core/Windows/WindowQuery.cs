using EnviAgriNet.Core.Quantities;

namespace EnviAgriNet.Core.Windows;

/// <summary>A range of slots of a window, all minutes or all hours, and what they come to.</summary>
/// <param name="Window">The window.</param>
/// <param name="Last">The last slot.</param>
/// <param name="Slots">How many slots end with it.</param>
/// <param name="IsOfHours">Whether the slots are hours.</param>
internal readonly record struct WindowQuery(SeriesWindow Window, int Last, int Slots, bool IsOfHours)
{
    private int First => Last - Slots + 1;

    private AveragingRule Rule => Window.Quantity.Averaging;

    public static WindowQuery Of(SeriesWindow window, DateTimeOffset until, TimeSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(span, TimeSpan.Zero);
        int last = SeriesWindow.MinuteOf(until);
        long minutes = Whole(span, TimeSpan.TicksPerMinute);
        if (minutes <= SeriesWindow.MinutesKept && last - minutes >= window.Newest - SeriesWindow.MinutesKept)
        {
            return new WindowQuery(window, last, (int)minutes, IsOfHours: false);
        }

        return OfHours(window, until, (int)Math.Min(Whole(span, TimeSpan.TicksPerHour), int.MaxValue));
    }

    public static WindowQuery OfHours(SeriesWindow window, DateTimeOffset until, int hours)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hours, 1);
        return new WindowQuery(window, SeriesWindow.MinuteOf(until) / SeriesWindow.MinutesPerHour, hours, IsOfHours: true);
    }

    public WindowValue? Mean()
    {
        (double steps, int filled) = Total();
        return filled == 0 ? null : new WindowValue(ValueOf(steps / filled), filled, Slots);
    }

    public WindowValue? Sum()
    {
        (double steps, int filled) = Total();
        return filled == 0 ? null : new WindowValue(Window.Scale.SumOf(steps, filled), filled, Slots);
    }

    public WindowValue? Min() => Extreme(isMax: false);

    public WindowValue? Max() => Extreme(isMax: true);

    public IReadOnlyList<Slot> HourSlots()
    {
        List<Slot> filled = [];
        for (int hour = FirstKept; hour <= LastKept; hour++)
        {
            HourCodes codes = Window.HourAt(hour);
            if (codes.Count == 0)
            {
                continue;
            }

            DateTimeOffset at = new(hour * TimeSpan.TicksPerHour, TimeSpan.Zero);
            double sum = Rule is AveragingRule.Mean or AveragingRule.Sum ? codes.Codes : codes.Codes * codes.Count;
            filled.Add(new Slot(at, ValueOf(sum / codes.Count), Window.Scale.SumOf(sum, codes.Count), codes.Count));
        }

        return filled;
    }

    private static long Whole(TimeSpan span, long ticks) => ((span.Ticks - 1) / ticks) + 1;

    // Only hours that can hold something are walked through, however many are asked for.
    private int FirstKept => Math.Max(First, (Window.Newest / SeriesWindow.MinutesPerHour) - SeriesWindow.HoursKept + 1);

    private int LastKept => Window.Newest < 0 ? -1 : Math.Min(Last, Window.Newest / SeriesWindow.MinutesPerHour);

    private double ValueOf(double code) => Window.Scale.ValueOf(code);

    // A mean of hours has the mean as its slot, a sum the sum; the code of an hour may lie between two steps.
    private double CodeOf(HourCodes hour) => Rule == AveragingRule.Mean ? (double)hour.Codes / hour.Count : hour.Codes;

    private (double Codes, int Filled) Total()
    {
        double codes = 0;
        int filled = 0;
        if (!IsOfHours)
        {
            Window.Minutes(First, Last, out ReadOnlySpan<ushort> older, out ReadOnlySpan<ushort> newer);
            (long olderCodes, int olderFilled) = SlotMath.Total(older);
            (long newerCodes, int newerFilled) = SlotMath.Total(newer);
            return (olderCodes + newerCodes, olderFilled + newerFilled);
        }

        for (int hour = FirstKept; hour <= LastKept; hour++)
        {
            HourCodes held = Window.HourAt(hour);
            if (held.Count > 0)
            {
                codes += CodeOf(held);
                filled++;
            }
        }

        return (codes, filled);
    }

    private WindowValue? Extreme(bool isMax)
    {
        double extreme = isMax ? double.NegativeInfinity : double.PositiveInfinity;
        int filled = 0;
        if (!IsOfHours)
        {
            Window.Minutes(First, Last, out ReadOnlySpan<ushort> older, out ReadOnlySpan<ushort> newer);
            filled = SlotMath.Total(older).Filled + SlotMath.Total(newer).Filled;
            extreme = isMax
                ? Math.Max(SlotMath.Max(older), SlotMath.Max(newer))
                : Math.Min(SlotMath.Min(older), SlotMath.Min(newer));
        }

        for (int hour = FirstKept; IsOfHours && hour <= LastKept; hour++)
        {
            HourCodes held = Window.HourAt(hour);
            if (held.Count > 0)
            {
                extreme = isMax ? Math.Max(extreme, CodeOf(held)) : Math.Min(extreme, CodeOf(held));
                filled++;
            }
        }

        return filled == 0 ? null : new WindowValue(ValueOf(extreme), filled, Slots);
    }
}

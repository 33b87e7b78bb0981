using EnviAgriNet.Core.Quantities;
using EnviAgriNet.Core.Windows;

namespace EnviAgriNet.Core.Hazards;

internal sealed class SeriesWindow(Quantity quantity)
{
    private readonly SlotWindow _minutes = new(TimeSpan.FromMinutes(1), (24 * 60) + 1);
    private readonly SlotWindow _hours = new(TimeSpan.FromHours(1), (15 * 24) + 1);
    private readonly RecentWindow _recent = new();

    public Quantity Quantity => quantity;

    public DateTimeOffset? LatestAt => _hours.LatestAt;

    public double Latest => _hours.Latest;

    public bool Add(DateTimeOffset takenAt, double value)
    {
        _minutes.Add(takenAt, value);
        _recent.Add(takenAt, value);
        return _hours.Add(takenAt, value);
    }

    public WindowValue? Mean(DateTimeOffset until, TimeSpan span) => Of(until, span, s => s.Average(x => x.Mean));

    public WindowValue? Sum(DateTimeOffset until, TimeSpan span) => Of(until, span, s => s.Sum(x => x.Sum));

    public WindowValue? Min(DateTimeOffset until, TimeSpan span) => Of(until, span, s => s.Min(x => x.Mean));

    public WindowValue? Max(DateTimeOffset until, TimeSpan span) => Of(until, span, s => s.Max(x => x.Mean));

    public WindowValue? MeanOfHours(DateTimeOffset until, int hours)
    {
        IReadOnlyList<Slot> slots = _hours.Slots(until, hours);
        return slots.Count == 0 ? null : new WindowValue(slots.Sum(s => s.Mean) / slots.Count, slots.Count, hours);
    }

    public double? RisePerHour(DateTimeOffset until) => until == default ? null : _recent.RisePerHour();

    public bool IsPlausible(MotionLimits limits) => _recent.IsPlausible(limits);

    public IReadOnlyList<Slot> Hours(DateTimeOffset until, int hours) => _hours.Slots(until, hours);

    private WindowValue? Of(DateTimeOffset until, TimeSpan span, Func<IReadOnlyList<Slot>, double> value)
    {
        bool isShort = span <= TimeSpan.FromHours(24);
        int count = (int)(isShort ? span.TotalMinutes : span.TotalHours);
        IReadOnlyList<Slot> slots = (isShort ? _minutes : _hours).Slots(until, count);
        return slots.Count == 0 ? null : new WindowValue(value(slots), slots.Count, count);
    }
}

internal readonly record struct WindowValue(double Value, int Filled, int Slots);

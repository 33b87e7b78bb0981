using EnviAgriNet.Core.Quantities;
using EnviAgriNet.Core.Windows;

namespace EnviAgriNet.Core.Tests.Windows;

/// <summary>
/// What <see cref="SeriesWindow"/> promises, written down a second time in the plainest way: it keeps every reading, and answers each
/// question from all of them.
/// </summary>
internal sealed class NaiveWindow(Quantity quantity)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly List<(DateTimeOffset At, double Value)> _readings = [];

    public decimal Step { get; } = StepOf(quantity);

    public DateTimeOffset? LatestAt { get; private set; }

    public double Latest => _readings.Count == 0 ? 0 : _readings.Where(r => r.At == LatestAt).Max(r => r.Value);

    public bool Add(DateTimeOffset at, double value)
    {
        bool isTooOld = LatestAt is { } latest && Floor(at, Hour) <= Floor(latest, Hour).AddHours(-360);
        if (!(value >= quantity.Min) || !(value <= quantity.Max) || isTooOld)
        {
            return false;
        }

        _readings.Add((at, value));
        LatestAt = LatestAt > at ? LatestAt : at;
        return true;
    }

    public WindowValue? Mean(DateTimeOffset until, TimeSpan span) => Of(until, span, s => s.Average());

    public WindowValue? Sum(DateTimeOffset until, TimeSpan span) => Of(until, span, s => s.Sum());

    public WindowValue? Min(DateTimeOffset until, TimeSpan span) => Of(until, span, s => s.Min());

    public WindowValue? Max(DateTimeOffset until, TimeSpan span) => Of(until, span, s => s.Max());

    public WindowValue? MeanOfHours(DateTimeOffset until, int hours) => Value(HourValues(until, hours), hours, s => s.Average());

    /// <summary>The minute slots kept, rounded to the step.</summary>
    public SortedDictionary<DateTimeOffset, decimal> Minutes(DateTimeOffset from, DateTimeOffset to) => new(_readings
        .Where(r => r.At >= from && r.At < to && Floor(r.At, Hour) > Floor(LatestAt!.Value, Hour).AddHours(-360))
        .GroupBy(r => Floor(r.At, Minute))
        .ToDictionary(g => g.Key, g => SlotOf(g.Select(r => (r.At, Value: Rounded((decimal)r.Value))))));

    /// <summary>The hours that hold data, with the value of each by the rule, and their filled minutes.</summary>
    public List<(DateTimeOffset At, decimal Value, int Count)> HourValues(DateTimeOffset until, int hours) =>
        [.. Minutes(Floor(until, Hour).AddHours(1 - hours), Floor(until, Hour).AddHours(1))
            .GroupBy(m => Floor(m.Key, Hour))
            .Select(g => (g.Key, ByRule(g.Select(m => m.Value)), g.Count()))];

    private static decimal StepOf(Quantity quantity)
    {
        decimal range = (decimal)quantity.Max - (decimal)quantity.Min;
        for (decimal power = 0.000_000_001m; ; power *= 10)
        {
            foreach (decimal digit in (ReadOnlySpan<decimal>)[1, 2, 5])
            {
                if (range / (digit * power) <= 65_534)
                {
                    return digit * power;
                }
            }
        }
    }

    private static DateTimeOffset Floor(DateTimeOffset at, TimeSpan slot) => new(at.UtcTicks - (at.UtcTicks % slot.Ticks), TimeSpan.Zero);

    private static WindowValue? Value(
        List<(DateTimeOffset At, decimal Value, int Count)> filled, int slots, Func<IEnumerable<decimal>, decimal> what) =>
        filled.Count == 0 ? null : new WindowValue((double)what(filled.Select(f => f.Value)), filled.Count, slots);

    private WindowValue? Of(DateTimeOffset until, TimeSpan span, Func<IEnumerable<decimal>, decimal> what)
    {
        int minutes = (int)Math.Ceiling(span.TotalMinutes);
        DateTimeOffset from = Floor(until, Minute).AddMinutes(1 - minutes);
        if (LatestAt is not { } latest)
        {
            return null;
        }

        if (minutes > 1440 || from <= Floor(latest, Minute).AddMinutes(-1440))
        {
            int hours = (int)Math.Ceiling(span.TotalHours);
            return Value(HourValues(until, hours), hours, what);
        }

        SortedDictionary<DateTimeOffset, decimal> slots = Minutes(from, Floor(until, Minute).AddMinutes(1));
        return slots.Count == 0 ? null : new WindowValue((double)what(slots.Values), slots.Count, minutes);
    }

    private decimal Rounded(decimal value) => Math.Round(value / Step) * Step;

    private decimal SlotOf(IEnumerable<(DateTimeOffset At, decimal Value)> readings) => quantity.Averaging switch
    {
        // Codes are whole numbers of steps, so a mean that lies between two is rounded up.
        AveragingRule.Mean => Math.Floor((readings.Average(r => r.Value) / Step) + 0.5m) * Step,
        AveragingRule.Sum => Math.Min(readings.Sum(r => r.Value), 65_534 * Step),
        AveragingRule.Last => readings.OrderBy(r => r.At).ThenBy(r => r.Value).Last().Value,
        _ => ByRule(readings.Select(r => r.Value)),
    };

    private decimal ByRule(IEnumerable<decimal> slots) => quantity.Averaging switch
    {
        AveragingRule.Mean => slots.Average(),
        AveragingRule.Sum => slots.Sum(),
        AveragingRule.Maximum => slots.Max(),
        AveragingRule.Last => slots.Last(),
        _ => throw new NotSupportedException(),
    };
}

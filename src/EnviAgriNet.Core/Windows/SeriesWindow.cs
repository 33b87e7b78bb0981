using EnviAgriNet.Core.Quantities;

namespace EnviAgriNet.Core.Windows;

/// <summary>
/// The newest 24 h of one series by the minute and its newest 15 days by the hour, on measurement time: 4,088 bytes, all in one
/// object, which never grows. A slot holds one value of its minute by the quantity's averaging rule, rounded to <see cref="Step"/>.
/// Repeats of a reading would count twice; the store has removed them before. Not safe for use by several threads.
/// <para>
/// Late readings correct whatever is kept. With at most one reading a minute the order of arrival changes nothing, ever. Several
/// readings of a minute give their exact mean in any order while at most three other such minutes come in between; later, the
/// minute counts as one reading, so that the result stays between its smallest and largest reading. Sums and maxima of a
/// minute are exact in any order. Of a minute older than 24 h, each late reading counts as a slot of its hour, which holds 60.
/// </para>
/// <para>
/// Sums of one minute end at 65,534 steps (rain: 65.534 mm). Directions and running totals have no mean, sum or maximum that
/// would mean something: their quantities are not supported.
/// </para>
/// </summary>
public sealed class SeriesWindow
{
    /// <summary>The minutes kept, the newest one included: 24 h.</summary>
    public const int MinutesKept = 1440;

    /// <summary>The hours kept, the newest one included: 15 days.</summary>
    public const int HoursKept = 360;

    internal const int MinutesPerHour = 60;

    private readonly SlotScale _scale;
    private double _latest;
    private SeriesSlots _slots = new() { Newest = SeriesSlots.None };

    /// <summary>Makes an empty window.</summary>
    /// <param name="quantity">What is measured; its rule must be one of mean, sum, maximum and last.</param>
    public SeriesWindow(Quantity quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        if (!Supports(quantity))
        {
            throw new ArgumentException(
                $"A window keeps means, sums, maxima and last values, not {quantity.Averaging} as '{quantity}' needs", nameof(quantity));
        }

        _scale = SlotScale.Of(quantity);
    }

    /// <summary>What is measured.</summary>
    public Quantity Quantity => _scale.Quantity;

    /// <summary>
    /// The step to which values are rounded, in the unit of the quantity. A reading is off by half of it at most, a minute of several
    /// readings by one, a sum by as much for each of its slots; values that are whole steps, as printed decimals are, not at all.
    /// </summary>
    public double Step => _scale.Step;

    /// <summary>When the newest reading was taken, or null in an empty window.</summary>
    public DateTimeOffset? LatestAt => _slots.Newest == SeriesSlots.None
        ? null
        : new DateTimeOffset(
            (_slots.Newest * TimeSpan.TicksPerMinute) + (_slots.LatestMs * TimeSpan.TicksPerMillisecond), TimeSpan.Zero);

    /// <summary>The newest value, not rounded; the larger of two at the same time; 0 in an empty window.</summary>
    public double Latest => _latest;

    internal SlotScale Scale => _scale;

    internal int Newest => _slots.Newest;

    private AveragingRule Rule => _scale.Quantity.Averaging;

    /// <summary>Whether a window can keep a quantity: not directions (circular mean) and not running totals (increase).</summary>
    public static bool Supports(Quantity quantity) =>
        quantity.Averaging is AveragingRule.Mean or AveragingRule.Maximum or AveragingRule.Last
        || (quantity.Averaging == AveragingRule.Sum && quantity.Min == 0);

    /// <summary>The step to which a window of that quantity rounds.</summary>
    public static double StepOf(Quantity quantity) => SlotScale.Of(quantity).Step;

    /// <summary>
    /// Adds a reading; false when it is older than the hours kept or not plausible for its quantity, and changed nothing.
    /// </summary>
    public bool Add(DateTimeOffset takenAt, double value)
    {
        long ticks = takenAt.UtcTicks;
        long minute = ticks / TimeSpan.TicksPerMinute;
        if (!_scale.Quantity.IsPlausible(value) || minute > int.MaxValue)
        {
            return false;
        }

        int newest = _slots.Newest;
        int ms = (int)((ticks - (minute * TimeSpan.TicksPerMinute)) / TimeSpan.TicksPerMillisecond);
        if (!_slots.Add((int)minute, ms, _scale.CodeOf(value), Rule))
        {
            return false;
        }

        if (minute > newest || (minute == newest && (ms > _slots.LatestMs || (ms == _slots.LatestMs && value > _latest))))
        {
            _latest = value;
            _slots.LatestMs = (ushort)ms;
        }

        return true;
    }

    /// <summary>
    /// The mean of the filled slots, each with the same weight: minutes, the one of <paramref name="until"/> and those before it; or
    /// hours where the span is longer than 24 h or reaches back further than the minutes kept. Null when nothing is there.
    /// </summary>
    /// <param name="until">The end, in the last slot.</param>
    /// <param name="span">How long; rounded up to whole slots.</param>
    public WindowValue? Mean(DateTimeOffset until, TimeSpan span) =>
        WindowQuery.Of(this, until, span).Mean();

    /// <summary>
    /// The mean of hourly values, so that a station that reports each minute and one that reports each hour agree: the hour of
    /// <paramref name="until"/> and those before it, whole hours by UTC. Null when nothing is there.
    /// </summary>
    /// <param name="until">A time in the last hour.</param>
    /// <param name="hours">How many hours; 1 or more.</param>
    public WindowValue? MeanOfHours(DateTimeOffset until, int hours) => WindowQuery.OfHours(this, until, hours).Mean();

    /// <summary>The sum of the slots, minutes or hours as in <see cref="Mean"/>; null when nothing is there.</summary>
    public WindowValue? Sum(DateTimeOffset until, TimeSpan span) => WindowQuery.Of(this, until, span).Sum();

    /// <summary>The smallest slot, minutes or hours as in <see cref="Mean"/>; null when nothing is there.</summary>
    public WindowValue? Min(DateTimeOffset until, TimeSpan span) => WindowQuery.Of(this, until, span).Min();

    /// <summary>The largest slot, minutes or hours as in <see cref="Mean"/>; null when nothing is there.</summary>
    public WindowValue? Max(DateTimeOffset until, TimeSpan span) => WindowQuery.Of(this, until, span).Max();

    /// <summary>
    /// The rise in units per hour up to the newest reading of <paramref name="until"/>'s minute or before: the median slope of all
    /// pairs of five-minute means of the last hour, or of the last three hours where the last one is thin. Null with fewer than
    /// three of them, unless two lie an hour apart. The time of a reading counts by its minute.
    /// </summary>
    public double? RisePerHour(DateTimeOffset until) => WindowMotion.RisePerHour(this, MinuteOf(until));

    /// <summary>
    /// Whether the values of the last three hours move as the thing measured can: enough minutes with readings over enough time, and
    /// no step faster than the limit that lasts. A single outlier does not count as a step; a jump that stays does. A flash flood
    /// may be faster, but then it rises in several steps, none of which carries most of the rise.
    /// </summary>
    /// <param name="limits">What the thing measured can do.</param>
    public bool IsPlausible(MotionLimits limits) => WindowMotion.IsPlausible(this, limits);

    /// <summary>
    /// The hours with data among the last ones, oldest first. A slot's time is the begin of its hour, its count the minutes with
    /// readings (31 at most in an old hour of last values); where the rule is maximum or last, its mean is that value.
    /// </summary>
    /// <param name="until">A time in the last hour.</param>
    /// <param name="hours">How many hours; 1 or more.</param>
    public IReadOnlyList<Slot> Hours(DateTimeOffset until, int hours) => WindowQuery.OfHours(this, until, hours).HourSlots();

    internal static int MinuteOf(DateTimeOffset time) =>
        (int)Math.Min(time.UtcTicks / TimeSpan.TicksPerMinute, int.MaxValue);

    /// <summary>The minute slots kept of a range, in up to two pieces because they lie in a ring by the minute of the day.</summary>
    internal void Minutes(int first, int last, out ReadOnlySpan<ushort> older, out ReadOnlySpan<ushort> newer) =>
        _slots.Minutes(first, last, out older, out newer);

    /// <summary>What an hour holds, of the hours and minutes kept.</summary>
    internal HourCodes HourAt(int hour) => _slots.HourAt(hour, Rule);
}

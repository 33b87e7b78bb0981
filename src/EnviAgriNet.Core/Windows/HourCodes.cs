using EnviAgriNet.Core.Quantities;

namespace EnviAgriNet.Core.Windows;

/// <summary>The slots of one hour as numbers.</summary>
/// <param name="Codes">The sum of their codes; the largest code, or the last, where the rule says so.</param>
/// <param name="Count">How many slots are filled.</param>
/// <param name="LastMinute">The minute of the last one, where the rule keeps the last.</param>
internal readonly record struct HourCodes(long Codes, int Count, int LastMinute)
{
    /// <summary>The same with one slot more; nothing depends on the order in which slots are added.</summary>
    public HourCodes With(int minute, int code, AveragingRule rule)
    {
        switch (rule)
        {
            case AveragingRule.Maximum:
                return new HourCodes(Math.Max(Codes, code), Math.Min(Count + 1, HourShelf.SlotsMax), 0);
            case AveragingRule.Last:
                bool isLater = Count == 0 || minute > LastMinute || (minute == LastMinute && code > Codes);
                return new HourCodes(
                    isLater ? code : Codes, Math.Min(Count + 1, HourShelf.LastCountMax), isLater ? minute : LastMinute);
            case AveragingRule.Sum when Count == HourShelf.SlotsMax:
                return this with { Codes = Math.Min(Codes + code, (long)HourShelf.SlotsMax * SlotScale.CodeMax) };
            case AveragingRule.Mean when Count == HourShelf.SlotsMax:
                // A 61st slot moves the mean as it should, and the sum stays one of 60.
                return this with { Codes = (long)Math.Round((Codes + code) * (double)HourShelf.SlotsMax / (HourShelf.SlotsMax + 1)) };
            default:
                return new HourCodes(Codes + code, Count + 1, 0);
        }
    }
}

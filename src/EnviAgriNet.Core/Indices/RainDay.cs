using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Core.Indices;

/// <summary>The 24 hours that one daily rain amount stands for in Thailand: from 07:00 to 07:00 of Bangkok time.</summary>
/// <param name="ReadOn">The day on whose morning the gauge is read, which is when these hours end.</param>
public readonly record struct RainDay(DateOnly ReadOn)
{
    private static readonly TimeOnly ReadAt = new(7, 0);

    /// <summary>The moment it begins; rain up to and including this moment belongs to the day before.</summary>
    public DateTimeOffset Start => End - TimeSpan.FromDays(1);

    /// <summary>The moment it ends; an amount that was read at exactly 07:00 fell before and belongs to it.</summary>
    public DateTimeOffset End => new DateTimeOffset(ReadOn.ToDateTime(ReadAt), LocalTime.Offset).ToUniversalTime();

    /// <summary>The rain day of an amount that was read at a moment and fell before it.</summary>
    public static RainDay Of(DateTimeOffset takenAt)
    {
        DateTime local = LocalTime.Of(takenAt).DateTime;
        DateOnly date = DateOnly.FromDateTime(local);
        return new RainDay(TimeOnly.FromDateTime(local) > ReadAt ? date.AddDays(1) : date);
    }

    /// <summary>Whether an amount that was read at a moment belongs to it.</summary>
    public bool Contains(DateTimeOffset takenAt) => takenAt > Start && takenAt <= End;
}

namespace EnviAgriNet.Core.Hazards;

/// <summary>What a condition comes to at one station.</summary>
/// <param name="Truth">Whether it holds.</param>
/// <param name="At">When it holds: the newest reading that says so. Where several must, the oldest of those.</param>
/// <param name="Measure">The measure that decided, of a condition that holds.</param>
internal readonly record struct Verdict(Truth Truth, DateTimeOffset At, string? Measure)
{
    public static Verdict Absent { get; } = new(Truth.Absent, default, null);

    public static Verdict Unknown { get; } = new(Truth.Unknown, default, null);

    public static Verdict No { get; } = new(Truth.No, default, null);

    public bool IsYes => Truth == Truth.Yes;

    /// <summary>Whether it is certain either way.</summary>
    public bool IsKnown => Truth is Truth.Yes or Truth.No;

    public Verdict Or(Verdict other)
    {
        if (IsYes && other.IsYes)
        {
            return this with { At = At > other.At ? At : other.At };
        }

        return other.Truth > Truth ? other : this;
    }

    public Verdict And(Verdict other)
    {
        if (IsYes && other.IsYes)
        {
            return this with { At = At < other.At ? At : other.At };
        }

        if (Truth == Truth.No || other.Truth == Truth.No)
        {
            return No;
        }

        return Truth == Truth.Unknown || other.Truth == Truth.Unknown ? Unknown : Absent;
    }
}

/// <summary>Whether something holds; ordered by what outweighs the rest where any of several is enough.</summary>
internal enum Truth
{
    /// <summary>The station has no such sensor, or none that still speaks: no part of the judgement.</summary>
    Absent,

    /// <summary>It does not.</summary>
    No,

    /// <summary>There are too few readings to tell.</summary>
    Unknown,

    /// <summary>It does.</summary>
    Yes,
}

namespace EnviAgriNet.Core.Hazards;

/// <summary>How a term compares a measure with its limit.</summary>
public enum Comparison
{
    /// <summary>Above the limit, which itself does not count.</summary>
    Above,

    /// <summary>At the limit or above.</summary>
    AtLeast,

    /// <summary>Below the limit, which itself does not count.</summary>
    Below,

    /// <summary>At the limit or below.</summary>
    AtMost,
}

/// <summary>The signs of the comparisons, and what they come to.</summary>
public static class Comparisons
{
    /// <summary>The sign in a rule: <c>&gt;</c>, <c>&gt;=</c>, <c>&lt;</c> or <c>&lt;=</c>.</summary>
    public static string Sign(this Comparison comparison) => comparison switch
    {
        Comparison.Above => ">",
        Comparison.AtLeast => ">=",
        Comparison.Below => "<",
        Comparison.AtMost => "<=",
        _ => throw new ArgumentOutOfRangeException(nameof(comparison)),
    };

    /// <summary>The comparison of a sign; null when there is none.</summary>
    public static Comparison? Of(string sign) => sign switch
    {
        ">" => Comparison.Above,
        ">=" => Comparison.AtLeast,
        "<" => Comparison.Below,
        "<=" => Comparison.AtMost,
        _ => null,
    };

    /// <summary>Whether larger values are the worse ones.</summary>
    public static bool IsUpward(this Comparison comparison) => comparison is Comparison.Above or Comparison.AtLeast;

    /// <summary>Whether an exact value is beyond the limit.</summary>
    public static bool Holds(this Comparison comparison, double value, double limit) => comparison switch
    {
        Comparison.Above => value > limit,
        Comparison.AtLeast => value >= limit,
        Comparison.Below => value < limit,
        _ => value <= limit,
    };
}

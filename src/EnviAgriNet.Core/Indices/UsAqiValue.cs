namespace EnviAgriNet.Core.Indices;

/// <summary>An index of the US EPA.</summary>
/// <param name="Number">0 and above.</param>
/// <param name="Category">The category it falls into.</param>
/// <param name="IsBeyondScale">Whether it lies above 500, where the slope of the last printed span goes on.</param>
public readonly record struct UsAqiValue(int Number, UsAqiCategory Category, bool IsBeyondScale);

/// <summary>The categories of the US EPA.</summary>
public enum UsAqiCategory
{
    /// <summary>0 to 50, green.</summary>
    Good,

    /// <summary>51 to 100, yellow.</summary>
    Moderate,

    /// <summary>101 to 150, orange.</summary>
    UnhealthyForSensitiveGroups,

    /// <summary>151 to 200, red.</summary>
    Unhealthy,

    /// <summary>201 to 300, purple.</summary>
    VeryUnhealthy,

    /// <summary>301 and above, maroon.</summary>
    Hazardous,
}

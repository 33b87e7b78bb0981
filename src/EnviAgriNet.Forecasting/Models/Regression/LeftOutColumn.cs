namespace EnviAgriNet.Forecasting.Models.Regression;

/// <summary>A column that was not used, and why.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Reason">Why.</param>
public sealed record LeftOutColumn(string Name, LeftOutReason Reason);

/// <summary>Why a column was not used.</summary>
public enum LeftOutReason
{
    /// <summary>It has no value for some step of the series.</summary>
    Gaps,

    /// <summary>It is not known for every step of the horizon.</summary>
    UnknownAhead,

    /// <summary>It never changes, so nothing can be learned from it.</summary>
    Constant,

    /// <summary>The columns before it say the same already.</summary>
    Collinear,

    /// <summary>There are too few values for one more column.</summary>
    TooFewValues,
}

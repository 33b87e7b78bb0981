namespace EnviAgriNet.Core.Quantities;

/// <summary>How the values of an hour or a day become one number.</summary>
public enum AveragingRule
{
    /// <summary>The arithmetic mean.</summary>
    Mean,

    /// <summary>The direction of the mean unit vector, in degrees.</summary>
    CircularMean,

    /// <summary>The sum, for amounts that fell between two readings.</summary>
    Sum,

    /// <summary>The largest value, for gusts.</summary>
    Maximum,

    /// <summary>The rise of a counter between the first and the last value.</summary>
    Increase,

    /// <summary>The newest value, for states such as a battery.</summary>
    Last,
}

namespace EnviAgriNet.Core.Crops.Outlook;

/// <summary>Heat or cold beyond what a crop stands in its stage, over the last days.</summary>
/// <param name="Level">How bad.</param>
/// <param name="Days">Days beyond the limit, of <paramref name="OfDays"/>.</param>
/// <param name="OfDays">Days with temperature that were looked at, at most 7.</param>
/// <param name="LimitCelsius">The limit of this crop in this stage, °C.</param>
/// <param name="ExtremeCelsius">The highest, or lowest, temperature of these days, °C.</param>
/// <param name="Status">Where the limit comes from.</param>
public sealed record TemperatureStress(
    StressLevel Level, int Days, int OfDays, double LimitCelsius, double ExtremeCelsius, RuleStatus Status);

/// <summary>How bad a stress is.</summary>
public enum StressLevel
{
    /// <summary>None.</summary>
    None,

    /// <summary>Three days or more beyond the limit outside flowering.</summary>
    Some,

    /// <summary>A day or more beyond the limit while the crop flowers, when it costs grain.</summary>
    Severe,
}

/// <summary>How sure a rule is.</summary>
public enum RuleStatus
{
    /// <summary>Read in a named source.</summary>
    Sourced,

    /// <summary>From a secondary source, not confirmed by who is in charge: people have to be told so.</summary>
    Unconfirmed,
}

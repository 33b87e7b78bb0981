namespace EnviAgriNet.Cloud.Advisories;

/// <summary>What is known of a price and of where it goes, in the unit in which farmers talk of it.</summary>
/// <param name="Commodity">Its code.</param>
/// <param name="NameTh">Its Thai name.</param>
/// <param name="NameEn">Its English name.</param>
/// <param name="UnitTh">The unit, such as <c>บ./ตัน</c>.</param>
/// <param name="UnitEn">The unit, such as <c>baht/ton</c>.</param>
/// <param name="LastOn">The day, or begin of the week or month, of the newest price.</param>
/// <param name="Last">The newest price.</param>
/// <param name="AheadOn">The day, or begin of the week or month, that the forecast is told for; null without a forecast.</param>
/// <param name="Ahead">The forecast; null without one.</param>
/// <param name="IsNaive">Whether nothing forecasts it better than its newest price.</param>
internal sealed record PriceView(
    string Commodity,
    string NameTh,
    string NameEn,
    string UnitTh,
    string UnitEn,
    DateOnly LastOn,
    double Last,
    DateOnly? AheadOn,
    Bounds? Ahead,
    bool IsNaive)
{
    /// <summary>The chance that the price will be above the newest one; null without a forecast.</summary>
    public double? ChanceUp => Ahead is { } bounds ? Chance.Above(Last, bounds) : null;

    /// <summary><c>up</c>, <c>down</c> or <c>unclear</c>: what is less sure than seven in ten is not told as a direction.</summary>
    public string Direction => ChanceUp switch
    {
        >= Limits.SureFrom => "up",
        <= 1 - Limits.SureFrom => "down",
        _ => "unclear",
    };
}

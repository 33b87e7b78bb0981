namespace EnviAgriNet.Protocol.Cap;

/// <summary>Where a message holds.</summary>
public sealed record CapArea
{
    /// <summary>The area in words.</summary>
    public required string Description { get; init; }

    /// <summary>Polygons, <c>lat,lon lat,lon …</c>, closed.</summary>
    public IReadOnlyList<string> Polygons { get; init; } = [];

    /// <summary>Circles, <c>lat,lon radius_km</c>.</summary>
    public IReadOnlyList<string> Circles { get; init; } = [];

    /// <summary>Codes of the area.</summary>
    public IReadOnlyList<CapValue> Geocodes { get; init; } = [];

    /// <summary>Feet above sea level; with <see cref="Ceiling"/> the lower end of a range.</summary>
    public decimal? Altitude { get; init; }

    /// <summary>Feet above sea level, the upper end of a range.</summary>
    public decimal? Ceiling { get; init; }
}

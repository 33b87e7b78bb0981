namespace EnviAgriNet.Core.Alerts;

/// <summary>Where a warning holds, as people call it, and where they can go.</summary>
/// <param name="Area">The area in full, as in <c>ต.ช้างเผือก อ.เมืองเชียงใหม่ จ.เชียงใหม่</c>.</param>
/// <param name="Names">The names for texts, the longest first; an SMS takes the first one that it has room for.</param>
public sealed record WarningPlace(Place Area, IReadOnlyList<Place> Names)
{
    /// <summary>The most evacuation points a text names.</summary>
    public const int SheltersMax = 3;

    /// <summary>A place with one name.</summary>
    public WarningPlace(Place place)
        : this(place, [place])
    {
    }

    /// <summary>The station that measured, where its name says more than the area's; null otherwise.</summary>
    public Place? Station { get; init; }

    /// <summary>Where to go, the nearest first.</summary>
    public IReadOnlyList<EvacuationPoint> Shelters { get; init; } = [];

    /// <summary>The names in a language.</summary>
    public IReadOnlyList<string> NamesIn(string language) => [.. Names.Select(n => n.In(language))];
}

/// <summary>Where people can go.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Phone">A number that answers there; null when there is none.</param>
public sealed record EvacuationPoint(Place Name, string? Phone)
{
    /// <summary>Name and number in a language.</summary>
    public string In(string language) => Phone is { Length: > 0 } ? $"{Name.In(language)} {Phone}" : Name.In(language);
}

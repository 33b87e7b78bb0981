namespace EnviAgriNet.Core.Hazards;

/// <summary>What may harm.</summary>
public enum HazardKind
{
    /// <summary>Fine dust that harms health.</summary>
    Haze,

    /// <summary>A river that leaves its bed.</summary>
    RiverFlood,
}

/// <summary>The hazards' names in documents, event ids and the registry.</summary>
public static class HazardCodes
{
    /// <summary>The name of a hazard in kebab case.</summary>
    public static string Code(this HazardKind hazard) => hazard switch
    {
        HazardKind.Haze => "haze",
        HazardKind.RiverFlood => "river-flood",
        _ => throw new ArgumentOutOfRangeException(nameof(hazard)),
    };
}

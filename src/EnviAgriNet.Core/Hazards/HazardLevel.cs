namespace EnviAgriNet.Core.Hazards;

/// <summary>How bad a hazard is; the names are CAP's severities.</summary>
public enum HazardLevel
{
    /// <summary>No warning.</summary>
    None = 0,

    /// <summary>Possible threat: be careful, prepare.</summary>
    Moderate = 1,

    /// <summary>Significant threat to life or property. Needs a second witness.</summary>
    Severe = 2,
}

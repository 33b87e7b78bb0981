namespace EnviAgriNet.Core.Alerts;

/// <summary>What a warning has to say.</summary>
public enum AlertCase
{
    /// <summary>Haze, Moderate.</summary>
    HazeModerate,

    /// <summary>Haze, Severe.</summary>
    HazeSevere,

    /// <summary>Haze is over.</summary>
    HazeOver,

    /// <summary>The river is high or rises: Moderate.</summary>
    RiverModerate,

    /// <summary>The river will leave its bed within hours: Severe.</summary>
    RiverSoon,

    /// <summary>The river is over its bank or at it: Severe.</summary>
    RiverSevere,

    /// <summary>The flood is over.</summary>
    RiverOver,
}

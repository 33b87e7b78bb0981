namespace EnviAgriNet.Mqtt;

/// <summary>Whether the link can publish now.</summary>
public enum LinkState
{
    /// <summary>Not connected: not started, waiting for the next attempt, or stopped.</summary>
    Down,

    /// <summary>An attempt is under way.</summary>
    Connecting,

    /// <summary>Connected, and every remembered subscription has been answered by the broker.</summary>
    Up,
}

namespace EnviAgriNet.Cloud.Access.Keys;

/// <summary>What a key may read. Keys change nothing, and nothing about persons is open to them.</summary>
internal enum KeyScope
{
    /// <summary><c>readings:read</c>: stations, their series and readings, regions, open data.</summary>
    Readings,

    /// <summary><c>alerts:read</c>: warnings as the pages show them.</summary>
    Alerts,

    /// <summary><c>cap:read</c>: CAP documents and their feeds.</summary>
    Cap,

    /// <summary><c>forecasts:read</c>: forecasts of prices and their model cards.</summary>
    Forecasts,

    /// <summary><c>health:read</c>: how stations are: health, outbox, ledger and log, which the public does not see.</summary>
    Health,
}

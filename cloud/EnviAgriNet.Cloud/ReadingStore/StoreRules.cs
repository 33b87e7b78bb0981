namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>Names under which the store itself refuses, beside the rules of a pack.</summary>
internal static class StoreRules
{
    /// <summary>The pack would tear more holes into its outbox's numbers than the ledger holds.</summary>
    public const string TooManyGaps = "too-many-gaps";

    /// <summary>The station has used more outboxes than the ledger holds.</summary>
    public const string TooManyOutboxes = "too-many-outboxes";

    /// <summary>The store holds as many stations as it may.</summary>
    public const string TooManyStations = "too-many-stations";

    /// <summary>The station, or the store, holds as many series as it may.</summary>
    public const string TooManySeries = "too-many-series";

    /// <summary>The hour holds as many readings of the series or the station as it may.</summary>
    public const string HourFull = "hour-full";

    /// <summary>The reading's month was given up by retention.</summary>
    public const string TooOld = "too-old";

    /// <summary>The store holds readings of as many different months as it may.</summary>
    public const string TooManyMonths = "too-many-months";
}

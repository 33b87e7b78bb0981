namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>
/// The outboxes of what the cloud computes itself and stores under the station it is about. Their packs are numbered by what they are
/// about, not one after the other, so no number of theirs is ever missing. No edge has an outbox of these names: theirs are
/// hexadecimal.
/// </summary>
internal static class DerivedOutboxes
{
    /// <summary>Precipitation indices; a pack is numbered by the months since January 1970.</summary>
    public const string Spi = "spi";

    /// <summary>Whether an outbox is one of these.</summary>
    public static bool Contains(string outbox) => outbox == Spi;
}

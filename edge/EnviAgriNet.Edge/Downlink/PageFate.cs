using EnviAgriNet.Protocol.Messages;

namespace EnviAgriNet.Edge.Downlink;

/// <summary>
/// What a centre without siren and board says of an alert. Its screen is a display; but a sound that was asked for and was not made is
/// never called shown: then only a person who acknowledges the alert there proves that it has arrived. Pure.
/// </summary>
internal static class PageFate
{
    /// <summary>Where it stands although siren and board have not taken it.</summary>
    public const string OnThePage = "it stands on the centre's screen";

    /// <summary>Too late for all of them.</summary>
    public const string Expired = "it expired before it could be shown";

    /// <summary>The fate of a notice.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="hasPage">Whether the centre has a screen.</param>
    /// <param name="isExpired">Whether the alert had expired when its turn came.</param>
    public static (StationEventKind Kind, string Reason) Of(AlertNotice notice, bool hasPage, bool isExpired) =>
        isExpired ? (StationEventKind.AlertFailed, Expired)
        : !hasPage ? (StationEventKind.AlertFailed, "the centre has neither siren nor board nor screen")
        : notice.Siren && notice.Type != "Cancel" ? (StationEventKind.AlertFailed, $"the centre has no siren; {OnThePage}")
        : (StationEventKind.AlertShown, $"{notice.Type} version {notice.Version} is on the centre's screen; it has no siren or board");
}

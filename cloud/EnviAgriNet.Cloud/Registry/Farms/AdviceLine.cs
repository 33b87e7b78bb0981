namespace EnviAgriNet.Cloud.Registry.Farms;

/// <summary>A piece of advice that a farmer was given.</summary>
/// <param name="Id">Its row; 0 before it is entered.</param>
/// <param name="Subscriber">Who was told.</param>
/// <param name="Plot">About which plot; null when it is about none or several.</param>
/// <param name="Kind">What it is about: <c>water</c>, <c>harvest</c>, <c>price</c>, <c>weekly</c> and others.</param>
/// <param name="Key">What makes it one piece of advice for this farmer.</param>
/// <param name="State">What was said as a machine compares it: a repeat of it is no news.</param>
/// <param name="Text">The words that were sent.</param>
/// <param name="AsksToAct">Whether there is something to do.</param>
/// <param name="GivenAt">When it was queued.</param>
/// <param name="DoneAt">When the farmer said that it is done; null while they have not.</param>
internal sealed record AdviceLine(
    long Id,
    long Subscriber,
    long? Plot,
    string Kind,
    string Key,
    string State,
    string Text,
    bool AsksToAct,
    DateTimeOffset GivenAt,
    DateTimeOffset? DoneAt);

namespace EnviAgriNet.Cloud.Channels;

/// <summary>What one turn of a dispatcher got.</summary>
/// <param name="Jobs">Claimed: they stand as <c>sending</c> on disk and must be attempted now.</param>
/// <param name="NextAt">When there is something to do next; null when nothing waits.</param>
internal sealed record DeliveryTurn(IReadOnlyList<DeliveryJob> Jobs, DateTimeOffset? NextAt);

/// <summary>What became of one attempt.</summary>
/// <param name="Id">The delivery.</param>
/// <param name="State">Its new state.</param>
/// <param name="NextAt">When it is to be taken up again, or null.</param>
/// <param name="Reason">Why, or empty.</param>
/// <param name="Gateway">Which gateway took it or may have, or null.</param>
/// <param name="GatewayRef">The gateway's own id of it, or null.</param>
internal sealed record SettledAttempt(
    long Id, DeliveryState State, DateTimeOffset? NextAt, string Reason, string? Gateway = null, string? GatewayRef = null);

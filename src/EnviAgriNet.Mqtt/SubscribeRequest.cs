namespace EnviAgriNet.Mqtt;

/// <summary>A filter on its way to the broker; its task ends when the broker has answered.</summary>
internal sealed class SubscribeRequest(string filter, DeliveryQuality quality, bool isRenewal)
    : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public string Filter => filter;

    public DeliveryQuality Quality => quality;

    /// <summary>True if no caller waits for it: the link sends it again after a reconnect.</summary>
    public bool IsRenewal => isRenewal;
}

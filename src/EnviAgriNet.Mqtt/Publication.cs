namespace EnviAgriNet.Mqtt;

/// <summary>One message that a caller waits for; its task ends exactly once, whoever ends it first.</summary>
internal sealed class Publication(string topic, ReadOnlyMemory<byte> payload, DeliveryQuality quality, bool retain)
    : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public string Topic => topic;

    public ReadOnlyMemory<byte> Payload => payload;

    public DeliveryQuality Quality => quality;

    public bool Retain => retain;
}

namespace EnviAgriNet.Cloud.Channels.Proof;

/// <summary>One delivery as it stands. Times are milliseconds since 1970; null what has not happened.</summary>
internal readonly record struct DeliveryFact(
    string Channel, string Recipient, int Part, DeliveryState State, string Reason, long? SentAt, long? SettledAt);

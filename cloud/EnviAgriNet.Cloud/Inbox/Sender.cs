using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Inbox;

/// <summary>What is known of who wrote.</summary>
/// <param name="Subscriber">Their row; null when they are no subscriber, or said STOP.</param>
/// <param name="Language">The language of their messages; Thai until they say otherwise.</param>
/// <param name="Places">Their places.</param>
/// <param name="Crops">What they grow.</param>
internal sealed record Sender(long? Subscriber, string Language, IReadOnlyList<RegionId> Places, IReadOnlyList<string> Crops);

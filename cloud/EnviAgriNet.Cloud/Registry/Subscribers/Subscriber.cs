using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Registry.Subscribers;

/// <summary>A person who consented to messages.</summary>
/// <param name="Language">The language of their messages: <c>th</c>, <c>en</c>, or another one there are words for.</param>
/// <param name="Regions">The places they want to hear about; in order; none once they said STOP on every channel.</param>
/// <param name="Crops">What they grow, as codes of crops; may be empty.</param>
/// <param name="Contacts">How to reach them, at most one of each channel.</param>
/// <param name="Consent">What they agreed to.</param>
internal sealed record Subscriber(
    string Language, IReadOnlyList<RegionId> Regions, IReadOnlyList<string> Crops, IReadOnlyList<Contact> Contacts, Consent Consent);

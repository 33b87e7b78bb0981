namespace EnviAgriNet.Cloud.Registry.Subscribers;

/// <summary>What a person agreed to, when, and how they said so.</summary>
/// <param name="Version">The version of the text they agreed to.</param>
/// <param name="At">When.</param>
/// <param name="Way"><c>web</c>, <c>sms</c>, <c>import</c> or <c>officer:NAME</c>.</param>
internal sealed record Consent(string Version, DateTimeOffset At, string Way);

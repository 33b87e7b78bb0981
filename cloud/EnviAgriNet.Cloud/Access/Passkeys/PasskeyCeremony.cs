namespace EnviAgriNet.Cloud.Access.Passkeys;

/// <summary>The first half of a ceremony.</summary>
/// <param name="Ceremony">To be sent back with the browser's answer; good for one.</param>
/// <param name="OptionsJson">For <c>navigator.credentials</c>, as JSON of WebAuthn.</param>
internal sealed record PasskeyCeremony(string Ceremony, string OptionsJson);

/// <summary>The second half of a ceremony.</summary>
/// <param name="Ceremony">What the first half gave.</param>
/// <param name="Credential">The browser's answer, as JSON of WebAuthn.</param>
internal sealed record PasskeyAnswer(string Ceremony, string Credential);

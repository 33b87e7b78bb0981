namespace EnviAgriNet.Cloud.Access.Passkeys;

/// <summary>An officer as authenticators know one.</summary>
/// <param name="Handle">Random letters, so that nothing of the person lies on the authenticator but the name shown there.</param>
/// <param name="Officer">The officer's name.</param>
internal sealed record PasskeyPerson(string Handle, string Officer);

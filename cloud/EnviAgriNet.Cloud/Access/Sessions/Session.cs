namespace EnviAgriNet.Cloud.Access.Sessions;

/// <summary>A browser in which an officer is signed in.</summary>
/// <param name="Number">Names it in lists; it says nothing about the cookie.</param>
/// <param name="Officer">Whose it is, with the rights of now.</param>
/// <param name="How">How the officer signed in: <c>password</c>, <c>passkey</c>, <c>openid</c>, <c>invitation</c>.</param>
/// <param name="OpenedAt">When it began.</param>
/// <param name="SeenAt">When it was last used, within <see cref="Limits.SeenPeriod"/>.</param>
/// <param name="Agent">Which browser on what, in a few words.</param>
internal sealed record Session(long Number, Officer Officer, string How, DateTimeOffset OpenedAt, DateTimeOffset SeenAt, string Agent);

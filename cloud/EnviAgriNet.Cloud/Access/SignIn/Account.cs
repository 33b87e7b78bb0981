namespace EnviAgriNet.Cloud.Access.SignIn;

/// <summary>With what an officer signs in.</summary>
/// <param name="Password">The hash.</param>
/// <param name="Secret">The secret of the codes.</param>
/// <param name="UsedStep">The step of the last code that was used.</param>
/// <param name="NextSecret">A secret that waits for its first code to take the other's place; null mostly.</param>
/// <param name="ChangedAt">When the password was set.</param>
/// <param name="RecoveryLeft">How many recovery codes are left.</param>
internal sealed record Account(string Password, byte[] Secret, long UsedStep, byte[]? NextSecret, DateTimeOffset ChangedAt, int RecoveryLeft);

namespace EnviAgriNet.Cloud.Access.Passkeys;

/// <summary>A passkey as it is stored. There is nothing secret in it: the secret never leaves the authenticator.</summary>
/// <param name="Id">The credential's id, in base64url.</param>
/// <param name="Officer">Whose it is.</param>
/// <param name="Name">What the officer calls it.</param>
/// <param name="PublicKey">In COSE.</param>
/// <param name="SignCount">The authenticator's count of signatures; 0 for ever where it keeps none.</param>
/// <param name="Transports">How browsers reach it, by words of WebAuthn.</param>
/// <param name="IsBackupEligible">Whether it may be copied to the owner's other devices.</param>
/// <param name="IsBackedUp">Whether it was.</param>
/// <param name="AddedAt">When added.</param>
/// <param name="UsedAt">When last used; null never.</param>
internal sealed record Passkey(
    string Id,
    string Officer,
    string Name,
    byte[] PublicKey,
    uint SignCount,
    IReadOnlyList<string> Transports,
    bool IsBackupEligible,
    bool IsBackedUp,
    DateTimeOffset AddedAt,
    DateTimeOffset? UsedAt);

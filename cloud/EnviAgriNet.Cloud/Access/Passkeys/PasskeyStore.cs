using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;

namespace EnviAgriNet.Cloud.Access.Passkeys;

/// <summary>
/// Our passkeys as the framework's verification asks for them. It only reads: what changes, <see cref="PasskeyDesk"/> writes itself, in
/// one transaction with the audit log.
/// </summary>
internal sealed class PasskeyStore(PasskeyBook book) : IUserPasskeyStore<PasskeyPerson>
{
    /// <inheritdoc/>
    public Task<PasskeyPerson?> FindByIdAsync(string userId, CancellationToken cancellationToken) => Task.FromResult(book.ByHandle(userId));

    /// <inheritdoc/>
    public Task<PasskeyPerson?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        Task.FromResult(book.ByOfficer(normalizedUserName));

    /// <inheritdoc/>
    public Task<string> GetUserIdAsync(PasskeyPerson user, CancellationToken cancellationToken) => Task.FromResult(user.Handle);

    /// <inheritdoc/>
    public Task<string?> GetUserNameAsync(PasskeyPerson user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Officer);

    /// <inheritdoc/>
    public Task<string?> GetNormalizedUserNameAsync(PasskeyPerson user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Officer);

    /// <inheritdoc/>
    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(PasskeyPerson user, CancellationToken cancellationToken) =>
        Task.FromResult<IList<UserPasskeyInfo>>([.. book.Of(user.Officer).Select(InfoOf)]);

    /// <inheritdoc/>
    public Task<PasskeyPerson?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        Task.FromResult(book.Find(Base64Url.EncodeToString(credentialId)) is { } key ? book.ByOfficer(key.Officer) : null);

    /// <inheritdoc/>
    public Task<UserPasskeyInfo?> FindPasskeyAsync(PasskeyPerson user, byte[] credentialId, CancellationToken cancellationToken) =>
        Task.FromResult(book.Find(Base64Url.EncodeToString(credentialId)) is { } key && key.Officer == user.Officer ? InfoOf(key) : null);

    /// <inheritdoc/>
    public Task AddOrUpdatePasskeyAsync(PasskeyPerson user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw ReadOnly();

    /// <inheritdoc/>
    public Task RemovePasskeyAsync(PasskeyPerson user, byte[] credentialId, CancellationToken cancellationToken) => throw ReadOnly();

    /// <inheritdoc/>
    public Task SetUserNameAsync(PasskeyPerson user, string? userName, CancellationToken cancellationToken) => throw ReadOnly();

    /// <inheritdoc/>
    public Task SetNormalizedUserNameAsync(PasskeyPerson user, string? normalizedName, CancellationToken cancellationToken) => throw ReadOnly();

    /// <inheritdoc/>
    public Task<IdentityResult> CreateAsync(PasskeyPerson user, CancellationToken cancellationToken) => throw ReadOnly();

    /// <inheritdoc/>
    public Task<IdentityResult> UpdateAsync(PasskeyPerson user, CancellationToken cancellationToken) => throw ReadOnly();

    /// <inheritdoc/>
    public Task<IdentityResult> DeleteAsync(PasskeyPerson user, CancellationToken cancellationToken) => throw ReadOnly();

    /// <inheritdoc/>
    public void Dispose()
    {
        // The book lives as long as the cloud.
    }

    private static NotSupportedException ReadOnly() => new("officers and their passkeys are changed through their books");

    // Of the attestation nothing was kept: no maker of authenticators is asked for.
    private static UserPasskeyInfo InfoOf(Passkey key) => new(
        Base64Url.DecodeFromChars(key.Id), key.PublicKey, key.AddedAt, key.SignCount, [.. key.Transports], isUserVerified: true,
        key.IsBackupEligible, key.IsBackedUp, attestationObject: [], clientDataJson: [])
    {
        Name = key.Name,
    };
}

using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Access.SignIn;

/// <summary>
/// Passwords: the framework's hash (PBKDF2, HMAC-SHA-512, a salt of its own each), and what one has to be. Hashing is slow by intent, so
/// that only a few happen at a time: whoever floods the sign-in takes no more of the machine than that.
/// </summary>
internal sealed class Passwords : IDisposable
{
    /// <summary>The fewest characters.</summary>
    public const int LengthMin = 12;

    /// <summary>The most characters.</summary>
    public const int LengthMax = 200;

    // What OWASP asks for with this hash.
    private const int Rounds = 210_000;
    private const int HashedAtOnce = 2;
    private const int DistinctMin = 5;

    private static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(5);

    // Long enough for the rule, and still the first that anybody tries.
    private static readonly string[] Known =
        ["password", "passw0rd", "p@ssw0rd", "qwerty", "123456", "asdfgh", "letmein", "welcome", "iloveyou", "admin", "enviagrinet", "changeme", "thailand"];

    private readonly PasswordHasher<string> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));
    private readonly SemaphoreSlim _slots = new(HashedAtOnce);
    private readonly string _ofNobody;

    public Passwords() => _ofNobody = _hasher.HashPassword(string.Empty, OfficerToken.MakeBare());

    /// <summary>Why a password will not do, or null.</summary>
    public static Refusal? FaultOf(string name, string password)
    {
        string plain = password.ToLowerInvariant();
        return password.Length is < LengthMin or > LengthMax
                ? new($"a password has {LengthMin} to {LengthMax} characters; a few words in a row are good", new("password-length", ("from", LengthMin), ("to", LengthMax)))
            : password.Distinct().Count() < DistinctMin
                ? new($"a password has at least {DistinctMin} different characters", new("password-distinct", ("from", DistinctMin)))
            : plain.Contains(name, StringComparison.Ordinal) ? new("a password does not hold its officer's name", new("password-name"))
            : Array.Exists(Known, k => Rest(plain, k) < LengthMin / 2)
                ? new("this password is one of the first that anybody tries", new("password-known"))
            : null;
    }

    /// <summary>What is stored of a password; null when too many others are being looked at.</summary>
    public async Task<string?> HashAsync(string password)
    {
        if (!await _slots.WaitAsync(WaitMax))
        {
            return null;
        }

        try
        {
            return _hasher.HashPassword(string.Empty, password);
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <summary>
    /// Whether a password is the one that was stored; null when too many others are being looked at. Where nothing is stored the same
    /// work is done for nothing, so that the time tells nobody who exists.
    /// </summary>
    public async Task<bool?> IsRightAsync(string? stored, string password)
    {
        if (!await _slots.WaitAsync(WaitMax))
        {
            return null;
        }

        try
        {
            string given = password.Length <= LengthMax ? password : string.Empty;
            return _hasher.VerifyHashedPassword(string.Empty, stored ?? _ofNobody, given) != PasswordVerificationResult.Failed && stored is not null;
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _slots.Dispose();

    // How much of a password is left without a known word.
    private static int Rest(string plain, string known) => plain.Replace(known, string.Empty, StringComparison.Ordinal).Length;
}

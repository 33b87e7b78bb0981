using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Access.Passkeys;

/// <summary>
/// The ceremonies of WebAuthn: adding a passkey, and signing in by one. The framework's <see cref="PasskeyHandler{TUser}"/> verifies;
/// this decides for whom, keeps each challenge to one use, and writes down what came of it. The authenticator has to verify its
/// user (fingerprint, face, code), so that a passkey alone is two factors.
/// </summary>
internal sealed partial class PasskeyDesk : IDisposable
{
    private const string AddPurpose = "passkey-add:";
    private const string SignInPurpose = "passkey-sign-in";

    private readonly PasskeyBook _book;
    private readonly SealedState _state;
    private readonly OfficerBook _officers;
    private readonly ILogger<PasskeyDesk> _logger;
    private readonly UserManager<PasskeyPerson> _people;
    private readonly PasskeyHandler<PasskeyPerson> _handler;

    public PasskeyDesk(
        PasskeyBook book, SealedState state, OfficerBook officers, IOptions<PasskeyOptions> options, ILoggerFactory logs)
    {
        _book = book;
        _state = state;
        _officers = officers;
        _logger = logs.CreateLogger<PasskeyDesk>();
        _people = new UserManager<PasskeyPerson>(
            new PasskeyStore(book), Options.Create(new IdentityOptions()), new PasswordHasher<PasskeyPerson>(), [], [], new AsIs(),
            new IdentityErrorDescriber(), services: null!, logs.CreateLogger<UserManager<PasskeyPerson>>());
        _handler = new PasskeyHandler<PasskeyPerson>(_people, Options.Create(RulesOf(options.Value)));
    }

    /// <summary>What the browser needs to make a passkey for an officer, and the ceremony to answer with.</summary>
    public async Task<PasskeyCeremony> BeginAddAsync(Officer officer, HttpContext context)
    {
        PasskeyPerson person = _book.PersonOf(officer.Name);
        PasskeyCreationOptionsResult made = await _handler.MakeCreationOptionsAsync(
            new PasskeyUserEntity { Id = person.Handle, Name = person.Officer, DisplayName = person.Officer }, context);
        return new PasskeyCeremony(
            _state.Seal(AddPurpose + officer.Name, made.AttestationState ?? string.Empty, PasskeyLimits.CeremonyMax), made.CreationOptionsJson);
    }

    /// <summary>Adds the passkey that a browser made. Returns it, or the refusal.</summary>
    public async Task<(Passkey? Made, string? Refusal)> AddAsync(Officer officer, PasskeyAnswer answer, string name, HttpContext context)
    {
        string called = name.Trim();
        if (called.Length is 0 or > PasskeyLimits.NameLengthMax || called.Any(char.IsControl))
        {
            return (null, $"a passkey's name has 1 to {PasskeyLimits.NameLengthMax} characters");
        }

        if (_state.Use(AddPurpose + officer.Name, answer.Ceremony) is not { } state)
        {
            return (null, "this ceremony is over; begin again");
        }

        PasskeyAttestationResult result = await _handler.PerformAttestationAsync(
            new PasskeyAttestationContext { HttpContext = context, CredentialJson = answer.Credential, AttestationState = state });
        if (!result.Succeeded)
        {
            LogRefused("adding", result.Failure.Message);
            return (null, "the browser's answer does not hold; begin again");
        }

        UserPasskeyInfo info = result.Passkey;
        Passkey made = new(
            Base64Url.EncodeToString(info.CredentialId), officer.Name, called, info.PublicKey, info.SignCount,
            [.. (info.Transports ?? []).Where(t => t.Length is > 0 and <= 20 && t.All(c => char.IsAsciiLetterLower(c) || c == '-')).Take(6)],
            info.IsBackupEligible, info.IsBackedUp, info.CreatedAt, null);
        string? refusal = _book.Add(made);
        return refusal is null ? (made, null) : (null, refusal);
    }

    /// <summary>What the browser needs to sign in by whichever passkey it holds, and the ceremony to answer with.</summary>
    public async Task<PasskeyCeremony> BeginSignInAsync(HttpContext context)
    {
        PasskeyRequestOptionsResult made = await _handler.MakeRequestOptionsAsync(null, context);
        return new PasskeyCeremony(
            _state.Seal(SignInPurpose, made.AssertionState ?? string.Empty, PasskeyLimits.CeremonyMax), made.RequestOptionsJson);
    }

    /// <summary>The officer whose passkey signed, or null. Why not is for the log only.</summary>
    public async Task<Officer?> SignInAsync(PasskeyAnswer answer, HttpContext context)
    {
        if (_state.Use(SignInPurpose, answer.Ceremony) is not { } state)
        {
            LogRefused("sign-in", "the ceremony is over or unknown");
            return null;
        }

        PasskeyAssertionResult<PasskeyPerson> result = await _handler.PerformAssertionAsync(
            new PasskeyAssertionContext { HttpContext = context, CredentialJson = answer.Credential, AssertionState = state });
        if (!result.Succeeded)
        {
            LogRefused("sign-in", result.Failure.Message);
            return null;
        }

        if (_officers.Find(result.User.Officer, Role.Viewer).Officer is not { } officer)
        {
            LogRefused("sign-in", $"{result.User.Officer} is not an active officer");
            return null;
        }

        return _book.Find(Base64Url.EncodeToString(result.Passkey.CredentialId)) is { } key
            && _book.TryUse(key, result.Passkey.SignCount, result.Passkey.IsBackedUp)
                ? officer
                : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _people.Dispose();

    private static IdentityPasskeyOptions RulesOf(PasskeyOptions options)
    {
        Uri? origin = options.Origin is { Length: > 0 } text ? new Uri(text) : null;
        return new IdentityPasskeyOptions
        {
            ServerDomain = origin?.Host,
            UserVerificationRequirement = "required",
            ResidentKeyRequirement = "required",
            AttestationConveyancePreference = "none",
            AuthenticatorTimeout = PasskeyLimits.CeremonyMax,
            ValidateOrigin = asked => ValueTask.FromResult(IsOurs(asked, origin)),
        };
    }

    // Behind a proxy we see http where the browser saw https, so that host and port are compared, and the browser's own word must be
    // https; to this very machine http will do.
    private static bool IsOurs(PasskeyOriginValidationContext asked, Uri? configured) =>
        !asked.CrossOrigin && Uri.TryCreate(asked.Origin, UriKind.Absolute, out Uri? origin)
        && (configured is not null
            ? origin.Equals(configured)
            : (origin.Scheme == Uri.UriSchemeHttps || (origin.Scheme == Uri.UriSchemeHttp && origin.IsLoopback))
                && string.Equals(origin.Authority, asked.HttpContext.Request.Host.Value, StringComparison.OrdinalIgnoreCase));

    [LoggerMessage(4776, LogLevel.Warning, "A passkey was refused at {Step}: {Reason}")]
    private partial void LogRefused(string step, string reason);

    private sealed class AsIs : ILookupNormalizer
    {
        /// <inheritdoc/>
        public string? NormalizeName(string? name) => name;

        /// <inheritdoc/>
        public string? NormalizeEmail(string? email) => email;
    }
}

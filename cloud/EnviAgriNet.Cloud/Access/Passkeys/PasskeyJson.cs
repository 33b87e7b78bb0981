using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnviAgriNet.Cloud.Access.Passkeys;

/// <summary>The generated contracts of passkeys, in snake case; an unknown field is an error. What WebAuthn defines passes as it is.</summary>
[JsonSerializable(typeof(PasskeysView))]
[JsonSerializable(typeof(PasskeyLine))]
[JsonSerializable(typeof(PasskeyStart))]
[JsonSerializable(typeof(PasskeyOrder))]
[JsonSerializable(typeof(PasskeyFault))]
internal sealed partial class PasskeyJson : JsonSerializerContext
{
    /// <summary>The contracts as they are sent.</summary>
    public static PasskeyJson Readable { get; } = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        MaxDepth = 8,
    });
}

/// <summary>An officer's passkeys.</summary>
/// <param name="Passkeys">The oldest first.</param>
/// <param name="Most">How many there may be.</param>
/// <param name="IsFresh">Whether the sign-in is so recent that one may be added or removed.</param>
internal sealed record PasskeysView(IReadOnlyList<PasskeyLine> Passkeys, int Most, bool IsFresh);

/// <summary>A passkey as the page shows one.</summary>
/// <param name="Id">Names it here.</param>
/// <param name="Name">What the officer calls it.</param>
/// <param name="IsSynced">Whether it is copied to the owner's other devices.</param>
/// <param name="AddedAt">When added.</param>
/// <param name="UsedAt">When last used.</param>
internal sealed record PasskeyLine(string Id, string Name, bool IsSynced, DateTimeOffset AddedAt, DateTimeOffset? UsedAt)
{
    /// <summary>The line of a passkey.</summary>
    public static PasskeyLine Of(Passkey key) => new(key.Id, key.Name, key.IsBackedUp, key.AddedAt, key.UsedAt);
}

/// <summary>The first half of a ceremony.</summary>
/// <param name="Ceremony">To be sent back.</param>
/// <param name="Options">For <c>navigator.credentials</c>.</param>
internal sealed record PasskeyStart(string Ceremony, JsonElement Options);

/// <summary>The second half of a ceremony.</summary>
/// <param name="Ceremony">What the first half gave.</param>
/// <param name="Credential">The browser's answer.</param>
/// <param name="Name">What a new passkey shall be called; not given at a sign-in.</param>
internal sealed record PasskeyOrder(string? Ceremony, JsonElement Credential, string? Name);

/// <summary>Why not.</summary>
/// <param name="Error">A sentence.</param>
internal sealed record PasskeyFault(string Error);

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnviAgriNet.Cloud.Access.OpenId;

/// <summary>The generated contracts of sign-in by a provider, in snake case; an unknown field is an error.</summary>
[JsonSerializable(typeof(OpenIdState))]
[JsonSerializable(typeof(OpenIdView))]
[JsonSerializable(typeof(OpenIdOrder))]
[JsonSerializable(typeof(OpenIdStart))]
internal sealed partial class OpenIdJson : JsonSerializerContext
{
    /// <summary>The contracts as they are sent.</summary>
    public static OpenIdJson Readable { get; } = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        MaxDepth = 4,
    });
}

/// <summary>What pages need to know.</summary>
/// <param name="IsOn">Whether there is a provider.</param>
/// <param name="NameTh">What it is called in Thai.</param>
/// <param name="NameEn">What it is called in English.</param>
/// <param name="LinkedAt">Since when whoever asks is linked; null for strangers and without a link.</param>
internal sealed record OpenIdView(bool IsOn, string NameTh, string NameEn, DateTimeOffset? LinkedAt);

/// <summary>A wish to begin.</summary>
/// <param name="Link">To link the officer who is signed in, rather than to sign in.</param>
internal sealed record OpenIdOrder(bool Link);

/// <summary>Where the browser has to go.</summary>
/// <param name="Address">The provider's page.</param>
internal sealed record OpenIdStart(string Address);

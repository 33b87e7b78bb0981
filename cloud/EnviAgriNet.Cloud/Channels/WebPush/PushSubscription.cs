using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnviAgriNet.Cloud.Channels.WebPush;

/// <summary>
/// Where and how a browser is reached. Whoever knows it can send to the browser, so it is personal and is kept as a number is. It
/// comes from strangers: nothing of it is used before it is checked.
/// </summary>
/// <param name="Endpoint">The push service's address for this browser; https without user name and fragment.</param>
/// <param name="Key">The browser's public key, an uncompressed point on P-256.</param>
/// <param name="Secret">The browser's authentication secret.</param>
internal sealed record PushSubscription(Uri Endpoint, byte[] Key, byte[] Secret)
{
    private const int SecretBytes = 16;

    /// <summary>Reads what a browser's <c>PushSubscription.toJSON()</c> gives; false with the reason when it is none.</summary>
    public static bool TryParse(string json, [NotNullWhen(true)] out PushSubscription? subscription, out string fault)
    {
        subscription = null;
        try
        {
            SubscriptionForm? form = json.Length > PushLimits.RequestBytesMax
                ? null
                : JsonSerializer.Deserialize(json, SubscriptionContext.Default.SubscriptionForm);
            return TryParse(form, out subscription, out fault);
        }
        catch (JsonException)
        {
            fault = "is not JSON";
            return false;
        }
    }

    /// <summary>Checks the parts of a subscription.</summary>
    public static bool TryParse(SubscriptionForm? form, [NotNullWhen(true)] out PushSubscription? subscription, out string fault)
    {
        subscription = null;
        fault = form?.Endpoint is not { Length: > 0 and <= PushLimits.EndpointLengthMax } endpoint ? "has no endpoint of at most 1000 characters"
            : !Uri.TryCreate(endpoint, UriKind.Absolute, out Uri? address) || !IsEndpoint(address) ? "has an endpoint that is not https"
            : Bytes(form.Keys?.Key) is not { } key || !IsPoint(key) ? "has no key on P-256"
            : Bytes(form.Keys?.Secret) is not { Length: SecretBytes } secret ? "has no secret of 16 bytes"
            : Take(new PushSubscription(address, key, secret), out subscription);
        return subscription is not null;
    }

    /// <summary>The one way it is written, so that the same subscription has the same hash.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        new SubscriptionForm(
            Endpoint.AbsoluteUri, new SubscriptionKeys(Base64Url.EncodeToString(Key), Base64Url.EncodeToString(Secret))),
        SubscriptionContext.Default.SubscriptionForm);

    /// <summary>The push service only: the rest is personal.</summary>
    public override string ToString() => $"{Endpoint.Scheme}://{Endpoint.Authority}/…";

    private static string Take(PushSubscription made, out PushSubscription subscription)
    {
        subscription = made;
        return string.Empty;
    }

    private static bool IsEndpoint(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length == 0 && address.Fragment.Length == 0;

    private static byte[]? Bytes(string? text)
    {
        if (text is not { Length: > 0 and <= 200 })
        {
            return null;
        }

        try
        {
            return Base64Url.DecodeFromChars(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    // A point off the curve would let its sender learn about our side of the exchange: the framework checks it at the import.
    private static bool IsPoint(byte[] key)
    {
        try
        {
            using ECDiffieHellman point = PushEncryption.Import(key);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}

/// <summary>A subscription as it travels.</summary>
internal sealed record SubscriptionForm(
    [property: JsonPropertyName("endpoint")] string? Endpoint, [property: JsonPropertyName("keys")] SubscriptionKeys? Keys);

/// <summary>Its keys, in base64url.</summary>
internal sealed record SubscriptionKeys(
    [property: JsonPropertyName("p256dh")] string? Key, [property: JsonPropertyName("auth")] string? Secret);

/// <summary>The generated contract.</summary>
[JsonSerializable(typeof(SubscriptionForm))]
internal sealed partial class SubscriptionContext : JsonSerializerContext;

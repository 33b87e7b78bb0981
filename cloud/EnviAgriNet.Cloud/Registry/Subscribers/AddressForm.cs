using System.Buffers;
using System.Text.Json;

namespace EnviAgriNet.Cloud.Registry.Subscribers;

/// <summary>
/// The normal form of an address on each channel, so that one person is found however they write it, and its masked form, which is
/// all that pages and lists show.
/// </summary>
internal static class AddressForm
{
    private const int EmailLengthMax = 254;
    private const int LocalPartLengthMax = 64;
    private const int LabelLengthMax = 63;
    private const int LineLength = 33;
    private const int PushLengthMax = 2_000;

    private static readonly SearchValues<char> LocalPart =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.!#$%&'*+/=?^_`{|}~-");

    private static readonly SearchValues<char> Label = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    /// <summary>Reads an address; false when it is none of that channel. E-mail addresses are taken as one in any case of letters.</summary>
    public static bool TryRead(string channel, string? text, out string address)
    {
        address = string.Empty;
        string? read = text is null ? null : channel switch
        {
            "sms" or "phone" => PhoneNumber.TryParse(AsciiDigits(text.Trim()), out PhoneNumber number) ? number.E164 : null,
            "email" => Email(text.Trim()),
            "line" => Line(text.Trim()),
            "push" => Push(text),
            _ => null,
        };
        address = read ?? string.Empty;
        return read is not null;
    }

    /// <summary>What may be shown of an address in its normal form.</summary>
    public static string Masked(string channel, string address) => channel switch
    {
        "sms" or "phone" => PhoneNumber.TryParse(address, out PhoneNumber number) ? number.Masked : "…",
        "email" => address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? $"{address[0]}…@…{address[address.LastIndexOf('.')..]}" : "…",
        "line" => "LINE …" + (address.Length == LineLength ? address[^4..] : string.Empty),
        "push" => "push …",
        _ => "…",
    };

    /// <summary>Thai, Lao and other decimal digits as ASCII ones; the rest as it is.</summary>
    public static string AsciiDigits(string text) =>
        text.Any(c => c > 127 && char.IsDigit(c)) ? string.Concat(text.Select(c => char.IsDigit(c) ? (char)('0' + (int)char.GetNumericValue(c)) : c)) : text;

    private static string? Email(string text)
    {
        if (text.Length is < 6 or > EmailLengthMax)
        {
            return null;
        }

        string lower = text.ToLowerInvariant();
        int at = lower.IndexOf('@', StringComparison.Ordinal);
        if (at is < 1 or > LocalPartLengthMax)
        {
            return null;
        }

        ReadOnlySpan<char> local = lower.AsSpan(0, at);
        string[] labels = lower[(at + 1)..].Split('.');
        bool isLocal = !local.ContainsAnyExcept(LocalPart)
            && local[0] != '.' && local[^1] != '.' && !local.Contains("..", StringComparison.Ordinal);
        return isLocal && labels.Length >= 2 && labels.All(IsLabel) && labels[^1].Length >= 2 && !labels[^1].All(char.IsAsciiDigit) ? lower : null;
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= LabelLengthMax && !label.AsSpan().ContainsAnyExcept(Label) && label[0] != '-' && label[^1] != '-';

    private static string? Line(string text) =>
        text.Length == LineLength && text[0] == 'U' && !text.AsSpan(1).ContainsAnyExcept(Hex) ? text : null;

    // The endpoint names the browser; the keys may be renewed with it, and are part of the address. Half a surrogate pair, in the text or
    // behind a backslash, comes as one of the other two exceptions.
    private static string? Push(string text)
    {
        if (text.Length is 0 or > PushLengthMax)
        {
            return null;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 4 });
            JsonElement root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("endpoint", out JsonElement endpoint) && endpoint.ValueKind == JsonValueKind.String
                && Uri.TryCreate(endpoint.GetString(), UriKind.Absolute, out Uri? uri) && uri.Scheme == Uri.UriSchemeHttps
                    ? text
                    : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace EnviAgriNet.Cloud.Channels.Sms;

/// <summary>Fills the templates of a gateway; what is filled in can never end the value it stands in. Pure.</summary>
internal static partial class HttpTemplate
{
    /// <summary>The content type of JSON.</summary>
    public const string Json = "application/json";

    /// <summary>The content type of a form.</summary>
    public const string Form = "application/x-www-form-urlencoded";

    private static readonly string[] Names = ["to", "text", "id", "sender", "callback", "username", "password"];
    private static readonly string[] Personal = ["to", "text"];

    /// <summary>The body of a call.</summary>
    public static string Body(HttpGatewayOptions options, IReadOnlyDictionary<string, string> values) =>
        Fill(options.Body, values, options.ContentType == Json ? EscapeJson : Uri.EscapeDataString);

    /// <summary>The value of a header.</summary>
    public static string Header(string template, IReadOnlyDictionary<string, string> values) =>
        Fill(template, values, static value => value);

    /// <summary>What is wrong with a gateway's templates.</summary>
    public static IEnumerable<string> Faults(Uri url, HttpGatewayOptions options)
    {
        if (Uri.UnescapeDataString(url.OriginalString).Contains('{', StringComparison.Ordinal))
        {
            yield return "Url takes no braces: addresses stand in logs";
        }

        foreach (string unknown in Unknown(options.Body, Names))
        {
            yield return $"Http:Body has {{{unknown}}}, which is none of {string.Join(", ", Names)}";
        }

        if (options.ContentType == Json && !IsJson(Fill(options.Body, Names.ToDictionary(n => n, _ => "x"), EscapeJson)))
        {
            yield return "Http:Body is no JSON once it is filled in";
        }

        foreach ((string name, string value) in options.Headers)
        {
            foreach (string unknown in Unknown(value, Names.Except(Personal)))
            {
                yield return $"Http:Headers:{name} has {{{unknown}}}, which may not stand in a header";
            }

            if (value.Any(char.IsControl))
            {
                yield return $"Http:Headers:{name} has a control character";
            }
        }
    }

    // One pass: a text that holds braces itself is not filled again.
    private static string Fill(string template, IReadOnlyDictionary<string, string> values, Func<string, string> escape) =>
        Placeholder().Replace(template, match => values.TryGetValue(match.Groups["name"].Value, out string? value) ? escape(value) : match.Value);

    private static IEnumerable<string> Unknown(string template, IEnumerable<string> known) =>
        Placeholder().Matches(template).Select(match => match.Groups["name"].Value).Except(known);

    private static string EscapeJson(string value) => JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();

    private static bool IsJson(string body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"\{(?<name>[a-z]+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Placeholder();
}

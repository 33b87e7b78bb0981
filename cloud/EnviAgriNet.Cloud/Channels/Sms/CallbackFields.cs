using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace EnviAgriNet.Cloud.Channels.Sms;

/// <summary>What a callback's body says, by the gateway's own field names.</summary>
/// <param name="Reference">Our id, or null.</param>
/// <param name="Id">The gateway's id, or null.</param>
/// <param name="Status">The gateway's word for the state, or null.</param>
/// <param name="Reason">Its reason, or empty.</param>
internal sealed record CallbackFields(string? Reference, string? Id, string? Status, string Reason)
{
    private static readonly Dictionary<ReceiptCode, string[]> Words = new()
    {
        [ReceiptCode.Wired] = ["accepted", "queued", "buffered", "wired"],
        [ReceiptCode.Sent] = ["sent", "submitted"],
        [ReceiptCode.Delivered] = ["delivered", "delivrd"],
        [ReceiptCode.Refused] = ["rejected", "rejectd", "refused"],
        [ReceiptCode.Expired] = ["expired"],
        [ReceiptCode.Failed] = ["failed", "undelivered", "undeliv", "errored"],
    };

    private static readonly Dictionary<string, ReceiptCode> Common = Words
        .SelectMany(entry => entry.Value.Select(word => (word, entry.Key)))
        .ToDictionary(pair => pair.word, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a body of the gateway's content type; null when it is none.</summary>
    public static CallbackFields? Read(HttpGatewayOptions options, byte[] body)
    {
        if (options.ContentType == HttpTemplate.Form)
        {
            Dictionary<string, StringValues> form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body));
            return Of(options, name => form.TryGetValue(name, out StringValues value) ? value.ToString() : null);
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            return Of(options, path => FieldPath.Find(document.RootElement, path));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The state; null for a word that is in no table.</summary>
    public ReceiptCode? Code(HttpGatewayOptions options)
    {
        if (Status is null)
        {
            return null;
        }

        if (options.Statuses.Count > 0)
        {
            string? letter = options.Statuses.FirstOrDefault(s => s.Key.Equals(Status, StringComparison.OrdinalIgnoreCase)).Value;
            return ReceiptCodes.TryParse(letter, out ReceiptCode code) ? code : null;
        }

        return Common.TryGetValue(Status, out ReceiptCode common) ? common : null;
    }

    private static CallbackFields Of(HttpGatewayOptions options, Func<string, string?> find) => new(
        Named(options.ReferenceField, find),
        Named(options.IdField, find),
        Named(options.StatusField, find),
        Named(options.ReasonField, find) ?? string.Empty);

    private static string? Named(string field, Func<string, string?> find) => field.Length == 0 ? null : find(field);
}

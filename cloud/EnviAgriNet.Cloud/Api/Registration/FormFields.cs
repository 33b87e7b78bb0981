using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace EnviAgriNet.Cloud.Api.Registration;

/// <summary>The fields of a form or of a JSON document of texts and lists of texts: what is given to registration in either form.</summary>
internal sealed class FormFields
{
    private const string FormType = "application/x-www-form-urlencoded";
    private const string JsonType = "application/json";
    private const int KeyLengthMax = 60;

    private readonly Dictionary<string, StringValues> _values;

    private FormFields(Dictionary<string, StringValues> values, bool isJson)
    {
        _values = values;
        IsJson = isJson;
    }

    /// <summary>Whether it came as JSON, and is answered so.</summary>
    public bool IsJson { get; }

    /// <summary>Whether a request says that it brings JSON.</summary>
    public static bool IsJsonRequest(HttpRequest request) => TypeOf(request) == JsonType;

    /// <summary>Reads a request; otherwise the status to refuse it with.</summary>
    public static async Task<(FormFields? FormFields, int Status)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        string type = TypeOf(request);
        if (type is not (FormType or JsonType))
        {
            return (null, StatusCodes.Status415UnsupportedMediaType);
        }

        byte[] buffer = new byte[Limits.FormBytesMax + 1];
        int length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        if (length > Limits.FormBytesMax)
        {
            return (null, StatusCodes.Status413PayloadTooLarge);
        }

        string text = Encoding.UTF8.GetString(buffer, 0, length);
        Dictionary<string, StringValues>? values = type == JsonType ? ReadJson(text) : ReadForm(text);
        return values is null ? (null, StatusCodes.Status400BadRequest) : (new FormFields(values, type == JsonType), StatusCodes.Status200OK);
    }

    /// <summary>The text of a field without surrounding blanks; empty when it is not there.</summary>
    public string One(string name) => _values.TryGetValue(name, out StringValues values) ? (values[0] ?? string.Empty).Trim() : string.Empty;

    /// <summary>All texts of a field, split at commas, semicolons and blanks, each once.</summary>
    public IReadOnlyList<string> Many(string name) => _values.TryGetValue(name, out StringValues values)
        ? [.. values.SelectMany(v => (v ?? string.Empty).Split([',', ';', ' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries)).Distinct()]
        : [];

    private static string TypeOf(HttpRequest request) => (request.ContentType ?? string.Empty).Split(';')[0].Trim().ToLowerInvariant();

    private static Dictionary<string, StringValues>? ReadForm(string text)
    {
        try
        {
            using FormReader reader = new(text)
            {
                ValueCountLimit = Limits.FormFieldsMax,
                KeyLengthLimit = KeyLengthMax,
                ValueLengthLimit = Limits.FieldLengthMax,
            };
            return reader.ReadForm();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static Dictionary<string, StringValues>? ReadJson(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 3 });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            Dictionary<string, StringValues> values = [];
            foreach (JsonProperty property in document.RootElement.EnumerateObject())
            {
                if (Texts(property.Value) is not { } texts || values.Count == Limits.FormFieldsMax || texts.Length > Limits.FormFieldsMax
                    || property.Name.Length > KeyLengthMax || texts.Any(t => t.Length > Limits.FieldLengthMax))
                {
                    return null;
                }

                values[property.Name] = texts.Length == 0 ? string.Empty : texts;
            }

            return values;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string[]? Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.True => ["yes"],
        JsonValueKind.False or JsonValueKind.Null => [],
        JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) =>
            [.. value.EnumerateArray().Select(item => item.GetString()!)],
        _ => null,
    };
}

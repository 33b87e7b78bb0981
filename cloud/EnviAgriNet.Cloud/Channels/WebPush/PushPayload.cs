using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnviAgriNet.Cloud.Channels.WebPush;

/// <summary>What the page's service worker gets to show.</summary>
internal sealed record PushPayload
{
    private const string Cut = "…";

    /// <summary>CAP identifier of the alert version.</summary>
    [JsonPropertyName("id")]
    public string Identifier { get; init; } = string.Empty;

    /// <summary>The event: a newer notification about it replaces the older one.</summary>
    [JsonPropertyName("event")]
    public string Event { get; init; } = string.Empty;

    /// <summary>The language of the texts.</summary>
    [JsonPropertyName("lang")]
    public string Language { get; init; } = "th";

    /// <summary>CAP severity.</summary>
    [JsonPropertyName("severity")]
    public string Severity { get; init; } = "Minor";

    /// <summary>Whether it is over.</summary>
    [JsonPropertyName("clear")]
    public bool IsAllClear { get; init; }

    /// <summary>The first line.</summary>
    [JsonPropertyName("title")]
    public string Title { get; init; } = string.Empty;

    /// <summary>What stands below it.</summary>
    [JsonPropertyName("body")]
    public string Body { get; init; } = string.Empty;

    /// <summary>Whether the body was cut to fit, so that the page has more.</summary>
    [JsonPropertyName("more")]
    public bool HasMore { get; init; }

    /// <summary>The page to open, on our own site.</summary>
    [JsonPropertyName("url")]
    public string Url { get; init; } = "/";

    /// <summary>After this, in milliseconds since 1970, it is not to be shown any more.</summary>
    [JsonPropertyName("expires")]
    public long ExpiresMs { get; init; }

    /// <summary>Where the service worker says that it was shown: a path of our own site, or empty.</summary>
    [JsonPropertyName("shown")]
    public string Shown { get; init; } = string.Empty;

    /// <summary>
    /// The bytes, at most so many: the body is cut between graphemes, and the cut is shown and told. Throws when the rest alone is
    /// too long, which is a fault of who wrote it.
    /// </summary>
    public byte[] Encode(int bytesMax)
    {
        byte[] whole = Bytes(this);
        if (whole.Length <= bytesMax)
        {
            return whole;
        }

        int[] ends = [0, .. GraphemeEnds(Body)];
        int fits = -1;
        for (int low = 0, high = ends.Length - 1; low <= high;)
        {
            int middle = (low + high) / 2;
            if (Bytes(CutAt(ends[middle])).Length <= bytesMax)
            {
                fits = middle;
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return fits >= 0
            ? Bytes(CutAt(ends[fits]))
            : throw new ArgumentException($"the message without its body is longer than {bytesMax} bytes", nameof(bytesMax));
    }

    private static byte[] Bytes(PushPayload payload) => JsonSerializer.SerializeToUtf8Bytes(payload, PushContext.Readable.PushPayload);

    private static IEnumerable<int> GraphemeEnds(string text)
    {
        TextElementEnumerator graphemes = StringInfo.GetTextElementEnumerator(text);
        while (graphemes.MoveNext())
        {
            yield return graphemes.ElementIndex + graphemes.GetTextElement().Length;
        }
    }

    private PushPayload CutAt(int end) => this with { Body = Body[..end].TrimEnd() + Cut, HasMore = true };
}

/// <summary>The generated contract.</summary>
[JsonSerializable(typeof(PushPayload))]
internal sealed partial class PushContext : JsonSerializerContext
{
    /// <summary>The same with Thai left as it is: escaped, it would take twice the bytes.</summary>
    public static PushContext Readable { get; } = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

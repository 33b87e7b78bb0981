using System.Net;
using System.Net.Sockets;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using EnviAgriNet.Protocol.Messages;

namespace EnviAgriNet.Edge.Downlink;

/// <summary>Orders the siren and the display over the socket of the program that drives them.</summary>
internal sealed class ActuatorClient : IDisposable
{
    private const string Withdrawn = "Cancel";

    private readonly HttpClient _http;

    public ActuatorClient(string socket, TimeSpan answerTimeMax)
    {
        SocketsHttpHandler handler = new()
        {
            ConnectCallback = async (_, cancellationToken) =>
            {
                Socket unix = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                try
                {
                    await unix.ConnectAsync(new UnixDomainSocketEndPoint(socket), cancellationToken);
                    return new NetworkStream(unix, ownsSocket: true);
                }
                catch
                {
                    unix.Dispose();
                    throw;
                }
            },
        };
        _http = new HttpClient(handler) { BaseAddress = new Uri("http://actuators/"), Timeout = answerTimeMax };
    }

    /// <summary>
    /// Shows an alert, sounds or silences the siren and plays its clip; one that is withdrawn leaves the board at once. Throws an
    /// <see cref="HttpRequestException"/> or a time-out.
    /// </summary>
    public async Task ShowAsync(AlertNotice notice, CancellationToken cancellationToken)
    {
        bool isWithdrawn = notice.Type == Withdrawn;
        await PutAsync(
            "display",
            new DisplayOrder(
                isWithdrawn ? new Dictionary<string, string>() : notice.Text,
                notice.Expires > 0 ? notice.Expires : null,
                notice.Identifier,
                notice.Version,
                EventOf(notice)),
            ActuatorContext.Default.DisplayOrder,
            cancellationToken);
        await PutAsync(
            "siren",
            new SirenOrder(notice.Siren && !isWithdrawn, notice.Identifier, notice.Version, EventOf(notice)),
            ActuatorContext.Default.SirenOrder,
            cancellationToken);
        if (notice.Voice is { } clip)
        {
            await SpeakAsync(
                new VoiceOrder(isWithdrawn ? string.Empty : clip, notice.Identifier, notice.Version, EventOf(notice)), cancellationToken);
        }
    }

    /// <summary>
    /// Silences siren and voice for an event; the board stays. It names no alert, so that it is carried out whatever was ordered
    /// before, also by a program that knows no events.
    /// </summary>
    public async Task SilenceAsync(string? eventId, CancellationToken cancellationToken)
    {
        await PutAsync("siren", new SirenOrder(false, null, 0, eventId), ActuatorContext.Default.SirenOrder, cancellationToken);
        await SpeakAsync(new VoiceOrder(string.Empty, null, 0, eventId), cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static string? EventOf(AlertNotice notice) => notice.EventId.Length > 0 ? notice.EventId : null;

    // A centre without a loudspeaker, or with an older program, has no such actuator; its siren and board count.
    private async Task SpeakAsync(VoiceOrder order, CancellationToken cancellationToken)
    {
        using HttpResponseMessage answer = await _http.PutAsJsonAsync(
            "v1/actuators/voice", order, ActuatorContext.Default.VoiceOrder, cancellationToken);
        if (answer.StatusCode != HttpStatusCode.NotFound)
        {
            answer.EnsureSuccessStatusCode();
        }
    }

    private async Task PutAsync<T>(string name, T order, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using HttpResponseMessage answer = await _http.PutAsJsonAsync($"v1/actuators/{name}", order, type, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}

/// <summary>What the display is told.</summary>
internal sealed record DisplayOrder(
    [property: JsonPropertyName("text")] IReadOnlyDictionary<string, string> Text,
    [property: JsonPropertyName("until")] double? Until,
    [property: JsonPropertyName("alert")] string Alert,
    [property: JsonPropertyName("version")] int Version,
    [property: JsonPropertyName("event")] string? Event);

/// <summary>What the siren is told.</summary>
internal sealed record SirenOrder(
    [property: JsonPropertyName("on")] bool On,
    [property: JsonPropertyName("alert")] string? Alert,
    [property: JsonPropertyName("version")] int Version,
    [property: JsonPropertyName("event")] string? Event);

/// <summary>What the voice is told.</summary>
internal sealed record VoiceOrder(
    [property: JsonPropertyName("clip")] string Clip,
    [property: JsonPropertyName("alert")] string? Alert,
    [property: JsonPropertyName("version")] int Version,
    [property: JsonPropertyName("event")] string? Event);

/// <summary>The generated contracts.</summary>
[JsonSerializable(typeof(DisplayOrder))]
[JsonSerializable(typeof(SirenOrder))]
[JsonSerializable(typeof(VoiceOrder))]
internal sealed partial class ActuatorContext : JsonSerializerContext;

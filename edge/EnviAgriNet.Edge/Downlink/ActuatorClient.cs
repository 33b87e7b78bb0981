using System.Net.Sockets;
using System.Text.Json.Serialization;
using EnviAgriNet.Protocol.Messages;

namespace EnviAgriNet.Edge.Downlink;

/// <summary>Orders the siren and the display over the socket of the program that drives them.</summary>
internal sealed class ActuatorClient : IDisposable
{
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

    /// <summary>Shows an alert, and sounds or silences the siren. Throws an <see cref="HttpRequestException"/> or a time-out.</summary>
    public async Task ShowAsync(AlertNotice notice, CancellationToken cancellationToken)
    {
        DisplayOrder display = new(notice.Text, notice.Expires > 0 ? notice.Expires : null, notice.Identifier, notice.Version);
        using (HttpResponseMessage answer = await _http.PutAsJsonAsync(
            "v1/actuators/display", display, ActuatorContext.Default.DisplayOrder, cancellationToken))
        {
            answer.EnsureSuccessStatusCode();
        }

        SirenOrder siren = new(notice.Siren, notice.Identifier, notice.Version);
        using HttpResponseMessage sounded = await _http.PutAsJsonAsync(
            "v1/actuators/siren", siren, ActuatorContext.Default.SirenOrder, cancellationToken);
        sounded.EnsureSuccessStatusCode();
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}

/// <summary>What the display is told.</summary>
internal sealed record DisplayOrder(
    [property: JsonPropertyName("text")] IReadOnlyDictionary<string, string> Text,
    [property: JsonPropertyName("until")] double? Until,
    [property: JsonPropertyName("alert")] string Alert,
    [property: JsonPropertyName("version")] int Version);

/// <summary>What the siren is told.</summary>
internal sealed record SirenOrder(
    [property: JsonPropertyName("on")] bool On,
    [property: JsonPropertyName("alert")] string Alert,
    [property: JsonPropertyName("version")] int Version);

/// <summary>The generated contracts.</summary>
[JsonSerializable(typeof(DisplayOrder))]
[JsonSerializable(typeof(SirenOrder))]
internal sealed partial class ActuatorContext : JsonSerializerContext;

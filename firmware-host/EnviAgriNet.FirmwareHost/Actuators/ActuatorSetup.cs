using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EnviAgriNet.FirmwareHost.Link;
using EnviAgriNet.FirmwareHost.Sampling;
using EnviAgriNet.FirmwareHost.Sensors;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.FirmwareHost.Actuators;

/// <summary>The program's own small HTTP interface on its Unix socket.</summary>
internal static class ActuatorSetup
{
    public const int BodyBytesMax = 64 * 1024;

    private static readonly string[] Names = [Siren.Name, Display.Name, Voice.Name];

    public static IServiceCollection AddActuators(this IServiceCollection services) => services
        .AddSingleton<ISwitch>(s => s.GetRequiredService<IOptions<SirenOptions>>().Value is { Chip: { } chip, Line: { } line } siren
            ? new GpioSwitch(chip, (uint)line, siren.ActiveLow, s.GetRequiredService<ILogger<GpioSwitch>>())
            : new VirtualSwitch())
        .AddSingleton<IClipPlayer>(s => s.GetRequiredService<IOptions<VoiceOptions>>().Value is { Folder: { } folder } voice
            ? new ClipPlayer(folder, voice.Player, voice.Device, s.GetRequiredService<ILogger<ClipPlayer>>())
            : new VirtualPlayer())
        .AddSingleton(s => new Siren(
            s.GetRequiredService<ISwitch>(), s.GetRequiredService<IOptions<SirenOptions>>().Value, s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ILogger<Siren>>()))
        .AddSingleton<Display>()
        .AddHostedService<SerialDisplay>()
        .AddSingleton<Voice>();

    /// <summary>
    /// Removes a socket file that a killed process left behind. Throws an <see cref="IOException"/> when a process still answers
    /// on it, or the file is something else.
    /// </summary>
    public static void ClearSocket(string path)
    {
        if (!File.Exists(path))
        {
            return;
        }

        if (new FileInfo(path).Length > 0)
        {
            throw new IOException($"'{path}' is in the way of the socket and is not one");
        }

        using (Socket probe = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            try
            {
                probe.Connect(new UnixDomainSocketEndPoint(path));
                throw new IOException($"another process answers on the socket '{path}'");
            }
            catch (SocketException)
            {
                // Nobody is there.
            }
        }

        File.Delete(path);
    }

    public static void MapActuators(this WebApplication app)
    {
        // Made now and not with the first order: what sounded when the program ended is silent before anything else happens.
        app.Services.GetRequiredService<Siren>();
        app.MapGet("/v1/status", (HttpContext http) => Results.Json(Status(http.RequestServices), ActuatorContext.Readable.FirmwareStatus));
        app.MapPut("/v1/actuators/{name}", PutAsync);
    }

    private static FirmwareStatus Status(IServiceProvider services)
    {
        SampleRing ring = services.GetRequiredService<SampleRing>();
        LinkCounts counts = services.GetRequiredService<LinkCounts>();
        return new FirmwareStatus
        {
            Produced = ring.Produced,
            Acknowledged = counts.Acknowledged,
            Ring = ring.Count,
            Overflowed = ring.Overflowed,
            Refused = counts.Refused,
            Finished = ring.IsDrained,
            Siren = services.GetRequiredService<Siren>().IsOn,
            Display = services.GetRequiredService<Display>().Text,
            DisplayNow = services.GetRequiredService<Display>().Now,
            Voice = services.GetRequiredService<Voice>().Clip,
            Sensors = [.. services.GetService<SensorFeed>()?.States.Select(s => s.Now()) ?? []],
        };
    }

    private static async Task<IResult> PutAsync(string name, HttpContext http)
    {
        IServiceProvider services = http.RequestServices;
        ActuatorAnswer? answer;
        string? fault;
        switch (name)
        {
            case Siren.Name:
                SirenOrder? siren = await ReadAsync(http, ActuatorContext.Readable.SirenOrder);
                fault = "the body is not a JSON object with 'on'";
                try
                {
                    answer = siren is null ? null : services.GetRequiredService<Siren>().Apply(siren, out fault);
                }
                catch (SensorException e)
                {
                    // Not refused: whoever ordered it tries again.
                    return Fault(e.Message, StatusCodes.Status503ServiceUnavailable);
                }

                break;
            case Display.Name:
                DisplayOrder? display = await ReadAsync(http, ActuatorContext.Readable.DisplayOrder);
                fault = "the body is not a JSON object with 'text'";
                answer = display is null ? null : services.GetRequiredService<Display>().Apply(display, out fault);
                break;
            case Voice.Name:
                VoiceOrder? voice = await ReadAsync(http, ActuatorContext.Readable.VoiceOrder);
                fault = "the body is not a JSON object with 'clip'";
                answer = voice is null ? null : services.GetRequiredService<Voice>().Apply(voice, out fault);
                break;
            default:
                return Fault($"there is no actuator '{(name.Length > 40 ? name[..40] : name)}'", StatusCodes.Status404NotFound);
        }

        return answer is null
            ? Fault(fault!, StatusCodes.Status400BadRequest)
            : Results.Json(answer, ActuatorContext.Readable.ActuatorAnswer);
    }

    private static IResult Fault(string error, int status) =>
        Results.Json(new ActuatorFault(error, Names), ActuatorContext.Readable.ActuatorFault, statusCode: status);

    private static async Task<T?> ReadAsync<T>(HttpContext http, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(http.Request.Body, type, http.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

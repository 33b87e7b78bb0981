using System.Text.Json;
using EnviAgriNet.Edge.Outbox;
using EnviAgriNet.Protocol.Messages;
using EnviAgriNet.Protocol.Packs;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Edge.Intake;

/// <summary>Answers sources. A yes is given only after the commit that holds the readings.</summary>
internal sealed class IntakeEndpoints(
    BatchReader reader, OutboxWriter writer, PackOutbox outbox, LatestValues latest, AcceptedListener accepted, IOptions<IntakeOptions> options)
{
    private const int HoldSeconds = 1;
    private const int NoRoomSeconds = 5;
    private const int EventBytesMax = 4096;
    private const int SensorLengthMax = 40;
    private const int ReasonLengthMax = 400;

    /// <summary><c>POST /v1/readings</c>.</summary>
    public async Task PostReadingsAsync(HttpContext http)
    {
        if (options.Value.Pace == IntakePace.Uplink && outbox.Choose(w => w.Count) > options.Value.UplinkDepthMax)
        {
            Hold(http, StatusCodes.Status429TooManyRequests, HoldSeconds);
            return;
        }

        byte[]? payload = await ReadBodyAsync(http, Limits.RequestBytesMax);
        if (payload is null)
        {
            Refusal tooLarge = new(-1, PackRule.TooLarge, string.Empty, $"allowed are {Limits.RequestBytesMax} bytes");
            await AnswerAsync(http, StatusCodes.Status413PayloadTooLarge, IntakeAnswer.Of(0, [tooLarge]));
            return;
        }

        ReadBatch read = reader.Read(payload);
        if (read.Batch is not { } batch)
        {
            await AnswerAsync(http, StatusCodes.Status400BadRequest, IntakeAnswer.Of(0, read.Refusals));
            return;
        }

        if (!writer.TrySubmit(batch, out Task committed))
        {
            Hold(http, StatusCodes.Status429TooManyRequests, HoldSeconds);
            return;
        }

        try
        {
            await committed;
        }
        catch (OutboxException)
        {
            // The writer has logged it; the source holds its readings and comes again.
            Hold(http, StatusCodes.Status503ServiceUnavailable, NoRoomSeconds);
            return;
        }

        latest.Take(batch.Readings, read.HasBoot, read.HeardAt);
        accepted(batch);
        if (read.Refusals.Count == 0)
        {
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        await AnswerAsync(http, StatusCodes.Status200OK, IntakeAnswer.Of(batch.Readings.Count, read.Refusals));
    }

    /// <summary><c>POST /v1/events</c>: what a source lost before the edge had it, and how its sensors are.</summary>
    public async Task PostEventsAsync(HttpContext http)
    {
        byte[]? body = await ReadBodyAsync(http, EventBytesMax);
        SourceEvent? told = null;
        try
        {
            told = body is null ? null : JsonSerializer.Deserialize(body, IntakeContext.Default.SourceEvent);
        }
        catch (JsonException)
        {
            // Answered below.
        }

        if (StationEventOf(told) is not { } news)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        try
        {
            outbox.Tell(news);
            http.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        catch (OutboxException)
        {
            Hold(http, StatusCodes.Status503ServiceUnavailable, NoRoomSeconds);
        }
    }

    private static StationEvent? StationEventOf(SourceEvent? told) => told switch
    {
        { Kind: "source-overflow", Readings: > 0 and <= Protocol.Limits.SequenceMax } => new StationEvent
        {
            Kind = StationEventKind.SourceOverflow,
            Readings = told.Readings,
            Reason = "a source's ring was full",
        },
        { Kind: "sensor-fault" or "sensor-well", Sensor.Length: > 0 and <= SensorLengthMax, Reason: null or { Length: <= ReasonLengthMax } } => new StationEvent
        {
            Kind = told.Kind == "sensor-fault" ? StationEventKind.SensorFault : StationEventKind.SensorWell,
            Reason = string.IsNullOrEmpty(told.Reason) ? told.Sensor : $"{told.Sensor}: {told.Reason}",
        },
        { Kind: "calibrated" } when CalibrationNotice.TryParse(told.Reason, out CalibrationNotice? notice) => new StationEvent
        {
            Kind = StationEventKind.Calibrated,
            Reason = notice.ToText(),
        },
        _ => null,
    };

    private static async Task<byte[]?> ReadBodyAsync(HttpContext http, int bytesMax)
    {
        if (http.Request.ContentLength > bytesMax)
        {
            return null;
        }

        using MemoryStream body = new((int)(http.Request.ContentLength ?? 1024));
        byte[] part = new byte[8192];
        int read;
        while ((read = await http.Request.Body.ReadAsync(part, http.RequestAborted)) > 0)
        {
            if (body.Length + read > bytesMax)
            {
                return null;
            }

            body.Write(part, 0, read);
        }

        return body.ToArray();
    }

    private static void Hold(HttpContext http, int status, int seconds)
    {
        http.Response.StatusCode = status;
        http.Response.Headers.RetryAfter = seconds.ToString();
    }

    private static Task AnswerAsync(HttpContext http, int status, IntakeAnswer answer)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(answer, IntakeContext.Default.IntakeAnswer, cancellationToken: http.RequestAborted);
    }
}

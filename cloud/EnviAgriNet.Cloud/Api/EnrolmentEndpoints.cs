using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EnviAgriNet.Cloud.Registration;
using EnviAgriNet.Cloud.Registry.Enrolment;
using EnviAgriNet.Protocol.Enrolment;

namespace EnviAgriNet.Cloud.Api;

/// <summary>Where a station's computer gets its certificate. What is wrong with a request is not told: a stranger would learn from it.</summary>
internal static partial class EnrolmentEndpoints
{
    /// <summary>Adds them.</summary>
    public static void MapEnrolment(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/enrolment", static (HttpContext context, EnrolmentBook book, ClientRates rates, ILogger<EnrolmentBook> log) =>
            AnswerAsync(context, rates, log, EnrolmentJson.Default.EnrolmentRequest, book.Enrol));
        routes.MapPost("/api/enrolment/renewal", static (HttpContext context, EnrolmentBook book, ClientRates rates, ILogger<EnrolmentBook> log) =>
            AnswerAsync(context, rates, log, EnrolmentJson.Default.RenewalRequest, book.Renew));
    }

    private static async Task<IResult> AnswerAsync<T>(
        HttpContext context, ClientRates rates, ILogger log, JsonTypeInfo<T> type, Func<T, EnrolmentAnswer?> answer)
        where T : class
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!rates.TryTakeRequest(context.Connection.RemoteIpAddress))
        {
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        }

        if (context.Request.ContentLength is null or > Protocol.Limits.EnrolmentBytesMax)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        try
        {
            if (await context.Request.ReadFromJsonAsync(type, context.RequestAborted) is { } request && answer(request) is { } given)
            {
                LogGiven(log, context.Request.Path);
                return Results.Json(given, EnrolmentJson.Default.EnrolmentAnswer);
            }
        }
        catch (JsonException)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        LogRefused(log, context.Request.Path);
        return Results.StatusCode(StatusCodes.Status403Forbidden);
    }

    [LoggerMessage(4660, LogLevel.Information, "A station has its certificate by {Path}")]
    private static partial void LogGiven(ILogger log, string path);

    [LoggerMessage(4661, LogLevel.Warning, "A request at {Path} for a certificate was refused: code, signature or certificate do not hold")]
    private static partial void LogRefused(ILogger log, string path);
}

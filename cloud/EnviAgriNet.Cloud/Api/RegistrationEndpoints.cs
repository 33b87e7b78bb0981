using System.Text.Encodings.Web;
using System.Text.Json;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Api.Registration;

namespace EnviAgriNet.Cloud.Api;

/// <summary>
/// The addresses of the registration: for people as forms, for programs with the same fields as JSON, for officers at a counter.
/// </summary>
internal static class RegistrationEndpoints
{
    private delegate RegistrationAnswer Answer(
        RegistrationAnswers answers, HttpContext context, FormFields fields, RegistrationWords words);

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly (string Path, Answer Answer)[] Forms =
    [
        ("/register", static (answers, context, fields, words) => answers.Register(context, fields, words)),
        ("/register/code", static (answers, context, fields, words) => answers.Code(context, fields, words)),
        ("/register/manage", static (answers, context, fields, words) => answers.Manage(context, fields, words)),
        ("/register/change", static (answers, context, fields, words) => answers.Change(context, fields, words)),
        ("/register/add", static (answers, context, fields, words) => answers.Add(context, fields, words)),
        ("/register/stop", static (answers, context, fields, words) => answers.Stop(context, fields, words)),
        ("/register/export", static (answers, context, fields, words) => answers.Export(context, fields, words)),
        ("/register/erase", static (answers, context, fields, words) => answers.Erase(context, fields, words)),
    ];

    /// <summary>Adds them.</summary>
    public static void MapRegistration(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/register", static (HttpContext context, RegistrationAnswers answers) =>
        {
            RegistrationWords words = RegistrationWords.Of(context.Request.Query["lang"]);
            return Result(context, answers.First(words, context.Request.Query["province"].ToString()), isJson: false);
        });
        foreach ((string path, Answer answer) in Forms)
        {
            routes.MapPost(path, (HttpContext context, RegistrationGate gate, RegistrationAnswers answers) =>
                TakeAsync(context, gate.Refusal(context), (fields, words) => answer(answers, context, fields, words)));
        }

        routes.MapPost("/api/subscribers", static (HttpContext context, RegistrationAnswers answers) => TakeAsync(
            context, null, (fields, words) => answers.Register(context, fields, words, $"officer:{context.Officer().Name}")))
            .RequireOfficer(Role.Officer);
        routes.MapPost("/api/subscribers/code", static (HttpContext context, RegistrationAnswers answers) => TakeAsync(
            context, null, answers.OfficerCode))
            .RequireOfficer(Role.Officer);
    }

    private static async Task<IResult> TakeAsync(
        HttpContext context, int? refusal, Func<FormFields, RegistrationWords, RegistrationAnswer> answer)
    {
        RegistrationWords words = RegistrationWords.Of(context.Request.Query["lang"]);
        bool isJson = FormFields.IsJsonRequest(context.Request);
        if (refusal is { } refused)
        {
            return Result(context, RegistrationAnswers.Say(refused, words, refused == 403 ? "foreign" : "many"), isJson);
        }

        (FormFields? fields, int status) = await FormFields.ReadAsync(context.Request, context.RequestAborted);
        if (fields is null)
        {
            return Result(context, RegistrationAnswers.Say(status, words, status == 413 ? "large" : "refused"), isJson);
        }

        return Result(context, answer(fields, RegistrationWords.Of(fields.One("lang") is { Length: > 0 } named ? named : words.Language)), isJson);
    }

    private static IResult Result(HttpContext context, RegistrationAnswer answer, bool isJson)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (answer.FileName is { } file)
        {
            context.Response.Headers.ContentDisposition = $"attachment; filename=\"{file}\"";
            return Json(answer);
        }

        if (isJson || answer.Page == default)
        {
            return Json(answer);
        }

        SecurityHeaders.AllowForms(context);
        return Results.Text(answer.Page.ToString(), "text/html; charset=utf-8", statusCode: answer.Status);
    }

    private static IResult Json(RegistrationAnswer answer) =>
        Results.Text(answer.Json.ToJsonString(Readable), "application/json; charset=utf-8", statusCode: answer.Status);
}

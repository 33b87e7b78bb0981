using System.Security.Cryptography;
using System.Text;
using EnviAgriNet.Cloud.Api.Help;
using EnviAgriNet.Cloud.Api.Registration;
using EnviAgriNet.Cloud.Cases;
using EnviAgriNet.Cloud.Inbox.Places;
using EnviAgriNet.Cloud.Registry.Subscribers;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Api;

/// <summary>The pages by which people call for help, complain, and see how their case stands. No call is turned away for its number.</summary>
internal static class HelpEndpoints
{
    private const int CallBytes = 16;

    /// <summary>Adds them.</summary>
    public static void MapHelp(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/help", static (HttpContext context, IOptions<CasesOptions> options) =>
        {
            HelpWords words = HelpWords.Of(context.Request.Query["lang"]);
            return Show(context, HelpPage.Form(words, HelpForm.Empty(context.Request.Query["kind"].ToString()), NewCall(), options.Value.Hotline));
        });
        routes.MapPost("/help", static (HttpContext context, CaseDesk desk, CaseKeys keys, PlaceFinder places, IOptions<CasesOptions> options) =>
            TakeAsync(context, options.Value.Hotline, (fields, words) => Open(fields, words, desk, keys, places, options.Value.Hotline)));
        routes.MapPost("/help/state", static (HttpContext context, CaseLookup lookup, IOptions<CasesOptions> options) =>
            TakeAsync(context, options.Value.Hotline, (fields, words) => StateOf(
                words, lookup.ByPhone(fields.One("number").ToUpperInvariant(), fields.One("phone")), options.Value.Hotline)));
        routes.MapGet("/help/{number}", static (HttpContext context, string number, CaseLookup lookup, IOptions<CasesOptions> options) =>
        {
            HelpWords words = HelpWords.Of(context.Request.Query["lang"]);
            (Markup page, int status) = StateOf(words, lookup.ByKey(number, context.Request.Query["key"]), options.Value.Hotline);
            return Show(context, page, status);
        });
    }

    private static (Markup Page, int Status) StateOf(HelpWords words, CaseLine? file, string hotline) => file is null
        ? (HelpPage.NoState(words), StatusCodes.Status404NotFound)
        : (HelpPage.State(words, file, hotline), StatusCodes.Status200OK);

    private static async Task<IResult> TakeAsync(
        HttpContext context, string hotline, Func<FormFields, HelpWords, (Markup Page, int Status)> answer)
    {
        HelpWords words = HelpWords.Of(context.Request.Query["lang"]);

        // Somebody else's page must not make its readers call for help.
        if (context.Request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site")
        {
            return Show(context, HelpPage.Refused(words, hotline), StatusCodes.Status403Forbidden);
        }

        (FormFields? fields, int status) = await FormFields.ReadAsync(context.Request, context.RequestAborted);
        if (fields is null)
        {
            return Show(context, HelpPage.Refused(words, hotline), status);
        }

        (Markup page, int done) = answer(fields, HelpWords.Of(fields.One("lang")));
        return Show(context, page, done);
    }

    private static (Markup Page, int Status) Open(
        FormFields fields, HelpWords words, CaseDesk desk, CaseKeys keys, PlaceFinder places, string hotline)
    {
        HelpForm form = HelpForm.Read(fields);
        if (form.Faults.Count > 0)
        {
            return (HelpPage.Form(words, form, NewCall(), hotline), StatusCodes.Status400BadRequest);
        }

        PhoneNumber? phone = PhoneNumber.TryParse(form.Phone, out PhoneNumber number) ? number : null;
        NamedPlace? place = places.Find(form.Where.Length > 0 ? form.Where : form.Text).Place;
        NewCase call = new(
            form.Kind, "web", OriginOf(fields.One("call"), form), null, IsProven: false, words.Language,
            new CaseDetails(form.Words, form.Latitude, form.Longitude))
        {
            Region = place?.Region,
            PlaceName = place?.NameTh,
            People = form.People,
            Needs = form.Needs,
        };
        CaseOpened opened = desk.Open(call, phone);

        // Whose phone it is has not been shown: the number of a case opened before goes to that phone alone.
        string? told = opened.IsMerged ? null : opened.File.Number;
        return (
            HelpPage.Taken(words, told, $"/help/{told}?key={(told is null ? string.Empty : keys.KeyOf(told))}&lang={words.Language}", hotline),
            StatusCodes.Status200OK);
    }

    // The same form sent twice is one call; the same page with other words is another one.
    private static string OriginOf(string call, HelpForm form)
    {
        string name = call.Length == CallBytes * 2 && call.All(char.IsAsciiHexDigitLower) ? call : NewCall();
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(
            $"{form.Kind}|{form.Words}|{form.People}|{string.Join(' ', form.Needs)}|{form.Phone}"));
        return $"web:{name}:{Convert.ToHexStringLower(hash.AsSpan(0, CallBytes))}";
    }

    private static string NewCall() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(CallBytes));

    private static IResult Show(HttpContext context, Markup page, int status = StatusCodes.Status200OK)
    {
        context.Response.Headers.CacheControl = "no-store";
        SecurityHeaders.AllowForms(context);
        return Results.Text(page.ToString(), "text/html; charset=utf-8", statusCode: status);
    }
}

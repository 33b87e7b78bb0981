using System.Security.Cryptography;
using System.Text;
using EnviAgriNet.Edge.Downlink;
using EnviAgriNet.Edge.Intake;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Edge.Status;

/// <summary>
/// The button by which a person at the centre says that they have seen an alert. The page carries a token that no other page knows,
/// so that only its own button counts.
/// </summary>
internal sealed class AcknowledgeForm(AlertDesk alerts, StatusReporter reporter, IOptions<StatusOptions> options)
{
    /// <summary>Where the form goes.</summary>
    public const string Path = "/acknowledge";

    /// <summary>The token of this run of the program.</summary>
    public string Token { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Who may press it.</summary>
    public IReadOnlyList<string> Operators { get; } = options.Value.Operators.Split(' ');

    /// <summary>Takes the form, and shows the page again.</summary>
    public async Task PostAsync(HttpContext http)
    {
        if (Doors.DoorOf(http) == Door.Lan || !http.Request.HasFormContentType || http.Request.ContentLength is null or > Limits.FormBytesMax)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        IFormCollection form;
        try
        {
            form = await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        string by = form["by"].ToString();
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(form["token"].ToString()), Encoding.ASCII.GetBytes(Token))
            || !Operators.Contains(by))
        {
            // The program was started anew since the page was loaded: a screen without keyboard must not end at an empty page.
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            await WritePageAsync(http, StatusPage.Render(reporter.Report(), this, ("ยังไม่ได้รับการกด กดอีกครั้ง", "The press was not taken: press once more")));
            return;
        }

        // An alert that is gone or was acknowledged by another is no fault of who pressed: the page shows how it is.
        alerts.Acknowledge(form["alert"].ToString(), by);
        http.Response.Redirect("/");
    }

    /// <summary>Answers with a page.</summary>
    public static Task WritePageAsync(HttpContext http, string page)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.ContentSecurityPolicy = StatusPage.Policy;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsync(page, http.RequestAborted);
    }
}

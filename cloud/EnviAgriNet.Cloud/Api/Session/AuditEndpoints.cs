using System.Globalization;
using System.Text;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Registry.Audit;

namespace EnviAgriNet.Cloud.Api.Session;

/// <summary>
/// The audit log, for auditors of the whole country: its entries are not told apart by region. A check reads the whole log, so that one
/// runs at a time.
/// </summary>
internal static class AuditEndpoints
{
    private const int PageMax = 200;
    private const int FileMax = 10_000;
    private const int TextMax = 100;

    private const string WholeCountry = "the audit log is for auditors of the whole country";

    private static readonly SemaphoreSlim Checking = new(1);

    /// <summary>Adds the addresses.</summary>
    public static void MapAudit(this WebApplication app)
    {
        app.MapGet("/api/audit", static (HttpContext context, AuditBook book) => Answer(context, filter =>
        {
            IReadOnlyList<AuditLine> found = book.Search(filter, PageMax + 1);
            return Results.Json(new AuditView([.. found.Take(PageMax).Select(View)], found.Count > PageMax), SessionJson.Readable.AuditView);
        })).RequireOfficer(Role.Auditor);
        app.MapGet("/api/audit.csv", static (HttpContext context, AuditBook book) => Answer(context, filter =>
        {
            StringBuilder text = new("number,at,actor,action,subject,detail,hash\r\n");
            foreach (AuditLine line in book.Search(filter, FileMax))
            {
                text.AppendJoin(',', [
                    line.Number.ToString(CultureInfo.InvariantCulture), line.At.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
                    Cell(line.Entry.Actor), Cell(line.Entry.Action), Cell(line.Entry.Subject), Cell(line.Entry.Detail),
                    Convert.ToHexStringLower(line.Hash)]).Append("\r\n");
            }

            book.Append(new AuditEntry(context.Officer().Name, "audit.exported", "audit log", context.Request.QueryString.Value ?? string.Empty));
            return Results.File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(text.ToString())).ToArray(), "text/csv; charset=utf-8", "audit.csv");
        })).RequireOfficer(Role.Auditor);
        app.MapPost("/api/audit/verify", VerifyAsync).RequireOfficer(Role.Auditor);
    }

    private static IResult Answer(HttpContext context, Func<AuditFilter, IResult> act)
    {
        if (context.Officer().Regions.Count > 0)
        {
            return SessionJson.Fault(StatusCodes.Status403Forbidden, WholeCountry).Coded("whole-country");
        }

        (AuditFilter? filter, string? fault) = Filter(context.Request.Query);
        return filter is null ? SessionJson.Fault(StatusCodes.Status400BadRequest, fault!) : act(filter);
    }

    private static (AuditFilter? Filter, string? Fault) Filter(IQueryCollection query)
    {
        string? Text(string name) => query[name].ToString() is { Length: > 0 } text ? text : null;
        if (new[] { "actor", "action", "subject" }.FirstOrDefault(n => Text(n)?.Length > TextMax) is { } tooLong)
        {
            return (null, $"{tooLong} has at most {TextMax} characters");
        }

        long? before = null;
        if (Text("before") is { } number)
        {
            if (!long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out long read))
            {
                return (null, "before is the number of an entry");
            }

            before = read;
        }

        DateTimeOffset?[] times = [null, null];
        foreach ((string name, int i) in (ReadOnlySpan<(string, int)>)[("from", 0), ("to", 1)])
        {
            if (Text(name) is not { } text)
            {
                continue;
            }

            if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time))
            {
                return (null, $"{name} is a time as 2026-03-01T00:00:00Z");
            }

            times[i] = time;
        }

        return (new AuditFilter(before, times[0], times[1], Text("actor"), Text("action"), Text("subject")), null);
    }

    private static async Task<IResult> VerifyAsync(HttpContext context, AuditBook book)
    {
        if (context.Officer().Regions.Count > 0)
        {
            return SessionJson.Fault(StatusCodes.Status403Forbidden, WholeCountry).Coded("whole-country");
        }

        string kept = (await SessionJson.ReadAsync(context, SessionJson.Readable.AuditCheckOrder))?.Head?.Trim() ?? string.Empty;
        AuditHead? pinned = null;
        if (kept.Length > 0 && !AuditHead.TryParse(kept, out pinned))
        {
            return SessionJson.Fault(StatusCodes.Status400BadRequest, "head is NUMBER:HASH as an earlier check showed it");
        }

        if (!await Checking.WaitAsync(TimeSpan.Zero))
        {
            return SessionJson.Fault(StatusCodes.Status429TooManyRequests, "somebody else checks at the moment").Coded("checking");
        }

        try
        {
            AuditCheck check = book.Verify(pinned);
            book.Append(new AuditEntry(
                context.Officer().Name, "audit.verified", "audit log",
                check.Fault is { } fault ? $"entry {fault.Number} {fault.What}" : $"{check.Head.Number} entries in order"));
            return Results.Json(
                new AuditCheckView(check.Fault is null, check.Head.Number, check.Head.ToString(), check.Fault?.Number, check.Fault?.What),
                SessionJson.Readable.AuditCheckView);
        }
        finally
        {
            Checking.Release();
        }
    }

    private static AuditViewLine View(AuditLine line) =>
        new(line.Number, line.At, line.Entry.Actor, line.Entry.Action, line.Entry.Subject, line.Entry.Detail);

    // A cell that begins like a formula is one to a spreadsheet; an apostrophe before it makes it a text.
    private static string Cell(string text)
    {
        string safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' ? "'" + text : text;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}

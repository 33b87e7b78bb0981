using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Access.Sessions;
using EnviAgriNet.Cloud.Access.SignIn;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Api.Session;

/// <summary>Who the officers are and what each may do, for admins.</summary>
internal static class OfficerBookEndpoints
{
    private const int RegionsMax = 200;
    private const int ReasonLengthMax = 500;

    /// <summary>Adds the addresses.</summary>
    public static void MapOfficerBook(this WebApplication app)
    {
        app.MapGet("/api/officers", static (HttpContext context, OfficerBook book, SessionBook sessions) =>
        {
            IReadOnlySet<string> withPassword = book.WithPassword();
            IPasskeyCount? passkeys = context.RequestServices.GetService<IPasskeyCount>();
            IReadOnlyList<OfficerEntry> all = [.. book.All().Select(line => Entry(line, withPassword, passkeys, sessions))];
            return Results.Json(all, SessionJson.Readable.IReadOnlyListOfficerEntry);
        }).RequireOfficer(Role.Admin);
        app.MapPost("/api/officers", static (HttpContext context, OfficerBook book) =>
            RightsAsync(context, null, book.Add)).RequireOfficer(Role.Admin);
        app.MapPut("/api/officers/{name}", static (HttpContext context, OfficerBook book, string name) =>
            RightsAsync(context, name, book.SetRights)).RequireOfficer(Role.Admin);
        app.MapPost("/api/officers/{name}/invitation", static (HttpContext context, InvitationDesk desk, string name) =>
        {
            (string? secret, DateTimeOffset until, string? refusal) = desk.Make(name, context.Officer().Name);
            return secret is null
                ? SessionJson.Fault(StatusCodes.Status409Conflict, refusal!)
                : Results.Json(new InvitationView(InvitationDesk.PathOf(secret), until), SessionJson.Readable.InvitationView);
        }).RequireOfficer(Role.Admin);
        app.MapPost("/api/officers/{name}/disable", DisableAsync).RequireOfficer(Role.Admin);
        app.MapDelete("/api/officers/{name}/sessions", static (HttpContext context, OfficerBook book, SessionBook sessions, string name) =>
        {
            string by = context.Officer().Name;
            if (book.RefusalOf(name, by) is { } refusal)
            {
                return SessionJson.Fault(StatusCodes.Status409Conflict, refusal);
            }

            sessions.EndOthers(name, null, by, "by an admin");
            return Results.NoContent();
        }).RequireOfficer(Role.Admin);
    }

    private static OfficerEntry Entry(OfficerLine line, IReadOnlySet<string> withPassword, IPasskeyCount? passkeys, SessionBook sessions)
    {
        OfficerView view = OfficerView.Of(line.Officer);
        return new OfficerEntry(
            view.Name, view.Roles, view.Regions, line.IsActive, line.AddedAt, withPassword.Contains(view.Name), passkeys?.Of(view.Name) ?? 0,
            line.TokenAt is not null, line.Recipient is not null, line.IsActive ? sessions.All(line.Officer).Count : 0);
    }

    private static async Task<IResult> RightsAsync(HttpContext context, string? name, Func<Officer, string, string?> act)
    {
        if (await SessionJson.ReadAsync(context, SessionJson.Readable.RightsOrder) is not { } order)
        {
            return SessionJson.Fault(StatusCodes.Status400BadRequest, "the body is not name, roles and regions as JSON");
        }

        (Officer? officer, string? fault) = Read(name ?? order.Name ?? string.Empty, order);
        return officer is null ? SessionJson.Fault(StatusCodes.Status400BadRequest, fault!)
            : act(officer, context.Officer().Name) is { } refusal
                ? SessionJson.Fault(StatusCodes.Status409Conflict, refusal)
                : Results.Json(OfficerView.Of(officer), SessionJson.Readable.OfficerView);
    }

    private static (Officer? Officer, string? Fault) Read(string name, RightsOrder order)
    {
        if (!Officer.IsName(name))
        {
            return (null, $"name '{name}' is not {Officer.NameLengthMin} to {Officer.NameLengthMax} characters of a-z, 0-9, '.' and '-'");
        }

        HashSet<Role> roles = [];
        foreach (string text in order.Roles ?? [])
        {
            if (!Enum.TryParse(text, ignoreCase: true, out Role role) || !string.Equals(role.ToString(), text, StringComparison.OrdinalIgnoreCase))
            {
                return (null, $"roles: '{text}' is not viewer, centre, officer, releaser, admin or auditor");
            }

            roles.Add(role);
        }

        IReadOnlyList<string> regions = order.Regions ?? [];
        return roles.Count == 0 ? (null, "roles: at least one")
            : regions.Count > RegionsMax ? (null, $"regions: at most {RegionsMax}")
            : regions.FirstOrDefault(r => !RegionId.TryParse(r, out _)) is { } wrong ? (null, $"regions: '{wrong}' is not a code of 2, 4 or 6 digits")
            : (new Officer(name, roles) { Regions = [.. regions.Select(RegionId.Parse).Distinct()] }, null);
    }

    private static async Task<IResult> DisableAsync(HttpContext context, OfficerBook book, string name)
    {
        if ((await SessionJson.ReadAsync(context, SessionJson.Readable.DisableOrder))?.Reason?.Trim() is not { Length: > 0 and <= ReasonLengthMax } reason
            || reason.Any(char.IsControl))
        {
            return SessionJson.Fault(StatusCodes.Status400BadRequest, $"reason has 1 to {ReasonLengthMax} characters on one line");
        }

        return book.Disable(name, context.Officer().Name, reason) is { } refusal
            ? SessionJson.Fault(StatusCodes.Status409Conflict, refusal)
            : Results.NoContent();
    }
}

using System.CommandLine;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Commands.Quality;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands;

/// <summary>
/// <c>officer</c>: who works with the cloud and what each may do. Whoever has the machine's shell registers the first admin; after
/// that an admin is needed. Works beside a running cloud, which heeds it at once.
/// </summary>
internal static class OfficerCommand
{
    /// <summary>Adds the commands.</summary>
    public static void AddTo(RootCommand root, IConsole console)
    {
        Command officer = new("officer", "the people who work with the cloud, and what each may do");
        officer.Subcommands.Add(Add(console));
        officer.Subcommands.Add(List(console));
        officer.Subcommands.Add(Rights(console));
        officer.Subcommands.Add(OfficerInviteCommand.Of(console));
        officer.Subcommands.Add(Token(console));
        officer.Subcommands.Add(Phone(console));
        officer.Subcommands.Add(Disable(console));
        root.Subcommands.Add(officer);
    }

    private static Command Add(IConsole console)
    {
        Command add = new("add", "register an officer; the first one must be an admin and needs no --by");
        Argument<string> name = Name();
        Option<string[]> roles = RolesOption();
        Option<string[]> regions = RegionsOption();
        Option<string?> by = new("--by") { Description = "which admin does it", HelpName = "NAME" };
        add.Arguments.Add(name);
        add.Options.Add(roles);
        add.Options.Add(by);
        add.Options.Add(regions);
        add.OnBook(console, (call, book) =>
        {
            Officer officer = ReadOfficer(call, name, roles, regions);
            return Say(console, book.Add(officer, call.GetValue(by)), $"{officer.Name} is registered: {RightsOf(officer)}");
        });
        return add;
    }

    private static Command Rights(IConsole console)
    {
        Command rights = new("rights", "put what an officer may do, and where, in place of what was; it holds at once");
        Argument<string> name = Name();
        Option<string[]> roles = RolesOption();
        Option<string[]> regions = RegionsOption();
        Option<string> by = By();
        rights.Arguments.Add(name);
        rights.Options.Add(roles);
        rights.Options.Add(regions);
        rights.Options.Add(by);
        rights.OnBook(console, (call, book) =>
        {
            Officer officer = ReadOfficer(call, name, roles, regions);
            return Say(console, book.SetRights(officer, call.GetRequiredValue(by)), $"{officer.Name} may: {RightsOf(officer)}");
        });
        return rights;
    }

    private static Command List(IConsole console)
    {
        Command list = new("list", "print the officers, one a line");
        Option<bool> json = CloudCall.JsonOption();
        list.Options.Add(json);
        list.OnBook(console, (call, book) =>
        {
            IReadOnlyList<OfficerLine> all = book.All();
            if (call.GetValue(json))
            {
                console.Line(new JsonArray([.. all.Select(o => (JsonNode)Json(o))]).ToJsonString());
                return ExitCodes.Ok;
            }

            foreach (OfficerLine line in all)
            {
                console.Line(
                    $"{line.Officer.Name}\t{RightsOf(line.Officer)}\t{(line.IsActive ? "active" : "disabled")}\t"
                    + $"{(line.TokenAt is { } at ? $"token of {at:yyyy-MM-dd}" : "no token")}\t{(line.Recipient is null ? "no number" : "has a number")}");
            }

            return ExitCodes.Ok;
        });
        return list;
    }

    private static Command Token(IConsole console)
    {
        Command token = new("token", "make an officer's token in place of the one before, and print it; it cannot be shown again");
        Argument<string> name = Name();
        Option<string> by = By();
        token.Arguments.Add(name);
        token.Options.Add(by);
        token.OnBook(console, (call, book) =>
        {
            (string? made, string? refusal) = book.NewToken(call.GetRequiredValue(name), call.GetRequiredValue(by));
            return Say(console, refusal, made);
        });
        return token;
    }

    private static Command Phone(IConsole console)
    {
        Command phone = new("phone", "register the mobile number at which an officer is called when a warning waits; it is stored encrypted");
        Argument<string> name = Name();
        Argument<string> number = new("NUMBER") { Description = "a Thai mobile number, such as 0812345678" };
        Option<string> by = By();
        phone.Arguments.Add(name);
        phone.Arguments.Add(number);
        phone.Options.Add(by);
        phone.OnBook(console, (call, book) =>
        {
            PhoneNumber parsed = PhoneNumber.TryParse(call.GetRequiredValue(number), out PhoneNumber read)
                ? read
                : throw new FormatException("NUMBER is not a Thai mobile number, such as 0812345678");
            return Say(
                console, book.SetPhone(call.GetRequiredValue(name), parsed, call.GetRequiredValue(by)),
                $"{call.GetRequiredValue(name)} is called at {parsed.Masked}");
        });
        return phone;
    }

    private static Command Disable(IConsole console)
    {
        Command disable = new("disable", "take an officer's rights, token and number away for good; the name stays in the audit log");
        Argument<string> name = Name();
        Option<string> by = By();
        Option<string> reason = QualityArguments.Reason();
        disable.Arguments.Add(name);
        disable.Options.Add(by);
        disable.Options.Add(reason);
        disable.OnBook(console, (call, book) =>
        {
            string who = call.GetRequiredValue(name);
            return Say(
                console, book.Disable(who, call.GetRequiredValue(by), QualityArguments.ReadReason(call.GetRequiredValue(reason))),
                $"{who} is disabled");
        });
        return disable;
    }

    private static void OnBook(this Command command, IConsole console, Func<ParseResult, OfficerBook, int> act) =>
        command.Act(console, async (call, configuration, _) =>
        {
            await using ServiceProvider registry = CloudCall.Registry(configuration);
            return act(call, registry.GetRequiredService<OfficerBook>());
        });

    private static int Say(IConsole console, string? refusal, string? done)
    {
        if (refusal is not null)
        {
            console.Error(refusal);
            return ExitCodes.Failed;
        }

        console.Line(done ?? string.Empty);
        return ExitCodes.Ok;
    }

    private static Option<string[]> RolesOption() => new("--role")
    {
        Description = "viewer sees, centre answers calls for help, officer prepares, releaser releases, admin registers officers, auditor reads the audit log; may be given several times",
        HelpName = "viewer|centre|officer|releaser|admin|auditor",
        Required = true,
    };

    private static Option<string[]> RegionsOption() => new("--region")
    {
        Description = "where that holds: a code of 2, 4 or 6 digits; may be given several times; the whole country without",
        HelpName = "CODE",
    };

    private static Officer ReadOfficer(ParseResult call, Argument<string> name, Option<string[]> roles, Option<string[]> regions) =>
        new(ReadName(call.GetRequiredValue(name)), call.GetRequiredValue(roles).Select(ReadRole).ToHashSet())
        {
            Regions = [.. (call.GetValue(regions) ?? []).Select(RegionId.Parse).Distinct()],
        };

    private static string RightsOf(Officer officer) => string.Join(' ', officer.Roles.Order()).ToLowerInvariant()
        + (officer.Regions.Count == 0 ? string.Empty : $" in {string.Join(' ', officer.Regions)}");

    private static Argument<string> Name() => new("NAME") { Description = "the officer" };

    private static Option<string> By() => new("--by") { Description = "which admin does it", HelpName = "NAME", Required = true };

    private static string ReadName(string text) => Officer.IsName(text)
        ? text
        : throw new FormatException($"'{text}' is not {Officer.NameLengthMin} to {Officer.NameLengthMax} characters of a-z, 0-9, '.' and '-'");

    private static Role ReadRole(string text) => Enum.TryParse(text, ignoreCase: true, out Role role) && Enum.IsDefined(role) && !char.IsAsciiDigit(text[0])
        ? role
        : throw new FormatException($"--role '{text}' is not viewer, centre, officer, releaser, admin or auditor");


    private static JsonObject Json(OfficerLine line) => new()
    {
        ["name"] = line.Officer.Name,
        ["roles"] = new JsonArray([.. line.Officer.Roles.Order().Select(r => (JsonNode)r.ToString().ToLowerInvariant())]),
        ["regions"] = new JsonArray([.. line.Officer.Regions.Select(r => (JsonNode)r.Code)]),
        ["active"] = line.IsActive,
        ["added_at"] = line.AddedAt,
        ["token_at"] = line.TokenAt,
        ["has_number"] = line.Recipient is not null,
    };
}

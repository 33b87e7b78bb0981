using System.CommandLine;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Commands.Quality;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Enrolment;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands;

/// <summary><c>station add</c>, <c>station certificates</c> and <c>station revoke</c>. They work beside a running cloud, which heeds them at once.</summary>
internal static class StationEnrolCommand
{
    /// <summary>Adds the commands.</summary>
    public static void AddTo(Command station, IConsole console)
    {
        station.Subcommands.Add(Add(console));
        station.Subcommands.Add(Certificates(console));
        station.Subcommands.Add(Revoke(console));
    }

    private static Command Add(IConsole console)
    {
        Command add = new("add", "register a station if it is new, and print the one-time code for its computer; the code cannot be shown again");
        Argument<string> id = Id();
        Option<string?> region = new("--region") { Description = "code of the place, 2, 4 or 6 digits; needed for a new station", HelpName = "CODE" };
        Option<string?> thai = new("--name-th") { Description = "its name in Thai; needed for a new station", HelpName = "NAME" };
        Option<string?> english = new("--name-en") { Description = "its name in English; needed for a new station", HelpName = "NAME" };
        Option<string> by = By();
        add.Arguments.Add(id);
        foreach (Option option in (Option[])[region, thai, english, by])
        {
            add.Options.Add(option);
        }

        add.OnBook(console, by, (call, services) =>
        {
            StationId station = ReadId(call.GetRequiredValue(id));
            StationBook book = services.GetRequiredService<StationBook>();
            if (book.Find(station) is null)
            {
                string csv = string.Join(',', StationBook.Columns) + "\n" + string.Join(
                    ',', station.Value, Needed(call, region), Quoted(Needed(call, thai)), Quoted(Needed(call, english)), ",,,") + "\n";
                ImportReport report = book.Import(new StringReader(csv));
                if (book.Find(station) is null)
                {
                    throw new FormatException(string.Join('\n', report.Faults.Select(f => $"--{f.Column.Replace('_', '-')} {f.Reason}")));
                }
            }

            (string code, DateTimeOffset until) = services.GetRequiredService<EnrolmentBook>().MakeCode(station, call.GetRequiredValue(by));
            console.Line(code);
            console.Error($"Good once, until {until:yyyy-MM-dd HH:mm} UTC, for station {station} alone.");
            return ExitCodes.Ok;
        });
        return add;
    }

    private static Command Certificates(IConsole console)
    {
        Command list = new("certificates", "print the certificates of a station, the newest first, one a line");
        Argument<string> id = Id();
        list.Arguments.Add(id);
        list.Act(console, async (call, configuration, _) =>
        {
            await using ServiceProvider registry = CloudCall.Registry(configuration);
            DateTimeOffset now = registry.GetRequiredService<TimeProvider>().GetUtcNow();
            foreach (StationCertificate held in registry.GetRequiredService<EnrolmentBook>().Of(ReadId(call.GetRequiredValue(id))))
            {
                string state = held.RevokedAt is { } at ? $"revoked {at:yyyy-MM-dd HH:mm}" : held.IsGood(now) ? "good" : "ended";
                console.Line($"{held.Serial}\t{state}\tfrom {held.IssuedAt:yyyy-MM-dd HH:mm}\tuntil {held.ExpiresAt:yyyy-MM-dd}");
            }

            return ExitCodes.Ok;
        });
        return list;
    }

    private static Command Revoke(IConsole console)
    {
        Command revoke = new("revoke", "withdraw a station's certificates and its code, and write the broker's list; the broker heeds it when it starts again");
        Argument<string> id = Id();
        Option<string> by = By();
        Option<string> reason = QualityArguments.Reason();
        revoke.Arguments.Add(id);
        revoke.Options.Add(by);
        revoke.Options.Add(reason);
        revoke.OnBook(console, by, (call, services) =>
        {
            StationId station = ReadId(call.GetRequiredValue(id));
            int count = services.GetRequiredService<EnrolmentBook>().Revoke(
                station, call.GetRequiredValue(by), QualityArguments.ReadReason(call.GetRequiredValue(reason)));
            console.Line($"station {station}: {count} certificates withdrawn; the list is {services.GetRequiredService<StationAuthority>().Folder}/ca.crl");
            return ExitCodes.Ok;
        });
        return revoke;
    }

    private static void OnBook(this Command command, IConsole console, Option<string> by, Func<ParseResult, ServiceProvider, int> act) =>
        command.Act(console, async (call, configuration, _) =>
        {
            await using ServiceProvider registry = CloudCall.Registry(configuration);
            if (registry.GetRequiredService<OfficerBook>().Find(call.GetRequiredValue(by), Role.Admin).Refusal is { } refusal)
            {
                console.Error(refusal);
                return ExitCodes.Failed;
            }

            return act(call, registry);
        });

    private static string Needed(ParseResult call, Option<string?> option) =>
        call.GetValue(option) is { Length: > 0 } given ? given : throw new FormatException($"{option.Name} is needed for a new station");

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static StationId ReadId(string text) => StationId.TryParse(text, out StationId id)
        ? id
        : throw new FormatException($"ID '{text}' is not {StationId.LengthMin} to {StationId.LengthMax} characters of a-z, 0-9 and '-'");

    private static Argument<string> Id() => new("ID") { Description = "the station's id" };

    private static Option<string> By() => new("--by") { Description = "which admin does it", HelpName = "NAME", Required = true };
}

using System.CommandLine;
using System.Text.Json;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Alerts.Release;
using EnviAgriNet.Cloud.Commands.Quality;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Core.Messages;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands;

/// <summary>
/// <c>alert waiting</c> and what officers order: each works beside a running cloud, which acts on it within a second, and is written
/// into the audit log under the name of a registered officer.
/// </summary>
internal static class ReleaseCommands
{
    /// <summary>Adds the commands.</summary>
    public static void AddTo(Command alert, IConsole console)
    {
        alert.Subcommands.Add(Waiting(console));
        alert.Subcommands.Add(Release(console));
        alert.Subcommands.Add(Drop(console));
        alert.Subcommands.Add(Edit(console));
        alert.Subcommands.Add(End(console, "cancel", "take back a warning that was wrong; whoever was told of it hears so", (r, n, w, o, why) => r.Cancel(n, w, o, why)));
        alert.Subcommands.Add(End(console, "all-clear", "say that what an officer warned of is over", (r, n, w, o, why) => r.AllClear(n, w, o, why)));
        alert.Subcommands.Add(Extend(console));
        alert.Subcommands.Add(Compose(console));
    }

    private static Command Waiting(IConsole console)
    {
        Command waiting = new("waiting", "print what waits for a person, those first whose time ends first");
        Option<bool> json = CloudCall.JsonOption();
        waiting.Options.Add(json);
        waiting.Act(console, async (call, configuration, _) =>
        {
            await using ServiceProvider services = CloudCall.Registry(configuration);
            (IReadOnlyList<HeldAlert> held, DateTimeOffset now) = services.GetRequiredService<ReleaseDesk>().Waiting();
            if (call.GetValue(json))
            {
                console.Line(JsonSerializer.Serialize(HeldLine.Of(held, now), AlertLineJson.Readable.IReadOnlyListHeldLine));
                return ExitCodes.Ok;
            }

            foreach (HeldLine line in HeldLine.Of(held, now))
            {
                console.Line(
                    $"{line.Number,5} {line.State,-7} {line.SecondsLeft / 60,5} min left, then {line.Then}, {line.Approvals.Count} of {line.Persons}: "
                    + $"{line.Severity} {line.Event} {line.Headline.GetValueOrDefault(Languages.English)}");
            }

            return ExitCodes.Ok;
        });
        return waiting;
    }

    private static Command Release(IConsole console)
    {
        Command release = new("release", "say yes to a warning that waits; it goes out when as many persons as are needed did");
        Argument<long> number = Number();
        Option<string?> reason = new("--reason") { Description = "why, for the audit log", HelpName = "TEXT" };
        release.Arguments.Add(number);
        release.Options.Add(reason);
        return release.OnDesk(console, (call, services, by) => services.GetRequiredService<ReleaseDesk>().Release(
            call.GetRequiredValue(number), by, call.GetValue(reason) is { } why ? QualityArguments.ReadReason(why) : null));
    }

    private static Command Drop(IConsole console)
    {
        Command drop = new("drop", "drop a warning that waits");
        Argument<long> number = Number();
        Option<string> reason = QualityArguments.Reason();
        drop.Arguments.Add(number);
        drop.Options.Add(reason);
        return drop.OnDesk(console, (call, services, by) => services.GetRequiredService<ReleaseDesk>().Drop(
            call.GetRequiredValue(number), by, QualityArguments.ReadReason(call.GetRequiredValue(reason))));
    }

    private static Command Edit(IConsole console)
    {
        Command edit = new("edit", "word a warning anew: in place while it waits, by an update to everybody after it went out");
        edit.Aliases.Add("update");
        Argument<long> number = Number();
        Option<string?> level = Level();
        WordingOptions words = new();
        Option<string> reason = QualityArguments.Reason();
        edit.Arguments.Add(number);
        edit.Options.Add(level);
        words.AddTo(edit);
        edit.Options.Add(reason);
        return edit.OnDesk(console, (call, services, by) => services.GetRequiredService<AlertRevisions>().Edit(
            call.GetRequiredValue(number), words.Read(call), call.GetValue(level), by, QualityArguments.ReadReason(call.GetRequiredValue(reason))));
    }

    private static Command End(
        IConsole console, string name, string description, Func<AlertRevisions, long, AlertWording, Officer, string, ReleaseAnswer> order)
    {
        Command end = new(name, description);
        Argument<long> number = Number();
        WordingOptions words = new();
        Option<string> reason = QualityArguments.Reason();
        end.Arguments.Add(number);
        words.AddTo(end);
        end.Options.Add(reason);
        return end.OnDesk(console, (call, services, by) => order(
            services.GetRequiredService<AlertRevisions>(), call.GetRequiredValue(number), words.Read(call), by,
            QualityArguments.ReadReason(call.GetRequiredValue(reason))));
    }

    private static Command Extend(IConsole console)
    {
        Command extend = new("extend", "let a warning hold longer; nobody is sent a message");
        Argument<long> number = Number();
        Option<string> until = new("--until") { Description = "the new end, such as 2026-03-01T10:00; Bangkok time without an offset", HelpName = "TIME", Required = true };
        Option<string> reason = QualityArguments.Reason();
        extend.Arguments.Add(number);
        extend.Options.Add(until);
        extend.Options.Add(reason);
        return extend.OnDesk(console, (call, services, by) => services.GetRequiredService<AlertRevisions>().Extend(
            call.GetRequiredValue(number), QualityArguments.ReadTime("--until", call.GetRequiredValue(until)), by,
            QualityArguments.ReadReason(call.GetRequiredValue(reason))));
    }

    private static Command Compose(IConsole console)
    {
        Command compose = new("compose", "write a warning where nothing measures; evacuation needs a second person");
        Option<string> hazard = new("--hazard") { Description = "of what, such as flash-flood", HelpName = "HAZARD", Required = true };
        Option<string?> level = Level();
        level.Required = true;
        Option<string> region = new("--region") { Description = "where: a code of 2, 4 or 6 digits", HelpName = "CODE", Required = true };
        Option<string?> placeTh = new("--place-th") { Description = "how the place is called in Thai, default its name in the registry", HelpName = "NAME" };
        Option<string?> placeEn = new("--place-en") { Description = "how the place is called in English, default its name in the registry", HelpName = "NAME" };
        Option<string> expires = new("--expires") { Description = "until when, such as 2026-03-01T10:00; Bangkok time without an offset", HelpName = "TIME", Required = true };
        WordingOptions words = new();
        Option<string> reason = QualityArguments.Reason();
        foreach (Option option in (ReadOnlySpan<Option>)[hazard, level, region, placeTh, placeEn, expires])
        {
            compose.Options.Add(option);
        }

        words.AddTo(compose);
        compose.Options.Add(reason);
        return compose.OnDesk(console, (call, services, by) => services.GetRequiredService<ManualAlerts>().Compose(
            new ManualAlert(
                HazardCodes.TryParse(call.GetRequiredValue(hazard), out HazardKind kind)
                    ? kind
                    : throw new FormatException($"--hazard '{call.GetRequiredValue(hazard)}' is not a hazard, as 'hazard describe' prints them"),
                call.GetValue(level)!, RegionId.Parse(call.GetRequiredValue(region)), call.GetValue(placeTh), call.GetValue(placeEn),
                words.Read(call), QualityArguments.ReadTime("--expires", call.GetRequiredValue(expires)),
                QualityArguments.ReadReason(call.GetRequiredValue(reason))),
            by));
    }

    private static Command OnDesk(this Command command, IConsole console, Func<ParseResult, IServiceProvider, Officer, ReleaseAnswer> order)
    {
        Option<string> by = new("--by") { Description = "which officer does it, as 'officer list' prints it", HelpName = "NAME", Required = true };
        Option<bool> json = CloudCall.JsonOption();
        command.Options.Add(by);
        command.Options.Add(json);
        command.Act(console, async (call, configuration, _) =>
        {
            await using ServiceProvider services = CloudCall.Registry(configuration);
            (Officer? officer, string? refusal) = services.GetRequiredService<OfficerBook>().Find(call.GetRequiredValue(by), Role.Viewer);
            ReleaseAnswer answer = officer is null
                ? new ReleaseAnswer(ReleaseFate.Forbidden, refusal!, null)
                : order(call, services, officer);
            if (call.GetValue(json))
            {
                console.Line(JsonSerializer.Serialize(AnswerLine.Of(answer), AlertLineJson.Readable.AnswerLine));
            }
            else if (answer.IsDone)
            {
                console.Line(answer.Text);
            }
            else
            {
                console.Error(answer.Text);
            }

            return answer.IsDone ? ExitCodes.Ok : answer.Fate == ReleaseFate.Invalid ? ExitCodes.Usage : ExitCodes.Failed;
        });
        return command;
    }

    private static Argument<long> Number() => new("N") { Description = "the alert's number, as 'alert list' prints it" };

    private static Option<string?> Level() => new("--level") { Description = "CAP severity", HelpName = "Minor|Moderate|Severe|Extreme" };
}

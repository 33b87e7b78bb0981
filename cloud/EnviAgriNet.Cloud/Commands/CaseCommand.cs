using System.CommandLine;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Cases;
using EnviAgriNet.Core.Messages;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands;

/// <summary><c>case</c>: calls for help and complaints. Works beside a running cloud; what is changed or read in full is written down.</summary>
internal static class CaseCommand
{
    private const int CountByDefault = 100;

    /// <summary>Adds the commands.</summary>
    public static void AddTo(RootCommand root, IConsole console)
    {
        Command cases = new("case", "calls for help and complaints");
        cases.Subcommands.Add(List(console));
        cases.Subcommands.Add(Show(console));
        cases.Subcommands.Add(Assign(console));
        cases.Subcommands.Add(Answer(console));
        cases.Subcommands.Add(Close(console));
        root.Subcommands.Add(cases);
    }

    private static Command List(IConsole console)
    {
        Command list = new("list", "print the open cases, what is urgent first, one a line; without anything personal");
        Option<bool> all = new("--all") { Description = "closed ones as well" };
        Option<string?> kind = new("--kind") { Description = "only help, only complaint, or one kind of complaint" };
        Option<int> count = new("--count") { Description = $"how many at most, default {CountByDefault}", DefaultValueFactory = _ => CountByDefault };
        Option<bool> json = CloudCall.JsonOption();
        list.Options.Add(all);
        list.Options.Add(kind);
        list.Options.Add(count);
        list.Options.Add(json);
        list.Act(console, async (call, configuration, _) =>
        {
            await using ServiceProvider registry = CloudCall.Registry(configuration);
            IReadOnlyList<CaseLine> lines = registry.GetRequiredService<CaseBook>()
                .List(!call.GetValue(all), call.GetValue(kind), Math.Max(0, call.GetValue(count)));
            if (call.GetValue(json))
            {
                console.Line(new JsonArray([.. lines.Select(line => (JsonNode)CaseJson.Of(line))]).ToJsonString(CloudCall.ReadableJson));
                return ExitCodes.Ok;
            }

            foreach (CaseLine line in lines)
            {
                console.Line(Text(line));
            }

            return ExitCodes.Ok;
        });
        return list;
    }

    private static Command Show(IConsole console)
    {
        Command show = new("show", "print a case with all that was written, for an officer; the look is written down");
        Argument<string> number = Number();
        Option<string> by = By();
        Option<bool> json = CloudCall.JsonOption();
        show.Arguments.Add(number);
        show.Options.Add(by);
        show.Options.Add(json);
        show.Act(console, async (call, configuration, _) =>
        {
            await using ServiceProvider registry = CloudCall.Registry(configuration);
            if (OfficerOf(registry, call.GetRequiredValue(by), console) is not { } officer)
            {
                return ExitCodes.Failed;
            }

            if (registry.GetRequiredService<CaseDesk>().Read(call.GetRequiredValue(number), officer) is not { } found)
            {
                return Say(console, $"there is no case {call.GetRequiredValue(number)}", string.Empty);
            }

            Print(console, found.File, found.Steps, found.Address, call.GetValue(json));
            return ExitCodes.Ok;
        });
        return show;
    }

    private static Command Assign(IConsole console)
    {
        Command assign = new("assign", "give a case to an officer or a team; the person is told that it was taken");
        Argument<string> number = Number();
        Option<string?> to = new("--to") { Description = "who gets it; without it, who does this", HelpName = "NAME" };
        Option<string> by = By();
        assign.Arguments.Add(number);
        assign.Options.Add(to);
        assign.Options.Add(by);
        assign.OnDesk(console, by, (call, desk, officer) => desk.Move(
            call.GetRequiredValue(number), CaseState.Assigned, call.GetValue(to) ?? officer, officer, string.Empty));
        return assign;
    }

    private static Command Answer(IConsole console)
    {
        Command answer = new("answer", $"send the person an SMS of up to {Cases.Limits.AnswerUnitsMax} characters");
        Argument<string> number = Number();
        Option<string> text = new("--text") { Description = "what to send", Required = true };
        Option<string> by = By();
        answer.Arguments.Add(number);
        answer.Options.Add(text);
        answer.Options.Add(by);
        answer.OnDesk(console, by, (call, desk, officer) => desk.Answer(call.GetRequiredValue(number), call.GetRequiredValue(text), officer));
        return answer;
    }

    private static Command Close(IConsole console)
    {
        Command close = new("close", "end a case, or say that somebody is on the way; the person is told");
        Argument<string> number = Number();
        Option<string> state = new("--state")
        {
            Description = "done (the default), cannot, duplicate or on-the-way",
            DefaultValueFactory = _ => CaseState.Done.Word(),
        };
        Option<string> note = new("--note") { Description = "for officers only", DefaultValueFactory = _ => string.Empty };
        Option<string> by = By();
        close.Arguments.Add(number);
        close.Options.Add(state);
        close.Options.Add(note);
        close.Options.Add(by);
        close.OnDesk(console, by, (call, desk, officer) => CaseMoves.TryParse(call.GetRequiredValue(state), out CaseState to) && to > CaseState.Assigned
            ? desk.Move(call.GetRequiredValue(number), to, null, officer, call.GetRequiredValue(note))
            : throw new FormatException("--state is not one of done, cannot, duplicate, on-the-way"));
        return close;
    }

    private static void OnDesk(
        this Command command, IConsole console, Option<string> by, Func<ParseResult, CaseDesk, string, string?> work) =>
        command.Act(console, async (call, configuration, _) =>
        {
            await using ServiceProvider registry = CloudCall.Registry(configuration);
            return OfficerOf(registry, call.GetRequiredValue(by), console) is { } officer
                ? Say(console, work(call, registry.GetRequiredService<CaseDesk>(), officer), "done")
                : ExitCodes.Failed;
        });

    private static string? OfficerOf(ServiceProvider registry, string name, IConsole console)
    {
        (Officer? officer, string? refusal) = registry.GetRequiredService<OfficerBook>().Find(name, Role.Officer);
        if (officer is null)
        {
            console.Error(refusal!);
        }

        return officer?.Name;
    }

    private static int Say(IConsole console, string? refusal, string done)
    {
        if (refusal is not null)
        {
            console.Error(refusal);
            return ExitCodes.Failed;
        }

        console.Line(done);
        return ExitCodes.Ok;
    }

    private static Argument<string> Number() => new("NUMBER") { Description = "the case's number, as H-482173" };

    private static Option<string> By() => new("--by") { Description = "which officer does it", HelpName = "NAME", Required = true };

    private static void Print(IConsole console, CaseLine file, IReadOnlyList<CaseStep> steps, string? address, bool asJson)
    {
        if (asJson)
        {
            console.Line(CaseJson.Of(file, steps, address).ToJsonString(CloudCall.ReadableJson));
            return;
        }

        console.Line(Text(file));
        console.Line($"phone {address ?? "-"}");
        foreach (CaseStep step in steps)
        {
            console.Line($"{LocalTime.Of(step.At):yyyy-MM-dd HH:mm:ss} {step.Actor} {step.What} {step.State.Word()} {step.Details?.Text.ReplaceLineEndings(" ")}");
        }
    }

    private static string Text(CaseLine line) =>
        $"{line.Number}\t{line.Kind}\t{line.State.Word()}\t{LocalTime.Of(line.OpenedAt):yyyy-MM-dd HH:mm}\t{line.Region ?? "-"}\t{line.Place ?? "-"}\t"
        + $"{line.People?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"}\t{string.Join(',', line.Needs)}\t{line.Assignee ?? "-"}";
}

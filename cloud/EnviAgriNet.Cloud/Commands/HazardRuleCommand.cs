using System.CommandLine;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands;

/// <summary><c>hazard rule</c>: the versions of the rules that judge. Works beside a running cloud, which follows within seconds.</summary>
internal static class HazardRuleCommand
{
    private const int WordsMax = 500;

    /// <summary>Adds the commands.</summary>
    public static void AddTo(Command hazard, IConsole console)
    {
        Command rule = new("rule", "the versions of the rules, and which of them judge");
        rule.Subcommands.Add(List(console));
        rule.Subcommands.Add(Show(console));
        rule.Subcommands.Add(Add(console));
        rule.Subcommands.Add(On(console));
        rule.Subcommands.Add(Off(console));
        hazard.Subcommands.Add(rule);
    }

    private static Command List(IConsole console)
    {
        Command list = new("list", "print every version of every rule, one a line; version 0 comes with the program");
        Option<bool> json = CloudCall.JsonOption();
        list.Options.Add(json);
        list.OnBook(console, (call, book) =>
        {
            HazardRulePrinter.PrintList(console, book.All, call.GetValue(json));
            foreach (string unreadable in book.Unreadable)
            {
                console.Error($"{unreadable} (it does not judge)");
            }

            return ExitCodes.Ok;
        });
        return list;
    }

    private static Command Show(IConsole console)
    {
        Command show = new("show", "print a rule as JSON with what was done to it; without a version the one that is on, or else the newest");
        Argument<string> name = Name("ID[:VERSION]");
        Option<bool> json = CloudCall.JsonOption();
        show.Arguments.Add(name);
        show.Options.Add(json);
        show.OnBook(console, (call, book) =>
        {
            (string id, int? version) = Split(call.GetRequiredValue(name));
            HazardRuleEntry entry = book.Find(id, version) ?? throw new FormatException($"there is no rule '{call.GetRequiredValue(name)}'");
            HazardRulePrinter.PrintOne(console, entry, book.Steps(id), call.GetValue(json));
            return ExitCodes.Ok;
        });
        return show;
    }

    private static Command Add(IConsole console)
    {
        Command add = new("add", "add a rule from a JSON file as the next version of its id; it does not judge yet");
        Argument<FileInfo> file = new("FILE") { Description = "the rule, as 'hazard rule show' prints it" };
        Option<string> by = new("--by") { Description = "who adds it", Required = true };
        Option<string> reason = new("--reason") { Description = "why", Required = true };
        Option<bool> json = CloudCall.JsonOption();
        add.Arguments.Add(file);
        add.Options.Add(by);
        add.Options.Add(reason);
        add.Options.Add(json);
        add.OnBook(console, (call, book) =>
        {
            FileInfo document = call.GetRequiredValue(file);
            if (!document.Exists)
            {
                throw new FormatException($"'{document.FullName}' is no file");
            }

            string text = document.Length > HazardRuleJson.LengthMax * 4L ? new string(' ', HazardRuleJson.LengthMax + 1) : File.ReadAllText(document.FullName);
            HazardRule? rule = HazardRuleJson.Read(text, out IReadOnlyList<string> faults);
            HazardRuleEntry? added = rule is null
                ? null
                : book.Add(rule, Words("--by", call.GetRequiredValue(by)), Words("--reason", call.GetRequiredValue(reason)));
            HazardRulePrinter.PrintAdded(console, added, faults, call.GetValue(json));
            return added is null ? ExitCodes.Failed : ExitCodes.Ok;
        });
        return add;
    }

    private static Command On(IConsole console)
    {
        Command on = new("on", "let a version judge, in place of any other version of its id");
        Argument<string> name = Name("ID:VERSION");
        Option<string> by = By();
        Option<string?> untried = new("--untried") { Description = "why it is switched on without having been tried on the past" };
        Option<bool> json = CloudCall.JsonOption();
        on.Arguments.Add(name);
        on.Options.Add(by);
        on.Options.Add(untried);
        on.Options.Add(json);
        on.OnBook(console, (call, book) =>
        {
            (string id, int? version) = Split(call.GetRequiredValue(name));
            int asked = version ?? throw new FormatException($"'{id}' has no version: say which, as {id}:1");
            string? refusal = book.SwitchOn(id, asked, Words("--by", call.GetRequiredValue(by)), call.GetValue(untried));
            HazardRulePrinter.PrintSwitched(console, $"{id}:{asked}", HazardRuleState.On, refusal, call.GetValue(json));
            return refusal is null ? ExitCodes.Ok : ExitCodes.Failed;
        });
        return on;
    }

    private static Command Off(IConsole console)
    {
        Command off = new("off", "switch a rule off; its open events lapse when their warnings run out. 'on ID:0' brings back the program's own");
        Argument<string> name = Name("ID");
        Option<string> by = By();
        Option<bool> json = CloudCall.JsonOption();
        off.Arguments.Add(name);
        off.Options.Add(by);
        off.Options.Add(json);
        off.OnBook(console, (call, book) =>
        {
            string id = call.GetRequiredValue(name);
            string? refusal = book.SwitchOff(id, Words("--by", call.GetRequiredValue(by)));
            HazardRulePrinter.PrintSwitched(console, id, HazardRuleState.Off, refusal, call.GetValue(json));
            return refusal is null ? ExitCodes.Ok : ExitCodes.Failed;
        });
        return off;
    }

    private static void OnBook(this Command command, IConsole console, Func<ParseResult, HazardRuleBook, int> act) =>
        command.Act(console, async (call, configuration, _) =>
        {
            await using ServiceProvider registry = CloudCall.Registry(configuration);
            return act(call, registry.GetRequiredService<HazardRuleBook>());
        });

    private static Argument<string> Name(string form) => new(form) { Description = "the rule, as 'hazard rule list' prints it" };

    private static Option<string> By() => new("--by")
    {
        Description = "who does it, default the user who runs the command",
        DefaultValueFactory = _ => Environment.UserName,
    };

    private static (string Id, int? Version) Split(string name)
    {
        int colon = name.IndexOf(':');
        return colon < 0 ? (name, null)
            : int.TryParse(name.AsSpan(colon + 1), out int version) && version >= 0 ? (name[..colon], version)
            : throw new FormatException($"'{name}' is not a rule and a version, as haze:1");
    }

    private static string Words(string option, string text) => text.Trim() is { Length: > 0 and <= WordsMax } words && !words.Any(char.IsControl)
        ? words
        : throw new FormatException($"{option} is not 1 to {WordsMax} characters on one line");
}

using System.CommandLine;
using System.Text.Json;
using EnviAgriNet.Cloud.Access.Keys;
using EnviAgriNet.Cloud.Commands.Quality;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands;

/// <summary><c>key</c>: keys with which other programs read. Works beside a running cloud, which heeds it at once.</summary>
internal static class KeyCommand
{
    /// <summary>Adds the commands.</summary>
    public static void AddTo(RootCommand root, IConsole console)
    {
        Command key = new("key", "keys with which other programs read");
        key.Subcommands.Add(Make(console));
        key.Subcommands.Add(List(console));
        key.Subcommands.Add(Revoke(console));
        root.Subcommands.Add(key);
    }

    private static Command Make(IConsole console)
    {
        Command make = new("make", "make a key and print it; it cannot be shown again");
        Argument<string> name = new("NAME") { Description = "whose program it is and what it is for" };
        Option<string[]> scopes = new("--scope")
        {
            Description = $"what it may read: {string.Join(", ", KeyScopes.All)}; may be given several times", HelpName = "SCOPE", Required = true,
        };
        Option<int> days = new("--days") { Description = $"how long it lives, 1 to {KeyLimits.DaysMax}", DefaultValueFactory = _ => KeyLimits.DaysDefault };
        Option<int> rate = new("--per-minute")
        {
            Description = $"how many requests a minute, 1 to {KeyLimits.PerMinuteMax}", DefaultValueFactory = _ => KeyLimits.PerMinuteDefault,
        };
        Option<string> by = By();
        make.Arguments.Add(name);
        make.Options.Add(scopes);
        make.Options.Add(days);
        make.Options.Add(rate);
        make.Options.Add(by);
        make.OnBook(console, (call, book, time) =>
        {
            KeyOrder order = new(call.GetRequiredValue(name), call.GetRequiredValue(scopes), call.GetValue(days), call.GetValue(rate));
            if (order.Fault() is { } fault)
            {
                throw new FormatException(fault);
            }

            (ApiKey? _, string? token, string? refusal) = book.Make(order, call.GetRequiredValue(by));
            return Say(console, refusal, token);
        });
        return make;
    }

    private static Command List(IConsole console)
    {
        Command list = new("list", "print the keys without their secrets, the newest first, one a line");
        Option<bool> json = CloudCall.JsonOption();
        list.Options.Add(json);
        list.OnBook(console, (call, book, time) =>
        {
            List<KeyLine> lines = [.. book.All().Select(k => KeyLine.Of(k, time.GetUtcNow()))];
            if (call.GetValue(json))
            {
                console.Line($"[{string.Join(',', lines.Select(l => JsonSerializer.Serialize(l, KeyJson.Readable.KeyLine)))}]");
                return ExitCodes.Ok;
            }

            foreach (KeyLine line in lines)
            {
                console.Line(
                    $"{line.Id}\t{line.State}\t{string.Join(' ', line.Scopes)}\tuntil {line.ExpiresAt:yyyy-MM-dd}\t"
                    + $"{(line.UsedAt is { } at ? $"used {at:yyyy-MM-dd HH:mm}" : "never used")}\tby {line.MadeBy}\t{line.Name}");
            }

            return ExitCodes.Ok;
        });
        return list;
    }

    private static Command Revoke(IConsole console)
    {
        Command revoke = new("revoke", "revoke a key; it opens nothing from now on");
        Argument<string> id = new("ID") { Description = "the key's eight letters in the list" };
        Option<string> by = By();
        Option<string> reason = QualityArguments.Reason();
        revoke.Arguments.Add(id);
        revoke.Options.Add(by);
        revoke.Options.Add(reason);
        revoke.OnBook(console, (call, book, _) => Say(
            console, book.Revoke(call.GetRequiredValue(id), call.GetRequiredValue(by), QualityArguments.ReadReason(call.GetRequiredValue(reason))),
            $"key {call.GetRequiredValue(id)} is revoked"));
        return revoke;
    }

    private static void OnBook(this Command command, IConsole console, Func<ParseResult, KeyBook, TimeProvider, int> act) =>
        command.Act(console, async (call, configuration, _) =>
        {
            await using ServiceProvider registry = CloudCall.Registry(configuration);
            return act(call, registry.GetRequiredService<KeyBook>(), registry.GetRequiredService<TimeProvider>());
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

    private static Option<string> By() => new("--by") { Description = "which admin does it", HelpName = "NAME", Required = true };
}

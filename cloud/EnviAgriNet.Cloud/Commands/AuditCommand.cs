using System.CommandLine;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Commands.Quality;
using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Core.Messages;
using EnviAgriNet.Hosting;
using RegistryLimits = EnviAgriNet.Cloud.Registry.Limits;

namespace EnviAgriNet.Cloud.Commands;

/// <summary><c>audit</c>: who did what, and whether that record is whole. Works beside a running cloud.</summary>
internal static class AuditCommand
{
    private const int CountByDefault = 100;

    /// <summary>Adds the commands.</summary>
    public static void AddTo(RootCommand root, IConsole console)
    {
        Command audit = new("audit", "who did what, and whether that record is whole");
        audit.Subcommands.Add(List(console));
        audit.Subcommands.Add(Verify(console));
        audit.Subcommands.Add(Head(console));
        root.Subcommands.Add(audit);
    }

    private static Command List(IConsole console)
    {
        Command list = new("list", "print the newest entries, oldest first, one a line");
        Option<string> since = new("--since") { Description = "only from this time on, such as 2026-03-01 or 2026-03-01T10:00+07:00", HelpName = "TIME" };
        Option<string> subject = new("--subject") { Description = "only about this, such as an alert's identifier or 'officer somchai'", HelpName = "TEXT" };
        Option<int> count = new("--count")
        {
            Description = $"how many at most, default {CountByDefault}",
            DefaultValueFactory = _ => CountByDefault,
        };
        Option<bool> json = CloudCall.JsonOption();
        list.Options.Add(since);
        list.Options.Add(subject);
        list.Options.Add(count);
        list.Options.Add(json);
        list.Act(console, async (call, configuration, _) =>
        {
            DateTimeOffset? from = call.GetValue(since) is { } text ? QualityArguments.ReadTime("--since", text) : null;
            await using ServiceProvider registry = CloudCall.Registry(configuration);
            IReadOnlyList<AuditLine> lines = registry.GetRequiredService<AuditBook>().List(
                from, call.GetValue(subject), Math.Clamp(call.GetValue(count), 0, RegistryLimits.AuditListedMax));
            if (call.GetValue(json))
            {
                console.Line(new JsonArray([.. lines.Select(l => (JsonNode)Json(l))]).ToJsonString(CloudCall.ReadableJson));
                return ExitCodes.Ok;
            }

            foreach (AuditLine line in lines)
            {
                console.Line(
                    $"{line.Number,6} {LocalTime.Of(line.At):yyyy-MM-dd HH:mm:ss} {line.Entry.Actor} {line.Entry.Action} "
                    + $"{line.Entry.Subject} {line.Entry.Detail}");
            }

            return ExitCodes.Ok;
        });
        return list;
    }

    private static Command Verify(IConsole console)
    {
        Command verify = new("verify", "look for the first entry that was changed, removed, put in or moved; 1 when there is one");
        Option<string> head = new("--head")
        {
            Description = "a head that 'audit head' printed earlier and that was kept elsewhere: the log must still hold it",
            HelpName = "NUMBER:HASH",
        };
        Option<bool> json = CloudCall.JsonOption();
        verify.Options.Add(head);
        verify.Options.Add(json);
        verify.Act(console, async (call, configuration, _) =>
        {
            AuditHead? pinned = call.GetValue(head) is not { } text ? null
                : AuditHead.TryParse(text, out AuditHead? read) ? read
                : throw new FormatException($"--head '{text}' is not NUMBER:HASH as 'audit head' prints it");
            await using ServiceProvider registry = CloudCall.Registry(configuration);
            AuditCheck check = registry.GetRequiredService<AuditBook>().Verify(pinned);
            if (call.GetValue(json))
            {
                console.Line(Json(check).ToJsonString(CloudCall.ReadableJson));
            }
            else if (check.Fault is { } fault)
            {
                console.Error($"entry {fault.Number} {fault.What}; {check.Head.Number} entries before it are in order");
            }
            else
            {
                console.Line($"{check.Head.Number} entries are in order, head {check.Head}");
            }

            return check.Fault is null ? ExitCodes.Ok : ExitCodes.Failed;
        });
        return verify;
    }

    private static Command Head(IConsole console)
    {
        Command head = new("head", "print the end of the log, to be kept where nobody of this machine can change it");
        Option<bool> json = CloudCall.JsonOption();
        head.Options.Add(json);
        head.Act(console, async (call, configuration, _) =>
        {
            await using ServiceProvider registry = CloudCall.Registry(configuration);
            AuditHead end = registry.GetRequiredService<AuditBook>().Head();
            console.Line(call.GetValue(json)
                ? new JsonObject { ["number"] = end.Number, ["hash"] = end.Hash }.ToJsonString()
                : end.ToString());
            return ExitCodes.Ok;
        });
        return head;
    }

    private static JsonObject Json(AuditLine line) => new()
    {
        ["number"] = line.Number,
        ["at"] = line.At,
        ["actor"] = line.Entry.Actor,
        ["action"] = line.Entry.Action,
        ["subject"] = line.Entry.Subject,
        ["detail"] = line.Entry.Detail,
        ["hash"] = Convert.ToHexStringLower(line.Hash),
    };

    private static JsonObject Json(AuditCheck check) => new()
    {
        ["is_whole"] = check.Fault is null,
        ["entries"] = check.Head.Number,
        ["head"] = check.Head.ToString(),
        ["fault"] = check.Fault is { } fault ? new JsonObject { ["number"] = fault.Number, ["what"] = fault.What } : null,
    };
}

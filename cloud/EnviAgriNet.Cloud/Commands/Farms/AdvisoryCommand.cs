using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Advisories;
using EnviAgriNet.Cloud.Registry.Farms;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands.Farms;

/// <summary>
/// <c>advisory list</c>, <c>advisory preview</c> and <c>advisory broadcast</c>: advice that was given, and an officer's own words to the
/// growers of a crop in an area. Works beside a running cloud.
/// </summary>
internal static class AdvisoryCommand
{
    private const int CountByDefault = 100;

    /// <summary>Adds the commands.</summary>
    public static void AddTo(RootCommand root, IConsole console)
    {
        Command group = new("advisory", "advice to farmers");
        group.Subcommands.Add(List(console));
        group.Subcommands.Add(Preview(console));
        group.Subcommands.Add(Broadcast(console));
        root.Subcommands.Add(group);
    }

    private static Command List(IConsole console)
    {
        Command list = new("list", "print the newest advice, newest first, one a line, without a name or number");
        Option<int> count = new("--count") { Description = $"how many at most, default {CountByDefault}", DefaultValueFactory = _ => CountByDefault };
        Option<bool> json = CloudCall.JsonOption();
        list.Options.Add(count);
        list.Options.Add(json);
        list.Act(console, async (call, configuration, _) =>
        {
            await using ServiceProvider registry = CloudCall.Registry(configuration);
            IReadOnlyList<AdviceLine> lines = registry.GetRequiredService<AdviceBook>().Newest(Math.Clamp(call.GetValue(count), 0, 100_000));
            if (call.GetValue(json))
            {
                console.Line(new JsonArray([.. lines.Select(line => (JsonNode)Json(line))]).ToJsonString(CloudCall.ReadableJson));
                return ExitCodes.Ok;
            }

            foreach (AdviceLine line in lines)
            {
                console.Line($"{line.GivenAt:yyyy-MM-ddTHH:mm:ssZ}\t{line.Subscriber}\t{line.Kind}\t{(line.DoneAt is null ? "-" : "done")}\t{line.Text}");
            }

            return ExitCodes.Ok;
        });
        return list;
    }

    private static Command Preview(IConsole console)
    {
        Command preview = new("preview", "print whom a broadcast would reach and how many SMS it takes; nothing is sent");
        DraftOptions options = new(preview);
        Option<bool> json = CloudCall.JsonOption();
        preview.Options.Add(json);
        preview.Act(console, async (call, configuration, _) =>
        {
            await using ServiceProvider registry = CloudCall.Registry(configuration);
            (BroadcastPreview? made, string? refusal) = registry.GetRequiredService<BroadcastDesk>().Preview(options.Read(call));
            if (made is null)
            {
                console.Error(refusal!);
                return ExitCodes.Failed;
            }

            console.Line(call.GetValue(json)
                ? new JsonObject
                {
                    ["people"] = made.People,
                    ["thai"] = made.Thai,
                    ["parts_th"] = made.PartsTh,
                    ["parts_en"] = made.PartsEn,
                    ["messages"] = made.Messages,
                }.ToJsonString()
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{made.People} people: {made.Thai} in Thai ({made.PartsTh} SMS each), {made.People - made.Thai} in English ({made.PartsEn} SMS each), {made.Messages} SMS in all"));
            return ExitCodes.Ok;
        });
        return preview;
    }

    private static Command Broadcast(IConsole console)
    {
        Command broadcast = new("broadcast", "send an officer's words to the growers of a crop in an area, each once; it is written down");
        DraftOptions options = new(broadcast);
        Option<string> by = new("--by") { Description = "the officer who says so; needs the role officer", Required = true, HelpName = "OFFICER" };
        broadcast.Options.Add(by);
        broadcast.Act(console, async (call, configuration, _) =>
        {
            await using ServiceProvider registry = CloudCall.Registry(configuration);
            (int people, string? refusal) = registry.GetRequiredService<BroadcastDesk>().Send(options.Read(call), call.GetRequiredValue(by));
            if (refusal is not null)
            {
                console.Error(refusal);
                return ExitCodes.Failed;
            }

            console.Line(string.Create(CultureInfo.InvariantCulture, $"{people} people are told"));
            return ExitCodes.Ok;
        });
        return broadcast;
    }

    private static JsonObject Json(AdviceLine line)
    {
        JsonObject json = FarmRecords.AdviceJson(line);
        json["farm"] = line.Subscriber;
        return json;
    }

    private sealed class DraftOptions
    {
        private readonly Option<string> _crop = new("--crop") { Description = "the code of a crop, such as rice", Required = true };
        private readonly Option<string?> _variety = new("--variety") { Description = "one variety of it, such as kdml105" };
        private readonly Option<string> _region = new("--region") { Description = "province, district or subdistrict", Required = true };
        private readonly Option<string> _textTh = new("--text-th") { Description = "the words in Thai, 2 SMS at most", Required = true };
        private readonly Option<string> _textEn = new("--text-en") { Description = "the words in English, 2 SMS at most", Required = true };

        public DraftOptions(Command command)
        {
            foreach (Option option in (Option[])[_crop, _variety, _region, _textTh, _textEn])
            {
                command.Options.Add(option);
            }
        }

        public BroadcastDraft Read(ParseResult call) => new(
            call.GetRequiredValue(_crop), call.GetValue(_variety), RegionId.Parse(call.GetRequiredValue(_region)), call.GetRequiredValue(_textTh),
            call.GetRequiredValue(_textEn));
    }
}

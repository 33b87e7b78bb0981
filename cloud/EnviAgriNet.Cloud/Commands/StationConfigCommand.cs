using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Hosting;
using EnviAgriNet.Protocol.Configs;
using EnviAgriNet.Protocol.Messages;

namespace EnviAgriNet.Cloud.Commands;

/// <summary><c>station config</c>: what a centre judges by itself. Works beside a running cloud, which sends a new version within seconds.</summary>
internal static class StationConfigCommand
{
    private const int EventsLookedAtMax = 500;

    /// <summary>Adds the commands.</summary>
    public static void AddTo(Command station, IConsole console)
    {
        Command config = new("config", "the rules that a centre judges by itself, also without the cloud");
        config.Subcommands.Add(Set(console));
        config.Subcommands.Add(Show(console));
        config.Subcommands.Add(Check(console));
        station.Subcommands.Add(config);
    }

    private static Command Set(IConsole console)
    {
        Command set = new("set", "set the rules of a station as its next version; a file with faults changes nothing");
        Argument<string> id = new("STATION");
        Argument<FileInfo> file = File();
        Option<string> by = new("--by") { Description = "who sets it", Required = true };
        Option<bool> json = CloudCall.JsonOption();
        set.Arguments.Add(id);
        set.Arguments.Add(file);
        set.Options.Add(by);
        set.Options.Add(json);
        set.Act(console, async (call, configuration, _) =>
        {
            await using ServiceProvider services = Services(configuration);
            Station station = Find(services, call.GetRequiredValue(id));
            string who = call.GetRequiredValue(by).Trim();
            if (who.Length == 0)
            {
                throw new FormatException("--by is empty");
            }

            if (Read(call.GetRequiredValue(file), out IReadOnlyList<string> faults) is not { } config)
            {
                return Refuse(console, faults, call.GetValue(json));
            }

            long known = Heard(services, station.Id).Select(e => e.First).DefaultIfEmpty(0).Max();
            long version = services.GetRequiredService<StationConfigBook>().Set(station.Id, config.Rules, known, who);
            console.Line(call.GetValue(json)
                ? new JsonObject { ["station"] = station.Id.Value, ["version"] = version }.ToJsonString()
                : $"{station.Id}\tversion {version}\t{config.Rules.Count} rules");
            return ExitCodes.Ok;
        });
        return set;
    }

    private static Command Show(IConsole console)
    {
        Command show = new("show", "print a station's newest config and what the station said of it");
        Argument<string> id = new("STATION");
        Option<bool> json = CloudCall.JsonOption();
        show.Arguments.Add(id);
        show.Options.Add(json);
        show.Act(console, async (call, configuration, _) =>
        {
            await using ServiceProvider services = Services(configuration);
            Station station = Find(services, call.GetRequiredValue(id));
            if (services.GetRequiredService<StationConfigBook>().Of(station.Id) is not [{ } newest, ..])
            {
                console.Error($"station '{station.Id}' has no config");
                return ExitCodes.Failed;
            }

            StationEvent? answer = Heard(services, station.Id).FirstOrDefault(e => e.First == newest.Version);
            string state = answer?.Kind switch
            {
                StationEventKind.ConfigTaken => "taken",
                StationEventKind.ConfigRefused => "refused",
                _ => "not yet answered",
            };
            string faults = answer?.Kind == StationEventKind.ConfigRefused ? answer.Reason : string.Empty;
            Print(console, newest, state, faults, call.GetValue(json));
            return ExitCodes.Ok;
        });
        return show;
    }

    private static Command Check(IConsole console)
    {
        Command check = new("check", "look for faults in a file of rules, all at once; nothing is set");
        Argument<FileInfo> file = File();
        Option<bool> json = CloudCall.JsonOption();
        check.Arguments.Add(file);
        check.Options.Add(json);
        check.Act(console, (call, _, _) =>
        {
            if (Read(call.GetRequiredValue(file), out IReadOnlyList<string> faults) is not { } config)
            {
                return Task.FromResult(Refuse(console, faults, call.GetValue(json)));
            }

            console.Line(call.GetValue(json)
                ? new JsonObject { ["faults"] = new JsonArray(), ["rules"] = config.Rules.Count }.ToJsonString()
                : $"{config.Rules.Count} rules, no fault");
            return Task.FromResult(ExitCodes.Ok);
        });
        return check;
    }

    private static Argument<FileInfo> File() =>
        new("FILE") { Description = "JSON as {\"rules\":[…]}, described in docs/protocol.md; a version in it is passed over" };

    private static ServiceProvider Services(IConfiguration configuration)
    {
        ServiceCollection services = new();
        services.AddCloud(configuration).AddRegistry().AddReadingStore(configuration).AddLogging();
        return services.BuildServiceProvider();
    }

    private static Station Find(ServiceProvider services, string id) =>
        StationId.TryParse(id, out StationId station) && services.GetRequiredService<StationBook>().Find(station) is { } found
            ? found
            : throw new FormatException($"station '{id}' is not registered");

    private static StationConfig? Read(FileInfo file, out IReadOnlyList<string> faults)
    {
        if (!file.Exists)
        {
            throw new FormatException($"'{file.FullName}' is no file");
        }

        if (file.Length > Protocol.Limits.ConfigBytesMax)
        {
            faults = [$"{file.Length} bytes, allowed are {Protocol.Limits.ConfigBytesMax}"];
            return null;
        }

        // The book gives the version; people write the rules.
        byte[] text = System.IO.File.ReadAllBytes(file.FullName);
        try
        {
            if (JsonNode.Parse(text) is JsonObject document)
            {
                document["version"] = 1;
                text = Encoding.UTF8.GetBytes(document.ToJsonString());
            }
        }
        catch (System.Text.Json.JsonException)
        {
            // The decoder says where.
        }

        return StationConfigJson.Decode(text, out faults);
    }

    private static List<StationEvent> Heard(ServiceProvider services, StationId station) =>
    [
        .. services.GetRequiredService<IStationEvents>().EventsOf(station, long.MaxValue, EventsLookedAtMax)
            .Select(logged => logged.Stored.Event)
            .OfType<StationEvent>()
            .Where(e => e.Kind is StationEventKind.ConfigTaken or StationEventKind.ConfigRefused),
    ];

    private static int Refuse(IConsole console, IReadOnlyList<string> faults, bool json)
    {
        if (json)
        {
            console.Line(new JsonObject { ["faults"] = new JsonArray([.. faults.Select(f => JsonValue.Create(f))]) }.ToJsonString());
        }
        else
        {
            foreach (string fault in faults)
            {
                console.Error(fault);
            }
        }

        return ExitCodes.Failed;
    }

    private static void Print(IConsole console, SetConfig config, string state, string faults, bool json)
    {
        if (json)
        {
            console.Line(new JsonObject
            {
                ["station"] = config.Station.Value,
                ["version"] = config.Version,
                ["by"] = config.By,
                ["at"] = config.At.ToString("O"),
                ["state"] = state,
                ["faults"] = faults,
                ["config"] = JsonNode.Parse(config.Json),
            }.ToJsonString(CloudCall.ReadableJson));
            return;
        }

        console.Line($"{config.Station}\tversion {config.Version}\tset by {config.By} at {config.At:yyyy-MM-dd HH:mm} UTC\t{state}");
        if (faults.Length > 0)
        {
            console.Line(faults);
        }

        StationConfig? readable = StationConfigJson.Decode(Encoding.UTF8.GetBytes(config.Json), out _);
        console.Line(readable is null ? config.Json : StationConfigJson.Print(readable));
    }
}

using System.CommandLine;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Channels.Sms;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands;

/// <summary><c>deliveries</c>: what became of the messages.</summary>
internal static class DeliveriesCommand
{
    private const int CountByDefault = 50;

    /// <summary>Adds the command.</summary>
    public static void AddTo(RootCommand root, IConsole console)
    {
        Command deliveries = new("deliveries", "print how many deliveries are in which state, and the newest");
        Option<int> newest = new("--newest")
        {
            Description = $"how many of the newest to print, default {CountByDefault}",
            DefaultValueFactory = _ => CountByDefault,
        };
        Option<bool> json = CloudCall.JsonOption();
        deliveries.Options.Add(newest);
        deliveries.Options.Add(json);
        deliveries.Act(console, async (call, configuration, _) =>
        {
            await using ServiceProvider registry = CloudCall.Registry(configuration);
            DeliveryBook book = registry.GetRequiredService<DeliveryBook>();
            IReadOnlyDictionary<string, long> counts = book.Counts();
            IReadOnlyList<DeliveryLine> lines = book.Newest(Math.Max(0, call.GetValue(newest)));
            if (call.GetValue(json))
            {
                console.Line(Json(counts, lines));
                return ExitCodes.Ok;
            }

            console.Line(string.Join(", ", counts.Select(count => $"{count.Value} {count.Key}")));
            foreach (DeliveryLine line in lines)
            {
                console.Line(
                    $"{line.QueuedAt:u}\t{line.Alert}\t{line.Channel}\t{line.Recipient}\t{line.State}\t{line.Attempts}"
                    + $"\t{line.Gateway ?? "-"}\t{Receipt(line)}\t{line.Reason}");
            }

            return ExitCodes.Ok;
        });
        root.Subcommands.Add(deliveries);
    }

    private static string Receipt(DeliveryLine line) =>
        line.Receipt is null ? "-" : $"{line.Receipt} {ReceiptCodes.Meaning(line.Receipt)}";

    private static string Json(IReadOnlyDictionary<string, long> counts, IReadOnlyList<DeliveryLine> lines)
    {
        JsonObject states = [];
        foreach ((string state, long count) in counts)
        {
            states[state] = count;
        }

        return new JsonObject
        {
            ["states"] = states,
            ["newest"] = new JsonArray([.. lines.Select(line => (JsonNode)new JsonObject
            {
                ["id"] = line.Id,
                ["alert"] = line.Alert,
                ["event"] = line.Event,
                ["version"] = line.Version,
                ["channel"] = line.Channel,
                ["recipient"] = line.Recipient,
                ["state"] = line.State,
                ["attempts"] = line.Attempts,
                ["queued_at"] = line.QueuedAt,
                ["sent_at"] = line.SentAt,
                ["settled_at"] = line.SettledAt,
                ["reason"] = line.Reason,
                ["part"] = line.Part,
                ["gateway"] = line.Gateway,
                ["receipt"] = line.Receipt,
                ["receipt_meaning"] = line.Receipt is null ? null : ReceiptCodes.Meaning(line.Receipt),
            })]),
        }.ToJsonString();
    }
}

using System.CommandLine;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands;

/// <summary><c>subscriber import</c> and <c>subscriber list</c>. Numbers are shown masked, here as well.</summary>
internal static class SubscriberCommand
{
    /// <summary>Adds the commands.</summary>
    public static void AddTo(RootCommand root, IConsole console)
    {
        Command subscriber = new("subscriber", "the people who consented to messages");
        subscriber.Subcommands.Add(Import(console));
        subscriber.Subcommands.Add(List(console));
        SubscriberPersonCommand.AddTo(subscriber, console);
        root.Subcommands.Add(subscriber);
    }

    private static Command Import(IConsole console)
    {
        Command import = new("import", $"add or update subscribers from a CSV with the columns {string.Join(',', SubscriberImport.Columns)}; {string.Join(',', SubscriberImport.MoreColumns)} may be there as well");
        Argument<FileInfo> file = new("FILE") { Description = "the CSV file, UTF-8; several regions have semicolons between them" };
        Option<bool> json = CloudCall.JsonOption();
        import.Arguments.Add(file);
        import.Options.Add(json);
        Option<string> by = new("--by") { Description = "who imports; stands in the audit log", HelpName = "NAME", DefaultValueFactory = _ => "import" };
        import.Options.Add(by);
        import.Act(console, async (call, configuration, _) =>
        {
            await using ServiceProvider registry = CloudCall.Registry(configuration);
            return ImportPrinter.Run(call.GetRequiredValue(file), call.GetValue(json), console, text =>
            {
                ImportReport report = registry.GetRequiredService<SubscriberImport>().Run(text);
                Note(registry, AuditEntry.AtTheShell(call.GetRequiredValue(by)), report);
                return report;
            });
        });
        return import;
    }

    private static void Note(ServiceProvider registry, string actor, ImportReport report) =>
        registry.GetRequiredService<RegistryDatabase>().Write(transaction =>
        {
            registry.GetRequiredService<AuditBook>().Append(transaction, new AuditEntry(
                actor,
                "subscriber.imported",
                "subscribers",
                $"{report.Added} added, {report.Updated} updated, {report.Unchanged} unchanged, {report.Faults.Count} refused"));
            return 0;
        });

    private static Command List(IConsole console)
    {
        Command list = new("list", "print the subscribers with masked numbers, one a line");
        Option<bool> json = CloudCall.JsonOption();
        list.Options.Add(json);
        list.Act(console, async (call, configuration, _) =>
        {
            await using ServiceProvider registry = CloudCall.Registry(configuration);
            IReadOnlyList<Subscriber> all = registry.GetRequiredService<SubscriberBook>().All();
            if (call.GetValue(json))
            {
                console.Line(new JsonArray([.. all.Select(Json)]).ToJsonString());
                return ExitCodes.Ok;
            }

            foreach (Subscriber one in all)
            {
                console.Line($"{string.Join(';', one.Contacts)}\t{one.Language}\t{string.Join(';', one.Regions)}\t{string.Join(';', one.Contacts.Select(c => c.Channel))}\t{one.Consent.At:O}");
            }

            return ExitCodes.Ok;
        });
        return list;
    }

    private static JsonObject Json(Subscriber subscriber) => new()
    {
        ["contacts"] = new JsonArray([.. subscriber.Contacts.Select(Json)]),
        ["language"] = subscriber.Language,
        ["regions"] = new JsonArray([.. subscriber.Regions.Select(region => (JsonNode)region.Code)]),
        ["crops"] = new JsonArray([.. subscriber.Crops.Select(crop => (JsonNode)crop)]),
        ["consent"] = new JsonObject
        {
            ["version"] = subscriber.Consent.Version,
            ["at"] = subscriber.Consent.At,
            ["way"] = subscriber.Consent.Way,
        },
    };

    private static JsonObject Json(Contact contact) => new()
    {
        ["channel"] = contact.Channel,
        ["address"] = contact.Masked,
        ["state"] = contact.State.Word(),
    };
}

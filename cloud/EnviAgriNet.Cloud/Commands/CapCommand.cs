using System.CommandLine;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Platforms;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands;

/// <summary><c>cap</c>: what other platforms sent, passing it on, and checking a file. Works beside a running cloud.</summary>
internal static class CapCommand
{
    private const int CountByDefault = 50;

    /// <summary>Adds the commands.</summary>
    public static void AddTo(RootCommand root, IConsole console)
    {
        Command cap = new("cap", "CAP documents: check a file, see what other platforms sent, pass it on");
        cap.Subcommands.Add(CapVerifyCommand.Make(console));
        cap.Subcommands.Add(Incoming(console));
        cap.Subcommands.Add(Pass(console));
        root.Subcommands.Add(cap);
    }

    private static Command Incoming(IConsole console)
    {
        Command incoming = new("incoming", "print what other platforms sent, newest first, refused ones with the reason");
        Option<int> count = new("--count")
        {
            Description = $"how many at most, default {CountByDefault}",
            DefaultValueFactory = _ => CountByDefault,
        };
        Option<bool> json = CloudCall.JsonOption();
        incoming.Options.Add(count);
        incoming.Options.Add(json);
        incoming.Act(console, async (call, configuration, _) =>
        {
            await using ServiceProvider services = Services(configuration);
            IncomingBook book = services.GetRequiredService<IncomingBook>();
            IncomingListing listing = IncomingListing.Of(
                book.Looks(), book.Newest(Math.Max(0, call.GetValue(count))), services.GetRequiredService<TimeProvider>().GetUtcNow());
            listing.Print(console, call.GetValue(json));
            return ExitCodes.Ok;
        });
        return incoming;
    }

    private static Command Pass(IConsole console)
    {
        Command pass = new("pass", "pass an incoming alert on to our subscribers, saying who said it first");
        Argument<long> number = new("NUMBER") { Description = "its number in `cap incoming`" };
        Option<string> by = new("--by") { Description = "which releaser does it", HelpName = "NAME", Required = true };
        Option<string?> second = new("--second") { Description = "which other releaser agrees; needed to tell people to leave", HelpName = "NAME" };
        Option<string[]> regions = new("--region")
        {
            Description = "who is told: a code of 2, 4 or 6 digits; may be given several times; by default the provinces that the alert names",
            HelpName = "CODE",
        };
        Option<string?> hazard = new("--hazard") { Description = "what it is about, such as flash-flood; by default taken from the alert", HelpName = "HAZARD" };
        pass.Arguments.Add(number);
        pass.Options.Add(by);
        pass.Options.Add(second);
        pass.Options.Add(regions);
        pass.Options.Add(hazard);
        pass.Act(console, async (call, configuration, _) =>
        {
            PassOrder order = new(
                call.GetRequiredValue(number), call.GetRequiredValue(by), call.GetValue(second),
                [.. (call.GetValue(regions) ?? []).Select(RegionId.Parse)], ReadHazard(call.GetValue(hazard)));
            await using ServiceProvider services = Services(configuration);
            (IReadOnlyList<string> identifiers, string? refusal) = services.GetRequiredService<CapPassing>().Pass(order);
            if (refusal is not null)
            {
                console.Error(refusal);
                return ExitCodes.Failed;
            }

            foreach (string identifier in identifiers)
            {
                console.Line(identifier);
            }

            return ExitCodes.Ok;
        });
        return pass;
    }

    /// <summary>Reads the name of a hazard; null for none.</summary>
    internal static HazardKind? ReadHazard(string? text)
    {
        if (text is null)
        {
            return null;
        }

        foreach (HazardKind hazard in Enum.GetValues<HazardKind>())
        {
            if (hazard.Code() == text)
            {
                return hazard;
            }
        }

        throw new FormatException($"'{text}' is not a hazard; known are {string.Join(", ", Enum.GetValues<HazardKind>().Select(h => h.Code()))}");
    }

    private static ServiceProvider Services(IConfiguration configuration)
    {
        ServiceCollection services = new();
        services.AddCloud(configuration);
        services.AddRegistry();
        services.AddAccess();
        services.AddAlerts(configuration);
        services.AddIncoming();
        return services.BuildServiceProvider();
    }
}

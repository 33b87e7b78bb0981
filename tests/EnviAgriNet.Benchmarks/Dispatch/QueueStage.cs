using System.Diagnostics;
using System.Globalization;
using System.Text;
using EnviAgriNet.Benchmarks.Machine;
using EnviAgriNet.Cloud;
using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Channels.Proof;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Core.Indices;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace EnviAgriNet.Benchmarks.Dispatch;

/// <summary>
/// Composition and queueing for everybody of one province, on a real registry file with durable commits, without a running
/// dispatcher; then what the proof of it costs.
/// </summary>
internal static class QueueStage
{
    public const string Province = "60";

    /// <summary>Measures with so many subscribers; half of them have chosen the province, half a subdistrict of it.</summary>
    public static QueueFigures Measure(int people)
    {
        using TempFolder folder = new();
        Dictionary<string, string?> settings = new()
        {
            ["Cloud:DataFolder"] = folder.At("data"),
            ["Channels:Sms:Enabled"] = "true",
            ["Channels:Sms:PasswordFile"] = folder.Write("password", "secret"),
            ["Logging:LogLevel:Default"] = "Warning",
        };
        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        using WebApplication cloud = CloudHost.Build(configuration, services => services.RemoveAll<IHostedService>());
        long importing = Stopwatch.GetTimestamp();
        using (StringReader csv = new(Subscribers(people)))
        {
            cloud.Services.GetRequiredService<SubscriberImport>().Run(csv);
        }

        double import = Stopwatch.GetElapsedTime(importing).TotalSeconds;
        Progress.Say($"{people} subscribers imported in {import:F1} s");
        double alone = Queue(cloud.Services, "bench-alone", HazardLevel.Moderate, people);
        Progress.Say($"queued in {alone:F2} s");

        // Everybody knows of the first event; they hear of the second because it is worse.
        double overlapping = Queue(cloud.Services, "bench-overlapping", HazardLevel.Severe, people);
        Progress.Say($"queued beside an overlapping event in {overlapping:F2} s");

        long reading = Stopwatch.GetTimestamp();
        AlertProof proof = cloud.Services.GetRequiredService<ProofBook>().Find(1)!;
        double proofSeconds = Stopwatch.GetElapsedTime(reading).TotalSeconds;
        if (proof.People != people)
        {
            throw new BenchmarkException($"The proof tells of {proof.People} people, not of {people}");
        }

        long rows = cloud.Services.GetRequiredService<DeliveryBook>().Counts()["queued"] / 2;
        return new QueueFigures(people, rows, import, alone, overlapping, proofSeconds, Environment.WorkingSet / 1024.0 / 1024);
    }

    /// <summary>The subscribers as a list to import; their numbers run from +66810000000.</summary>
    public static string Subscribers(int people)
    {
        StringBuilder csv = new("phone,language,region,channel,consent_at\n");
        for (int i = 0; i < people; i++)
        {
            string region = i % 2 == 0 ? Province : "600101";
            string language = i % 10 == 0 ? "en" : "th";
            csv.Append(CultureInfo.InvariantCulture, $"+6681{i:D7},{language},{region},sms,2025-06-01T00:00:00Z\n");
        }

        return csv.ToString();
    }

    private static double Queue(IServiceProvider services, string name, HazardLevel level, int people)
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        RegionId region = RegionId.Parse("600101");
        HazardChange change = new(
            ChangeKind.Opened, region, HazardKind.RiverFlood, name, now, level, HazardLevel.None, now, now.AddHours(6),
            IsLive: true, new RiverEvidence(StationId.Parse("bench-river"), 5.08, new RiverBank(102, 5, 0.08, true), null, null));
        long begin = Stopwatch.GetTimestamp();
        services.GetRequiredService<IHazardJournal>().Save([new ProvinceSave(region.Province, now, [], [change], null)]);
        AlertVersion alert = services.GetRequiredService<IAlertBook>().Untargeted().Single();
        TargetingOutcome outcome = services.GetRequiredService<TargetingBook>().Target(
            alert, [ContactChannels.Sms], now, alert.ExpiresAt, withdraws: true);
        double seconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        return outcome.People == people
            ? seconds
            : throw new BenchmarkException($"{outcome.People} people were targeted, not {people}");
    }
}

/// <summary>What queueing took.</summary>
/// <param name="People">Subscribers in the province.</param>
/// <param name="Rows">Deliveries for each alert: a second SMS has one of its own.</param>
/// <param name="ImportSeconds">Importing them.</param>
/// <param name="AloneSeconds">Composition and queueing of an event by itself.</param>
/// <param name="OverlappingSeconds">The same of a worse event of the same hazard that overlaps the first.</param>
/// <param name="ProofSeconds">Reading the proof of one.</param>
/// <param name="WorkingSetMiB">Memory of the process afterwards, the list of subscribers included.</param>
internal sealed record QueueFigures(
    int People, long Rows, double ImportSeconds, double AloneSeconds, double OverlappingSeconds, double ProofSeconds, double WorkingSetMiB);

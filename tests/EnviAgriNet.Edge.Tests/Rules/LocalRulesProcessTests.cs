using System.Globalization;
using EnviAgriNet.Edge.Tests.Downlink;
using EnviAgriNet.Protocol.Messages;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Edge.Tests.Rules;

/// <summary>The real edge with a config from a real broker, alone and not alone.</summary>
public sealed class LocalRulesProcessTests : IAsyncLifetime
{
    private const string Config =
        """{"version":1,"rules":[{"id":"river","series":"water_level","above":4.5,"clear":4.2,"hold":60,"severity":"Severe","siren":true,"voice":"river-flood-severe","text":{"th":"น้ำสูง {value} ขึ้นที่สูง","en":"River at {value}"}}]}""";

    private static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(30);

    private readonly string _folder = TestFolder.Make();
    private CloudStandIn _cloud = null!;

    private string ActuatorSocket => Path.Combine(_folder, "actuators.sock");

    public async Task InitializeAsync() => _cloud = await CloudStandIn.StartAsync();

    public async Task DisposeAsync()
    {
        await _cloud.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Config_GoodThenBad_IsTakenThenRefusedAndToldOnce_AndTheOldOneWarnsWithoutALineAndAfterARestart()
    {
        await using StandInActuators actuators = await StandInActuators.StartAsync(ActuatorSocket, _ => Task.FromResult(204));
        await _cloud.ConfigAsync(Config);
        using (EdgeProcess edge = await StartAsync(_cloud.Broker.Port))
        {
            await HealthAsync("config 1 in force", h => h.Config == 1 && h.ConfigRefused is null);
            await _cloud.ConfigAsync(Config.Replace("\"version\":1", "\"version\":2", StringComparison.Ordinal).Replace("4.2", "4.9", StringComparison.Ordinal));
            await HealthAsync("config 2 refused", h => h.Config == 1 && h.ConfigRefused == 2 && h.ConfigFaults!.StartsWith("rules[0].clear", StringComparison.Ordinal));

            // The line is up: the cloud warns, and the centre only tells.
            await PostAsync(edge, -60, 5);
            await PostAsync(edge, 0, 5);
            await EventAsync(StationEventKind.LocalRaised);
            Assert.Empty(actuators.Orders);
            await edge.KillAsync();
        }

        int nobody = FreePort.Next();
        using (EdgeProcess alone = await StartAsync(nobody))
        {
            await PostAsync(alone, 0, 5.25);
            await Eventually.HoldsAsync("the siren", WaitMax, () => actuators.Orders.Count == 3);
            Assert.Equal(["display", "siren", "voice"], actuators.Orders.Select(o => o.Name));
            Assert.Contains("River at 5.25 m", actuators.Orders.First().Body, StringComparison.Ordinal);
            Assert.Contains("\"on\":true", actuators.Orders.ElementAt(1).Body, StringComparison.Ordinal);

            // Killed before it knows that siren and board obeyed, it would ask them again: better twice than never.
            await alone.WaitUntilAsync(s => s["events_waiting"]!.GetValue<long>() > 0, "that it knows it was shown");
            await alone.KillAsync();
        }

        using (EdgeProcess again = await StartAsync(nobody))
        {
            await PostAsync(again, 0, 5.5);
            await again.WaitUntilAsync(s => s["alerts"]!.AsArray().Count == 1, "the alarm on the board");
            Assert.Equal(3, actuators.Orders.Count);
            await PostAsync(again, 1, 4.0);
            await Eventually.HoldsAsync("the end of it", WaitMax, () => actuators.Orders.Count == 5);
            Assert.Contains("\"text\":{}", actuators.Orders.ElementAt(3).Body, StringComparison.Ordinal);
            Assert.Contains("\"on\":false", actuators.Orders.ElementAt(4).Body, StringComparison.Ordinal);
            await again.KillAsync();
        }

        using EdgeProcess back = await StartAsync(_cloud.Broker.Port);
        StationEvent cleared = await EventAsync(StationEventKind.LocalCleared);
        StationEvent raised = _cloud.Events.First(e => e.Kind == StationEventKind.LocalRaised);
        Assert.Equal(raised.Alert, cleared.Alert);
        Assert.True(cleared.At > raised.At);
        await Eventually.HoldsAsync("that it was shown", WaitMax, () => _cloud.Events.Any(e => e.Kind == StationEventKind.AlertShown && e.Alert == raised.Alert));
        await HealthAsync("the refusal is still told", h => h.Config == 1 && h.ConfigRefused == 2);
        StationEvent[] once = [.. _cloud.Events.DistinctBy(e => e.Id)];
        Assert.Single(once, e => e.Kind == StationEventKind.ConfigTaken);
        Assert.Single(once, e => e.Kind == StationEventKind.ConfigRefused);
        Assert.Single(once, e => e.Kind == StationEventKind.LocalRaised);
    }

    [Fact]
    public async Task PastReadings_WithoutALine_OpenAndCloseForTheRecordAndWarnNobody()
    {
        await using StandInActuators actuators = await StandInActuators.StartAsync(ActuatorSocket, _ => Task.FromResult(204));
        await _cloud.ConfigAsync(Config);
        using (EdgeProcess edge = await StartAsync(_cloud.Broker.Port))
        {
            await HealthAsync("config 1 in force", h => h.Config == 1);
            await edge.KillAsync();
        }

        using (EdgeProcess alone = await StartAsync(FreePort.Next()))
        {
            foreach ((int seconds, double value) in ((int, double)[])[(-7200, 5), (-7140, 5), (-7080, 5), (-7000, 4), (-6900, 5), (-6840, 5)])
            {
                await PostAsync(alone, seconds, value);
            }

            // Ended and raised again in the past, then a reading of now that is well: nothing is ever shown.
            await PostAsync(alone, 0, 4.0);
            await alone.WaitUntilAsync(s => (int)s["local_alarms"]! == 0 && (int)s["events_waiting"]! >= 4, "four changes told");
            Assert.Empty(actuators.Orders);
            await alone.KillAsync();
        }

        using EdgeProcess back = await StartAsync(_cloud.Broker.Port);
        await Eventually.HoldsAsync("both ends", WaitMax, () => _cloud.Events.DistinctBy(e => e.Id).Count(e => e.Kind == StationEventKind.LocalCleared) == 2);
        StationEvent[] raised = [.. _cloud.Events.DistinctBy(e => e.Id).Where(e => e.Kind == StationEventKind.LocalRaised)];
        Assert.Equal(2, raised.Length);
        Assert.All(raised, e => Assert.Contains("in the past", e.Reason, StringComparison.Ordinal));
        Assert.DoesNotContain(_cloud.Events, e => e.Kind == StationEventKind.AlertShown);
    }

    private static async Task PostAsync(EdgeProcess edge, int seconds, double value)
    {
        double at = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() / 1000.0 + seconds;
        string payload = string.Create(
            CultureInfo.InvariantCulture, $$"""[{"bn":"urn:eag:cm-01:","boot":"b","bt":{{at:0.000}},"mono":{{at - 1_700_000_000:0.000}},"n":"water_level","v":{{value}}}]""");
        Assert.Equal(204, (await edge.PostAsync(payload)).Status);
    }

    private Task<EdgeProcess> StartAsync(int port) => EdgeProcess.StartAsync(
        _folder,
        port,
        $"Downlink:ActuatorSocket={ActuatorSocket}",
        "Downlink:RetryAfter=00:00:00.200",
        "Mqtt:BackOffMin=00:00:00.050",
        "Mqtt:BackOffMax=00:00:00.200",
        "Uplink:HealthEvery=00:00:01",
        "Packing:AgeMax=00:00:01",
        "Quality:Tests=Range",
        "Rules:AloneAfter=00:00:03");

    private Task HealthAsync(string what, Func<StationHealth, bool> holds) =>
        Eventually.HoldsAsync(what, WaitMax, () => _cloud.Healths.Any(holds));

    private async Task<StationEvent> EventAsync(StationEventKind kind)
    {
        await Eventually.HoldsAsync($"{kind}", WaitMax, () => _cloud.Events.Any(e => e.Kind == kind));
        return _cloud.Events.First(e => e.Kind == kind);
    }
}

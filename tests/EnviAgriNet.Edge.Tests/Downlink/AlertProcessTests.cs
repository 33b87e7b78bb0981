using System.Net;
using System.Text.RegularExpressions;
using EnviAgriNet.Protocol.Messages;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Edge.Tests.Downlink;

/// <summary>The real edge between a real broker and actuators that behave in different ways.</summary>
public sealed class AlertProcessTests : IAsyncLifetime
{
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
    public async Task Alert_HealthyActuator_IsShownOnceAndTold()
    {
        await using StandInActuators actuators = await StandInActuators.StartAsync(ActuatorSocket, _ => Task.FromResult(204));
        using EdgeProcess edge = await StartAsync();
        await _cloud.AlertAsync(Notice("a", siren: true));
        await _cloud.AlertAsync(Notice("a", siren: true));
        StationEvent told = await EventAsync("a");
        Assert.Equal(StationEventKind.AlertShown, told.Kind);
        await _cloud.AlertAsync(Notice("a", siren: true));
        await _cloud.AlertAsync(Notice("b", siren: false));
        await EventAsync("b");
        Assert.Equal(["display", "siren", "display", "siren"], actuators.Orders.Select(o => o.Name));
        Assert.Contains("\"on\":true", actuators.Orders.ElementAt(1).Body, StringComparison.Ordinal);
        Assert.Contains("\"on\":false", actuators.Orders.ElementAt(3).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alert_AcknowledgedAtTheScreen_SilencesSirenAndVoiceAndIsTold_AndAWithdrawnOneLeavesTheBoard()
    {
        int port = FreePort.Next();
        await using StandInActuators actuators = await StandInActuators.StartAsync(ActuatorSocket, _ => Task.FromResult(204));
        using EdgeProcess edge = await StartAsync($"Status:Listen=127.0.0.1:{port}", "Status:Operators=head deputy");
        await _cloud.AlertAsync(Notice("a", siren: true) with { EventId = "E1", Voice = "river-flood-severe" });
        await EventAsync("a");
        using HttpClient screen = new() { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        string page = await screen.GetStringAsync("/");
        string token = Regex.Match(page, "name=\"token\" value=\"([0-9a-f]{32})\"").Groups[1].Value;
        Assert.Equal(HttpStatusCode.Forbidden, await PressAsync(screen, "a", "head", token[..^1] + (token[^1] == '0' ? '1' : '0')));
        Assert.Equal(HttpStatusCode.Forbidden, await PressAsync(screen, "a", "stranger", token));

        // A screen without keyboard whose edge was started anew must not end at an empty page.
        using FormUrlEncodedContent stale = new([new("alert", "a"), new("by", "head"), new("token", "of-before")]);
        using HttpResponseMessage again = await screen.PostAsync("/acknowledge", stale);
        string offered = await again.Content.ReadAsStringAsync();
        Assert.Contains("กดอีกครั้ง", offered, StringComparison.Ordinal);
        Assert.Contains(token, offered, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await screen.PostAsync("/v1/readings", null)).StatusCode);

        Assert.Equal(HttpStatusCode.OK, await PressAsync(screen, "a", "deputy", token));
        Assert.Equal(HttpStatusCode.OK, await PressAsync(screen, "a", "head", token));
        Assert.Equal(HttpStatusCode.OK, await PressAsync(screen, "not-an-alert", "head", token));

        await Eventually.HoldsAsync("it is told", WaitMax, () => _cloud.Events.Any(e => e.Kind == StationEventKind.AlertAcknowledged));
        StationEvent told = Assert.Single(_cloud.Events.DistinctBy(e => e.Id), e => e.Kind == StationEventKind.AlertAcknowledged);
        Assert.Equal(("a", "acknowledged by deputy"), (told.Alert, told.Reason));

        // On a slow machine an order whose answer came late is given again, which changes nothing.
        await Eventually.HoldsAsync("siren and voice are silent", WaitMax, () => actuators.Different.Length == 5);
        Assert.Equal(["display", "siren", "voice", "siren", "voice"], actuators.Different.Select(o => o.Name));
        Assert.Contains("river-flood-severe", actuators.Different[2].Body, StringComparison.Ordinal);
        Assert.Equal("""{"on":false,"alert":null,"version":0,"event":"E1"}""", actuators.Different[3].Body);
        Assert.Contains("Acknowledged by deputy", await screen.GetStringAsync("/"), StringComparison.Ordinal);

        await _cloud.AlertAsync(Notice("b", siren: true) with { EventId = "E1", Version = 2, Type = "Cancel", Voice = string.Empty });
        await EventAsync("b");
        Assert.Contains("\"text\":{}", actuators.Different[5].Body, StringComparison.Ordinal);
        Assert.Contains("\"on\":false", actuators.Different[6].Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<article", await screen.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alert_OlderActuatorsWithoutVoice_IsShownAllTheSame()
    {
        await using StandInActuators actuators = await StandInActuators.StartAsync(ActuatorSocket, call => Task.FromResult(call % 3 == 0 ? 404 : 204));
        using EdgeProcess edge = await StartAsync();
        await _cloud.AlertAsync(Notice("a", siren: true) with { Voice = "haze-severe" });
        Assert.Equal(StationEventKind.AlertShown, (await EventAsync("a")).Kind);
    }

    [Fact]
    public async Task Alert_ActuatorSlowThenBrokenThenWorking_IsShownInTheEnd()
    {
        await using StandInActuators actuators = await StandInActuators.StartAsync(ActuatorSocket, async call =>
        {
            if (call == 1)
            {
                await Task.Delay(TimeSpan.FromSeconds(1));
            }

            return call <= 2 ? 500 : 204;
        });
        using EdgeProcess edge = await StartAsync();
        await _cloud.AlertAsync(Notice("a", siren: true));
        Assert.Equal(StationEventKind.AlertShown, (await EventAsync("a")).Kind);
        Assert.Equal(["display", "siren"], actuators.Orders.Select(o => o.Name));
    }

    [Fact]
    public async Task Alert_ExpiresBeforeItCanBeShown_IsToldAsFailed()
    {
        await using StandInActuators actuators = await StandInActuators.StartAsync(ActuatorSocket, _ => Task.FromResult(500));
        using EdgeProcess edge = await StartAsync();
        await _cloud.AlertAsync(Notice("a", siren: true) with { Expires = DateTimeOffset.UtcNow.AddSeconds(1).ToUnixTimeSeconds() });
        StationEvent told = await EventAsync("a");
        Assert.Equal(StationEventKind.AlertFailed, told.Kind);
        Assert.Contains("expired", told.Reason, StringComparison.Ordinal);
        Assert.Empty(actuators.Orders);
    }

    [Fact]
    public async Task Health_OfARunningAndAKilledEdge_SaysHowItIsAndThatItIsGone()
    {
        _cloud.IsReceipting = false;
        using EdgeProcess edge = await StartAsync("Packing:ReadingsMax=1");
        for (int i = 0; i < 40; i++)
        {
            Assert.Equal(204, (await edge.PostAsync($"[{{\"bn\":\"urn:eag:cm-01:\",\"bt\":{1_700_000_000 + i},\"n\":\"pm25\",\"v\":1}}]")).Status);
        }

        string box = (string)(await edge.StatusAsync())["outbox"]!;
        await Eventually.HoldsAsync("health with the depth", WaitMax, () => _cloud.Healths.Any(h => h.Depth >= 17));
        StationHealth health = _cloud.Healths.First(h => h.Depth >= 17);
        Assert.Equal(("online", box, "synced"), (health.State, health.Outbox, health.Clock));
        Assert.Equal(health.Depth, health.LastSequence);
        Assert.True(health.Bytes > 0 && health.At > 1_700_000_000 && health.Version.Length > 0);
        await edge.KillAsync();
        await Eventually.HoldsAsync("the will", WaitMax, () => _cloud.Healths.Last().State == "offline");
    }

    private static async Task<HttpStatusCode> PressAsync(HttpClient screen, string alert, string by, string token)
    {
        using FormUrlEncodedContent form = new([new("alert", alert), new("by", by), new("token", token)]);
        using HttpResponseMessage answer = await screen.PostAsync("/acknowledge", form);
        return answer.StatusCode;
    }

    private static AlertNotice Notice(string identifier, bool siren) => new()
    {
        Identifier = identifier,
        Version = 1,
        Type = "Alert",
        Siren = siren,
        Text = new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = "water is rising" },
        Expires = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds(),
    };

    private async Task<EdgeProcess> StartAsync(params string[] settings)
    {
        EdgeProcess edge = await EdgeProcess.StartAsync(
            _folder, _cloud.Broker.Port,
            [$"Downlink:ActuatorSocket={ActuatorSocket}", "Downlink:AnswerTimeMax=00:00:00.500", "Downlink:RetryAfter=00:00:00.200",
                "Mqtt:BackOffMin=00:00:00.050", "Mqtt:BackOffMax=00:00:00.200", "Uplink:HealthEvery=00:00:01", .. settings]);
        await edge.WaitUntilAsync(s => (string?)s["link"] == "up", "the link");
        await Eventually.HoldsAsync("health", WaitMax, () => _cloud.Healths.Any(h => h.State == "online"));
        return edge;
    }

    private async Task<StationEvent> EventAsync(string alert)
    {
        await Eventually.HoldsAsync($"the fate of alert {alert}", WaitMax, () => _cloud.Events.Any(e => e.Alert == alert));
        return Assert.Single(_cloud.Events.DistinctBy(e => e.Id), e => e.Alert == alert);
    }
}

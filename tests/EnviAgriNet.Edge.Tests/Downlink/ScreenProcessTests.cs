using System.Text.RegularExpressions;
using EnviAgriNet.Protocol.Messages;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Edge.Tests.Downlink;

/// <summary>The real edge and its screen, where siren and board are not there or do not answer.</summary>
public sealed class ScreenProcessTests : IAsyncLifetime
{
    private static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(30);

    private readonly string _folder = TestFolder.Make();
    private readonly int _port = FreePort.Next();
    private readonly HttpClient _screen;
    private CloudStandIn _cloud = null!;

    public ScreenProcessTests() => _screen = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_port}") };

    private string ActuatorSocket => Path.Combine(_folder, "actuators.sock");

    public async Task InitializeAsync() => _cloud = await CloudStandIn.StartAsync();

    public async Task DisposeAsync()
    {
        _screen.Dispose();
        await _cloud.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Alert_CentreWithItsScreenAlone_StandsThere_IsToldTruly_AndComesBackAfterAKill()
    {
        using (EdgeProcess edge = await StartAsync(_cloud.Broker.Port))
        {
            await edge.WaitUntilAsync(s => (string?)s["link"] == "up", "the link");
            await _cloud.AlertAsync(Notice("loud", "the river rises", siren: true));
            await _cloud.AlertAsync(Notice("mild", "dusty air", siren: false));
            await PageAsync("both", page => page.Contains("the river rises", StringComparison.Ordinal) && page.Contains("dusty air", StringComparison.Ordinal));

            // A siren that is not there has not sounded; a person who pressed the button has seen it.
            Assert.Equal(StationEventKind.AlertFailed, (await EventAsync("loud", e => e.Kind != StationEventKind.AlertAcknowledged)).Kind);
            Assert.Equal(StationEventKind.AlertShown, (await EventAsync("mild", _ => true)).Kind);
            await PressAsync("loud");
            await EventAsync("loud", e => e.Kind == StationEventKind.AlertAcknowledged);
            await edge.KillAsync();
        }

        using EdgeProcess alone = await StartAsync(FreePort.Next());
        await PageAsync("both again", page => page.Contains("dusty air", StringComparison.Ordinal) && page.Contains("Acknowledged by head", StringComparison.Ordinal));
        Assert.Equal(3, _cloud.Events.DistinctBy(e => e.Id).Count());
    }

    [Fact]
    public async Task Alert_ActuatorsDoNotAnswerAndTheEdgeIsKilled_StandsOnTheScreen_AndSoundsNotWhatWasAcknowledged()
    {
        bool isWell = false;
        await using StandInActuators actuators = await StandInActuators.StartAsync(ActuatorSocket, _ => Task.FromResult(Volatile.Read(ref isWell) ? 204 : 500));
        using (EdgeProcess edge = await StartAsync(_cloud.Broker.Port, $"Downlink:ActuatorSocket={ActuatorSocket}"))
        {
            await edge.WaitUntilAsync(s => (string?)s["link"] == "up", "the link");
            await _cloud.AlertAsync(Notice("seen", "the river rises", siren: true) with { Voice = "river-flood-severe" });
            await PageAsync("the first one", page => page.Contains("the river rises", StringComparison.Ordinal));
            await PressAsync("seen");
            await _cloud.AlertAsync(Notice("unseen", "the dam is full", siren: true));
            await PageAsync("the second one", page => page.Contains("the dam is full", StringComparison.Ordinal));
            Assert.DoesNotContain(_cloud.Events, e => e.Kind is StationEventKind.AlertShown or StationEventKind.AlertFailed);
            await edge.KillAsync();
        }

        Assert.Empty(actuators.Orders);
        Volatile.Write(ref isWell, true);
        using EdgeProcess again = await StartAsync(FreePort.Next(), $"Downlink:ActuatorSocket={ActuatorSocket}");
        await Eventually.HoldsAsync("both are ordered without a line", WaitMax, () => actuators.Different.Length == 5);
        Assert.Equal(["display", "siren", "voice", "display", "siren"], actuators.Different.Select(o => o.Name));
        Assert.Contains("\"on\":false", actuators.Different[1].Body, StringComparison.Ordinal);
        Assert.Contains("\"clip\":\"\"", actuators.Different[2].Body, StringComparison.Ordinal);
        Assert.Contains("\"on\":true", actuators.Different[4].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Screen_DiskThatCannotBeOpened_AnswersSaysSo_AndShowsWhatComes()
    {
        File.WriteAllText(Path.Combine(_folder, "outbox"), "no folder");
        using EdgeProcess edge = await StartAsync(_cloud.Broker.Port);
        await edge.WaitUntilAsync(s => (string?)s["link"] == "up", "the link");
        await _cloud.AlertAsync(Notice("a", "the river rises", siren: true));
        await PageAsync("the alert", page => page.Contains("the river rises", StringComparison.Ordinal));
        await PressAsync("a");
        string page = await _screen.GetStringAsync("/");
        Assert.Contains("The disk is full", page, StringComparison.Ordinal);
        Assert.Contains("Warnings cannot be kept", page, StringComparison.Ordinal);
        Assert.DoesNotContain("เรียบร้อย ", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alert_ExpiredAndWithdrawn_IsOverOnTheScreen_AlsoAfterAKill()
    {
        using (EdgeProcess edge = await StartAsync(_cloud.Broker.Port))
        {
            await edge.WaitUntilAsync(s => (string?)s["link"] == "up", "the link");
            await _cloud.AlertAsync(Notice("short", "short danger", siren: false) with { Expires = DateTimeOffset.UtcNow.AddSeconds(1).ToUnixTimeSeconds() });
            await PageAsync("that it is over", page => page.Contains("Its time was up", StringComparison.Ordinal) && page.Contains("short danger", StringComparison.Ordinal));
            await _cloud.AlertAsync(Notice("long", "long danger", siren: false));
            await PageAsync("the long one", page => page.Contains("long danger", StringComparison.Ordinal));
            await _cloud.AlertAsync(Notice("long", "a broken sensor said so", siren: false) with { Version = 2, Identifier = "long-2", Type = "Cancel" });
            await PageAsync("that it was cancelled", IsCancelled);
            await edge.KillAsync();
        }

        using EdgeProcess alone = await StartAsync(FreePort.Next());
        await PageAsync("that it was cancelled, again", IsCancelled);

        static bool IsCancelled(string page) => page.Contains("It was cancelled", StringComparison.Ordinal)
            && page.Contains("long danger", StringComparison.Ordinal) && page.Contains("a broken sensor said so", StringComparison.Ordinal)
            && !page.Contains("<article", StringComparison.Ordinal);
    }

    private static AlertNotice Notice(string identifier, string text, bool siren) => new()
    {
        EventId = $"event-{identifier}",
        Identifier = identifier,
        Version = 1,
        Severity = siren ? "Severe" : "Moderate",
        Siren = siren,
        Text = new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = text },
        Expires = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds(),
    };

    private Task<EdgeProcess> StartAsync(int broker, params string[] settings) => EdgeProcess.StartAsync(
        _folder, broker,
        [$"Status:Listen=127.0.0.1:{_port}", "Status:Operators=head", "Downlink:RetryAfter=00:00:00.200", "Mqtt:BackOffMin=00:00:00.050",
            "Mqtt:BackOffMax=00:00:00.200", .. settings]);

    private Task PageAsync(string what, Func<string, bool> holds) =>
        Eventually.HoldsAsync(what, WaitMax, () => holds(_screen.GetStringAsync("/").GetAwaiter().GetResult()));

    private async Task PressAsync(string alert)
    {
        string page = await _screen.GetStringAsync("/");
        string token = Regex.Match(page, "name=\"token\" value=\"(?<token>[0-9a-f]{32})\"", RegexOptions.ExplicitCapture).Groups["token"].Value;
        using FormUrlEncodedContent form = new([new("alert", alert), new("by", "head"), new("token", token)]);
        using HttpResponseMessage answer = await _screen.PostAsync("/acknowledge", form);
        Assert.Contains("Acknowledged by head", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<StationEvent> EventAsync(string alert, Func<StationEvent, bool> which)
    {
        await Eventually.HoldsAsync($"an event of alert {alert}", WaitMax, () => _cloud.Events.Any(e => e.Alert == alert && which(e)));
        return _cloud.Events.First(e => e.Alert == alert && which(e));
    }
}

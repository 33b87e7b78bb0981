using System.Globalization;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Cloud.Tests.Alerts.Release;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Cloud.Tests.Commands.Drill;
using EnviAgriNet.Cloud.Tests.ReadingStore;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Cloud.Tests.Api;

/// <summary>Drills and back-tests that officers start in a running cloud: the river rises over its bank, and nobody hears of it.</summary>
public sealed class RehearsalEndpointsTests : IAsyncLifetime
{
    private const string Span = """ "from":"2026-03-01T00:00:00Z","to":"2026-03-01T10:00:00Z" """;

    private readonly Door _door = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("eag-rehearsal-").FullName;
    private ReleaseCloud _cloud = null!;
    private DeskCalls _calls = null!;

    public async Task InitializeAsync()
    {
        string data = Directory.CreateDirectory(Path.Combine(_folder, "data")).FullName;
        StoreFolder folder = new(data);
        using (Cloud.ReadingStore.SqliteReadingStore store = folder.Open())
        {
            store.Commit([folder.Pack(1, [.. Enumerable.Range(0, 60).Select(i => StoreFolder.Reading(10 * i, Math.Min(5.7, 3 + (0.075 * i)), "water_level"))])]);
        }

        string secret = Path.Combine(_folder, "secret");
        await File.WriteAllTextAsync(secret, "secret");
        string port = _door.Port.ToString(CultureInfo.InvariantCulture);
        _cloud = new ReleaseCloud(
            ("Cloud:DataFolder", data), ("Channels:Sms:Enabled", "true"), ("Channels:Sms:Url", $"http://127.0.0.1:{port}/cgi-bin/sendsms"),
            ("Channels:Sms:PasswordFile", secret), ("Channels:Sms:CallbackBase", $"http://127.0.0.1:{port}"));
        await _cloud.StartAsync();
        _cloud.Room.Subscribe(RegistryRoom.Person("0812345678"), RegistryRoom.Person("0812345679", "phone", "en"));
        _cloud.Room.Get<StationBook>().Store([RegistryRoom.Station(StoreFolder.Station.ToString(), "500101") with { BankLevel = 5, GroundLevel = 1 }]);
        _calls = new DeskCalls(_cloud);
    }

    public async Task DisposeAsync()
    {
        _calls.Dispose();
        await _cloud.DisposeAsync();
        _door.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Drill_FromAPage_TellsWhoWouldHaveBeenTold_AndNothingLeaves()
    {
        string before = _cloud.Memory();
        JsonNode run = await RunAsync("drill", $$"""{ {{Span}}, "hazard":"river-flood","people":50,"reason":"monthly drill"}""");

        Assert.Equal("done", (string)run["state"]!);
        JsonNode first = run["result"]!["alerts"]![0]!;
        Assert.All(run["result"]!["alerts"]!.AsArray(), a => Assert.NotEqual("Actual", (string)a!["cap_status"]!));
        Assert.StartsWith("[ซ้อม] ", (string)first["texts"]!["th"]!["sms"]!, StringComparison.Ordinal);
        Assert.True((bool)first["waits_for_officer"]!);
        Assert.Equal("river-flood", (string)run["result"]!["events"]![0]!["hazard"]!);

        // Nothing of the running cloud changed, and nothing left it.
        Assert.Equal(before, _cloud.Memory());
        Assert.Equal(0, _door.Connections);
        Assert.Empty(_cloud.Room.Link.Published);
        Assert.Equal(0, _cloud.Room.Get<RegistryDatabase>().Read(c => (long)c.One("SELECT COUNT(*) FROM delivery")!));
        string[] steps = [.. _cloud.Room.Get<AuditBook>().List(null, $"rehearsal {(long)run["number"]!}", 10).Select(l => $"{l.Entry.Actor} {l.Entry.Action}")];
        Assert.Equal(["somchai drill.started", "somchai drill.done"], steps);
    }

    [Fact]
    public async Task Drill_ForThoseRegistered_CountsThemAndKeepsNoNumber()
    {
        JsonNode run = await RunAsync("drill", $$"""{ {{Span}}, "hazard":"river-flood","reason":"who would hear"}""");
        Assert.Equal("done", (string)run["state"]!);
        string text = run.ToJsonString();
        Assert.DoesNotContain("812345", text, StringComparison.Ordinal);
        Assert.Equal(0, _door.Connections);
        Assert.Equal(0, _cloud.Room.Get<RegistryDatabase>().Read(c => (long)c.One("SELECT COUNT(*) FROM delivery")!));
    }

    [Fact]
    public async Task Backtest_OfAnAddedRule_IsNotedAsItsTrial_AndThenItMayBeSwitchedOn()
    {
        JsonNode rule = (await _calls.ReadAsync("vin", "rules/river-flood/0"))["rule"]!;
        JsonNode added = await _calls.DoAsync("somchai", "rules", new JsonObject { ["rule"] = rule.DeepClone(), ["reason"] = "for a trial" }.ToJsonString());
        Assert.Equal((1, "draft"), ((int)added["version"]!, (string)added["state"]!));
        Assert.Equal(409, (await _calls.PostAsync("malee", "rules/river-flood/1/on", """{"reason":"better"}""")).Status);

        JsonNode run = await RunAsync("backtest", $$"""{ {{Span}}, "rule":"river-flood:1","reached":"bank_percent>=100","within":24,"reason":"before it judges"}""");
        Assert.Equal("done", (string)run["state"]!);
        Assert.Equal((1, 1, 0), ((int)run["result"]!["totals"]!["events"]!, (int)run["result"]!["totals"]!["hits"]!, (int)run["result"]!["totals"]!["missed"]!));
        Assert.Equal(403, (await _calls.PostAsync("somchai", "rules/river-flood/1/on", """{"reason":"better"}""")).Status);
        await _calls.DoAsync("malee", "rules/river-flood/1/on", """{"reason":"it was first by an hour"}""");
        JsonNode whole = await _calls.ReadAsync("vin", "rules/river-flood/1");
        Assert.Equal("on", (string)whole["state"]!);
        Assert.Contains("it was first by an hour", (string)whole["steps"]!.AsArray()[^1]!["reason"]!, StringComparison.Ordinal);
        Assert.Contains(_cloud.Room.Get<AuditBook>().List(null, "rule river-flood:1", 10), l => l.Entry is { Actor: "malee", Action: "rule.on" });
        Assert.Contains(_cloud.Room.Get<AuditBook>().List(null, "rule river-flood:1", 10), l => l.Entry is { Actor: "somchai", Action: "rule.tried" });
        await _calls.DoAsync("malee", "rules/river-flood/off", """{"reason":"back to the one before"}""");
        await _calls.DoAsync("malee", "rules/river-flood/0/on", """{"reason":"back to the one before"}""");
    }

    [Fact]
    public async Task Start_Noise_IsRefusedWithAReason_AndStartsNothing()
    {
        const int Seed = 815;
        Random random = new(Seed);
        string[] fields = ["reason", "from", "to", "hazard", "region", "station", "people", "rule", "level", "reached", "within", "csv"];
        string[] values =
        [
            "\"x\"", "null", "7", "-1", "1e999", "\"haze:0\"", "\"/etc/passwd\"", "\"../../x.json\"", "\"--csv=/etc/passwd\"", "\"50\"", "\"2026-03-01T00:00:00Z\"", "\"0001-01-01T00:00:00Z\"",
            "\"9999-12-31T23:59:59-14:00\"", "{}", "[]", "\"\\uDC00\"", "\"\\u0000\"", "true", $"\"{new string('x', 600)}\"",
        ];
        for (int round = 0; round < 300; round++)
        {
            string kind = random.Next(2) == 0 ? "drill" : "backtest";
            string body = $"{{{string.Join(',', Enumerable.Range(0, random.Next(7)).Select(_ => $"\"{fields[random.Next(fields.Length)]}\":{values[random.Next(values.Length)]}"))}}}";
            (int status, string answer) = await _calls.PostAsync("malee", $"rehearsals/{kind}", body);
            if (status is 200 or 409)
            {
                // By chance a sound call; it must end like any other.
                await EndAsync(kind, (long)(await _calls.ReadAsync("vin", $"rehearsals/{kind}"))["runs"]![0]!["number"]!);
                continue;
            }

            Assert.True(status == 400 && answer.Length > 0, $"seed {Seed}, round {round}: {status} {answer} to {kind} {body}");
        }

        foreach (string wrong in (string[])
        [
            """{"from":"2026-03-01T00:00:00Z","to":"2026-05-01T00:00:00Z","reason":"too long"}""", $$"""{ {{Span}} }""", $$"""{ {{Span}},"reason":" "}""",
            $$"""{ {{Span}},"reason":"x","people":20001}""", $$"""{ {{Span}},"reason":"x","region":"5"}""", $$"""{ {{Span}},"reason":"x","hazard":"meteor"}""",
        ])
        {
            Assert.Equal(400, (await _calls.PostAsync("malee", "rehearsals/drill", wrong)).Status);
        }

        Assert.Equal(400, (await _calls.PostAsync("malee", "rehearsals/backtest", $$"""{ {{Span}},"reason":"x","rule":"/etc/passwd"}""")).Status);
        Assert.Equal(404, (await _calls.PostAsync("malee", "rehearsals/coup", $$"""{ {{Span}},"reason":"x"}""")).Status);
        Assert.Equal(403, (await _calls.PostAsync("vin", "rehearsals/drill", $$"""{ {{Span}},"reason":"x"}""")).Status);
    }

    private async Task<JsonNode> RunAsync(string kind, string body)
    {
        JsonNode started = await _calls.DoAsync("somchai", $"rehearsals/{kind}", body);
        return await EndAsync(kind, (long)started["number"]!);
    }

    private async Task<JsonNode> EndAsync(string kind, long number)
    {
        JsonNode? run = null;
        await Eventually.HoldsAsync($"{kind} {number} ends", TimeSpan.FromSeconds(60), async () =>
        {
            run = await _calls.ReadAsync("vin", $"rehearsals/{kind}/{number}");
            return (string)run["state"]! != "running";
        });
        return run!;
    }
}

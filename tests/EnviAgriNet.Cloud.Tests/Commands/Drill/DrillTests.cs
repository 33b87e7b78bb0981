using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EnviAgriNet.Cloud.Commands.Drill;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Cloud.Tests.ReadingStore;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Tests.Commands.Drill;

/// <summary>Drills through the command, on a flood of one day.</summary>
public sealed class DrillTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("eag-drilltest-").FullName;

    private string NoData => $"Cloud:DataFolder={Path.Combine(_folder, "none")}";

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Drill_Flood_TellsWhatWouldHaveBeenSaidToWhomAndWhen()
    {
        using JsonDocument report = JsonDocument.Parse(await DrillAsync("--people", "500", "--speed", "0"));

        JsonElement[] alerts = [.. report.RootElement.GetProperty("alerts").EnumerateArray()];
        Assert.All(alerts, a => Assert.Equal("Exercise", a.GetProperty("cap_status").GetString()));
        Assert.All(alerts, a => Assert.StartsWith("[ซ้อม] ", a.GetProperty("texts").GetProperty("th").GetProperty("sms").GetString(), StringComparison.Ordinal));
        Assert.All(alerts, a => Assert.StartsWith("[DRILL] ", a.GetProperty("texts").GetProperty("en").GetProperty("sms").GetString(), StringComparison.Ordinal));
        Assert.True(alerts[^1].GetProperty("proof").GetProperty("all_clear").GetBoolean());
        JsonElement proof = alerts[0].GetProperty("proof");
        Assert.Equal((500, 500), (proof.GetProperty("people").GetInt32(), proof.GetProperty("people_reached").GetInt32()));
        Assert.Equal("500101", proof.GetProperty("places")[0].GetProperty("name").GetString());

        // 500 messages and as many second ones at most, at 50 a second.
        Assert.InRange(alerts[0].GetProperty("queue_seconds").GetDouble(), 10, 21);
        Assert.Equal("river-flood", report.RootElement.GetProperty("events")[0].GetProperty("hazard").GetString());
    }

    [Fact]
    public async Task Drill_EveryChannelConfiguredAndReachable_ConnectsToNoneAndWritesNowhere()
    {
        using Door door = new();
        string drop = Directory.CreateDirectory(Path.Combine(_folder, "drop")).FullName;
        string data = Path.Combine(_folder, "data");
        using (RegistryRoom room = new())
        {
            room.Stations.Store([RegistryRoom.Station("cm-river", "500101") with { BankLevel = 5, GroundLevel = 1 }]);
            room.Subscribers.Store([RegistryRoom.Person("0812345678"), RegistryRoom.Person("0898765432", "phone", "en")]);
            Directory.CreateDirectory(data);
            foreach (string file in Directory.GetFiles(room.Folder))
            {
                File.Copy(file, Path.Combine(data, Path.GetFileName(file)));
            }
        }

        string secret = Write("secret", "secret");
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        string port = door.Port.ToString(CultureInfo.InvariantCulture);
        string[] settings =
        [
            $"Cloud:DataFolder={data}", "Mqtt:Host=127.0.0.1", $"Mqtt:Port={port}", $"Api:Listen=http://127.0.0.1:{port}",
            "Channels:Sms:Enabled=true", $"Channels:Sms:Url=http://127.0.0.1:{port}/cgi-bin/sendsms", $"Channels:Sms:PasswordFile={secret}",
            $"Channels:Sms:CallbackBase=http://127.0.0.1:{port}",
            "Channels:Line:Enabled=true", $"Channels:Line:Url=http://127.0.0.1:{port}", $"Channels:Line:TokenFile={secret}", $"Channels:Line:SecretFile={secret}",
            "Channels:Email:Enabled=true", "Channels:Email:Host=127.0.0.1", $"Channels:Email:Port={port}", "Channels:Email:From=warn@example.org",
            "Channels:WebPush:Enabled=true", $"Channels:WebPush:KeyFile={Write("vapid.pem", key.ExportPkcs8PrivateKeyPem())}",
            "Channels:WebPush:Contact=mailto:warn@example.org", "Channels:WebPush:AllowPrivateAddresses=true",
            "Channels:CellBroadcast:Enabled=true", $"Channels:CellBroadcast:Folder={drop}",
        ];
        string before = Files();

        using JsonDocument report = JsonDocument.Parse(
            await DrillAsync(["--station", "cm-river", "--speed", "0", .. settings.SelectMany(s => (string[])["--set", s])]));

        Assert.Equal(0, door.Connections);
        Assert.Equal(before, Files());
        Dictionary<string, long> taken = report.RootElement.GetProperty("channels").EnumerateArray()
            .ToDictionary(c => c.GetProperty("name").GetString()!, c => c.GetProperty("messages").GetInt64());
        Assert.True(taken["sms"] > 0 && taken["phone"] > 0 && taken["siren"] > 0, string.Join(' ', taken));
        Assert.True(taken.Count >= 6, string.Join(' ', taken.Keys));
    }

    [Theory]
    [InlineData("Send", "SentUnanswered", 10)]
    [InlineData("Drop", "DroppedUnanswered", 0)]
    public async Task Drill_PolicyThatWaits_EndsAsItSays_AndTheReportSaysThatItWaited(string then, string outcome, int reached)
    {
        string[] policy = ["--set", "Release:Policies:0:Way=Wait", "--set", "Release:Policies:0:Wait=00:30:00", "--set", $"Release:Policies:0:Then={then}"];
        using JsonDocument report = JsonDocument.Parse(await DrillAsync(["--people", "10", "--speed", "0", .. policy]));

        JsonElement first = report.RootElement.GetProperty("alerts")[0];
        Assert.Equal((true, outcome), (first.GetProperty("waits_for_officer").GetBoolean(), first.GetProperty("outcome").GetString()));
        JsonElement proof = first.GetProperty("proof");
        Assert.Equal(reached, proof.GetProperty("people_reached").GetInt32());
        JsonElement times = proof.GetProperty("times");
        DateTimeOffset decided = times.GetProperty("decided_at").GetDateTimeOffset();
        if (reached > 0)
        {
            Assert.InRange((times.GetProperty("released_at").GetDateTimeOffset() - decided).TotalMinutes, 30, 40);
        }

        Assert.Equal(decided, report.RootElement.GetProperty("events")[0].GetProperty("raised_at").GetDateTimeOffset());

        Screen screen = new();
        Assert.Equal(ExitCodes.Ok, await InvokeAsync(screen, ["--hazard", "flood", "--bank", "5", "--ground", "1", "--people", "10", "--speed", "0", .. policy]));
        Assert.Contains(screen.Lines, l => l.Contains("would have waited for an officer", StringComparison.Ordinal) && l.Contains(then == "Send" ? "sent" : "dropped", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Drill_WithoutASecondWitness_TellsThatADraftWouldHaveWaited()
    {
        // The gauge jumps in one step, as a broken one does.
        string jump = Write("jump.csv", "time,level\n" + string.Concat(Enumerable.Range(0, 12).Select(i =>
            string.Create(CultureInfo.InvariantCulture, $"{new DateTime(2024, 9, 25, 0, 0, 0, DateTimeKind.Unspecified).AddMinutes(10 * i):yyyy-MM-dd HH:mm},{(i < 6 ? 3 : 7 + (i % 3 * 0.01)):F2}\n"))));
        Screen screen = new();
        Assert.Equal(ExitCodes.Ok, await RunAsync(
            screen, "--csv", jump, "--map", "time=time,level=water_level[m]", "--hazard", "flood", "--bank", "5", "--ground", "1", "--people", "5", "--speed", "0", "--json", "--set", NoData));
        using JsonDocument report = JsonDocument.Parse(Assert.Single(screen.Lines));

        JsonElement[] alerts = [.. report.RootElement.GetProperty("alerts").EnumerateArray()];
        JsonElement draft = alerts.Single(a => a.GetProperty("waits_for_officer").GetBoolean());
        Assert.Null(draft.GetProperty("outcome").GetString());
        Assert.Equal("Draft", draft.GetProperty("proof").GetProperty("state").GetString());
        Assert.Equal(JsonValueKind.Null, draft.GetProperty("proof").GetProperty("times").GetProperty("released_at").ValueKind);
        Assert.Equal(0, draft.GetProperty("proof").GetProperty("people").GetInt32());
    }

    [Fact]
    public async Task Drill_OfStoredReadings_ToAListOfPeople_AtASpeed()
    {
        string data = Directory.CreateDirectory(Path.Combine(_folder, "data")).FullName;
        using (RegistryDatabase registry = new(Path.Combine(data, "registry.db")))
        {
            new StationBook(registry).Store([RegistryRoom.Station(StoreFolder.Station.ToString(), "500101") with { BankLevel = 5, GroundLevel = 1 }]);
        }

        StoreFolder folder = new(data);
        using (Cloud.ReadingStore.SqliteReadingStore store = folder.Open())
        {
            store.Commit([folder.Pack(1, [.. Enumerable.Range(0, 60).Select(i => StoreFolder.Reading(10 * i, Math.Min(5.7, 3 + (0.075 * i)), "water_level"))])]);
        }

        string list = Write("people.csv", "phone,language,region,channel,consent_at\n0812345678,th,500101,sms,2026-01-01T09:00:00Z\n0898765432,en,50,sms,2026-01-01T09:00:00Z\n0898765433,th,57,sms,2026-01-01T09:00:00Z\n");
        string[] call = ["--hazard", "flood", "--subscribers", list, "--json", "--set", $"Cloud:DataFolder={data}"];
        Screen whole = new();
        Assert.True(await RunAsync(whole, [.. call, "--from", "2026-03-01 07:00", "--to", "2026-03-01 17:00", "--speed", "0"]) == ExitCodes.Ok, string.Join('\n', whole.Errors));
        using JsonDocument report = JsonDocument.Parse(Assert.Single(whole.Lines));
        JsonElement proof = report.RootElement.GetProperty("alerts")[0].GetProperty("proof");
        Assert.Equal((2, 2), (proof.GetProperty("people").GetInt32(), proof.GetProperty("people_reached").GetInt32()));
        Assert.Equal(60, report.RootElement.GetProperty("readings").GetInt32());

        // Twenty minutes at 600 times the speed are two seconds.
        Screen slow = new();
        long began = System.Diagnostics.Stopwatch.GetTimestamp();
        Assert.Equal(ExitCodes.Ok, await RunAsync(slow, [.. call, "--from", "2026-03-01 10:00", "--to", "2026-03-01 10:20", "--speed", "600"]));
        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(began).TotalSeconds, 1.9, 30);
        using JsonDocument part = JsonDocument.Parse(Assert.Single(slow.Lines));
        Assert.Equal(2, part.RootElement.GetProperty("readings").GetInt32());
    }

    [Fact]
    public void Copy_OfARegistry_HoldsNoAddressAndNoHashOfOne()
    {
        using RegistryRoom room = new();
        room.Subscribers.Store([RegistryRoom.Person("0812345678"), RegistryRoom.Person("0898765432", "phone", "en")]);
        string copy = Path.Combine(_folder, "copy.db");

        RegistryCopy.Copy(Path.Combine(room.Folder, "registry.db"), copy, withPeople: true);

        using RegistryDatabase scratch = new(copy);
        List<(byte[] Hash, byte[] Address)> contacts = scratch.Read(c => c.List(
            "SELECT address_hash, address FROM contact ORDER BY subscriber", row => ((byte[])row[0], (byte[])row[1])));
        Assert.Equal(["1:sms", "2:phone"], contacts.Select(c => Encoding.ASCII.GetString(c.Hash)));
        Assert.All(contacts, c => Assert.Empty(c.Address));
        Assert.Equal(2, scratch.Read(c => (long)c.One("SELECT COUNT(*) FROM subscriber_region")!));
    }

    [Theory]
    [InlineData("--from", "2024-09-26", "--to", "2024-09-25")]
    [InlineData("--hazard", "meteor")]
    [InlineData("--speed", "-1")]
    [InlineData("--people", "1", "--subscribers", "x.csv")]
    [InlineData("--region", "5")]
    public async Task Drill_WrongCall_SaysWhichOption(params string[] wrong)
    {
        Screen screen = new();
        Assert.Equal(ExitCodes.Usage, await InvokeAsync(screen, wrong));
        Assert.Contains(wrong[0], string.Join('\n', screen.Errors), StringComparison.Ordinal);
        Assert.Empty(screen.Lines);
    }

    private async Task<string> DrillAsync(params string[] more)
    {
        Screen screen = new();
        int code = await InvokeAsync(screen, ["--hazard", "flood", "--bank", "5", "--ground", "1", "--region", "500101", "--json", .. more]);
        Assert.True(code == ExitCodes.Ok, string.Join('\n', screen.Errors));
        return Assert.Single(screen.Lines);
    }

    private Task<int> InvokeAsync(Screen screen, params string[] args)
    {
        string[] data = args.Any(a => a.StartsWith("Cloud:DataFolder", StringComparison.Ordinal)) ? [] : ["--set", NoData];
        return RunAsync(screen, ["--csv", Flood(), "--map", "time=time,level=water_level[m]", .. args, .. data]);
    }

    private static Task<int> RunAsync(Screen screen, params string[] args)
    {
        RootCommand root = new();
        DrillCommand.AddTo(root, screen);
        return root.Parse(["drill", .. args]).InvokeAsync();
    }

    // The river rises over its bank for some hours, and falls.
    private string Flood()
    {
        StringBuilder csv = new("time,level\n");
        DateTime begin = new(2024, 9, 25, 0, 0, 0, DateTimeKind.Unspecified);
        for (int minute = 0; minute < 24 * 60; minute += 10)
        {
            double hour = minute / 60.0;
            double level = hour < 4 ? 3 : hour < 10 ? 3 + ((hour - 4) * 0.45) : hour < 14 ? 5.7 : Math.Max(2.5, 5.7 - ((hour - 14) * 0.6));
            csv.Append(CultureInfo.InvariantCulture, $"{begin.AddMinutes(minute):yyyy-MM-dd HH:mm},{level:F2}\n");
        }

        return Write("flood.csv", csv.ToString());
    }

    private string Write(string name, string text)
    {
        File.WriteAllText(Path.Combine(_folder, name), text);
        return Path.Combine(_folder, name);
    }

    // SQLite's own side files of a database that is read come and go.
    private string Files() => string.Join('\n', Directory.GetFiles(_folder, "*", SearchOption.AllDirectories)
        .Where(f => !f.EndsWith("-wal", StringComparison.Ordinal) && !f.EndsWith("-shm", StringComparison.Ordinal) && !f.EndsWith("flood.csv", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal).Select(f => $"{f} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))}"));
}

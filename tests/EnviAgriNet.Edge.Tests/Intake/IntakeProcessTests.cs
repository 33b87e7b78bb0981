using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Edge.Tests.Intake;

public sealed class IntakeProcessTests : IAsyncLifetime
{
    private const string Token = "0123456789abcdef-token";

    private readonly string _folder = TestFolder.Make();
    private readonly int _lanPort = FreePort.Next();
    private readonly int _screenPort = FreePort.Next();
    private EdgeProcess _edge = null!;

    public async Task InitializeAsync()
    {
        File.WriteAllText(Path.Combine(_folder, "token"), Token + "\n");
        _edge = await EdgeProcess.StartAsync(
            _folder, FreePort.Next(), $"Intake:LanListen=127.0.0.1:{_lanPort}", "Intake:TokenFile=token",
            $"Status:Listen=127.0.0.1:{_screenPort}");
    }

    public Task DisposeAsync()
    {
        _edge.Dispose();
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Post_BadInputs_EachCostsOnlyItself()
    {
        const string Head = "\"bn\":\"urn:eag:cm-01:\",\"bt\":1700000000";
        (string Payload, int Status, string? Rule)[] table =
        [
            ($"[{{{Head},\"n\":\"pm25\",\"v\":1}}]", 204, null),
            ("", 400, "not-json"),
            ("{}", 400, "not-senml"),
            ("[]", 400, "empty"),
            ("[1]", 400, "not-senml"),
            ("not json", 400, "not-json"),
            ("[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]", 400, "not-senml"),
            ("[{\"bn\":\"urn:eag:other:\",\"bt\":1700000000,\"n\":\"pm25\",\"v\":1}]", 400, "wrong-station"),
            ($"[{{{Head},\"boot\":\"NOT A TOKEN\",\"n\":\"pm25\",\"v\":1}}]", 400, "bad-token"),
            ($"[{{{Head},\"n\":\"pm25\",\"v\":1}},{{\"n\":\"pm25\",\"u\":\"mg/m3\",\"t\":1,\"v\":1}}]", 200, "wrong-unit"),
            ($"[{{{Head},\"n\":\"pm25\",\"v\":1}},{{\"n\":\"nonsense\",\"v\":1}}]", 200, "bad-name"),
            ($"[{{{Head},\"n\":\"pm25\",\"v\":1}},{{\"n\":\"pm25\",\"v\":1,\"vs\":\"x\"}}]", 200, "two-values"),
            ($"[{{{Head},\"n\":\"pm25\",\"v\":1}},{{\"n\":\"pm25\",\"v\":1e999}}]", 200, "not-finite"),
            ($"[{{{Head},\"n\":\"pm25\",\"v\":1}},{{\"n\":\"pm25\",\"t\":9000000000,\"v\":1}}]", 200, "in-future"),
            ($"[{{{Head},\"n\":\"pm25\",\"v\":1}},{{\"n\":\"pm25\"}}]", 200, "no-value"),
            (new string(' ', 70_000), 413, "too-large"),
            ($"[{{{Head},\"n\":\"pm25\",\"v\":1}}{string.Concat(Enumerable.Repeat(",{\"n\":\"pm25\",\"v\":1}", 1000))}]", 400, "too-many-readings"),
        ];
        foreach ((string payload, int expected, string? rule) in table)
        {
            (int? status, string body) = await _edge.PostAsync(payload);
            string cut = payload.Length > 80 ? payload[..80] : payload;
            Assert.True(status == expected, $"{cut}: {status} {body}");
            if (rule is not null)
            {
                Assert.Equal(rule, (string?)JsonNode.Parse(body)!["refused"]![0]!["rule"]);
            }
        }

        JsonNode report = await _edge.StatusAsync();
        Assert.Equal(7, (long)report["accepted_readings"]!);
    }

    [Fact]
    public async Task Post_ImplausibleValue_IsKeptAndFlagged()
    {
        await _edge.PostAsync("[{\"bn\":\"urn:eag:cm-01:\",\"bt\":1700000000,\"n\":\"humidity\",\"v\":3304}]");
        JsonNode series = (await _edge.StatusAsync())["series"]![0]!;
        Assert.Equal((3304.0, 4), ((double)series["value"]!, (int)series["quality"]!));
        Assert.Equal("gross_range", (string?)series["test"]);
    }

    [Fact]
    public async Task Post_TemperatureThatJumps_IsKeptAndTheScreenSaysWhy()
    {
        await _edge.PostAsync(
            "[{\"bn\":\"urn:eag:cm-01:\",\"bt\":1700000000,\"n\":\"air_temperature\",\"v\":25},{\"n\":\"air_temperature\",\"t\":60,\"v\":29}]");
        JsonNode series = (await _edge.StatusAsync())["series"]![0]!;
        Assert.Equal((29.0, 3, "rate_of_change"), ((double)series["value"]!, (int)series["quality"]!, (string?)series["test"]));
        using HttpClient screen = new();
        string page = await screen.GetStringAsync($"http://127.0.0.1:{_screenPort}/");
        Assert.Contains("เปลี่ยนเร็วเกินไป", page);
        Assert.Contains("changed too fast", page);
    }

    [Theory]
    [InlineData("source-overflow", 12, 204)]
    [InlineData("source-overflow", 0, 400)]
    [InlineData("something", 1, 400)]
    [InlineData("sensor-fault", 0, 400)]
    [InlineData("sensor-fault\",\"sensor\":\"air\",\"reason\":\"it is away", 0, 204)]
    [InlineData("sensor-well\",\"sensor\":\"air", 0, 204)]
    [InlineData("calibrated\",\"reason\":\"pm25 by tech-2 since 2026-11-20T03:00:00Z: -1.2 1.05", 0, 204)]
    [InlineData("calibrated\",\"reason\":\"pm25 by Somchai J. since 2026-11-20T03:00:00Z: -1.2 1.05", 0, 400)]
    public async Task PostEvents_Kinds_AreJudged(string kind, int readings, int expected)
    {
        (int? status, _) = await _edge.PostAsync($"{{\"kind\":\"{kind}\",\"readings\":{readings}}}", "/v1/events");
        Assert.Equal(expected, status);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("wrong", HttpStatusCode.Unauthorized)]
    [InlineData(Token + "x", HttpStatusCode.Unauthorized)]
    [InlineData(Token, HttpStatusCode.NoContent)]
    public async Task Lan_Token_LetsIn(string? token, HttpStatusCode expected)
    {
        using HttpClient http = new();
        using HttpRequestMessage request = new(HttpMethod.Post, $"http://127.0.0.1:{_lanPort}/v1/readings");
        request.Content = new StringContent("[{\"bn\":\"urn:eag:cm-01:\",\"bt\":1700000000,\"n\":\"pm25\",\"v\":1}]");
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using HttpResponseMessage answer = await http.SendAsync(request);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Screen_ShowsThaiAndTakesNoReadings()
    {
        using HttpClient http = new();
        string page = await http.GetStringAsync(new Uri($"http://127.0.0.1:{_screenPort}/"));
        Assert.Contains("ไม่มีอินเทอร์เน็ต", page, StringComparison.Ordinal);
        using HttpResponseMessage answer = await http.PostAsync(
            new Uri($"http://127.0.0.1:{_screenPort}/v1/readings"), new StringContent("[]"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Start_WithTheClockOfTheSystem_SaysWhatTheSystemSays()
    {
        string folder = TestFolder.Make();
        try
        {
            using EdgeProcess edge = await EdgeProcess.StartAsync(folder, FreePort.Next(), "Clock:Sync=System");
            JsonNode status = await edge.StatusAsync();
            Assert.Equal(Edge.Clock.KernelClock.IsSynced() ? "synced" : "unsynced", (string)status["clock"]!);
            Assert.Equal(204, (await edge.PostAsync("[{\"bn\":\"urn:eag:cm-01:\",\"bt\":1700000000,\"n\":\"pm25\",\"v\":1}]")).Status);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

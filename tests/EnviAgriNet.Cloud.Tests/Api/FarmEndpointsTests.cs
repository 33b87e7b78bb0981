using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Registration;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Cloud.Registry.Farms;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Cloud.Tests.Channels;

namespace EnviAgriNet.Cloud.Tests.Api;

/// <summary>The single view of a farm through a whole cloud: its farmer, a stranger, an officer, and noise.</summary>
public sealed class FarmEndpointsTests : IAsyncLifetime
{
    private readonly CloudRoom _cloud = new(("Registration:CodesPerClientPerHour", "10000"));
    private readonly HttpClient _client = new();
    private long _ann;
    private long _bob;

    public async Task InitializeAsync()
    {
        await _cloud.StartAsync();
        _client.BaseAddress = _cloud.Address;
        _cloud.Subscribe(RegistryRoom.Person("0812345678"), RegistryRoom.Person("0898765432"));
        _ann = _cloud.Get<SubscriberBook>().FindByAddress("sms", "+66812345678")!.Value;
        _bob = _cloud.Get<SubscriberBook>().FindByAddress("sms", "+66898765432")!.Value;
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _cloud.DisposeAsync();
    }

    [Fact]
    public async Task Farm_IsItsFarmersAlone_AndOfOfficersWithConsent()
    {
        string ann = Ticket(_ann);
        string bob = Ticket(_bob);
        (JsonNode farm, HttpStatusCode status) = await PostAsync("/api/farm/plot", new() { ["ticket"] = ann, ["crop"] = "rice", ["variety"] = "kdml105", ["region"] = "500101", ["rai"] = "10" });
        Assert.Equal(HttpStatusCode.OK, status);
        string plot = farm["plots"]![0]!["id"]!.ToString();
        Assert.Equal("ข้าวหอมมะลิ 500101", (string?)farm["plots"]![0]!["name_th"]);
        long advice = Advise(_ann);

        // Bob has a ticket of his own: another's plot and advice are not there for him.
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync("/api/farm/plot", new() { ["ticket"] = bob, ["id"] = plot, ["crop"] = "maize", ["region"] = "50" })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync("/api/farm/plot/remove", new() { ["ticket"] = bob, ["id"] = plot })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync("/api/farm/done", new() { ["ticket"] = bob, ["advice"] = $"{advice}" })).Status);
        Assert.Equal("[]", (await PostAsync("/api/farm", new() { ["ticket"] = bob })).Body["plots"]!.ToJsonString());
        Assert.Equal("rice", _cloud.Get<PlotBook>().Of(_ann)[0].Crop);

        (farm, _) = await PostAsync("/api/farm/done", new() { ["ticket"] = ann, ["advice"] = $"{advice}" });
        Assert.NotNull(farm["advice"]![0]!["done_at"]);

        string token = Officer();
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync($"/api/farms/{_ann}", "eag_wrong")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync($"/api/farms/{_ann}", token)).Status);
        await PostAsync("/api/farm/sharing", new() { ["ticket"] = ann, ["shared"] = "yes" });
        (string seen, status) = await GetAsync($"/api/farms/{_ann}", token);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.DoesNotContain("812345678", seen, StringComparison.Ordinal);
        Assert.Contains(_cloud.Get<AuditBook>().List(null, null, 100), line => line.Entry.Action == "farm.read" && line.Entry.Subject == $"subscriber {_ann}");
        Assert.Contains($"\"farm\":{_ann}", (await GetAsync("/api/farms", token)).Body, StringComparison.Ordinal);
        await PostAsync("/api/farm/sharing", new() { ["ticket"] = ann, ["shared"] = "no" });
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync($"/api/farms/{_ann}", token)).Status);
    }

    [Fact]
    public async Task Farm_WithoutAGoodTicket_IsGone()
    {
        string ann = Ticket(_ann);
        string[] tickets = ["", "1", $"{_ann}.9999999999.00", ann[..^1] + (ann[^1] == '0' ? '1' : '0'), $"{_bob}" + ann[ann.IndexOf('.')..], Ticket(_ann, minutesAgo: 30), Ticket(9_999)];
        foreach (string ticket in tickets)
        {
            foreach (string path in (string[])["/api/farm", "/api/farm/plot", "/api/farm/plot/remove", "/api/farm/done", "/api/farm/sharing"])
            {
                Assert.Equal(HttpStatusCode.Gone, (await PostAsync(path, new() { ["ticket"] = ticket, ["crop"] = "rice", ["region"] = "50", ["id"] = "1", ["shared"] = "yes" })).Status);
            }
        }

        using HttpRequestMessage foreign = new(HttpMethod.Post, "/api/farm") { Content = JsonContent.Create(new { ticket = ann }) };
        foreign.Headers.Add("Origin", "https://evil.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await _client.SendAsync(foreign)).StatusCode);
    }

    [Fact]
    public async Task Plot_Noise_IsRefusedByFieldOrStored_AndNeverAnError()
    {
        string ticket = Ticket(_ann);
        string[] pieces = ["rice", "500101", "2026-07-01", "-1", "NaN", "1e9", "loam", "yes", "", " ", "ข้าว", "<script>", "999999999999", "0.5", "'; DROP TABLE plot;--", "\u0000"];
        for (int seed = 1; seed <= 60; seed++)
        {
            Random random = new(seed);
            JsonObject fields = new() { ["ticket"] = ticket };
            foreach (string name in PlotForm.Fields.Append("id"))
            {
                if (random.Next(3) > 0)
                {
                    fields[name] = pieces[random.Next(pieces.Length)];
                }
            }

            (JsonNode body, HttpStatusCode status) = await PostAsync("/api/farm/plot", fields);
            Assert.True(status is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity or HttpStatusCode.NotFound or HttpStatusCode.Conflict, $"seed {seed}: {status} {body}");
        }

        (JsonNode wrong, _) = await PostAsync("/api/farm/plot", new() { ["ticket"] = ticket, ["crop"] = "x", ["region"] = "1", ["rai"] = "0" });
        Assert.Equal(["crop", "rai", "region"], wrong["faults"]!.AsObject().Select(fault => fault.Key).Order());
    }

    private string Ticket(long subscriber, int minutesAgo = 0) => _cloud.Get<ManageTicket>().Issue(subscriber, DateTimeOffset.UtcNow.AddMinutes(-minutesAgo));

    private string Officer()
    {
        OfficerBook officers = _cloud.Get<OfficerBook>();
        officers.Add(new Officer("ann", new HashSet<Role> { Role.Admin, Role.Officer }), null);
        return officers.NewToken("ann", "ann").Token!;
    }

    private long Advise(long subscriber)
    {
        _cloud.Get<RegistryDatabase>().Write(t => AdviceBook.Enter(
            t, new AdviceLine(0, subscriber, null, "water", "water:1", "water=irrigate", "text", AsksToAct: true, DateTimeOffset.UtcNow, null)));
        return _cloud.Get<AdviceBook>().Of(subscriber)[0].Id;
    }

    private async Task<(JsonNode Body, HttpStatusCode Status)> PostAsync(string path, JsonObject fields)
    {
        using HttpResponseMessage answer = await _client.PostAsJsonAsync(path, fields);
        return (JsonNode.Parse(await answer.Content.ReadAsStringAsync())!, answer.StatusCode);
    }

    private async Task<(string Body, HttpStatusCode Status)> GetAsync(string path, string token)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using HttpResponseMessage answer = await _client.SendAsync(request);
        return (await answer.Content.ReadAsStringAsync(), answer.StatusCode);
    }
}

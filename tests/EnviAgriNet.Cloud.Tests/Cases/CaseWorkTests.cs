using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Cases;
using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Cloud.Registry.Places;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Tests.Cases;

/// <summary>What officers' pages ask for about cases: news as they come, places, regions, hands, and noise.</summary>
public sealed class CaseWorkTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly CloudRoom _cloud = new();
    private HttpClient _http = null!;
    private string _ann = string.Empty;
    private string _north = string.Empty;

    public async Task InitializeAsync()
    {
        await _cloud.StartAsync();
        _http = new HttpClient { BaseAddress = _cloud.Address };
        OfficerBook officers = _cloud.Get<OfficerBook>();
        Assert.Null(officers.Add(new Officer("ann", new HashSet<Role> { Role.Admin, Role.Officer }), null));
        Assert.Null(officers.Add(new Officer("nan", new HashSet<Role> { Role.Officer }) { Regions = [RegionId.Parse("5501")] }, "ann"));
        _ann = officers.NewToken("ann", "ann").Token!;
        _north = officers.NewToken("nan", "ann").Token!;
        _cloud.Get<PlaceBook>().Import(new StringReader(
            "region,name_th,name_en,polygon\n5001,เมืองเชียงใหม่,Mueang Chiang Mai,\"18.70,98.90 18.70,99.10 18.90,99.10 18.90,98.90 18.70,98.90\"\n500101,ศรีภูมิ,Si Phum,\n"));
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _cloud.DisposeAsync();
    }

    [Fact]
    public async Task Live_TellsOfANewCase_AndAfterALostLineOnlyOfWhatCameSince()
    {
        long seen;
        await using (CaseNewsReader news = await CaseNewsReader.OpenAsync(_http, _ann, null))
        {
            JsonNode first = await news.NextAsync(Patience);
            Assert.Empty(first["counts"]!.AsArray());
            await OpenCaseAsync("help", "น้ำท่วม", string.Empty);
            JsonNode told = await news.NextAsync(Patience);
            Assert.Equal("new", told["counts"]![0]!["state"]!.GetValue<string>());
            Assert.DoesNotContain("น้ำท่วม", told.ToJsonString(), StringComparison.Ordinal);
            seen = told["change"]!.GetValue<long>();
        }

        await using CaseNewsReader again = await CaseNewsReader.OpenAsync(_http, _ann, seen);
        await OpenCaseAsync("help", "อีกคน", string.Empty);
        Assert.True((await again.NextAsync(Patience))["change"]!.GetValue<long>() > seen, "what was seen was told again");
        using HttpResponseMessage stranger = await SendAsync(HttpMethod.Get, "/api/cases/live", null, "eag_wrong");
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
    }

    [Fact]
    public async Task Map_DrawsANamedPlaceInItsMiddle_CountsTheRest_AndWritesEachPositionDownOnce()
    {
        await OpenCaseAsync("help", "x", "&latitude=18.79&longitude=98.98");
        await OpenCaseAsync("help", "y", "&where=%E0%B8%A8%E0%B8%A3%E0%B8%B5%E0%B8%A0%E0%B8%B9%E0%B8%A1%E0%B8%B4");
        await OpenCaseAsync("help", "somewhere", string.Empty);

        JsonNode map = await GetAsync("/api/cases/map", _ann);
        JsonNode[] points = [.. map["points"]!.AsArray().Select(point => point!)];
        Assert.Equal([true, false], points.Select(point => point["exact"]!.GetValue<bool>()));
        Assert.InRange(points[1]["latitude"]!.GetValue<double>(), 18.7, 18.9);
        Assert.Equal(1, map["unplaced"]!.GetValue<int>());

        await GetAsync("/api/cases/map", _ann);
        Assert.Equal(["1 positions"], Details("case.mapped"));
        await OpenCaseAsync("help", "z", "&latitude=18.80&longitude=98.99");
        await GetAsync("/api/cases/map", _ann);
        Assert.Equal(["1 positions", "1 positions"], Details("case.mapped"));
    }

    [Fact]
    public async Task Regions_HideOtherPlacesButNeverACallWithoutOne()
    {
        await OpenCaseAsync("help", "far", "&where=5001");
        await OpenCaseAsync("help", "vague", "&where=%E0%B8%99%E0%B9%88%E0%B8%B2%E0%B8%99");
        await OpenCaseAsync("help", "nowhere", string.Empty);
        JsonNode all = await GetAsync("/api/cases", _ann);
        Assert.Equal(3, all["cases"]!.AsArray().Count);
        string far = all["cases"]!.AsArray().First(file => (string?)file!["region"] == "5001")!["number"]!.GetValue<string>();

        JsonNode own = await GetAsync("/api/cases", _north);
        Assert.DoesNotContain(far, own["cases"]!.AsArray().Select(file => file!["number"]!.GetValue<string>()));
        Assert.Equal(2, own["cases"]!.AsArray().Count);
        Assert.Equal(2, own["new_help"]!.GetValue<int>());
        foreach ((HttpMethod method, string path, string? body) in (IEnumerable<(HttpMethod, string, string?)>)
            [(HttpMethod.Get, string.Empty, null), (HttpMethod.Post, "/state", "{\"state\":\"done\"}"), (HttpMethod.Post, "/answer", "{\"text\":\"x\"}")])
        {
            using HttpResponseMessage refused = await SendAsync(method, $"/api/cases/{far}{path}", body, _north);
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }

        Assert.Equal(CaseState.New, _cloud.Get<CaseBook>().Find(far)!.State);
        Assert.DoesNotContain(_cloud.Get<AuditBook>().List(null, $"case {far}", 10), line => line.Entry.Actor == "nan");
    }

    [Fact]
    public async Task Hands_AreActiveOfficersAndAgencies_AndCasesGoToThem()
    {
        _cloud.Get<AgencyBook>().Import(new StringReader("kind,region,name,email,phone\n*,,สายด่วน 1650,,\n"));
        JsonNode hands = await GetAsync("/api/cases/hands", _ann);
        Assert.Equal("""{"officers":["ann","nan"],"agencies":["สายด่วน 1650"]}""", Plain(hands));
        string number = await OpenCaseAsync("help", "x", string.Empty);
        using HttpResponseMessage given = await SendAsync(HttpMethod.Post, $"/api/cases/{number}/state", """{"state":"assigned","to":"nan"}""", _ann);
        Assert.Equal(HttpStatusCode.NoContent, given.StatusCode);
        Assert.Equal("nan", _cloud.Get<CaseBook>().Find(number)!.Assignee);
    }

    [Fact]
    public async Task Work_Noise_IsRefusedByFieldOrDone_AndNeverAnError()
    {
        string number = await OpenCaseAsync("help", "x", "&phone=0812345678");
        string[] pieces = ["assigned", "done", "new", "gone", "", " ", "nan", "ann", "\u0000", "<script>", "'; DROP TABLE case_file;--", new string('ก', 130), new string('x', 600), "on-the-way", "๑"];
        for (int seed = 1; seed <= 80; seed++)
        {
            Random random = new(seed);
            JsonObject fields = [];
            foreach (string name in (string[])["state", "to", "note", "text"])
            {
                if (random.Next(4) > 0)
                {
                    fields[name] = pieces[random.Next(pieces.Length)];
                }
            }

            string file = random.Next(3) == 0 ? Uri.EscapeDataString(pieces[random.Next(1, pieces.Length)] + "-") : number;
            string path = random.Next(2) == 0 ? $"/api/cases/{file}/state" : $"/api/cases/{file}/answer";
            using HttpResponseMessage answer = await SendAsync(HttpMethod.Post, path, fields.ToJsonString(), _ann);
            Assert.True((int)answer.StatusCode < 500, $"seed {seed}: {path} {fields.ToJsonString()} {answer.StatusCode}");
            using HttpResponseMessage list = await SendAsync(HttpMethod.Get, $"/api/cases?kind={Uri.EscapeDataString(pieces[random.Next(pieces.Length)])}", null, _ann);
            Assert.True(list.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"seed {seed}: {list.StatusCode}");
        }
    }

    private static string Plain(JsonNode node) => node.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private IEnumerable<string> Details(string action) =>
        _cloud.Get<AuditBook>().List(null, null, 100).Where(line => line.Entry.Action == action).Select(line => line.Entry.Detail);

    private async Task<string> OpenCaseAsync(string kind, string text, string more)
    {
        HashSet<string> before = [.. _cloud.Get<CaseBook>().List(isOpen: true, null, 100).Select(file => file.Number)];
        using StringContent content = new($"lang=th&kind={kind}&text={Uri.EscapeDataString(text)}{more}", Encoding.UTF8, "application/x-www-form-urlencoded");
        using HttpResponseMessage answer = await _http.PostAsync(new Uri("/help", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return _cloud.Get<CaseBook>().List(isOpen: true, null, 100).Single(file => !before.Contains(file.Number)).Number;
    }

    private async Task<JsonNode> GetAsync(string path, string token)
    {
        using HttpResponseMessage answer = await SendAsync(HttpMethod.Get, path, null, token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? json, string token)
    {
        using HttpRequestMessage request = new(method, new Uri(path, UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}

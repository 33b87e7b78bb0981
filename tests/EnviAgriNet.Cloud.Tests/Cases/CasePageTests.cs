using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Cases;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Cloud.Tests.Channels;

namespace EnviAgriNet.Cloud.Tests.Cases;

/// <summary>Calls from the page, and officers at work, through a whole cloud.</summary>
public sealed class CasePageTests : IAsyncLifetime
{
    private readonly CloudRoom _cloud = new();
    private HttpClient _http = null!;
    private string _token = string.Empty;

    public async Task InitializeAsync()
    {
        await _cloud.StartAsync();
        _http = new HttpClient { BaseAddress = _cloud.Address };
        OfficerBook officers = _cloud.Get<OfficerBook>();
        Assert.Null(officers.Add(new Officer("ann", new HashSet<Role> { Role.Admin, Role.Officer }), null));
        _token = officers.NewToken("ann", "ann").Token!;
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _cloud.DisposeAsync();
    }

    [Fact]
    public async Task Help_WithoutScript_OpensACase_ThatItsLinkShows_AndNobodyElseSees()
    {
        string form = await TextAsync("/help?lang=en");
        string call = Regex.Match(form, "name=\"call\" value=\"(?<call>[0-9a-f]{32})\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["call"].Value;
        string fields = $"lang=en&call={call}&kind=help&text=water+in+the+house&where=Chiang+Mai&people=4&needs=boat&needs=water"
            + "&phone=081-234-5678&latitude=18.79&longitude=98.98";
        (HttpStatusCode status, string page) = await PostAsync("/help", fields);
        (_, string again) = await PostAsync("/help", fields);
        (_, string merged) = await PostAsync("/help", fields.Replace("water+in", "more+water+in", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, status);
        string link = WebUtility.HtmlDecode(Regex.Match(page, "href=\"(?<link>/help/H-[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["link"].Value);
        string number = link.Split('/', '?')[2];
        Assert.Contains(number, again, StringComparison.Ordinal);
        Assert.DoesNotContain(number, merged, StringComparison.Ordinal);
        CaseLine file = Assert.Single(_cloud.Get<CaseBook>().List(isOpen: true, null, 10));
        Assert.Equal((number, "50", 4, 2), (file.Number, file.Region, file.People, file.Messages));

        string state = await TextAsync(link);
        Assert.Contains($"{number} waits for an officer", state, StringComparison.Ordinal);
        Assert.DoesNotContain("water in the house", state, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"/help/{number}?key={new string('0', 32)}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"/help/{number}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync($"/api/cases/{number}"));
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("/help/state", $"number={number}&phone=0812345678")).Status);
        for (int guess = 0; guess < 6; guess++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await PostAsync("/help/state", $"number={number}&phone=089000000{guess}")).Status);
        }

        // After so many wrong ones even the right one waits.
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync("/help/state", $"number={number}&phone=0812345678")).Status);
    }

    [Fact]
    public async Task Officer_ReadsAssignsAnswersAndCloses_EachWrittenDown_AndThePersonIsTold()
    {
        await PostAsync("/help", "lang=th&kind=help&text=%E0%B8%95%E0%B8%B4%E0%B8%94%E0%B8%99%E0%B9%89%E0%B8%B3&phone=0812345678&latitude=18.79&longitude=98.98");
        using JsonDocument list = await OfficerAsync("/api/cases");
        string number = list.RootElement.GetProperty("cases")[0].GetProperty("number").GetString()!;
        Assert.DoesNotContain("812345678", list.RootElement.GetRawText(), StringComparison.Ordinal);
        using JsonDocument map = await OfficerAsync("/api/cases/map");
        Assert.Equal(18.79, map.RootElement.GetProperty("points")[0].GetProperty("latitude").GetDouble());
        using JsonDocument one = await OfficerAsync($"/api/cases/{number}");
        Assert.Equal("+66812345678", one.RootElement.GetProperty("phone").GetString());

        Assert.Equal(HttpStatusCode.NoContent, await WorkAsync($"/api/cases/{number}/state", "{\"state\":\"assigned\"}"));
        Assert.Equal(HttpStatusCode.NoContent, await WorkAsync($"/api/cases/{number}/answer", "{\"text\":\"เรือจะถึงใน 20 นาที\"}"));
        Assert.Equal(HttpStatusCode.NoContent, await WorkAsync($"/api/cases/{number}/state", "{\"state\":\"done\"}"));
        Assert.Equal(HttpStatusCode.Conflict, await WorkAsync($"/api/cases/{number}/state", "{\"state\":\"assigned\"}"));
        Assert.Equal(HttpStatusCode.Conflict, await WorkAsync("/api/cases/H-000000/state", "{\"state\":\"done\"}"));
        Assert.Equal(HttpStatusCode.BadRequest, await WorkAsync($"/api/cases/{number}/state", "{\"state\":\"gone\"}"));

        Assert.Equal(
            [$"{number} มีเจ้าหน้าที่รับเรื่องแล้ว", $"{number} เรือจะถึงใน 20 นาที", $"{number} ดำเนินการเสร็จแล้ว"],
            Texts().Skip(1));
        string[] actions = [.. _cloud.Get<AuditBook>().List(null, $"case {number}", 20).Select(line => line.Entry.Action)];
        Assert.Equal(["case.read", "case.assigned", "case.answered", "case.closed"], actions);
    }

    [Fact]
    public async Task Complaint_GoesToTheAgencyOfItsKindAndRegion()
    {
        AgencyBook agencies = _cloud.Get<AgencyBook>();
        Assert.Equal(
            (3, 1),
            agencies.Import(new StringReader(
                "kind,region,name,email,phone\nsmoke,50,สำนักงานสิ่งแวดล้อมเชียงใหม่,env@example.org,0811111111\n*,,สายด่วนมลพิษ 1650,,\nsmoke,57,เชียงราย,,\nsmell,50,x,,\n"))
                is var report ? (report.Added, report.Faults.Count) : default);

        await PostAsync("/help", "lang=th&kind=smoke&text=burning&where=%E0%B9%80%E0%B8%8A%E0%B8%B5%E0%B8%A2%E0%B8%87%E0%B9%83%E0%B8%AB%E0%B8%A1%E0%B9%88&phone=0812345678");
        await PostAsync("/help", "lang=en&kind=noise&text=loud&phone=0898765432");

        IReadOnlyList<CaseLine> files = _cloud.Get<CaseBook>().List(isOpen: true, "complaint", 10);
        Assert.Equal(["สำนักงานสิ่งแวดล้อมเชียงใหม่", "สายด่วนมลพิษ 1650"], files.OrderBy(f => f.Id).Select(f => f.Assignee));
        Assert.Contains(Texts(), text => text.StartsWith("ร้องเรียน C-", StringComparison.Ordinal));
        Assert.All(Texts(), text => Assert.InRange(text.Length, 1, 70));
    }

    [Fact]
    public async Task Help_Noise_IsNeverAFault_AndScriptsAreOnlyText()
    {
        for (int seed = 1; seed <= 60; seed++)
        {
            Random random = new(seed);
            string text = string.Concat(Enumerable.Range(0, random.Next(300)).Select(_ => (char)random.Next(1, random.Next(2) == 0 ? 0xD7FF : 127)));
            (HttpStatusCode status, _) = await PostAsync("/help", $"kind=help&text={Uri.EscapeDataString(text)}&people={random.Next()}&latitude={text.Length}e9&longitude=x");
            Assert.True((int)status < 500, $"seed {seed}: {status}");
        }

        (_, string page) = await PostAsync("/help", "kind=help&text=%3Cscript%3Ealert(1)%3C/script%3E&phone=wrong");
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("form-action 'self'", await PolicyAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_FromAForeignPage_IsRefused()
    {
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri("/help", UriKind.Relative))
        {
            Content = new StringContent("kind=help&text=x", Encoding.UTF8, "application/x-www-form-urlencoded"),
        };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using HttpResponseMessage answer = await _http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(_cloud.Get<CaseBook>().List(isOpen: false, null, 10));
    }

    private async Task<string> PolicyAsync()
    {
        using HttpResponseMessage answer = await _http.GetAsync(new Uri("/help", UriKind.Relative));
        return answer.Headers.GetValues("Content-Security-Policy").Single();
    }

    private Task<string> TextAsync(string path) => _http.GetStringAsync(new Uri(path, UriKind.Relative));

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using HttpResponseMessage answer = await _http.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode;
    }

    private async Task<(HttpStatusCode Status, string Page)> PostAsync(string path, string fields)
    {
        using StringContent content = new(fields, Encoding.UTF8, "application/x-www-form-urlencoded");
        using HttpResponseMessage answer = await _http.PostAsync(new Uri(path, UriKind.Relative), content);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<JsonDocument> OfficerAsync(string path)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        using HttpResponseMessage answer = await _http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
    }

    private async Task<HttpStatusCode> WorkAsync(string path, string json)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri(path, UriKind.Relative))
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        using HttpResponseMessage answer = await _http.SendAsync(request);
        return answer.StatusCode;
    }

    private List<string> Texts() => _cloud.Get<RegistryDatabase>().Read(c => c.List(
        "SELECT text FROM message WHERE alert LIKE 'case:%' ORDER BY id", row => row.GetString(0)));
}

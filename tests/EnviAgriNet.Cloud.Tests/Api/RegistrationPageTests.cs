using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Registration;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Cloud.Tests.Registration;

namespace EnviAgriNet.Cloud.Tests.Api;

/// <summary>The registration's addresses over HTTP, as forms and as JSON.</summary>
public sealed class RegistrationPageTests : IAsyncLifetime
{
    private const string Number = "0812345678";

    private readonly CloudRoom _cloud = new(("Registration:CodesPerClientPerHour", "1000"));
    private HttpClient _http = null!;

    public async Task InitializeAsync()
    {
        await _cloud.StartAsync();
        _cloud.Get<StationBook>().Store([RegistryRoom.Station("cm-001", "500101") with { NameTh = "<b>ศูนย์</b>", NameEn = "<script>alert(1)</script>" }]);
        _http = new HttpClient { BaseAddress = _cloud.Address };
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _cloud.DisposeAsync();
    }

    [Fact]
    public async Task Form_WholeWay_RegistersChangesStopsAndErases()
    {
        (HttpStatusCode status, string page) = await PostAsync("/register", Wanted());
        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.Contains("+66 8x xxx x678", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain("812345678", page, StringComparison.Ordinal);
        string name = Hidden(page, "registration");
        (status, page) = await PostAsync("/register/code", [("registration", name), ("code", "12"), ("lang", "th")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("ลองได้อีก 4", page, StringComparison.Ordinal);
        (status, page) = await PostAsync("/register/code", [("registration", name), ("code", CodeOf(name)), ("lang", "th")]);
        Assert.Equal(HttpStatusCode.OK, status);
        string ticket = Hidden(page, "ticket");
        Assert.Contains("&lt;b&gt;ศูนย์&lt;/b&gt;", page, StringComparison.Ordinal);

        (status, _) = await PostAsync("/register/code", [("registration", name), ("code", CodeOf(name))]);
        Assert.Equal(HttpStatusCode.Gone, status);
        (status, page) = await PostAsync("/register/change", [("ticket", ticket), ("language", "en"), ("codes", "5001, ๕๐๐๒๐๑"), ("crops", "maize"), ("lang", "en")]);
        Assert.Equal(HttpStatusCode.OK, status);
        Subscriber person = Assert.Single(_cloud.Get<SubscriberBook>().All());
        Assert.Equal(("en", "5001;500201", "maize", "web"), (person.Language, string.Join(';', person.Regions), Assert.Single(person.Crops), person.Consent.Way));
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);

        (status, string file) = await PostAsync("/register/export", [("ticket", ticket)]);
        Assert.Equal("+66812345678", (string?)JsonNode.Parse(file)!["contacts"]![0]!["address"]);
        (status, page) = await PostAsync("/register/stop", [("ticket", ticket), ("channel", "phone")]);
        Assert.Equal(ContactState.Stopped, Assert.Single(Assert.Single(_cloud.Get<SubscriberBook>().All()).Contacts).State);
        (status, _) = await PostAsync("/register/erase", [("ticket", ticket)]);
        Assert.Single(_cloud.Get<SubscriberBook>().All());
        (status, _) = await PostAsync("/register/erase", [("ticket", ticket), ("sure", "yes")]);
        Assert.Empty(_cloud.Get<SubscriberBook>().All());
        (status, _) = await PostAsync("/register/export", [("ticket", ticket)]);
        Assert.Equal(HttpStatusCode.Gone, status);
    }

    [Fact]
    public async Task Answers_ForARegisteredAndAnUnknownNumber_AreTheSame()
    {
        _cloud.Subscribe(RegistryRoom.Person(Number, "phone"));
        List<string> answers = [];
        foreach (string path in (string[])["/register", "/register/manage"])
        {
            foreach (string number in (string[])[Number, "0912345678"])
            {
                (HttpStatusCode status, string page) = await PostAsync(path, [.. Wanted().Where(f => f.Name != "address"), ("address", number)]);
                answers.Add($"{status} {page.Replace(Hidden(page, "registration"), "…", StringComparison.Ordinal).Replace("66 9x", "66 8x", StringComparison.Ordinal)}");
            }
        }

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task Form_Faults_StandAtTheirFields_AndNoAddressComesBack()
    {
        (HttpStatusCode status, string page) = await PostAsync("/register", [("lang", "th"), ("province", "50"), ("address", "0212345678"), ("places", "5"), ("crops", "gold"), ("consent", "2026-11")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.All(new[] { "address", "language", "places", "crops", "agree" }, field => Assert.Contains($"id=\"{field}-fault\"", page, StringComparison.Ordinal));
        Assert.DoesNotContain("0212345678", page, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", page, StringComparison.Ordinal);
        (status, page) = await PostAsync("/register", [.. Wanted().Where(f => f.Name != "consent"), ("consent", "2019-01")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("ข้อความยินยอมเปลี่ยนไปแล้ว", page, StringComparison.Ordinal);
        Assert.Empty(_cloud.Get<SubscriberBook>().All());
    }

    [Fact]
    public async Task Form_FromAForeignPage_IsRefusedAndChangesNothing()
    {
        foreach ((string header, string value) in new[] { ("Origin", "https://evil.example"), ("Origin", "null"), ("Sec-Fetch-Site", "cross-site") })
        {
            using HttpRequestMessage request = Request("/register", Wanted());
            request.Headers.TryAddWithoutValidation(header, value);
            using HttpResponseMessage answer = await _http.SendAsync(request);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        using HttpRequestMessage own = Request("/register", Wanted());
        own.Headers.Add("Origin", _cloud.Address.GetLeftPart(UriPartial.Authority));
        using HttpResponseMessage taken = await _http.SendAsync(own);
        Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode);
        Assert.Contains("form-action 'self'", taken.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("same-origin", taken.Headers.GetValues("Referrer-Policy").Single());
    }

    [Fact]
    public async Task Code_AskedTooOften_Is429_ForTheAddressAndForTheClient()
    {
        for (int n = 0; n < 3; n++)
        {
            Assert.Equal(HttpStatusCode.Accepted, (await PostAsync("/register/manage", [("address", Number)])).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await PostAsync("/register/manage", [("address", Number)])).Status);
        CloudRoom strict = new(("Registration:CodesPerClientPerHour", "2"));
        await using (strict)
        {
            await strict.StartAsync();
            using HttpClient http = new() { BaseAddress = strict.Address };
            List<HttpStatusCode> seen = [];
            for (int n = 0; n < 25; n++)
            {
                using HttpRequestMessage request = Request("/register/manage", [("address", $"08123456{n:00}")]);
                using HttpResponseMessage answer = await http.SendAsync(request);
                seen.Add(answer.StatusCode);
            }

            Assert.Equal(2, seen.Count(status => status == HttpStatusCode.Accepted));
            Assert.All(seen.Skip(2), status => Assert.Equal(HttpStatusCode.TooManyRequests, status));
        }
    }

    [Fact]
    public async Task Json_SameWay_AndForOfficersWithTheirName()
    {
        JsonObject wanted = new()
        {
            ["address"] = Number,
            ["language"] = "en",
            ["places"] = new JsonArray("50"),
            ["crops"] = new JsonArray(),
            ["consent"] = ConsentTexts.Current,
            ["agree"] = true,
        };
        (HttpStatusCode status, JsonNode answer) = await JsonAsync("/register", wanted, null);
        Assert.Equal(HttpStatusCode.Accepted, status);
        string name = (string)answer["registration"]!;
        (status, answer) = await JsonAsync("/register/code", new JsonObject { ["registration"] = name, ["code"] = CodeOf(name) }, null);
        Assert.Equal((HttpStatusCode.OK, "+66 8x xxx x678"), (status, (string?)answer["contacts"]![0]!["address"]));

        Assert.Equal(HttpStatusCode.Unauthorized, (await JsonAsync("/api/subscribers", wanted, "x")).Status);
        OfficerBook officers = _cloud.Get<OfficerBook>();
        Assert.Null(officers.Add(new Officer("admin", new HashSet<Role> { Role.Admin }), null));
        Assert.Null(officers.Add(new Officer("malee", new HashSet<Role> { Role.Officer }), "admin"));
        string token = officers.NewToken("malee", "admin").Token!;
        wanted["address"] = "0912345678";
        (status, answer) = await JsonAsync("/api/subscribers", wanted, token);
        Assert.Equal(HttpStatusCode.Accepted, status);
        name = (string)answer["registration"]!;
        (status, answer) = await JsonAsync("/api/subscribers/code", new JsonObject { ["registration"] = name, ["code"] = CodeOf(name) }, token);
        Assert.Equal((HttpStatusCode.OK, 2L), (status, (long)answer["subscriber"]!));
        Assert.Equal("officer:malee", _cloud.Get<SubscriberBook>().Find(2)!.Consent.Way);
    }

    [Fact]
    public async Task Body_TooLargeOrOfAForeignKind_IsRefused()
    {
        async Task<HttpStatusCode> Send(byte[] body, string type)
        {
            using ByteArrayContent content = new(body);
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            using HttpResponseMessage answer = await _http.PostAsync(new Uri("/register", UriKind.Relative), content);
            return answer.StatusCode;
        }

        const string Form = "application/x-www-form-urlencoded";
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await Send(new byte[17 * 1024], Form));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await Send(new byte[17 * 1024], "application/json"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await Send([], "text/plain"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await Send([], "multipart/form-data; boundary=x"));
        Assert.Equal(HttpStatusCode.BadRequest, await Send(Encoding.UTF8.GetBytes("address=" + new string('8', 600)), Form));
        Assert.Equal(HttpStatusCode.BadRequest, await Send(Encoding.UTF8.GetBytes(string.Join('&', Enumerable.Range(0, 300).Select(n => $"a{n}=1"))), Form));
        Assert.Equal(HttpStatusCode.BadRequest, await Send("[[[[[[1]]]]]]"u8.ToArray(), "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, await Send("{\"address\":{\"$ne\":1}}"u8.ToArray(), "application/json"));
    }

    [Theory]
    [InlineData(41)]
    [InlineData(42)]
    public async Task Fuzz_EveryForm_AnswersAndNeverFails(int seed)
    {
        Random random = new(seed);
        string[] paths = ["/register", "/register/code", "/register/manage", "/register/change", "/register/add", "/register/stop", "/register/export", "/register/erase"];
        string[] names = ["address", "language", "places", "codes", "crops", "consent", "agree", "registration", "code", "ticket", "channel", "sure", "lang", "province", "\u0000"];
        string[] values = [Number, "th", "50", "500101", "rice", "2026-11", "yes", "123456", "1.99999999999.00", "phone", "'; DROP TABLE subscriber;--", "<script>", "\uD800", "๐๘", "", "-1", "9999999999999999999", "a@b.th", "../..", "%00"];
        for (int run = 0; run < 150; run++)
        {
            string path = paths[random.Next(paths.Length)];
            (string Name, string Value)[] fields = [.. Enumerable.Range(0, random.Next(12)).Select(_ => (names[random.Next(names.Length)], values[random.Next(values.Length)]))];
            using HttpRequestMessage request = random.Next(3) switch
            {
                0 => Request(path, fields),
                1 => new(HttpMethod.Post, path) { Content = new StringContent(new JsonObject(fields.DistinctBy(f => f.Name).Select(f => KeyValuePair.Create(f.Name, (JsonNode?)f.Value))).ToJsonString(), Encoding.UTF8, "application/json") },
                _ => new(HttpMethod.Post, path) { Content = Noise(random) },
            };
            using HttpResponseMessage answer = await _http.SendAsync(request);
            Assert.True((int)answer.StatusCode < 500, $"seed {seed}, run {run}: {path} answered {(int)answer.StatusCode}");
            string text = await answer.Content.ReadAsStringAsync();
            Assert.False(text.Contains("<script>alert", StringComparison.Ordinal) || text.Contains("'<script>'", StringComparison.Ordinal), $"seed {seed}, run {run}");
        }

        Assert.Empty(_cloud.Get<SubscriberBook>().All());
    }

    private static ByteArrayContent Noise(Random random)
    {
        byte[] bytes = new byte[random.Next(2_000)];
        random.NextBytes(bytes);
        ByteArrayContent content = new(bytes);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(random.Next(2) == 0 ? "application/json" : "application/x-www-form-urlencoded");
        return content;
    }

    private static (string Name, string Value)[] Wanted() =>
    [
        ("lang", "th"), ("province", "50"), ("address", Number), ("language", "th"), ("places", "500101"), ("crops", "rice"), ("consent", ConsentTexts.Current), ("agree", "yes"),
    ];

    private static HttpRequestMessage Request(string path, (string Name, string Value)[] fields) => new(HttpMethod.Post, path)
    {
        Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))),
    };

    private static string Hidden(string page, string name)
    {
        string mark = $"name=\"{name}\" value=\"";
        int at = page.IndexOf(mark, StringComparison.Ordinal);
        Assert.True(at >= 0, $"the page has no {name}: {page}");
        return page[(at + mark.Length)..page.IndexOf('"', at + mark.Length)];
    }

    private string CodeOf(string name) => RegistrationRoom.CodeOf(_cloud.Get<RegistryDatabase>(), name);

    private async Task<(HttpStatusCode Status, string Page)> PostAsync(string path, (string Name, string Value)[] fields)
    {
        using HttpRequestMessage request = Request(path, fields);
        using HttpResponseMessage answer = await _http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<(HttpStatusCode Status, JsonNode Answer)> JsonAsync(string path, JsonObject body, string? token)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, path) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        using HttpResponseMessage answer = await _http.SendAsync(request);
        string text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!);
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Cloud.Tests.Alerts.Release;
using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Cloud.Tests.Api;

/// <summary>Officers' orders over HTTP, to a running cloud.</summary>
public sealed class OfficerEndpointsTests : IAsyncLifetime
{
    private const string Text = """ "text_th": "น้ำป่ากำลังมา หนีขึ้นที่สูง", "text_en": "Flash flood coming: go to high ground" """;

    private readonly ReleaseCloud _cloud = new();
    private HttpClient _http = null!;

    public async Task InitializeAsync()
    {
        await _cloud.StartAsync();
        _http = new HttpClient { BaseAddress = _cloud.Room.Address };
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _cloud.DisposeAsync();
    }

    [Fact]
    public async Task Orders_OneAfterTheOther_DoWhatTheySayOnce()
    {
        long flood = _cloud.Open("F", HazardKind.FlashFlood, HazardLevel.Severe).Number;
        long haze = _cloud.Open("H").Number;
        JsonArray waiting = JsonNode.Parse(await GetAsync("vin"))!.AsArray();
        Assert.Equal([flood, haze], waiting.Select(w => (long)w!["number"]!));
        Assert.Equal([2, 1], waiting.Select(w => (int)w!["persons"]!));

        // Whoever is told to flee is told so by two persons.
        await IsAsync(200, "done", "needs 1 more person", "malee", $"{flood}/release", """{"reason":"seen"}""");
        await IsAsync(409, "refused", "another one is missing", "malee", $"{flood}/release", """{"reason":"seen"}""");
        await IsAsync(200, "done", "is released", "suda", $"{flood}/release", "{}");
        await IsAsync(200, "repeat", "released already", "suda", $"{flood}/release", "{}");
        await IsAsync(409, "refused", "cancel it", "malee", $"{flood}/drop", """{"reason":"x"}""");

        await IsAsync(200, "done", "new words", "somchai", $"{haze}/edit", """{"text_th":"ฝุ่นสูง","reason":"shorter"}""");
        await IsAsync(200, "repeat", "says so already", "somchai", $"{haze}/edit", """{"text_th":"ฝุ่นสูง","reason":"shorter"}""");
        await IsAsync(200, "done", "dropped", "malee", $"{haze}/drop", """{"reason":"a fire"}""");
        await IsAsync(200, "repeat", "dropped already", "malee", $"{haze}/drop", """{"reason":"a fire"}""");

        string until = DateTimeOffset.UtcNow.AddHours(20).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        await IsAsync(200, "done", "extends", "malee", $"{flood}/extend", $$"""{"until":"{{until}}","reason":"more rain"}""");
        await IsAsync(200, "repeat", "until then already", "malee", $"{flood}/extend", $$"""{"until":"{{until}}","reason":"more rain"}""");
        await IsAsync(403, "forbidden", "releaser", "somchai", $"{flood}/edit", $$"""{ {{Text}}, "reason":"clearer"}""");
        await IsAsync(200, "done", "replaces", "malee", $"{flood}/edit", $$"""{ {{Text}}, "reason":"clearer"}""");
        await IsAsync(409, "refused", "measured", "malee", $"{flood}/all-clear", """{"reason":"over"}""");
        await IsAsync(200, "done", "cancels", "malee", $"{flood}/cancel", """{"reason":"a fault"}""");
        await IsAsync(200, "repeat", "already", "malee", $"{flood}/cancel", """{"reason":"a fault"}""");
        Assert.Null(_cloud.Room.Get<AuditBook>().Verify(null).Fault);
    }

    [Fact]
    public async Task Compose_WaitsForTheOtherPerson_AndEndsByAllClear()
    {
        string order = $$"""
            {"hazard":"flash-flood","level":"Severe","region":"500101","place_th":"บ้านเหนือ","place_en":"Ban Nuea","until":"{{Later(5)}}", {{Text}},"reason":"a call"}
            """;
        JsonNode made = await IsAsync(200, "done", "waits", "somchai", string.Empty, order);
        long number = (long)made["number"]!;
        Assert.Equal("Draft", (string)made["state"]!);
        await IsAsync(200, "repeat", "already", "somchai", string.Empty, order);
        await IsAsync(200, "done", "1 more", "malee", $"{number}/release", "{}");
        await IsAsync(200, "done", "released", "suda", $"{number}/release", "{}");
        await IsAsync(200, "done", "ends", "suda", $"{number}/all-clear", """{"reason":"the water fell"}""");
        Assert.True(_cloud.Alerts[^1].IsAllClear);
        Assert.Contains("บ้านเหนือ", _cloud.Alerts[0].CapXml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Order_ThatIsWrong_IsRefusedWithAReason_AndChangesNothing()
    {
        long number = _cloud.Open().Number;
        string before = _cloud.Memory();
        foreach (string path in (string[])["release", "drop", "edit", "cancel", "all-clear", "extend"])
        {
            string body = $$"""{"reason":"x","until":"{{Later(5)}}"{{(path == "edit" ? ", " + Text : string.Empty)}}}""";
            Assert.Equal(401, (await PostAsync(null, $"{number}/{path}", body)).Status);
            Assert.Equal(403, (await PostAsync("vin", $"{number}/{path}", body)).Status);
            Assert.Equal(path == "edit" ? 404 : 403, (await PostAsync("somchai", $"999/{path}", body)).Status);
            await IsAsync(404, "unknown", "no alert 999", "malee", $"999/{path}", body);
            Assert.Equal(404, (await PostAsync("malee", $"99999999999999999999/{path}", body)).Status);
            foreach (string wrong in (string[])["", "null", "[]", "7", "{", "{\"reson\":\"x\"}", "{\"reason\":7}", "{\"reason\":\"a\\nb\"}", "{\"reason\":\"\\uFFFF\"}", "{\"reason\":\"\\uD800\"}"])
            {
                await IsAsync(400, "invalid", string.Empty, "malee", $"{number}/{path}", wrong);
            }

            await IsAsync(400, "invalid", "16384", "malee", $"{number}/{path}", $$"""{"reason":"{{new string('x', 17_000)}}"}""");
            if (path != "release")
            {
                await IsAsync(400, "invalid", "reason", "malee", $"{number}/{path}", """{"reason":"  "}""");
            }
        }

        await IsAsync(400, "invalid", "until", "malee", $"{number}/extend", """{"reason":"x"}""");
        await IsAsync(400, "invalid", "nothing", "malee", $"{number}/edit", """{"reason":"x"}""");
        await IsAsync(400, "invalid", "allowed are 70", "malee", $"{number}/edit", $$"""{"text_th":"{{new string('ก', 71)}}","reason":"x"}""");
        await IsAsync(409, "refused", "severity", "malee", $"{number}/edit", """{"level":"Extreme","reason":"x"}""");
        await IsAsync(409, "refused", "in force", "malee", $"{number}/cancel", """{"reason":"x"}""");
        string rest = $$""" "region":"500101","level":"Severe","until":"{{Later(5)}}", {{Text}},"reason":"x" """;
        foreach ((string wrong, string why) in ((string, string)[])
        [
            ($$"""{"hazard":"meteor",{{rest}}}""", "meteor"),
            ($$"""{"hazard":"haze",{{rest.Replace("500101", "5", StringComparison.Ordinal)}}}""", "region"),
            ($$"""{"hazard":"haze",{{rest.Replace("Severe", "Bad", StringComparison.Ordinal)}}}""", "Bad"),
            ($$"""{"hazard":"haze",{{rest.Replace("text_en", "detail_en", StringComparison.Ordinal)}}}""", "English"),
            ($$"""{"hazard":"haze","place_th":"\u0001",{{rest}}}""", "control"),
            ($$"""{"hazard":"haze","place_en":"{{new string('x', 101)}}",{{rest}}}""", "allowed are 100"),
            ($$"""{"hazard":"haze","place_en":"\uFFFE",{{rest}}}""", "phones"),
            ($$"""{"hazard":"haze",{{rest.Replace(Later(5), "2020-01-01T00:00:00Z", StringComparison.Ordinal)}}}""", "expire"),
            ($$"""{"hazard":"haze",{{rest.Replace(Later(5), "9999-12-31T23:59:59Z", StringComparison.Ordinal)}}}""", "expire"),
        ])
        {
            await IsAsync(400, "invalid", why, "malee", string.Empty, wrong);
        }

        Assert.Equal(before, _cloud.Memory());
    }

    [Fact]
    public async Task Order_Noise_IsNeverAFault()
    {
        const int Seed = 4711;
        Random random = new(Seed);
        long number = _cloud.Open().Number;
        string before = _cloud.Memory();
        string[] paths = ["release", "drop", "edit", "cancel", "all-clear", "extend", string.Empty];
        string[] fields = ["reason", "level", "until", "text_th", "text_en", "detail_th", "detail_en", "hazard", "region", "place_th", "place_en"];
        string[] values = ["\"x\"", "null", "7", "-1e999", "\"haze\"", "\"50\"", "\"Severe\"", "\"2020-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59-14:00\"", "{}", "[[[[[[]]]]]]", "\"\\uDC00\"", "\"\\u0000\"", "\"]]>&<\"", "true"];
        for (int round = 0; round < 400; round++)
        {
            string path = paths[random.Next(paths.Length)];
            string body = $"{{{string.Join(',', Enumerable.Range(0, random.Next(6)).Select(_ => $"\"{fields[random.Next(fields.Length)]}\":{values[random.Next(values.Length)]}"))}}}";
            if (random.Next(3) == 0)
            {
                char[] garbled = body.ToCharArray();
                garbled[random.Next(garbled.Length)] = (char)random.Next(1, 0xD7FF);
                body = new string(garbled);
            }

            // An alert that is not there, so that a sound order changes nothing either.
            (int status, string answer) = await PostAsync("malee", path.Length == 0 ? path : $"{number + 1000}/{path}", body);
            Assert.True(status is 400 or 404, $"seed {Seed}, round {round}: {status} to {path} {body}");
            Assert.True(JsonNode.Parse(answer)!["text"]!.GetValue<string>().Length > 0, $"seed {Seed}, round {round}: no reason");
            if (path is "edit" or "extend" or "cancel" or "all-clear")
            {
                (status, _) = await PostAsync("malee", $"{number}/{path}", body.Replace("\"text_th\"", "\"text\"", StringComparison.Ordinal).Replace("\"text_en\"", "\"text\"", StringComparison.Ordinal).Replace("\"detail", "\"det", StringComparison.Ordinal));
                Assert.True(status is 400 or 409, $"seed {Seed}, round {round}: {status} to {number}/{path} {body}");
            }
        }

        Assert.Equal(before, _cloud.Memory());
    }

    private static string Later(int hours) =>
        DateTimeOffset.UtcNow.Date.AddDays(1).AddHours(hours).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<JsonNode> IsAsync(int status, string fate, string text, string by, string path, string body)
    {
        (int got, string answer) = await PostAsync(by, path, body);
        Assert.True(status == got, $"{by} {path} {body}: {got} {answer}");
        JsonNode line = JsonNode.Parse(answer)!;
        Assert.True(fate == (string)line["fate"]!, $"{by} {path} {body}: {answer}");
        Assert.Contains(text, (string)line["text"]!, StringComparison.Ordinal);
        return line;
    }

    private async Task<string> GetAsync(string by)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri("/api/officer/waiting", UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _cloud.Tokens[by]);
        using HttpResponseMessage response = await _http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    private async Task<(int Status, string Answer)> PostAsync(string? by, string path, string body)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri($"/api/officer/alerts{(path.Length == 0 ? string.Empty : "/" + path)}", UriKind.Relative))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = by is null ? null : new AuthenticationHeaderValue("Bearer", _cloud.Tokens[by]);
        using HttpResponseMessage response = await _http.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}

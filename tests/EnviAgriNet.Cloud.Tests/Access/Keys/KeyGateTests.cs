using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Access.Keys;
using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Cloud.Tests.Channels;
using Microsoft.AspNetCore.Routing;

namespace EnviAgriNet.Cloud.Tests.Access.Keys;

/// <summary>Keys of machines against a running cloud.</summary>
public sealed class KeyGateTests : IAsyncLifetime
{
    private readonly CloudRoom _cloud = new();
    private HttpClient _http = null!;
    private KeyBook _book = null!;

    public async Task InitializeAsync()
    {
        await _cloud.StartAsync();
        _cloud.AddOfficers();
        _book = _cloud.Get<KeyBook>();
        _http = new HttpClient { BaseAddress = _cloud.Address };
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _cloud.DisposeAsync();
    }

    [Fact]
    public async Task Key_ReachesWhatItsScopeSays_AndNothingOfPersons()
    {
        string readings = Make("readings:read");
        Assert.Equal(200, (await AskAsync(readings, "/api/stations")).Status);
        Assert.Equal(200, (await AskAsync(readings, "/API/Stations/")).Status);
        (int status, string text, string challenge) = await AskAsync(readings, "/api/alerts");
        Assert.Equal((403, true), (status, text.Contains("alerts:read", StringComparison.Ordinal)));
        Assert.Equal("""Bearer error="insufficient_scope", scope="alerts:read" """.TrimEnd(), challenge);
        Assert.Equal(403, (await AskAsync(readings, "/cap/feed.atom")).Status);
        Assert.Equal(200, (await AskAsync(Make("cap:read"), "/cap/feed.atom")).Status);

        string all = Make([.. KeyScopes.All]);
        foreach (string closed in (string[])["/api/cases", "/api/farms", "/api/officer/waiting", "/api/keys", "/api/passkeys", "/api/session", "/api/phone", "/", "/api/alerts/preview?hazard=haze"])
        {
            Assert.Equal(403, (await AskAsync(all, closed)).Status);
        }

        Assert.Equal(403, (await AskAsync(all, "/api/keys", HttpMethod.Post, """{"name":"x","scopes":["cap:read"]}""")).Status);
        Assert.Equal(403, (await AskAsync(all, "/api/stations", HttpMethod.Post, "{}")).Status);
    }

    [Fact]
    public async Task Key_ThatOpensNothing_IsToldWhy_OnPublicAddressesToo()
    {
        string key = Make("readings:read");
        string id = KeyToken.IdOf(key)!;
        Assert.NotNull(_book.Revoke(id, "malee", "no admin"));
        Assert.Null(_book.Revoke(id, "boss", "strayed"));
        Assert.NotNull(_book.Revoke(id, "boss", "again"));
        (int status, string text, string challenge) = await AskAsync(key, "/api/stations");
        Assert.Equal((401, $"key {id} was revoked", "Bearer error=\"invalid_token\""), (status, text, challenge));
        Assert.Equal(401, (await AskAsync(key[..^1] + (key[^1] == 'A' ? 'B' : 'A'), "/api/stations")).Status);
        Assert.Equal(200, (await AskAsync(null, "/api/stations")).Status);
        Assert.DoesNotContain(key, string.Concat(Directory.EnumerateFiles(_cloud.Folder, "registry.db*", SearchOption.AllDirectories)
            .Select(f => Encoding.Latin1.GetString(Shared(f)))), StringComparison.Ordinal);
        Assert.Equal(["key.revoked", "key.made"], _cloud.Get<AuditBook>().List(null, null, 2).Select(l => l.Entry.Action));
    }

    [Fact]
    public async Task Key_TooFast_WaitsAsLongAsItIsTold_AndGuessersAreTurnedAway()
    {
        string key = _book.Make(new KeyOrder("slow", ["readings:read"], 1, 2), "boss").Token!;
        Assert.Equal(200, (await AskAsync(key, "/api/stations")).Status);
        Assert.Equal(200, (await AskAsync(key, "/api/stations")).Status);
        (int status, string text, _) = await AskAsync(key, "/api/stations");
        Assert.Equal((429, true), (status, text.Contains("2 times a minute", StringComparison.Ordinal)));
        Assert.NotNull(Assert.Single(_book.All()).UsedAt);

        int[] guesses = new int[Cloud.Access.Limits.FailuresMax + 1];
        for (int i = 0; i < guesses.Length; i++)
        {
            guesses[i] = (await AskAsync(KeyToken.Make().Token, "/api/stations")).Status;
        }

        Assert.Equal([.. Enumerable.Repeat(401, guesses.Length - 1), 429], guesses);
        Assert.Equal(200, (await AskAsync(Make("readings:read"), "/api/stations")).Status);
    }

    [Fact]
    public void Rate_OverTime_GivesBackEvenly()
    {
        ManualTime time = new();
        KeyRates rates = new(time);
        DateTimeOffset now = time.GetUtcNow();
        ApiKey key = new("abcdefgh", "x", new HashSet<KeyScope>(), 60, "boss", now, now.AddDays(1), null, null, null);
        Assert.Equal(60, Enumerable.Range(0, 100).Count(_ => rates.Take(key) is null));
        Assert.InRange(rates.Take(key)!.Value.TotalSeconds, 0.9, 1.0);
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(10, Enumerable.Range(0, 100).Count(_ => rates.Take(key) is null));
        Assert.Equal("ending", key.StateAt(now));
        Assert.Equal("expired", key.StateAt(now.AddDays(1)));
    }

    [Fact]
    public async Task Page_OfAdmins_MakesAndRevokes_WithTheHeaderOnly()
    {
        (string name, string secret) = _cloud.SignIn("boss");
        Assert.Equal(403, (await ByCookieAsync(name, secret, "/api/keys", """{"name":"x","scopes":["cap:read"]}""", isOurs: false)).Status);
        (int status, string text) = await ByCookieAsync(name, secret, "/api/keys", """{"name":"กรม","scopes":["cap:read"],"days":30,"per_minute":60}""");
        Assert.Equal(201, status);
        JsonNode made = JsonNode.Parse(text)!;
        Assert.Equal(200, (await AskAsync((string)made["token"]!, "/cap/feed.atom")).Status);
        (int listed, string list, _) = await AskAsync(null, "/api/keys", cookie: $"{name}={secret}");
        Assert.Equal((200, false), (listed, list.Contains("eag_key_", StringComparison.Ordinal)));
        Assert.Equal(400, (await ByCookieAsync(name, secret, $"/api/keys/{made["id"]}/revoke", "{}")).Status);
        Assert.Equal(204, (await ByCookieAsync(name, secret, $"/api/keys/{made["id"]}/revoke", """{"reason":"over"}""")).Status);
        Assert.Equal(401, (await AskAsync((string)made["token"]!, "/cap/feed.atom")).Status);

        foreach (string wrong in (string[])["", "[]", "{}", "{\"name\":\"\",\"scopes\":[\"cap:read\"]}", "{\"name\":\"x\",\"scopes\":[]}", "{\"name\":\"x\",\"scopes\":[\"all\"]}",
            "{\"name\":\"x\",\"scopes\":[\"cap:read\"],\"days\":0}", "{\"name\":\"x\",\"scopes\":[\"cap:read\"],\"days\":367}", "{\"name\":\"x\",\"scopes\":[\"cap:read\"],\"role\":\"admin\"}"])
        {
            Assert.Equal(400, (await ByCookieAsync(name, secret, "/api/keys", wrong)).Status);
        }

        (string otherName, string otherSecret) = _cloud.SignIn("malee");
        Assert.Equal(403, (await ByCookieAsync(otherName, otherSecret, "/api/keys", """{"name":"x","scopes":["cap:read"]}""")).Status);
    }

    [Fact]
    public async Task Fuzz_BearerTexts_AreRefusedAndNeverAFault()
    {
        const int seed = 60612;
        Random random = new(seed);
        string right = Make("readings:read");
        for (int i = 0; i < 300; i++)
        {
            char[] text = right.ToCharArray();
            for (int n = random.Next(1, 4); n > 0; n--)
            {
                text[random.Next(KeyToken.Prefix.Length, text.Length)] = (char)random.Next(0x21, 0x7f);
            }

            string token = new string(text)[..(random.Next(3) == 0 ? random.Next(KeyToken.Prefix.Length, text.Length) : text.Length)];
            int status = (await AskAsync(token, "/api/stations")).Status;
            Assert.True(status is 401 or 429 || token == right, $"seed {seed}, round {i}: {token} gave {status}");
        }
    }

    [Fact]
    public void OpenAddresses_AreAddressesThatThereAre()
    {
        string[] patterns = [.. _cloud.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))];
        string[] later = ["/api/stations/*/health", "/api/stations/*/outbox", "/api/stations/*/ledger", "/api/stations/*/log", "/api/series", "/api/regions", "/api/map"];
        Assert.All(KeyScopes.OpenAddresses.Except(later), a => Assert.Contains(patterns, p => p.StartsWith(a, StringComparison.Ordinal)));
    }

    private string Make(params string[] scopes) => _book.Make(new KeyOrder("test", scopes, null, null), "boss").Token!;

    private static byte[] Shared(string file)
    {
        using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private async Task<(int Status, string Text)> ByCookieAsync(string name, string secret, string path, string body, bool isOurs = true)
    {
        (int status, string text, _) = await AskAsync(null, path, HttpMethod.Post, body, $"{name}={secret}", isOurs);
        return (status, text);
    }

    private async Task<(int Status, string Text, string Challenge)> AskAsync(
        string? token, string path, HttpMethod? method = null, string? body = null, string? cookie = null, bool isOurs = false)
    {
        using HttpRequestMessage request = new(method ?? HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Authorization", token is null ? null : $"Bearer {token}");
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        if (isOurs)
        {
            request.Headers.Add("x-eag-page", "1");
        }

        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using HttpResponseMessage answer = await _http.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers.WwwAuthenticate.ToString());
    }
}

using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Access.OpenId;
using EnviAgriNet.Cloud.Access.Sessions;
using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Cloud.Tests.Channels;

namespace EnviAgriNet.Cloud.Tests.Access.OpenId;

/// <summary>Sign-in by an identity provider, honest and dishonest, against a running cloud.</summary>
public sealed class OpenIdTests : IAsyncLifetime
{
    private readonly ProviderStandIn _provider = new();
    private readonly string _secretFile = Path.GetTempFileName();
    private CloudRoom _cloud = null!;
    private HttpClient _http = null!;

    public async Task InitializeAsync()
    {
        await _provider.StartAsync();
        await File.WriteAllTextAsync(_secretFile, ProviderStandIn.Secret + "\n");
        _cloud = new CloudRoom(
            ("OpenId:Issuer", _provider.Issuer), ("OpenId:ClientId", ProviderStandIn.ClientId), ("OpenId:ClientSecretFile", _secretFile), ("OpenId:Address", "http://localhost:9"));
        await _cloud.StartAsync();
        _cloud.AddOfficers();
        _http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = _cloud.Address };
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _cloud.DisposeAsync();
        await _provider.DisposeAsync();
        File.Delete(_secretFile);
    }

    [Fact]
    public async Task SignIn_IsForWhoeverIsLinked_AndLinkingIsForWhoeverIsSignedIn()
    {
        Assert.Equal("/agency/sign-in?openid=unknown", (await SignInAsync()).Where);
        Assert.Equal(401, (await BeginAsync(isLink: true)).Status);
        Assert.Equal(403, (await BeginAsync(isLink: false, isOurs: false)).Status);

        (string name, string secret) = _cloud.SignIn("malee");
        Assert.Equal("/agency/account?openid=linked", (await SignInAsync(isLink: true, session: $"{name}={secret}")).Where);
        (string where, string? cookie) = await SignInAsync();
        Assert.Equal("/agency", where);
        Assert.Equal("malee", await WhoAsync(cookie!));
        Assert.Contains(_cloud.Get<SessionBook>().All(_cloud.Get<OfficerBook>().Find("malee", Role.Viewer).Officer!), s => s.How == "openid");
        Assert.DoesNotContain(_cloud.Get<AuditBook>().List(null, null, 50), l => l.Entry.ToString().Contains(_provider.Subject, StringComparison.Ordinal));

        (string bossName, string bossSecret) = _cloud.SignIn("boss");
        Assert.Equal("/agency/account?openid=taken", (await SignInAsync(isLink: true, session: $"{bossName}={bossSecret}")).Where);
        Assert.Null(_cloud.Get<OfficerBook>().Disable("malee", "boss", "left"));
        Assert.Equal("/agency/sign-in?openid=unknown", (await SignInAsync()).Where);
    }

    [Fact]
    public async Task SignIn_ByACurve_AndWithAKeyThatIsNew_Works_AndKeysAreNotAskedForEachTime()
    {
        Link();
        _provider.IsCurve = true;
        Assert.Equal("/agency", (await SignInAsync()).Where);
        _provider.IsCurve = false;
        Assert.Equal("/agency", (await SignInAsync()).Where);
        Assert.Equal(1, _provider.KeysAsked);

        // A key that nobody knows makes the keys be asked for again only after a while.
        _provider.KeyName = "k2";
        Assert.Equal("/agency/sign-in?openid=wrong", (await SignInAsync()).Where);
        Assert.Equal(1, _provider.KeysAsked);
    }

    [Theory]
    [InlineData("iss", "\"https://elsewhere.example\"")]
    [InlineData("iss", "null")]
    [InlineData("aud", "\"another\"")]
    [InlineData("aud", "[\"eag-test\",\"another\"]")]
    [InlineData("aud", "[]")]
    [InlineData("aud", "[\"eag-test\",7]")]
    [InlineData("azp", "\"another\"")]
    [InlineData("azp", "7")]
    [InlineData("nonce", "\"of another sign-in\"")]
    [InlineData("nonce", "null")]
    [InlineData("exp", "1000")]
    [InlineData("exp", "\"never\"")]
    [InlineData("exp", "null")]
    [InlineData("iat", "1000")]
    [InlineData("iat", "4000000000")]
    [InlineData("iat", "1e300")]
    [InlineData("nbf", "4000000000")]
    [InlineData("nbf", "\"x\"")]
    [InlineData("sub", "\"\"")]
    [InlineData("sub", "7")]
    [InlineData("sub", "\"a\\u0000b\"")]
    public async Task SignIn_WithAWrongClaim_IsRefused(string claim, string value)
    {
        Link();
        _provider.Claims = claims => claims[claim] = JsonNode.Parse(value);
        (string where, string? cookie) = await SignInAsync();
        Assert.Equal("/agency/sign-in?openid=wrong", where);
        Assert.Null(cookie);
        _provider.Claims = claims => claims["aud"] = new JsonArray(ProviderStandIn.ClientId);
        Assert.Equal("/agency", (await SignInAsync()).Where);
    }

    [Fact]
    public async Task SignIn_WithAForgedToken_IsRefused()
    {
        Link();
        using RSA other = RSA.Create(2048);
        (string What, Func<JsonObject, string> Make)[] forgeries =
        [
            ("none", c => Unsigned(c, "none") + "."),
            ("None", c => Unsigned(c, "None") + "."),
            ("no algorithm", c => $"{ProviderStandIn.Part(new JsonObject())}.{ProviderStandIn.Part(c)}."),
            ("HS256 by the public key", c => ByPublicKey(Unsigned(c, "HS256"))),
            ("RS512", c => _provider.Sign(c, "RS512")),
            ("ES256 claimed over RSA", c => _provider.Sign(c, "ES256")),
            ("another's key", c => Signed(Unsigned(c, "RS256"), other)),
            ("claims changed after", c => Changed(_provider.Sign(c), c)),
            ("signature taken away", c => _provider.Sign(c)[..^20]),
            ("a critical extension", c => Signed(Head(c, new JsonObject { ["alg"] = "RS256", ["kid"] = "k1", ["crit"] = new JsonArray("exp") }), _provider.Rsa)),
            ("a member twice", c => Signed($"{ProviderStandIn.Part(new JsonObject { ["alg"] = "RS256", ["kid"] = "k1" })}.{Twice(c)}", _provider.Rsa)),
            ("four parts", c => _provider.Sign(c) + ".x"),
            ("padding", c => _provider.Sign(c) + "=="),
            ("nothing", _ => string.Empty),
            ("too long", c => _provider.Sign(c) + new string('A', OpenIdLimits.TokenLengthMax)),
        ];
        foreach ((string what, Func<JsonObject, string> make) in forgeries)
        {
            _provider.Forge = make;
            Assert.Equal((what, "/agency/sign-in?openid=wrong"), (what, (await SignInAsync()).Where));
        }

        _provider.Forge = null;
        Assert.Equal("/agency", (await SignInAsync()).Where);
    }

    [Fact]
    public async Task Return_ThatIsSwappedOrRepeated_IsRefused()
    {
        Link();
        (_, string address, string kept) = await BeginAsync();
        (string code, Dictionary<string, string> asked) = _provider.Agree(address);
        (_, string otherAddress, string otherKept) = await BeginAsync();
        (string otherCode, Dictionary<string, string> otherAsked) = _provider.Agree(otherAddress);

        // The attacker's code and state in the victim's browser; the attacker's code with the victim's state; no cookie at all.
        Assert.Equal("/agency/sign-in?openid=over", (await ReturnAsync(code, asked["state"], null)).Where);
        Assert.Equal("/agency/sign-in?openid=over", (await ReturnAsync(otherCode, otherAsked["state"], kept)).Where);
        (_, address, kept) = await BeginAsync();
        (_, asked) = _provider.Agree(address);
        Assert.Equal("/agency/sign-in?openid=wrong", (await ReturnAsync(otherCode, asked["state"], kept)).Where);
        Assert.Equal("verifier", _provider.Refused);

        // The same return once more, with its cookie: neither we nor the provider take it again.
        (_, address, kept) = await BeginAsync();
        (code, asked) = _provider.Agree(address);
        Assert.Equal("/agency", (await ReturnAsync(code, asked["state"], kept)).Where);
        Assert.Equal("/agency/sign-in?openid=over", (await ReturnAsync(code, asked["state"], kept)).Where);

        // Another provider's answer mixed in; a provider that names itself must do so; an answer given twice.
        foreach (string issuer in (string[])["&iss=https%3A%2F%2Felsewhere.example", string.Empty, $"&iss={Uri.EscapeDataString(_provider.Issuer)}&iss=x"])
        {
            (_, address, kept) = await BeginAsync();
            (code, asked) = _provider.Agree(address);
            Assert.Equal("/agency/sign-in?openid=wrong", (await GetAsync($"{OpenIdDesk.ReturnPath}?code={code}&state={asked["state"]}{issuer}", kept)).Where);
        }

        (_, address, kept) = await BeginAsync();
        (_, asked) = _provider.Agree(address);
        Assert.Equal(
            "/agency/sign-in?openid=declined",
            (await GetAsync($"{OpenIdDesk.ReturnPath}?error=access_denied&state={asked["state"]}&iss={Uri.EscapeDataString(_provider.Issuer)}", kept)).Where);
        Assert.Equal("/agency/sign-in?openid=over", (await ReturnAsync(otherCode, otherAsked["state"], otherKept[..^3] + "AAA")).Where);
    }

    [Fact]
    public async Task Begin_WithAProviderThatIsSomebodyElse_IsNotBegun()
    {
        _provider.Document = _provider.Discovery();
        _provider.Document["issuer"] = "https://elsewhere.example";
        Assert.Equal(503, (await BeginAsync()).Status);
        _provider.Document = _provider.Discovery();
        _provider.Document["token_endpoint"] = "http://elsewhere.example/token";
        Assert.Equal(503, (await BeginAsync()).Status);
        _provider.Document = null;
        Assert.Equal(200, (await BeginAsync()).Status);
    }

    [Fact]
    public void Verify_DamagedTokens_AreRefusedAndThrowNothing()
    {
        const int seed = 60613;
        Random random = new(seed);
        ProviderKeys keys = ProviderKeys.Read(Encoding.UTF8.GetBytes(_provider.KeySet().ToJsonString()));
        Assert.Equal(2, keys.Count);
        IdTokenCheck check = new(_provider.Issuer, ProviderStandIn.ClientId, "n", []);
        string right = _provider.Sign(_provider.HonestClaims("n"));
        Assert.Equal(_provider.Subject, check.Verify(right, keys, DateTimeOffset.UtcNow).Subject);
        Assert.NotNull((check with { Levels = ["ial2.3"] }).Verify(right, keys, DateTimeOffset.UtcNow).Fault);
        for (int i = 0; i < 3_000; i++)
        {
            char[] text = right.ToCharArray();
            int at = random.Next(text.Length - 1);
            text[at] = (char)(random.Next(3) == 0 ? random.Next(1, 0x2000) : "abcXYZ019-_."[random.Next(12)]);
            string damaged = new(text);
            Assert.True(damaged == right || check.Verify(damaged, keys, DateTimeOffset.UtcNow).Subject is null, $"seed {seed}, round {i}: {damaged}");
        }
    }

    [Fact]
    public void Keys_Damaged_AreAFaultOfTheDocumentAndNoOther()
    {
        const int seed = 60614;
        Random random = new(seed);
        string right = _provider.KeySet().ToJsonString();
        for (int i = 0; i < 1_000; i++)
        {
            char[] text = right.ToCharArray();
            for (int n = random.Next(1, 5); n > 0; n--)
            {
                text[random.Next(text.Length)] = "abcXYZ019-_.{}[]\",:"[random.Next(19)];
            }

            try
            {
                Assert.InRange(ProviderKeys.Read(Encoding.UTF8.GetBytes(text)).Count, 0, 2);
            }
            catch (JsonException)
            {
                // What the caller expects.
            }
        }
    }

    [Fact]
    public async Task WithoutAnIssuer_ThereIsNothing()
    {
        await using CloudRoom cloud = new();
        await cloud.StartAsync();
        using HttpClient http = new() { BaseAddress = cloud.Address };
        Assert.Contains("\"is_on\":false", await http.GetStringAsync(new Uri("/api/openid", UriKind.Relative)), StringComparison.Ordinal);
        using HttpResponseMessage answer = await http.GetAsync(new Uri(OpenIdDesk.ReturnPath + "?code=x&state=y", UriKind.Relative));
        Assert.Equal(404, (int)answer.StatusCode);
    }

    private static string Unsigned(JsonObject claims, string algorithm) => Head(claims, new JsonObject { ["alg"] = algorithm, ["kid"] = "k1" });

    private static string Head(JsonObject claims, JsonObject header) => $"{ProviderStandIn.Part(header)}.{ProviderStandIn.Part(claims)}";

    private static string Signed(string text, RSA key) =>
        $"{text}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";

    private string ByPublicKey(string text) =>
        $"{text}.{Base64Url.EncodeToString(HMACSHA256.HashData(_provider.Rsa.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(text)))}";

    private static string Changed(string token, JsonObject claims)
    {
        string[] parts = token.Split('.');
        claims["sub"] = "somebody else";
        return $"{parts[0]}.{ProviderStandIn.Part(claims)}.{parts[2]}";
    }

    private static string Twice(JsonObject claims) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims.ToJsonString()[..^1] + ",\"sub\":\"somebody else\"}"));

    private void Link() => Assert.Null(_cloud.Get<OpenIdLinkBook>().Link("malee", _provider.Issuer, _provider.Subject));

    private async Task<(string Where, string? Cookie)> SignInAsync(bool isLink = false, string? session = null)
    {
        (_, string address, string kept) = await BeginAsync(isLink, session: session);
        (string code, Dictionary<string, string> asked) = _provider.Agree(address);
        return await ReturnAsync(code, asked["state"], kept);
    }

    private Task<(string Where, string? Cookie)> ReturnAsync(string code, string state, string? kept) =>
        GetAsync($"{OpenIdDesk.ReturnPath}?code={code}&state={state}&iss={Uri.EscapeDataString(_provider.Issuer)}", kept);

    private async Task<(string Where, string? Cookie)> GetAsync(string path, string? kept)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        request.Headers.Host = "localhost";
        request.Headers.TryAddWithoutValidation("Cookie", kept is null ? null : $"{OpenIdEndpoints.Cookie}={kept}");
        using HttpResponseMessage answer = await _http.SendAsync(request);
        Assert.Equal(302, (int)answer.StatusCode);
        string? session = answer.Headers.GetValues("Set-Cookie").FirstOrDefault(c => c.StartsWith("eag-session=", StringComparison.Ordinal))?.Split(';')[0];
        return (answer.Headers.Location!.ToString(), session);
    }

    private async Task<(int Status, string Address, string Kept)> BeginAsync(bool isLink = false, bool isOurs = true, string? session = null)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/openid");
        request.Headers.Host = "localhost";
        request.Headers.TryAddWithoutValidation("Cookie", session);
        request.Content = new StringContent($$"""{"link":{{(isLink ? "true" : "false")}}}""", Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        if (isOurs)
        {
            request.Headers.Add("x-eag-page", "1");
        }

        using HttpResponseMessage answer = await _http.SendAsync(request);
        if ((int)answer.StatusCode != 200)
        {
            return ((int)answer.StatusCode, string.Empty, string.Empty);
        }

        string cookie = answer.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        string address = (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["address"]!;
        return (200, address, cookie.Split(';')[0].Split('=', 2)[1]);
    }

    private async Task<string?> WhoAsync(string cookie)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/api/session");
        request.Headers.Host = "localhost";
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        using HttpResponseMessage answer = await _http.SendAsync(request);
        return (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["officer"]?["name"];
    }
}

using System.Text;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Access.Passkeys;
using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Testing;
using Microsoft.Playwright;

namespace EnviAgriNet.Cloud.Tests.Access.Passkeys;

/// <summary>Passkeys in Chromium, with its virtual authenticator: what is sent is what browsers send.</summary>
public sealed class PasskeyBrowserTests : IAsyncLifetime
{
    // The page's own module does the same in TypeScript; here the steps are apart, so that what is sent between them can be falsified.
    private const string Script = """
        (() => {
          const bytes = t => Uint8Array.from(atob(t.replace(/-/g, "+").replace(/_/g, "/")), c => c.charCodeAt(0));
          const text = b => btoa(String.fromCharCode(...new Uint8Array(b))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
          const post = async (path, body) => {
            const answer = await fetch(path, { method: "POST", headers: { "content-type": "application/json", "x-eag-page": "1" }, body: JSON.stringify(body ?? {}) });
            const said = await answer.text();
            return { status: answer.status, body: said ? JSON.parse(said) : null };
          };
          const list = l => (l ?? []).map(k => ({ ...k, id: bytes(k.id) }));
          const frame = c => ({ id: c.id, rawId: text(c.rawId), type: c.type, clientExtensionResults: {}, authenticatorAttachment: c.authenticatorAttachment });
          window.keys = {
            post,
            create: async o => {
              const c = await navigator.credentials.create({ publicKey: { ...o, challenge: bytes(o.challenge), user: { ...o.user, id: bytes(o.user.id) }, excludeCredentials: list(o.excludeCredentials) } });
              return { ...frame(c), response: { clientDataJSON: text(c.response.clientDataJSON), attestationObject: text(c.response.attestationObject), transports: c.response.getTransports() } };
            },
            get: async o => {
              const c = await navigator.credentials.get({ publicKey: { ...o, challenge: bytes(o.challenge), allowCredentials: list(o.allowCredentials) } });
              const r = c.response;
              return { ...frame(c), response: { clientDataJSON: text(r.clientDataJSON), authenticatorData: text(r.authenticatorData), signature: text(r.signature), userHandle: text(r.userHandle) } };
            },
          };
        })()
        """;

    private readonly CloudRoom _cloud = new();
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;
    private IPage _page = null!;

    public async Task InitializeAsync()
    {
        await _cloud.StartAsync();
        _cloud.AddOfficers();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = HeadlessChromium.Path, Headless = true, Args = HeadlessChromium.Flags });
        _page = await _browser.NewPageAsync();
        ICDPSession devtools = await _page.Context.NewCDPSessionAsync(_page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        await OpenAsync("localhost");
    }

    public async Task DisposeAsync()
    {
        await _browser.CloseAsync();
        _playwright.Dispose();
        await _cloud.DisposeAsync();
    }

    [Fact]
    public async Task Passkey_IsAddedAndSignsIn_AndNothingElseDoes()
    {
        (string name, string secret) = _cloud.SignIn("malee");
        await SetSessionAsync(name, secret);
        JsonNode begun = (await PostAsync("/api/passkeys/begin")).Body!;
        Assert.DoesNotContain("malee", (string)begun["options"]!["user"]!["id"]!, StringComparison.Ordinal);
        JsonNode made = await CallAsync("create", begun["options"]!);
        JsonObject order = new() { ["ceremony"] = (string)begun["ceremony"]!, ["credential"] = made.DeepClone(), ["name"] = "โทรศัพท์" };
        Assert.Equal(201, (await PostAsync("/api/passkeys", order)).Status);
        Assert.Equal(400, (await PostAsync("/api/passkeys", order)).Status);
        Passkey stored = Assert.Single(_cloud.Get<PasskeyBook>().Of("malee"));
        Assert.Equal("โทรศัพท์", stored.Name);

        // The authenticator is told which it has, and refuses another one for the same account.
        begun = (await PostAsync("/api/passkeys/begin")).Body!;
        PlaywrightException twice = await Assert.ThrowsAsync<PlaywrightException>(() => CallAsync("create", begun["options"]!));
        Assert.Contains("InvalidStateError", twice.Message, StringComparison.Ordinal);

        await _page.Context.ClearCookiesAsync();
        Assert.Equal(401, (await PostAsync("/api/passkeys/begin")).Status);
        (JsonNode answer, string ceremony) = await AssertAsync();
        Assert.Equal(204, (await SignInAsync(ceremony, answer)).Status);
        JsonNode session = JsonNode.Parse(await _page.EvaluateAsync<string>("fetch('/api/session').then(a => a.text())"))!;
        Assert.Equal("malee", (string)session["officer"]!["name"]!);
        Assert.NotNull(_cloud.Get<PasskeyBook>().Find(stored.Id)!.UsedAt);
        Assert.Equal(["session.opened", "passkey.added"], _cloud.Get<AuditBook>().List(null, null, 50).Select(l => l.Entry.Action)
            .Where(a => a is "passkey.added" or "session.opened").Take(2));
        await AttackAsync(answer, ceremony);
        Assert.Null(_cloud.Get<OfficerBook>().Disable("malee", "boss", "left"));
        (answer, ceremony) = await AssertAsync();
        // The many falsified ones before may have used up what this address is allowed.
        Assert.Contains((await SignInAsync(ceremony, answer)).Status, (int[])[401, 429]);
    }

    [Fact]
    public async Task Fuzz_Answers_AreRefusedAndNeverAFault()
    {
        const int seed = 60615;
        Random random = new(seed);
        (string name, string secret) = _cloud.SignIn("malee");
        await SetSessionAsync(name, secret);
        JsonNode begun = (await PostAsync("/api/passkeys/begin")).Body!;
        string made = (await CallAsync("create", begun["options"]!)).ToJsonString();
        PasskeyDesk desk = _cloud.Get<PasskeyDesk>();
        Officer malee = _cloud.Get<OfficerBook>().Find("malee", Role.Viewer).Officer!;
        Microsoft.AspNetCore.Http.DefaultHttpContext context = new();
        context.Request.Host = new Microsoft.AspNetCore.Http.HostString("localhost", _cloud.Address.Port);
        for (int i = 0; i < 400; i++)
        {
            char[] text = made.ToCharArray();
            for (int n = random.Next(1, 6); n > 0; n--)
            {
                text[random.Next(text.Length)] = "abcXYZ019-_{}[]\",:"[random.Next(18)];
            }

            string ceremony = (await desk.BeginAddAsync(malee, context)).Ceremony;
            (Passkey? added, _) = await desk.AddAsync(malee, new PasskeyAnswer(ceremony, new string(text)), "x", context);
            Assert.True(added is null, $"seed {seed}, round {i}: {new string(text)}");
            ceremony = (await desk.BeginSignInAsync(context)).Ceremony;
            Assert.True(await desk.SignInAsync(new PasskeyAnswer(ceremony, new string(text)), context) is null, $"seed {seed}, round {i}");
        }

        Assert.Empty(_cloud.Get<PasskeyBook>().Of("malee"));
    }

    private async Task AttackAsync(JsonNode used, string usedCeremony)
    {
        await _page.Context.ClearCookiesAsync();
        Assert.Equal(401, (await SignInAsync(usedCeremony, used)).Status);

        // The signed answer of one ceremony under another one; then each part of a right answer falsified.
        (_, string ceremony) = await AssertAsync();
        Assert.Equal(401, (await SignInAsync(ceremony, used)).Status);
        foreach ((string what, Action<JsonObject> falsify) in Falsifications())
        {
            (JsonNode answer, ceremony) = await AssertAsync();
            falsify(answer["response"]!.AsObject());
            int status = (await SignInAsync(ceremony, answer)).Status;
            Assert.True(status is 401 or 429, $"{what} gave {status}");
        }

        // Without the header of our own pages, and under another name, in clear.
        Assert.Equal(403, await _page.EvaluateAsync<int>("fetch('/api/session/passkey/begin', { method: 'POST' }).then(a => a.status)"));
        await OpenAsync("eag.localhost");
        Assert.Equal(403, await _page.EvaluateAsync<int>(
            "fetch('/api/session/passkey/begin', { method: 'POST', headers: { 'x-eag-page': '1' } }).then(a => a.status)"));
        await OpenAsync("localhost");
    }

    private static IEnumerable<(string What, Action<JsonObject> Falsify)> Falsifications()
    {
        yield return ("another signature", r => r["signature"] = Flip(r, "signature", 10));
        yield return ("another count", r => r["authenticatorData"] = Flip(r, "authenticatorData", 36));
        yield return ("another host", r => r["authenticatorData"] = Flip(r, "authenticatorData", 0));
        yield return ("user not verified", r => r["authenticatorData"] = Flip(r, "authenticatorData", 32, 0x04));
        yield return ("another origin", r => r["clientDataJSON"] = Rewrite(r, "origin", "https://elsewhere.example"));
        yield return ("of an adding", r => r["clientDataJSON"] = Rewrite(r, "type", "webauthn.create"));
        yield return ("another challenge", r => r["clientDataJSON"] = Rewrite(r, "challenge", "AAAA"));
        yield return ("another person", r => r["userHandle"] = "AAAAAAAAAAAAAAAAAAAAAA");
    }

    private static string Flip(JsonObject response, string member, int at, int bits = 1)
    {
        byte[] bytes = System.Buffers.Text.Base64Url.DecodeFromChars((string)response[member]!);
        bytes[at] ^= (byte)bits;
        return System.Buffers.Text.Base64Url.EncodeToString(bytes);
    }

    private static string Rewrite(JsonObject response, string member, string value)
    {
        JsonNode data = JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars((string)response["clientDataJSON"]!))!;
        data[member] = value;
        return System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(data.ToJsonString()));
    }

    private async Task OpenAsync(string host)
    {
        await _page.GotoAsync($"http://{host}:{_cloud.Address.Port}/api/status");
        await _page.EvaluateAsync(Script);
    }

    private Task SetSessionAsync(string name, string secret) => _page.Context.AddCookiesAsync(
        [new Cookie { Name = name, Value = secret, Url = $"http://localhost:{_cloud.Address.Port}/", HttpOnly = true, SameSite = SameSiteAttribute.Strict }]);

    private async Task<(JsonNode Answer, string Ceremony)> AssertAsync()
    {
        JsonNode begun = (await PostAsync("/api/session/passkey/begin")).Body!;
        return (await CallAsync("get", begun["options"]!), (string)begun["ceremony"]!);
    }

    private Task<(int Status, JsonNode? Body)> SignInAsync(string ceremony, JsonNode answer) =>
        PostAsync("/api/session/passkey", new JsonObject { ["ceremony"] = ceremony, ["credential"] = answer.DeepClone() });

    private async Task<(int Status, JsonNode? Body)> PostAsync(string path, JsonObject? body = null)
    {
        string text = await _page.EvaluateAsync<string>(
            "([path, body]) => keys.post(path, JSON.parse(body)).then(a => JSON.stringify(a))", new[] { path, (body ?? []).ToJsonString() });
        JsonNode answer = JsonNode.Parse(text)!;
        return ((int)answer["status"]!, answer["body"]);
    }

    private async Task<JsonNode> CallAsync(string function, JsonNode options) => JsonNode.Parse(await _page.EvaluateAsync<string>(
        "([name, options]) => keys[name](JSON.parse(options)).then(a => JSON.stringify(a), e => { throw new Error(e.name + ': ' + e.message); })",
        new[] { function, options.ToJsonString() }))!;
}

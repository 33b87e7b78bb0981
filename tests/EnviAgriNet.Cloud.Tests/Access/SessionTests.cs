using System.Net;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Access.Sessions;
using EnviAgriNet.Core.Geography;
using Browser = EnviAgriNet.Cloud.Tests.Access.SessionCloud.Browser;

namespace EnviAgriNet.Cloud.Tests.Access;

public sealed class SessionTests : IAsyncLifetime
{
    private SessionCloud _cloud = null!;

    public async Task InitializeAsync() => _cloud = await SessionCloud.StartAsync();

    public async Task DisposeAsync() => await _cloud.DisposeAsync();

    [Fact]
    public async Task Invitation_Accepted_SignsInOnceAndKeepsNoSecretInClear()
    {
        string invitation = _cloud.Invitations.Make("malee", "somchai").Secret!;
        Browser browser = new(_cloud);
        (HttpStatusCode looked, JsonNode? view) = await browser.SendAsync(HttpMethod.Post, "/api/invitation", new JsonObject { ["secret"] = invitation });
        Assert.Equal((HttpStatusCode.OK, "malee"), (looked, (string?)view!["name"]));
        byte[] secret = _cloud.Invitations.Find(invitation)!.Secret;
        JsonObject order = new() { ["secret"] = invitation, ["password"] = "malee malee malee 1", ["code"] = _cloud.FreshCode(secret) };
        Assert.Contains("name", await FaultAsync(order), StringComparison.Ordinal);
        order["password"] = "short";
        Assert.Contains("12", await FaultAsync(order), StringComparison.Ordinal);
        order["password"] = "password12345";
        Assert.Contains("first that anybody tries", await FaultAsync(order), StringComparison.Ordinal);
        order["password"] = SessionCloud.Password;
        order["code"] = "123456";
        Assert.Contains("code of now", await FaultAsync(order), StringComparison.Ordinal);
        order["code"] = _cloud.FreshCode(secret);
        (HttpStatusCode status, JsonNode? answer) = await browser.SendAsync(HttpMethod.Post, "/api/invitation/accept", order);
        Assert.Equal((HttpStatusCode.OK, 10), (status, answer!["recovery_codes"]!.AsArray().Count));
        Assert.Equal("malee", await browser.WhoAsync());
        Assert.True((bool)(await browser.SendAsync(HttpMethod.Get, "/api/session")).Answer!["second_factor"]!);

        order["code"] = _cloud.FreshCode(secret);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.SendAsync(HttpMethod.Post, "/api/invitation/accept", order)).Status);
        string stored = string.Join('\n', Directory.EnumerateFiles(_cloud.Room.Folder, "registry.db*").Select(
            f => System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(f))));
        foreach (string clear in new[]
        {
            SessionCloud.Password, invitation, browser.Cookies[SessionCookie.PlainName], Convert.ToBase64String(secret), System.Text.Encoding.Latin1.GetString(secret),
            ((string)answer["recovery_codes"]![0]!).Replace("-", string.Empty, StringComparison.Ordinal),
        })
        {
            Assert.DoesNotContain(clear, stored, StringComparison.Ordinal);
        }

        async Task<string> FaultAsync(JsonObject body)
        {
            (HttpStatusCode fault, JsonNode? why) = await browser.SendAsync(HttpMethod.Post, "/api/invitation/accept", body);
            Assert.Equal(HttpStatusCode.BadRequest, fault);
            return (string)why!["text"]!;
        }
    }

    [Fact]
    public async Task Invitation_TooLateReplacedOrDisabled_IsOver()
    {
        Browser browser = new(_cloud);
        string late = _cloud.Invitations.Make("malee", "somchai").Secret!;
        _cloud.Time.Advance(new AccessOptions().InvitationFor);
        Assert.Equal(HttpStatusCode.NotFound, await LookAsync(late));
        string replaced = _cloud.Invitations.Make("malee", "somchai").Secret!;
        string last = _cloud.Invitations.Make("malee", "somchai").Secret!;
        Assert.Equal(HttpStatusCode.NotFound, await LookAsync(replaced));
        Assert.Equal(HttpStatusCode.OK, await LookAsync(last));
        Assert.Null(_cloud.Officers.Disable("malee", "somchai", "left"));
        Assert.Equal(HttpStatusCode.NotFound, await LookAsync(last));
        Assert.NotNull(_cloud.Invitations.Make("malee", "somchai").Refusal);
        Assert.NotNull(_cloud.Invitations.Make("somchai", "malee").Refusal);

        async Task<HttpStatusCode> LookAsync(string secret) =>
            (await browser.SendAsync(HttpMethod.Post, "/api/invitation", new JsonObject { ["secret"] = secret })).Status;
    }

    [Fact]
    public async Task Session_NotUsedOrTooOld_Ends()
    {
        (byte[] secret, _, Browser idle) = await _cloud.JoinAsync("malee");
        _cloud.Time.Advance(new AccessOptions().IdleAfter);
        Assert.Null(await idle.WhoAsync());

        Browser busy = new(_cloud);
        await busy.SignInAsync("malee", SessionCloud.Password, _cloud.FreshCode(secret));
        DateTimeOffset end = _cloud.Time.GetUtcNow() + new AccessOptions().SessionFor;
        while (_cloud.Time.GetUtcNow() + TimeSpan.FromMinutes(45) < end)
        {
            _cloud.Time.Advance(TimeSpan.FromMinutes(45));
            Assert.Equal("malee", await busy.WhoAsync());
        }

        _cloud.Time.Advance(TimeSpan.FromMinutes(45));
        Assert.Null(await busy.WhoAsync());
    }

    [Fact]
    public async Task SignIn_AgainInTheSameBrowser_EndsTheSessionBefore()
    {
        (byte[] secret, _, Browser browser) = await _cloud.JoinAsync("malee");
        string before = browser.Cookies[SessionCookie.PlainName];
        await browser.SignInAsync("malee", SessionCloud.Password, _cloud.FreshCode(secret));
        Browser copy = new(_cloud);
        copy.Cookies[SessionCookie.PlainName] = before;
        Assert.Null(await copy.WhoAsync());
        Assert.Equal("malee", await browser.WhoAsync());
    }

    [Fact]
    public async Task Session_OfficerChangedOrDisabled_HeedsItAtOnce()
    {
        (_, _, Browser browser) = await _cloud.JoinAsync("malee");
        Assert.Equal(HttpStatusCode.OK, await browser.ReleaseAsync());
        Assert.Null(_cloud.Officers.SetRights(new Officer("malee", new HashSet<Role> { Role.Officer }) { Regions = [RegionId.Parse("50")] }, "somchai"));
        Assert.Equal(HttpStatusCode.Forbidden, await browser.ReleaseAsync());
        Assert.Equal("50", (string?)(await browser.SendAsync(HttpMethod.Get, "/api/session")).Answer!["officer"]!["regions"]![0]);
        Assert.Null(_cloud.Officers.Disable("malee", "somchai", "left"));
        Assert.Equal(HttpStatusCode.Unauthorized, await browser.ReleaseAsync());
    }

    [Fact]
    public async Task Account_OtherBrowsers_AreListedAndEnded()
    {
        (byte[] secret, _, Browser first) = await _cloud.JoinAsync("malee");
        Browser second = new(_cloud);
        Browser third = new(_cloud);
        await second.SignInAsync("malee", SessionCloud.Password, _cloud.FreshCode(secret));
        await third.SignInAsync("malee", SessionCloud.Password, _cloud.FreshCode(secret));
        JsonArray sessions = (await second.SendAsync(HttpMethod.Get, "/api/session/account")).Answer!["sessions"]!.AsArray();
        Assert.Equal([false, true, false], sessions.Select(s => (bool)s!["is_this"]!));
        long oldest = (long)sessions[2]!["number"]!;
        Assert.Equal(HttpStatusCode.NoContent, (await second.SendAsync(HttpMethod.Delete, $"/api/session/{oldest}")).Status);
        Assert.Null(await first.WhoAsync());
        Assert.Equal(HttpStatusCode.NoContent, (await second.SendAsync(HttpMethod.Delete, "/api/session/others")).Status);
        Assert.Null(await third.WhoAsync());
        Assert.Equal("malee", await second.WhoAsync());
        (_, _, Browser admin) = await _cloud.JoinAsync("somchai");
        long own = (long)(await second.SendAsync(HttpMethod.Get, "/api/session/account")).Answer!["sessions"]![0]!["number"]!;
        Assert.Equal(HttpStatusCode.NotFound, (await admin.SendAsync(HttpMethod.Delete, $"/api/session/{own}")).Status);
        Assert.Equal("malee", await second.WhoAsync());
    }

    [Fact]
    public async Task Account_PasswordAndCodes_ChangeOnlyWithPasswordAndCode()
    {
        (byte[] secret, _, Browser browser) = await _cloud.JoinAsync("malee");
        Browser other = new(_cloud);
        await other.SignInAsync("malee", SessionCloud.Password, _cloud.FreshCode(secret));
        JsonObject order = new() { ["password"] = "wrong password here", ["code"] = _cloud.FreshCode(secret), ["new_password"] = "water in the canal" };
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SendAsync(HttpMethod.Post, "/api/session/password", order)).Status);
        order["password"] = SessionCloud.Password;
        Assert.Equal(HttpStatusCode.NoContent, (await browser.SendAsync(HttpMethod.Post, "/api/session/password", order)).Status);
        Assert.Equal("malee", await browser.WhoAsync());
        Assert.Null(await other.WhoAsync());

        JsonObject proof = new() { ["password"] = "water in the canal", ["code"] = _cloud.FreshCode(secret) };
        (_, JsonNode? view) = await browser.SendAsync(HttpMethod.Post, "/api/session/codes", proof);
        Assert.StartsWith("otpauth://totp/", (string)view!["uri"]!, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SendAsync(HttpMethod.Post, "/api/session/codes/confirm", new JsonObject { ["code"] = "000000" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await new Browser(_cloud).SignInAsync("malee", "water in the canal", _cloud.FreshCode(secret))).Status);
        Cloud.Access.SignIn.AccountBook accounts = new(_cloud.Room.Database, new Cloud.Registry.Subscribers.AddressVault(_cloud.Room.Keys), _cloud.Time);
        byte[] next = accounts.Find("malee")!.NextSecret!;
        Assert.Equal(
            HttpStatusCode.OK,
            (await browser.SendAsync(HttpMethod.Post, "/api/session/codes/confirm", new JsonObject { ["code"] = _cloud.FreshCode(next) })).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await new Browser(_cloud).SignInAsync("malee", "water in the canal", _cloud.FreshCode(secret))).Status);
        Assert.Equal(HttpStatusCode.OK, (await new Browser(_cloud).SignInAsync("malee", "water in the canal", _cloud.FreshCode(next))).Status);
    }

    [Fact]
    public async Task Officers_ByAnAdminOfARegion_StayInIt()
    {
        Assert.Null(_cloud.Officers.Add(
            new Officer("north", new HashSet<Role> { Role.Admin }) { Regions = [RegionId.Parse("50"), RegionId.Parse("57")] }, "somchai"));
        (_, _, Browser browser) = await _cloud.JoinAsync("north");
        Assert.Equal(HttpStatusCode.OK, await AddAsync("suda", "officer", "5001"));
        Assert.Equal(HttpStatusCode.Conflict, await AddAsync("suwit", "officer", "10"));
        Assert.Equal(HttpStatusCode.Conflict, await AddAsync("suwit", "officer", null));
        Assert.Equal(HttpStatusCode.BadRequest, await AddAsync("suwit", "boss", "50"));
        Assert.Equal(HttpStatusCode.Conflict, (await browser.SendAsync(HttpMethod.Post, "/api/officers/malee/invitation")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.SendAsync(HttpMethod.Post, "/api/officers/suda/invitation")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await browser.SendAsync(HttpMethod.Put, "/api/officers/suda", Rights("suda", "officer", "90"))).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await browser.SendAsync(HttpMethod.Put, "/api/officers/north", Rights("north", "releaser", "50"))).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await browser.SendAsync(HttpMethod.Post, "/api/officers/malee/disable", new JsonObject { ["reason"] = "x" })).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await browser.SendAsync(HttpMethod.Delete, "/api/officers/malee/sessions")).Status);
        (_, JsonNode? all) = await browser.SendAsync(HttpMethod.Get, "/api/officers");
        Assert.Equal(["malee", "north", "somchai", "suda"], all!.AsArray().Select(o => (string)o!["name"]!));

        async Task<HttpStatusCode> AddAsync(string name, string role, string? region) =>
            (await browser.SendAsync(HttpMethod.Post, "/api/officers", Rights(name, role, region))).Status;
    }

    [Fact]
    public async Task Audit_ForAuditorsAlone_IsSearchedAndChecked()
    {
        Assert.Null(_cloud.Officers.Add(new Officer("orn", new HashSet<Role> { Role.Auditor }), "somchai"));
        (_, _, Browser admin) = await _cloud.JoinAsync("somchai");
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.SendAsync(HttpMethod.Get, "/api/audit")).Status);
        (_, _, Browser auditor) = await _cloud.JoinAsync("orn");
        (_, JsonNode? found) = await auditor.SendAsync(HttpMethod.Get, "/api/audit?action=officer.added&subject=malee");
        Assert.Equal("somchai", (string)Assert.Single(found!["entries"]!.AsArray())!["actor"]!);
        Assert.Equal(HttpStatusCode.BadRequest, (await auditor.SendAsync(HttpMethod.Get, "/api/audit?from=yesterday")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await auditor.SendAsync(HttpMethod.Get, $"/api/audit?actor={new string('x', 101)}")).Status);
        await auditor.SendAsync(HttpMethod.Get, "/api/audit.csv");
        Assert.Contains("officer.added", await auditor.Last!.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        (_, JsonNode? check) = await auditor.SendAsync(HttpMethod.Post, "/api/audit/verify", new JsonObject());
        Assert.True((bool)check!["is_whole"]!);
        (_, JsonNode? pinned) = await auditor.SendAsync(HttpMethod.Post, "/api/audit/verify", new JsonObject { ["head"] = (string)check["head"]! });
        Assert.True((bool)pinned!["is_whole"]!);
        (_, JsonNode? anew) = await auditor.SendAsync(HttpMethod.Post, "/api/audit/verify", new JsonObject { ["head"] = $"2:{new string('0', 64)}" });
        Assert.Equal(2, (long)anew!["fault_number"]!);
        Assert.Null(_cloud.Officers.SetRights(new Officer("orn", new HashSet<Role> { Role.Auditor }) { Regions = [RegionId.Parse("50")] }, "somchai"));
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.SendAsync(HttpMethod.Get, "/api/audit")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.SendAsync(HttpMethod.Post, "/api/audit/verify", new JsonObject())).Status);
    }

    private static JsonObject Rights(string name, string role, string? region) => new()
    {
        ["name"] = name,
        ["roles"] = new JsonArray(role),
        ["regions"] = region is null ? new JsonArray() : new JsonArray(region),
    };
}

using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Access.Sessions;
using EnviAgriNet.Cloud.Access.SignIn;
using Browser = EnviAgriNet.Cloud.Tests.Access.SessionCloud.Browser;

namespace EnviAgriNet.Cloud.Tests.Access;

/// <summary>What somebody might try who is not the officer.</summary>
public sealed class SignInAttackTests : IAsyncLifetime
{
    private SessionCloud _cloud = null!;

    public async Task InitializeAsync() => _cloud = await SessionCloud.StartAsync();

    public async Task DisposeAsync() => await _cloud.DisposeAsync();

    [Fact]
    public async Task SignIn_AnythingWrong_IsAnsweredAlikeWhateverItIs()
    {
        (byte[] secret, _, _) = await _cloud.JoinAsync("malee");
        string code = _cloud.FreshCode(secret);
        List<string> answers = [];
        foreach ((string name, string password, string typed) in new[]
        {
            ("malee", "wrong password here", code), ("malee", SessionCloud.Password, "000000"), ("nobody", SessionCloud.Password, code),
            ("somchai", SessionCloud.Password, code), ("' OR 1=1 --", SessionCloud.Password, code),
        })
        {
            Browser stranger = new(_cloud);
            (HttpStatusCode status, JsonNode? answer) = await stranger.SignInAsync(name, password, typed);
            answers.Add($"{status} {answer!.ToJsonString()} {stranger.SetCookies.Count}");
        }

        Assert.Equal("Unauthorized {\"text\":\"wrong\"} 0", Assert.Single(answers.Distinct()));
        Assert.Equal(HttpStatusCode.OK, (await new Browser(_cloud).SignInAsync(" Malee", SessionCloud.Password, code)).Status);
    }

    [Fact]
    public async Task SignIn_ForNobody_TakesAsLongAsForAnOfficer()
    {
        await _cloud.JoinAsync("malee");
        Browser stranger = new(_cloud);
        await stranger.SignInAsync("warm-up", "wrong password here", "000000");
        long known = await FastestAsync(_ => "malee");
        long unknown = await FastestAsync(i => $"nobody-{i}");
        // Without the work for nothing the one is some hundred times the other; the width is for a busy machine.
        Assert.InRange((double)unknown / known, 0.4, 2.5);

        async Task<long> FastestAsync(Func<int, string> name)
        {
            long fastest = long.MaxValue;
            for (int i = 0; i < SignInLimits.TriesFree - 1; i++)
            {
                long begin = Stopwatch.GetTimestamp();
                Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.SignInAsync(name(i), "wrong password here", "000000")).Status);
                fastest = Math.Min(fastest, Stopwatch.GetTimestamp() - begin);
            }

            return fastest;
        }
    }

    [Fact]
    public async Task SignIn_GuessingAtOneName_HasToWaitLongerEachTimeButNeverForEver()
    {
        (byte[] secret, _, _) = await _cloud.JoinAsync("malee");
        Browser stranger = new(_cloud);
        for (int i = 0; i < SignInLimits.TriesFree; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.SignInAsync("malee", SessionCloud.Password, $"00000{i}")).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await stranger.SignInAsync("malee", SessionCloud.Password, "000000")).Status);
        Assert.Equal(SignInLimits.WaitMin, stranger.Last!.Headers.RetryAfter!.Delta);
        TimeSpan waited = TimeSpan.Zero;
        for (int i = 0; i < 8; i++)
        {
            _cloud.Time.Advance(SignInLimits.WaitMax);
            Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.SignInAsync("malee", SessionCloud.Password, "000000")).Status);
            Assert.Equal(HttpStatusCode.TooManyRequests, (await stranger.SignInAsync("malee", SessionCloud.Password, "000000")).Status);
            TimeSpan wait = stranger.Last!.Headers.RetryAfter!.Delta!.Value;
            Assert.InRange(wait, waited, SignInLimits.WaitMax);
            waited = wait;
        }

        // Knocking while one has to wait makes nothing longer: after the longest wait the officer is in, from any browser.
        _cloud.Time.Advance(SignInLimits.WaitMax);
        Assert.Equal(HttpStatusCode.OK, (await new Browser(_cloud).SignInAsync("malee", SessionCloud.Password, _cloud.FreshCode(secret))).Status);
        Assert.Contains(_cloud.Audit.List(null, "officer malee", 99), l => l.Entry.Action == "session.refused");
    }

    [Fact]
    public async Task SignIn_StrangerLocksAName_TheOfficersOwnBrowserIsNotKeptOut()
    {
        (byte[] secret, _, Browser own) = await _cloud.JoinAsync("malee");
        await own.SendAsync(HttpMethod.Delete, "/api/session");
        string code = _cloud.FreshCode(secret);
        Browser stranger = new(_cloud);
        for (int i = 0; i < 3 * Cloud.Access.Limits.FailuresMax; i++)
        {
            await stranger.SignInAsync(i % 2 == 0 ? "malee" : $"nobody-{i}", "wrong password here", "000000");
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await stranger.SignInAsync("malee", SessionCloud.Password, code)).Status);
        Assert.Equal(HttpStatusCode.OK, (await own.SignInAsync("malee", SessionCloud.Password, code)).Status);

        // The mark is of one officer and one browser: somebody else's does not open the way, nor does a made-up one.
        Browser other = new(_cloud);
        other.Cookies["eag-device"] = own.Cookies["eag-device"][..^2] + "AA";
        Assert.Equal(HttpStatusCode.TooManyRequests, (await other.SignInAsync("malee", "wrong password here", "000000")).Status);
    }

    [Fact]
    public async Task SignIn_ManyAtOnce_GetNoMoreTriesThanOneAfterTheOther()
    {
        await _cloud.JoinAsync("malee");
        HttpStatusCode[] all = await Task.WhenAll(Enumerable.Range(0, 20).Select(
            async i => (await new Browser(_cloud).SignInAsync("malee", "wrong password here", $"{i:000000}")).Status));
        Assert.InRange(all.Count(s => s == HttpStatusCode.Unauthorized), 1, SignInLimits.TriesFree);
        Assert.DoesNotContain(HttpStatusCode.OK, all);
    }

    [Fact]
    public async Task SignIn_ACodeASecondTime_IsRefused()
    {
        (byte[] secret, string[] recovery, _) = await _cloud.JoinAsync("malee");
        string code = _cloud.FreshCode(secret);
        Assert.Equal(HttpStatusCode.OK, (await new Browser(_cloud).SignInAsync("malee", SessionCloud.Password, code)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await new Browser(_cloud).SignInAsync("malee", SessionCloud.Password, code)).Status);
        Assert.Equal(HttpStatusCode.OK, (await new Browser(_cloud).SignInAsync("malee", SessionCloud.Password, recovery[3].ToUpperInvariant())).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await new Browser(_cloud).SignInAsync("malee", SessionCloud.Password, recovery[3])).Status);
    }

    [Fact]
    public async Task SignIn_WrongPassword_DoesNotUseTheCodeUp()
    {
        (byte[] secret, _, _) = await _cloud.JoinAsync("malee");
        string code = _cloud.FreshCode(secret);
        Assert.Equal(HttpStatusCode.Unauthorized, (await new Browser(_cloud).SignInAsync("malee", "wrong password here", code)).Status);
        Assert.Equal(HttpStatusCode.OK, (await new Browser(_cloud).SignInAsync("malee", SessionCloud.Password, code)).Status);
    }

    [Fact]
    public async Task SignIn_WithAPlantedCookie_GivesANewOneAndThePlantedOpensNothing()
    {
        (byte[] secret, _, Browser first) = await _cloud.JoinAsync("malee");
        Browser victim = new(_cloud);
        string planted = new('A', OfficerToken.BareLength);
        victim.Cookies[SessionCookie.PlainName] = planted;
        Assert.Equal(HttpStatusCode.OK, (await victim.SignInAsync("malee", SessionCloud.Password, _cloud.FreshCode(secret))).Status);
        Assert.NotEqual(planted, victim.Cookies[SessionCookie.PlainName]);
        Assert.Null(await With(planted).WhoAsync());

        // A cookie that did open something ends with the next sign-in over it.
        string before = first.Cookies[SessionCookie.PlainName];
        Assert.Equal("malee", await first.WhoAsync());
        Assert.Equal(HttpStatusCode.OK, (await first.SignInAsync("malee", SessionCloud.Password, _cloud.FreshCode(secret))).Status);
        Assert.Null(await With(before).WhoAsync());
        Assert.Equal("malee", await first.WhoAsync());
    }

    [Fact]
    public async Task Session_StolenCookie_IsWorthNothingAfterSigningOut()
    {
        (_, _, Browser own) = await _cloud.JoinAsync("malee");
        Browser thief = With(own.Cookies[SessionCookie.PlainName]);
        Assert.Equal(HttpStatusCode.OK, await thief.ReleaseAsync());
        Assert.Equal(HttpStatusCode.NoContent, (await own.SendAsync(HttpMethod.Delete, "/api/session")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, await thief.ReleaseAsync());
        Assert.Null(await thief.WhoAsync());
    }

    [Theory]
    [InlineData(false, "same-origin")]
    [InlineData(false, null)]
    [InlineData(true, "cross-site")]
    [InlineData(true, "same-site")]
    [InlineData(true, "none")]
    public async Task Session_RequestOfAnotherSite_ChangesNothing(bool isOurPage, string? site)
    {
        (byte[] secret, _, Browser own) = await _cloud.JoinAsync("malee");
        (own.IsOurPage, own.Site) = (isOurPage, site);
        Assert.Equal(HttpStatusCode.Forbidden, await own.ReleaseAsync());
        Assert.Equal(HttpStatusCode.Forbidden, (await own.SendAsync(HttpMethod.Delete, "/api/session")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await own.SendAsync(HttpMethod.Delete, "/api/session/others")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await own.SignInAsync("malee", SessionCloud.Password, _cloud.FreshCode(secret))).Status);
        Assert.Equal("malee", await own.WhoAsync());
    }

    [Fact]
    public async Task SignIn_OverAnOpenLine_IsRefused()
    {
        (byte[] secret, _, _) = await _cloud.JoinAsync("malee");
        Browser browser = new(_cloud) { Host = "eag.example.go.th" };
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.SignInAsync("malee", SessionCloud.Password, _cloud.FreshCode(secret))).Status);
        browser.IsOverTls = true;
        Assert.Equal(HttpStatusCode.OK, (await browser.SignInAsync("malee", SessionCloud.Password, _cloud.FreshCode(secret))).Status);
        string cookie = Assert.Single(browser.SetCookies, c => c.StartsWith(SessionCookie.Name, StringComparison.Ordinal));
        foreach (string must in new[] { "secure", "httponly", "samesite=strict", "path=/" })
        {
            Assert.Contains(must, cookie, StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.True(browser.Last!.Headers.Contains("Strict-Transport-Security"));
        Assert.Equal("no-store", browser.Last.Headers.CacheControl!.ToString());

        // What a neighbouring host could set has another name, and is not looked at over TLS.
        browser.Cookies.Remove(SessionCookie.Name, out string? secretOfSession);
        browser.Cookies[SessionCookie.PlainName] = secretOfSession!;
        Assert.Null(await browser.WhoAsync());
    }

    [Fact]
    public async Task Bodies_OfAnyKind_AreRefusedWithoutAFault()
    {
        (_, _, Browser own) = await _cloud.JoinAsync("malee");
        int seed = Environment.TickCount;
        Random random = new(seed);
        string[] paths =
            ["/api/session", "/api/invitation", "/api/invitation/accept", "/api/session/password", "/api/session/codes", "/api/session/codes/confirm", "/api/session/recovery"];
        string[] starts = ["{\"name\":", "{\"secret\":", "[", "{\"password\":\"", "{\"name\":\"malee\",\"password\":\"x\",\"code\":\"", "\"", "{\"code\":null}", string.Empty];
        for (int i = 0; i < 300; i++)
        {
            byte[] noise = new byte[random.Next(random.Next(2) == 0 ? 40 : 6000)];
            random.NextBytes(noise);
            using ByteArrayContent body = new([.. System.Text.Encoding.UTF8.GetBytes(starts[random.Next(starts.Length)]), .. noise]);
            body.Headers.TryAddWithoutValidation("Content-Type", random.Next(4) == 0 ? "text/plain" : "application/json");
            string path = paths[random.Next(paths.Length)];
            (HttpStatusCode status, _) = await own.SendAsync(HttpMethod.Post, path, body);
            Assert.True((int)status is >= 400 and < 500, $"{path} answered {status}, seed {seed}, round {i}");
        }

        Assert.Equal("malee", await own.WhoAsync());
    }

    private Browser With(string cookie)
    {
        Browser browser = new(_cloud);
        browser.Cookies[SessionCookie.PlainName] = cookie;
        return browser;
    }
}

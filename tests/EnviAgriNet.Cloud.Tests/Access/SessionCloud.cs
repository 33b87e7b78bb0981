using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Access.SignIn;
using EnviAgriNet.Cloud.Api;
using EnviAgriNet.Cloud.Api.Session;
using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Cloud.Tests.Registry.Audit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace EnviAgriNet.Cloud.Tests.Access;

/// <summary>The addresses of access on a server of their own, and browsers before it.</summary>
internal sealed class SessionCloud : IAsyncDisposable
{
    public const string Password = "rice grows slowly here";

    private readonly WebApplication _app;

    private SessionCloud(WebApplication app) => _app = app;

    public RegistryRoom Room { get; private init; } = null!;

    public EnviAgriNet.Testing.ManualTime Time { get; private init; } = null!;

    public AuditBook Audit { get; private init; } = null!;

    public OfficerBook Officers => _app.Services.GetRequiredService<OfficerBook>();

    public InvitationDesk Invitations => _app.Services.GetRequiredService<InvitationDesk>();

    public string Address => _app.Urls.First();

    /// <summary>A cloud with an admin, somchai, and a releaser, malee.</summary>
    public static async Task<SessionCloud> StartAsync()
    {
        RegistryRoom room = new();
        EnviAgriNet.Testing.ManualTime time = new(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
        AuditBook audit = AuditBooks.On(room.Database);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore().AddLogging().AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton(room.Database).AddSingleton(audit).AddSingleton(room.Keys)
            .AddSingleton<AddressVault>().AddSingleton<RecipientBook>().AddAccess();
        WebApplication app = builder.Build();
        app.Use(SecurityHeaders.AddAsync);
        app.MapSession();
        app.MapAccount();
        app.MapOfficerBook();
        app.MapAudit();
        app.MapPost("/release", (Microsoft.AspNetCore.Http.HttpContext context) => context.Officer().Name).RequireOfficer(Role.Releaser);
        SessionCloud cloud = new(app) { Room = room, Time = time, Audit = audit };
        Assert.Null(cloud.Officers.Add(new Officer("somchai", new HashSet<Role> { Role.Admin }), null));
        Assert.Null(cloud.Officers.Add(new Officer("malee", new HashSet<Role> { Role.Releaser }), "somchai"));
        await app.StartAsync();
        return cloud;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Room.Dispose();
    }

    /// <summary>The code of now; the clock goes on first, so that it is a fresh one.</summary>
    public string FreshCode(byte[] secret)
    {
        Time.Advance(TimeSpan.FromMinutes(1));
        return Totp.CodeAt(secret, Totp.StepAt(Time.GetUtcNow()));
    }

    /// <summary>Has an officer accept an invitation; returns the secret of the codes, the recovery codes and the browser that is signed in.</summary>
    public async Task<(byte[] Secret, string[] Recovery, Browser Browser)> JoinAsync(string name)
    {
        string invitation = Invitations.Make(name, "somchai").Secret!;
        byte[] secret = Invitations.Find(invitation)!.Secret;
        Browser browser = new(this);
        (HttpStatusCode status, JsonNode? answer) = await browser.SendAsync(
            HttpMethod.Post, "/api/invitation/accept", new JsonObject { ["secret"] = invitation, ["password"] = Password, ["code"] = FreshCode(secret) });
        Assert.Equal(HttpStatusCode.OK, status);
        return (secret, [.. answer!["recovery_codes"]!.AsArray().Select(c => (string)c!)], browser);
    }

    /// <summary>A browser: it keeps cookies as they are set, and can be told to send others.</summary>
    internal sealed class Browser(SessionCloud cloud)
    {
        public Dictionary<string, string> Cookies { get; } = [];

        public string? Site { get; set; } = "same-origin";

        public bool IsOurPage { get; set; } = true;

        public string? Host { get; set; }

        public bool IsOverTls { get; set; }

        public IReadOnlyList<string> SetCookies { get; private set; } = [];

        public HttpResponseMessage? Last { get; private set; }

        public Task<(HttpStatusCode Status, JsonNode? Answer)> SignInAsync(string name, string password, string code) => SendAsync(
            HttpMethod.Post, "/api/session", new JsonObject { ["name"] = name, ["password"] = password, ["code"] = code });

        public async Task<string?> WhoAsync() => (string?)(await SendAsync(HttpMethod.Get, "/api/session")).Answer!["officer"]?["name"];

        public async Task<HttpStatusCode> ReleaseAsync() => (await SendAsync(HttpMethod.Post, "/release")).Status;

        public Task<(HttpStatusCode Status, JsonNode? Answer)> SendAsync(HttpMethod method, string path, JsonNode? body = null) =>
            SendAsync(method, path, body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"));

        public async Task<(HttpStatusCode Status, JsonNode? Answer)> SendAsync(HttpMethod method, string path, HttpContent? body)
        {
            using HttpClient client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
            using HttpRequestMessage request = new(method, cloud.Address + path) { Content = body };
            request.Headers.Host = Host;
            AddIf(request, "x-eag-page", IsOurPage ? "1" : null);
            AddIf(request, "Sec-Fetch-Site", Site);
            AddIf(request, "X-Forwarded-Proto", IsOverTls ? "https" : null);
            AddIf(request, "Cookie", Cookies.Count > 0 ? string.Join("; ", Cookies.Select(c => $"{c.Key}={c.Value}")) : null);
            HttpResponseMessage response = await client.SendAsync(request);
            SetCookies = response.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? set) ? [.. set] : [];
            foreach (string[] cookie in SetCookies.Select(c => c.Split(';')[0].Split('=', 2)))
            {
                Cookies[cookie[0]] = cookie[1];
            }

            Last = response;
            string text = await response.Content.ReadAsStringAsync();
            return (response.StatusCode, text.StartsWith('{') || text.StartsWith('[') ? JsonNode.Parse(text) : null);
        }

        private static void AddIf(HttpRequestMessage request, string name, string? value)
        {
            if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }
}

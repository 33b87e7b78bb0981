using System.Net;
using System.Net.Http.Headers;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Cloud.Tests.Registry.Audit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace EnviAgriNet.Cloud.Tests.Access;

public sealed class OfficerGateTests : IAsyncLifetime
{
    private readonly RegistryRoom _room = new();
    private WebApplication? _app;
    private OfficerBook? _book;

    public async Task InitializeAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore().AddLogging().AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(_room.Database).AddSingleton(AuditBooks.On(_room.Database)).AddSingleton(_room.Keys)
            .AddSingleton<Cloud.Registry.Subscribers.AddressVault>().AddSingleton<Cloud.Registry.Subscribers.RecipientBook>().AddAccess();
        _app = builder.Build();
        _app.MapPost("/release", (Microsoft.AspNetCore.Http.HttpContext context, Body body) => context.Officer().Name + body.Text)
            .RequireOfficer(Role.Releaser);
        _book = _app.Services.GetRequiredService<OfficerBook>();
        _book.Add(new Officer("somchai", new HashSet<Role> { Role.Admin }), null);
        _book.Add(new Officer("malee", new HashSet<Role> { Role.Releaser }), "somchai");
        await _app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _app!.DisposeAsync();
        _room.Dispose();
    }

    [Fact]
    public async Task Request_ByToken_EntersOnlyWithTheRole()
    {
        (HttpStatusCode status, string text) = await PostAsync(_book!.NewToken("malee", "somchai").Token);
        Assert.Equal((HttpStatusCode.OK, "malee!"), (status, text));
        Assert.Equal((HttpStatusCode.Forbidden, string.Empty), await PostAsync(_book!.NewToken("somchai", "somchai").Token));
        Assert.Equal((HttpStatusCode.Unauthorized, string.Empty), await PostAsync(null));
        Assert.Equal((HttpStatusCode.Unauthorized, string.Empty), await PostAsync("eag_short"));
        Assert.Equal((HttpStatusCode.Unauthorized, string.Empty), await PostAsync(OfficerToken.Make(), body: "{broken"));
    }

    [Fact]
    public async Task Request_AfterTooManyWrongTokens_GuessesAreTurnedAway_TheRightOneIsNot()
    {
        string right = _book!.NewToken("malee", "somchai").Token!;
        for (int i = 0; i < Cloud.Access.Limits.FailuresMax; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(OfficerToken.Make())).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await PostAsync(OfficerToken.Make())).Status);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(right)).Status);
    }

    private async Task<(HttpStatusCode Status, string Text)> PostAsync(string? token, string body = """{"text":"!"}""")
    {
        using HttpClient client = new();
        using HttpRequestMessage request = new(HttpMethod.Post, _app!.Urls.First() + "/release");
        request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using HttpResponseMessage response = await client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    internal sealed record Body(string Text);
}

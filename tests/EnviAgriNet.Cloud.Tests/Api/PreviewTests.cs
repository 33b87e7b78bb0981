using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Tests.Channels;

namespace EnviAgriNet.Cloud.Tests.Api;

/// <summary>The addresses and the page that show the texts of a warning.</summary>
public sealed class PreviewTests : IAsyncLifetime
{
    private const string Preview = "/api/alerts/preview?hazard=flash-flood&level=severe&region=500103&value=rain_24h%3D142";

    private readonly CloudRoom _cloud = new();
    private readonly HttpClient _http = new();
    private string _token = string.Empty;

    public async Task InitializeAsync()
    {
        await _cloud.StartAsync();
        OfficerBook officers = _cloud.Get<OfficerBook>();
        officers.Add(new Officer("somchai", new HashSet<Role> { Role.Admin }), null);
        officers.Add(new Officer("malee", new HashSet<Role> { Role.Viewer }), "somchai");
        _token = officers.NewToken("malee", "somchai").Token!;
        _http.BaseAddress = _cloud.Address;
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _cloud.DisposeAsync();
    }

    [Fact]
    public async Task Addresses_OfficersAsk_AnswerThemAlone()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await _http.GetAsync(new Uri(Preview, UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await PartsAsync("""{"text":"x"}""")).Status);

        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        using JsonDocument preview = JsonDocument.Parse(await _http.GetStringAsync(new Uri(Preview, UriKind.Relative)));
        Assert.Contains("142", preview.RootElement.GetProperty("languages")[0].GetProperty("sms").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await _http.GetAsync(new Uri("/api/alerts/preview?hazard=x", UriKind.Relative))).StatusCode);

        (HttpStatusCode status, string text) = await PartsAsync($$"""{"text":"{{new string('ก', 71)}}"}""");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(2, JsonDocument.Parse(text).RootElement.GetProperty("parts").GetInt32());
        foreach (string bad in new[] { "", "{", "[]", "{\"text\":1}", "\"\\ud800\"", "{\"text\":\"\\ud800\"}", "\0\0" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await PartsAsync(bad)).Status);
        }

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PartsAsync($$"""{"text":"{{new string('x', 20000)}}"}""")).Status);
    }

    private async Task<(HttpStatusCode Status, string Text)> PartsAsync(string body)
    {
        using StringContent content = new(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await _http.PostAsync(new Uri("/api/sms/parts", UriKind.Relative), content);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}

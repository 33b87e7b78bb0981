using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Tests.Alerts.Release;

namespace EnviAgriNet.Cloud.Tests.Api;

/// <summary>Calls of officers to a running cloud.</summary>
internal sealed class DeskCalls(ReleaseCloud cloud) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = cloud.Room.Address };

    public Task<(int Status, string Answer)> GetAsync(string? by, string path) => SendAsync(by, HttpMethod.Get, path, null);

    public Task<(int Status, string Answer)> PostAsync(string? by, string path, string? body) => SendAsync(by, HttpMethod.Post, path, body);

    public async Task<JsonNode> ReadAsync(string by, string path)
    {
        (int status, string answer) = await GetAsync(by, path);
        Assert.True(status == 200, $"{by} {path}: {status} {answer}");
        return JsonNode.Parse(answer)!;
    }

    public async Task<JsonNode> DoAsync(string by, string path, string body, int expected = 200)
    {
        (int status, string answer) = await PostAsync(by, path, body);
        Assert.True(status == expected, $"{by} {path} {body}: {status} {answer}");
        return JsonNode.Parse(answer)!;
    }

    public void Dispose() => _http.Dispose();

    private async Task<(int Status, string Answer)> SendAsync(string? by, HttpMethod method, string path, string? body)
    {
        using HttpRequestMessage request = new(method, new Uri($"/api/officer/{path}", UriKind.Relative))
        {
            Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = by is null ? null : new AuthenticationHeaderValue("Bearer", cloud.Tokens[by]);
        using HttpResponseMessage response = await _http.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}

using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;

namespace EnviAgriNet.Cloud.Tests.Cases;

/// <summary>Reads the stream about cases as a page does.</summary>
internal sealed class CaseNewsReader : IAsyncDisposable
{
    private readonly HttpResponseMessage _answer;
    private readonly IAsyncEnumerator<SseItem<string>> _items;

    private CaseNewsReader(HttpResponseMessage answer, Stream body)
    {
        _answer = answer;
        _items = SseParser.Create(body).EnumerateAsync().GetAsyncEnumerator();
    }

    public static async Task<CaseNewsReader> OpenAsync(HttpClient http, string token, long? seen)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri("/api/cases/live", UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (seen is { } id)
        {
            request.Headers.Add("Last-Event-ID", id.ToString(CultureInfo.InvariantCulture));
        }

        HttpResponseMessage answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new CaseNewsReader(answer, await answer.Content.ReadAsStreamAsync());
    }

    /// <summary>The next news; beats are passed over.</summary>
    public async Task<JsonNode> NextAsync(TimeSpan patience)
    {
        do
        {
            Assert.True(await _items.MoveNextAsync().AsTask().WaitAsync(patience), "the stream ended before it told of a case");
        }
        while (_items.Current.EventType != "cases");
        return JsonNode.Parse(_items.Current.Data)!;
    }

    public ValueTask DisposeAsync()
    {
        // Closing the line ends a read that still waits; the enumerator itself has nothing else to free.
        _answer.Dispose();
        return ValueTask.CompletedTask;
    }
}

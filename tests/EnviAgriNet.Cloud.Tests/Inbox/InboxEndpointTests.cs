using System.Net;
using System.Text;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Tests.Channels;

namespace EnviAgriNet.Cloud.Tests.Inbox;

public sealed class InboxEndpointTests : IAsyncLifetime
{
    private const string Token = "0123456789abcdef-test";

    private readonly string _file = Path.GetTempFileName();
    private CloudRoom _cloud = null!;
    private HttpClient _http = null!;

    public async Task InitializeAsync()
    {
        await File.WriteAllTextAsync(_file, Token);
        _cloud = new CloudRoom(("Inbox:TokenFile", _file));
        await _cloud.StartAsync();
        _http = new HttpClient { BaseAddress = _cloud.Address };
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _cloud.DisposeAsync();
        File.Delete(_file);
    }

    [Fact]
    public async Task Call_ForgedTokenOrBadFields_IsRefused_AndChangesNothing()
    {
        foreach (string query in (string[])
            ["id=1&from=0812345678&text=sos", "id=1&from=0812345678&text=sos&token=", "id=1&from=0812345678&text=sos&token=0123456789abcdef-tesT", $"token={Token}x&id=1&from=0812345678&text=sos"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, await GetAsync($"/sms/in?{query}"));
        }

        Assert.Equal(HttpStatusCode.Forbidden, await GetAsync("/sms/in/wrong?id=1&from=0812345678&text=sos"));
        Assert.Equal(HttpStatusCode.BadRequest, await GetAsync($"/sms/in?token={Token}&from=0812345678&text=sos"));
        Assert.Equal(HttpStatusCode.BadRequest, await GetAsync($"/sms/in?token={Token}&id={new string('x', 81)}&from=0812345678&text=sos"));
        Assert.Equal(HttpStatusCode.BadRequest, await GetAsync($"/sms/in?token={Token}&id=1&from=%00&text=sos"));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync("application/json", "[1]"));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync("application/json", "{\"id\":"));
        Assert.Equal(0L, Count());
    }

    [Fact]
    public async Task Call_GetFormAndJson_AreTaken_AndARepeatChangesNothing()
    {
        for (int repeat = 0; repeat < 3; repeat++)
        {
            Assert.Equal(HttpStatusCode.OK, await GetAsync($"/sms/in?token={Token}&id=a-1&from=%2B66812345678&text=%E0%B8%AD%E0%B8%B2%E0%B8%81%E0%B8%B2%E0%B8%A8"));
            Assert.Equal(HttpStatusCode.OK, await PostAsync("application/x-www-form-urlencoded", "message_id=a-2&sender=0812345678&message=rain"));
            Assert.Equal(HttpStatusCode.OK, await PostAsync("application/json", "{\"id\":\"a-3\",\"from\":\"0812345678\",\"text\":\"river\"}"));
        }

        Assert.Equal(3L, Count());
    }

    [Fact]
    public async Task Call_Noise_IsTakenOrRefused_NeverAFault()
    {
        for (int seed = 1; seed <= 60; seed++)
        {
            Random random = new(seed);
            byte[] body = new byte[random.Next(2_000)];
            random.NextBytes(body);
            using ByteArrayContent content = new(body);
            content.Headers.TryAddWithoutValidation("Content-Type", random.Next(2) == 0 ? "application/json" : "application/x-www-form-urlencoded");
            using HttpResponseMessage answer = await _http.PostAsync(new Uri($"/sms/in/{Token}?id=n{seed}", UriKind.Relative), content);
            Assert.True((int)answer.StatusCode < 500, $"seed {seed}: {answer.StatusCode}");
        }
    }

    private async Task<HttpStatusCode> GetAsync(string path)
    {
        using HttpResponseMessage answer = await _http.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode;
    }

    private async Task<HttpStatusCode> PostAsync(string type, string body)
    {
        using StringContent content = new(body, Encoding.UTF8, type);
        using HttpResponseMessage answer = await _http.PostAsync(new Uri($"/sms/in/{Token}", UriKind.Relative), content);
        return answer.StatusCode;
    }

    private long Count() => _cloud.Get<RegistryDatabase>().Read(c => (long)c.One("SELECT COUNT(*) FROM inbox")!);
}

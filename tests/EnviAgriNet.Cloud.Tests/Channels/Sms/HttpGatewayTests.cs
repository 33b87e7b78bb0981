using System.Net;
using System.Text;
using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Cloud.Tests.Channels.Sms;

/// <summary>SMS through gateways of another make, which call back signed.</summary>
public sealed class HttpGatewayTests : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    // Whatever a text holds, it must arrive as it is and can never end the value it stands in.
    private const string Nasty = "\"},{\"to\":\"{password}\" \\ น้ำท่วม 🌊\n{text}&x=1";

    private readonly string _folder = Directory.CreateTempSubdirectory("eag-gateway-").FullName;
    private StandInHttpGateway _one = null!;
    private StandInHttpGateway _two = null!;
    private CloudRoom _cloud = null!;

    public async Task InitializeAsync()
    {
        _one = await StandInHttpGateway.StartAsync();
        _two = await StandInHttpGateway.StartAsync();
        _cloud = new CloudRoom(
        [
            ("Channels:Sms:Enabled", "true"),
            ("Channels:Sms:Pace:RetryMin", "00:00:00.2"),
            ("Channels:Sms:Pace:SettleAfter", "00:00:01"),
            ("Channels:Sms:Gateways:0:Weight", "1000"),
            .. _one.Settings(0, "one", _folder),
            .. _two.Settings(1, "two", _folder),
        ]);
        await _cloud.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _cloud.DisposeAsync();
        await _one.DisposeAsync();
        await _two.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Alert_TakenIsSentOnly_AndTheSignedCallbackSettlesIt()
    {
        DeliveryLine line = await SendAsync();
        Assert.Equal(("sent", "one", null), (line.State, line.Gateway, line.Receipt));
        Assert.Equal(Nasty, _one.Messages.Single().Value.GetProperty("text").GetString());
        Assert.Empty(_one.Faults);

        Assert.Equal(HttpStatusCode.NoContent, await CallAsync("one", "delivered"));

        Assert.Equal(("delivered", "D"), (Line().State, Line().Receipt));
    }

    [Fact]
    public async Task Alert_Gateway429_IsLeftAloneAndTheOtherTakesIt()
    {
        _one.Script.Enqueue((429, 60, false));
        Assert.Equal(("sent", "two"), ((await SendAsync()).State, Line().Gateway));
        _cloud.Alerts.Release(FakeAlertBook.Alert("E2"));
        await Eventually.HoldsAsync("the second is sent", Limit, () => _two.Messages.Count == 2);
        Assert.Equal(1, _one.Calls);
    }

    [Fact]
    public async Task Alert_TakenBehindA502_IsRepeatedToTheSameGatewayWithTheSameKey_AndIsOneMessage()
    {
        _one.Script.Enqueue((502, null, true));
        await SendAsync();
        Assert.Equal(2, _one.Calls);
        Assert.Single(_one.Messages);
        Assert.Empty(_two.Messages);
    }

    [Theory]
    [InlineData(400, "failed", "gateway refused: 400")]
    [InlineData(422, "failed", "gateway refused: 422")]
    public async Task Alert_Refused_FailsForGood(int status, string state, string reason)
    {
        _one.Script.Enqueue((status, null, false));
        DeliveryLine line = await SendAsync(state);
        Assert.StartsWith(reason, line.Reason, StringComparison.Ordinal);
        Assert.Empty(_two.Messages);
    }

    [Fact]
    public async Task Callback_ForgedOldForeignRepeatedOversized_ChangesNothing()
    {
        await SendAsync();
        string reference = _one.Messages.Single().Key;
        string body = $$"""{"reference":"{{reference}}","id":"m-1","status":"delivered"}""";
        DateTimeOffset now = DateTimeOffset.UtcNow;
        HttpRequestMessage Good() => StandInHttpGateway.Callback(_cloud.Address, "one", body, now);
        Task<HttpStatusCode> Send(HttpRequestMessage request) => _one.CallAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, await Send(StandInHttpGateway.Callback(_cloud.Address, "one", body, now, "wrong")));
        Assert.Equal(HttpStatusCode.Forbidden, await Send(StandInHttpGateway.Callback(_cloud.Address, "one", body, now.AddMinutes(-6))));
        Assert.Equal(HttpStatusCode.Forbidden, await Send(StandInHttpGateway.Callback(_cloud.Address, "one", body, now.AddMinutes(6))));

        // Rightly signed by the other gateway, of a message that it never had.
        Assert.Equal(HttpStatusCode.Forbidden, await Send(StandInHttpGateway.Callback(_cloud.Address, "two", body, now)));
        Assert.Equal(HttpStatusCode.NotFound, await Send(StandInHttpGateway.Callback(_cloud.Address, "three", body, now)));
        string huge = body + new string(' ', 70_000);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await Send(StandInHttpGateway.Callback(_cloud.Address, "one", huge, now)));
        Assert.Equal(HttpStatusCode.BadRequest, await Send(StandInHttpGateway.Callback(_cloud.Address, "one", "no json", now)));
        string later = body.Replace(reference, reference[..^1] + (reference[^1] == '0' ? '1' : '0'), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await Send(StandInHttpGateway.Callback(_cloud.Address, "one", later, now)));
        for (int seed = 0; seed < 300; seed++)
        {
            HttpStatusCode answer = await Send(Mutated(Good(), body, new Random(seed)));
            Assert.True(answer is HttpStatusCode.Forbidden or HttpStatusCode.BadRequest, $"seed {seed}: {answer}");
        }

        Assert.Equal(("sent", null), (Line().State, Line().Receipt));
        Assert.Equal(HttpStatusCode.NoContent, await Send(Good()));
        Assert.Equal(HttpStatusCode.Conflict, await Send(Good()));
        Assert.Equal("delivered", Line().State);
    }

    private static HttpRequestMessage Mutated(HttpRequestMessage request, string body, Random random)
    {
        string header = random.Next(2) == 0 ? "X-Signature" : "X-Timestamp";
        string value = request.Headers.GetValues(header).Single();
        switch (random.Next(3))
        {
            case 0:
                byte[] changed = Encoding.UTF8.GetBytes(body);
                changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(7));
                request.Content = new ByteArrayContent(changed);
                break;
            case 1:
                request.Headers.Remove(header);
                request.Headers.TryAddWithoutValidation(header, value[..random.Next(value.Length)]);
                break;
            default:
                request.Headers.Remove(header);
                char[] letters = value.ToCharArray();
                int at = random.Next(letters.Length);
                letters[at] = letters[at] == '7' ? '3' : '7';
                request.Headers.TryAddWithoutValidation(header, new string(letters));
                break;
        }

        return request;
    }

    private async Task<DeliveryLine> SendAsync(string state = "sent")
    {
        _cloud.Subscribe(RegistryRoom.Person("0812345678"));
        _cloud.Alerts.Release(FakeAlertBook.Alert(sms: Nasty));
        await Eventually.HoldsAsync($"the message is {state}", Limit, () => _cloud.Deliveries.Counts()[state] == 1);
        return Line();
    }

    private DeliveryLine Line() => _cloud.Deliveries.Newest(1)[0];

    private Task<HttpStatusCode> CallAsync(string gateway, string status)
    {
        string body = $$"""{"reference":"{{_one.Messages.Single().Key}}","id":"m-1","status":"{{status}}"}""";
        return _one.CallAsync(StandInHttpGateway.Callback(_cloud.Address, gateway, body, DateTimeOffset.UtcNow));
    }
}

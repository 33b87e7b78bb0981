using System.Net;
using EnviAgriNet.Cloud.Channels.Sms;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Cloud.Tests.Channels.Sms;

/// <summary>SMS through a real Kannel to a stand-in SMSC.</summary>
public sealed class SmsThroughKannelTests : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(40);

    // 70 UTF-16 units, with a tone mark, sara am and an emoji: exactly one part.
    private static readonly string Thai70 = "⚠️ น้ำท่วม! ต.ช้างเผือก อพยพขึ้นที่สูง โทร 1784 ที่นี่ 🌊 ".PadRight(70, 'ก');

    private StandInSmsc _smsc = null!;
    private Kannel _kannel = null!;
    private CloudRoom _cloud = null!;

    public async Task InitializeAsync()
    {
        _smsc = await StandInSmsc.StartAsync();
        _kannel = await Kannel.StartAsync(_smsc.Port, throughput: 100);
        string passwordFile = Path.Combine(_kannel.Folder, "sendsms.password");
        await File.WriteAllTextAsync(passwordFile, Kannel.Password + "\n");
        _cloud = new CloudRoom(
            ("Channels:Sms:Enabled", "true"),
            ("Channels:Sms:Url", _kannel.Url.OriginalString),
            ("Channels:Sms:Username", Kannel.Username),
            ("Channels:Sms:PasswordFile", passwordFile),
            ("Channels:Sms:Pace:RatePerSecond", "100"),
            ("Channels:Sms:Pace:RetryMin", "00:00:00.2"),
            ("Channels:Sms:Pace:SettleAfter", "00:00:03"),
            ("Channels:Sms:Pace:ProbeMax", "00:00:01"));
        await _cloud.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _cloud.DisposeAsync();
        await _kannel.DisposeAsync();
        await _smsc.DisposeAsync();
    }

    [Fact]
    public async Task Alert_ThaiOf70Units_ArrivesIntactInOnePart_AndItsReceiptSettlesIt()
    {
        _cloud.Subscribe(RegistryRoom.Person("0812345678"));

        _cloud.Alerts.Release(FakeAlertBook.Alert(sms: Thai70));

        await HoldsAsync("delivered", 1);
        SmscMessage message = Assert.Single(_smsc.Messages);
        Assert.Equal((Thai70, 70, 8, false), (message.Text, message.Units, message.Coding, message.HasHeader));
        Assert.Equal(("66812345678", "WARN", 2), (message.To, message.From, message.Priority));
        foreach (string log in Directory.GetFiles(_kannel.Folder, "*.log"))
        {
            Assert.DoesNotContain(Kannel.Password, await File.ReadAllTextAsync(log), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Alert_OperatorRefusesOneAndCannotReachAnother_TheyFailWithTheReason_OthersArrive()
    {
        await _smsc.OrderAsync(refuse: ["+66812345671"], undeliverable: ["+66812345672"]);
        _cloud.Subscribe(RegistryRoom.Person("0812345671"), RegistryRoom.Person("0812345672"), RegistryRoom.Person("0812345673"));

        _cloud.Alerts.Release(FakeAlertBook.Alert());

        await HoldsAsync("failed", 2);
        await HoldsAsync("delivered", 1);
        Assert.Equal(
            ["delivered ", "failed NACK/0x0000000b/Invalid Destination Address", "failed stat:UNDELIV err:000"],
            _cloud.Deliveries.Newest(3).Select(line => $"{line.State} {line.Reason}").Order());
    }

    [Fact]
    public async Task Alert_GatewayDown_IsRetriedAndDeliveredOnceItIsBack()
    {
        _kannel.Kill();
        _cloud.Subscribe([.. Enumerable.Range(0, 20).Select(n => RegistryRoom.Person($"08{n:00000000}"))]);
        _cloud.Alerts.Release(FakeAlertBook.Alert());
        await Eventually.HoldsAsync("the gateway was tried", Limit, () => _cloud.Deliveries.Newest(50).Any(line => line.Attempts >= 2));
        Assert.Equal(0, _cloud.Deliveries.Counts()["unknown"]);

        await _kannel.StartBoxesAsync();

        await HoldsAsync("delivered", 20);
        Assert.Equal(20, _smsc.Messages.Count);
        Assert.Equal(20, _smsc.Messages.Select(message => message.To).Distinct().Count());
    }

    [Fact]
    public async Task Alert_200People_EachOnce_WithinTheRate()
    {
        _cloud.Subscribe([.. Enumerable.Range(0, 200).Select(n => RegistryRoom.Person($"08{n:00000000}"))]);
        long began = TimeProvider.System.GetTimestamp();

        _cloud.Alerts.Release(FakeAlertBook.Alert());

        await HoldsAsync("delivered", 200);
        TimeSpan took = TimeProvider.System.GetElapsedTime(began);
        Assert.Equal(200, _smsc.Messages.Select(message => message.To).Distinct().Count());
        Assert.Equal(200, _smsc.Messages.Count);
        Assert.True(took > TimeSpan.FromSeconds(1.5), $"200 messages at 100 a second took only {took}");
    }

    [Fact]
    public async Task Alert_CloudStoppedAndStartedInBetween_EachOnce()
    {
        await _smsc.OrderAsync(delayMs: 100);
        _cloud.Subscribe([.. Enumerable.Range(0, 100).Select(n => RegistryRoom.Person($"08{n:00000000}"))]);
        _cloud.Alerts.Release(FakeAlertBook.Alert());
        await Eventually.HoldsAsync("the first are at the operator", Limit, () => _smsc.Messages.Count > 5);

        await _cloud.StopAsync();
        await _cloud.StartAsync();

        // Receipts of the first run call an address that is gone; what counts here is that nobody gets a second message.
        try
        {
            await Eventually.HoldsAsync("all reached the operator", Limit * 3, () => _smsc.Messages.Count >= 100);
        }
        catch (TimeoutException e)
        {
            string fates = string.Join(", ", _cloud.Deliveries.Newest(200).GroupBy(line => $"{line.State} {line.Reason}").Select(g => $"{g.Count()} {g.Key}"));
            Assert.Fail($"{e.Message}; {_smsc.Messages.Count} arrived; deliveries: {fates}; {string.Join('\n', _kannel.Deaths)}");
        }

        await Eventually.HoldsAsync("nothing is left to send", Limit, () => _cloud.Deliveries.Counts() is var counts
            && counts["queued"] + counts["sending"] == 0);
        Assert.Equal(100, _smsc.Messages.Select(message => message.To).Distinct().Count());

        // A call whose answer the stop cut off is of unknown fate and may be repeated, once; nothing else may.
        int repeats = _cloud.Deliveries.Newest(200).Sum(line => line.Attempts - 1);
        Assert.InRange(_smsc.Messages.Count, 100, 100 + repeats);
    }

    [Fact]
    public async Task Callback_ForgedOrRepeated_IsRefusedOrChangesNothing()
    {
        await _smsc.OrderAsync(receipts: false);
        _cloud.Subscribe(RegistryRoom.Person("0812345678"));
        _cloud.Alerts.Release(FakeAlertBook.Alert());
        await HoldsAsync("sent", 1);
        using HttpClient http = new() { BaseAddress = _cloud.Address };
        long id = _cloud.Deliveries.Newest(1)[0].Id;
        string token = _cloud.Get<CallbackTokens>().TokenOf("main", CallbackTokens.NameOf(id));
        async Task<HttpStatusCode> CallAsync(string query)
        {
            using HttpResponseMessage answer = await http.GetAsync(new Uri($"/sms/dlr?gateway=main&{query}", UriKind.Relative));
            return answer.StatusCode;
        }

        Assert.Equal(HttpStatusCode.Forbidden, await CallAsync($"our=D{id}&type=1"));
        Assert.Equal(HttpStatusCode.Forbidden, await CallAsync($"our=D{id}&token={new string('0', 32)}&type=1"));
        Assert.Equal(HttpStatusCode.Forbidden, await CallAsync($"our=D{id + 1}&token={token}&type=1"));
        Assert.Equal("sent", _cloud.Deliveries.Newest(1)[0].State);
        for (int repeat = 0; repeat < 100; repeat++)
        {
            Assert.Equal(HttpStatusCode.OK, await CallAsync($"our=D{id}&token={token}&type=1&fid=77&ans=stat:DELIVRD"));
        }

        Assert.Equal("delivered", _cloud.Deliveries.Newest(1)[0].State);
    }

    private Task HoldsAsync(string state, long count) => Eventually.HoldsAsync(
        $"{count} deliveries are {state}", Limit, () => _cloud.Deliveries.Counts()[state] == count);
}

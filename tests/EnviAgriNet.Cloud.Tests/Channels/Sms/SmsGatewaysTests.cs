using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Channels.Sms;
using EnviAgriNet.Cloud.Registry.Subscribers;

namespace EnviAgriNet.Cloud.Tests.Channels.Sms;

public sealed class SmsGatewaysTests
{
    [Fact]
    public async Task SendAsync_Weights3And1_ShareTheMessagesSmoothly()
    {
        List<string> order = [];
        ScriptedGateway heavy = new("heavy", _ => Note(order, "h"));
        ScriptedGateway light = new("light", _ => Note(order, "l"));
        heavy.Options.Weight = 3;
        using SmsGateways gateways = Of(heavy, light);

        for (int n = 0; n < 40; n++)
        {
            Assert.Equal(DeliveryState.Sent, (await gateways.SendAsync(Message(n), CancellationToken.None)).State);
        }

        Assert.Equal((30, 10), (heavy.Messages.Count, light.Messages.Count));
        Assert.DoesNotContain("hhhh", string.Concat(order), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_FirstIsAway_NextTakesIt_AndItsNameIsKept()
    {
        ScriptedGateway dead = new("dead", _ => SendOutcome.Away("not reachable"));
        ScriptedGateway well = new("well", _ => SendOutcome.Sent);
        using SmsGateways gateways = Of(dead, well);

        for (int n = 0; n < 50; n++)
        {
            SendOutcome outcome = await gateways.SendAsync(Message(n), CancellationToken.None);
            Assert.Equal((DeliveryState.Sent, "well"), (outcome.State, outcome.Gateway));
        }

        // Its breaker took it out of the choice; a message now and then sees whether it is back.
        Assert.InRange(dead.Messages.Count, 3, 10);
        Assert.Equal(50, well.Messages.Count);
    }

    [Fact]
    public async Task SendAsync_FateUnknown_GoesNowhereElse_AndARepeatGoesToTheSame()
    {
        ScriptedGateway silent = new("silent", message => message.Preferred is null ? SendOutcome.FateUnknown("no answer") : SendOutcome.Sent);
        ScriptedGateway well = new("well", _ => SendOutcome.Sent);
        silent.Options.Weight = 1_000;
        using SmsGateways gateways = Of(silent, well);

        SendOutcome first = await gateways.SendAsync(Message(1), CancellationToken.None);
        Assert.Equal((DeliveryState.Unknown, "silent"), (first.State, first.Gateway));
        Assert.Empty(well.Messages);

        SendOutcome second = await gateways.SendAsync(Message(1, first.Gateway), CancellationToken.None);
        Assert.Equal((DeliveryState.Sent, "silent"), (second.State, second.Gateway));
        Assert.Empty(well.Messages);
    }

    [Fact]
    public async Task SendAsync_AllAway_IsAwayWithTheReason_AndEachWasTriedOnce()
    {
        ScriptedGateway one = new("one", _ => SendOutcome.Away("not reachable"));
        ScriptedGateway two = new("two", _ => SendOutcome.Away("says 503"));
        using SmsGateways gateways = Of(one, two);

        SendOutcome outcome = await gateways.SendAsync(Message(1), CancellationToken.None);

        Assert.Equal((DeliveryState.Queued, true, null), (outcome.State, outcome.IsChannelFault, outcome.Gateway));
        Assert.Equal((1, 1), (one.Messages.Count, two.Messages.Count));
    }

    [Fact]
    public async Task SendAsync_AskedToWait_OthersAreUsed_AndItsWishIsKept()
    {
        ScriptedGateway full = new("full", _ => SendOutcome.Later("no room", TimeSpan.FromMinutes(1)));
        ScriptedGateway well = new("well", _ => SendOutcome.Sent);
        full.Options.Weight = 1_000;
        using SmsGateways gateways = Of(full, well);

        for (int n = 0; n < 20; n++)
        {
            Assert.Equal("well", (await gateways.SendAsync(Message(n), CancellationToken.None)).Gateway);
        }

        Assert.Single(full.Messages);
    }

    [Fact]
    public async Task SendAsync_EachWithinItsOwnRate_WaitsForRoomInsteadOfOverrunning()
    {
        ScriptedGateway one = new("one", _ => SendOutcome.Sent);
        ScriptedGateway two = new("two", _ => SendOutcome.Sent);
        one.Options.RatePerSecond = 100;
        two.Options.RatePerSecond = 20;
        using SmsGateways gateways = Of(one, two);
        long began = TimeProvider.System.GetTimestamp();

        await Task.WhenAll(Enumerable.Range(0, 120).Select(n => gateways.SendAsync(Message(n), CancellationToken.None)));

        double took = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        Assert.InRange(one.Messages.Count, 1, (100 * took) + 11);
        Assert.InRange(two.Messages.Count, 1, (20 * took) + 3);
        Assert.Equal(120, one.Messages.Count + two.Messages.Count);
    }

    [Theory]
    [InlineData("Gateways:0:Name", "Bad Name", "gateway 'Bad Name'")]
    [InlineData("Gateways:0:Http:Body", "{\"to\":{to}}", "is no JSON")]
    [InlineData("Gateways:0:Http:Body", "{\"to\":\"{number}\"}", "{number}")]
    [InlineData("Gateways:0:Http:Headers:X-To", "{to}", "may not stand in a header")]
    [InlineData("Gateways:0:Url", "http://127.0.0.1/send?to={to}", "no braces")]
    [InlineData("Gateways:0:Http:Statuses:done", "Z", "W, S, D, R, E or F")]
    [InlineData("Gateways:0:PasswordFile", "/nowhere/secret", "is no file")]
    [InlineData("Gateways:1:Name", "one", "'one' twice")]
    [InlineData("PasswordFile", "/dev/null", "both set")]
    public async Task Options_Faulty_StopTheStartAndNameTheFault(string key, string value, string fault)
    {
        await using CloudRoom cloud = new(
            ("Channels:Sms:Enabled", "true"),
            ("Channels:Sms:Gateways:0:Name", "one"),
            ("Channels:Sms:Gateways:0:Kind", "Http"),
            ("Channels:Sms:Gateways:0:PasswordFile", "/dev/null"),
            ($"Channels:Sms:{key}", value));

        Exception e = await Assert.ThrowsAnyAsync<Exception>(cloud.StartAsync);

        Assert.Contains(fault, e.ToString(), StringComparison.Ordinal);
    }

    private static SmsGateways Of(params ISmsGateway[] gateways) => new(gateways, TimeSpan.FromSeconds(1), TimeProvider.System, seed: 5);

    private static SendOutcome Note(List<string> order, string letter)
    {
        order.Add(letter);
        return SendOutcome.Sent;
    }

    private static SmsMessage Message(int delivery, string? preferred = null)
    {
        Assert.True(PhoneNumber.TryParse("0812345678", out PhoneNumber number));
        return new SmsMessage(delivery, number, "น้ำท่วม", 2, TimeSpan.FromHours(1), preferred);
    }
}

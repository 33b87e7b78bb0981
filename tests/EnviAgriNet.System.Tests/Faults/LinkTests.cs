using EnviAgriNet.Demo.Field;

namespace EnviAgriNet.System.Tests.Faults;

/// <summary>A link that is cut, that swallows, and a broker that refuses.</summary>
public sealed class LinkTests
{
    private static readonly FieldScript Script = new();
    private static readonly FieldScript Week = new()
    {
        Span = TimeSpan.FromDays(8),
        Seconds = 4,
        SampleEvery = TimeSpan.FromMinutes(15),
        BoardsWait = false,
    };

    [Fact]
    public Task Link_CutForAWeek_CatchesUpAndPagesNobodyForThePast() => FaultField.RunAsync("none", Week, async field =>
    {
        SettingsFile.Set(field.Network.Cloud.Settings, "Cloud", "LateAfter", "1.00:00:00");
        await using CuttableLink link = await StartBehindLinkAsync(field);
        // The flood comes on the first day, and has passed long before the link is back.
        link.Refuse();
        await field.StartBoardsAsync();
        await field.Network.BoardsFinishedAsync(TimeSpan.FromSeconds(60), CancellationToken.None);
        Assert.Equal(0, (await field.Network.Cloud.StatusAsync(CancellationToken.None)).ReadingsStored);
        link.Open();
        Evidence evidence = await field.FinishAsync();

        Promises.DataHold(evidence, field);
        Assert.True(evidence.Totals.Late > 0, $"Nothing was late after a week: {evidence.Totals.ToJson()}");
        Assert.Empty(evidence.Deliveries);
        Assert.Empty(evidence.Alerts.Released);
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public Task Link_CutAgainAndAgain_LosesNothing(int seed) => FaultField.RunAsync($"{seed}", Script, async field =>
    {
        Random random = new(seed);
        await using CuttableLink link = await StartBehindLinkAsync(field);
        await field.StartBoardsAsync();
        for (int i = 0; i < 6; i++)
        {
            await Task.Delay(TimeSpan.FromSeconds(0.2 + random.NextDouble()));
            if (random.Next(2) == 0)
            {
                link.Reset();
            }
            else
            {
                link.Refuse();
                await Task.Delay(TimeSpan.FromSeconds(random.NextDouble()));
                link.Open();
            }
        }

        await Promises.AllHoldAsync(await field.FinishAsync(), field);
    });

    [Fact]
    public Task Link_ThatSwallowsEverything_IsGivenUpAndMadeAnew() => FaultField.RunAsync("none", Script, async field =>
    {
        SettingsFile.Set(field.Centre.Edge.Settings, "Mqtt", "KeepAlive", "00:00:05");
        await using CuttableLink link = await StartBehindLinkAsync(field);
        await field.StartBoardsAsync();
        await Task.Delay(TimeSpan.FromSeconds(1));
        link.BlackHole();
        int connections = link.Connections;
        // One and a half of its keep-alive, and the edge gives the dead connection up.
        await Awaiting.UntilAsync(
            "the edge to try another connection",
            TimeSpan.FromSeconds(30),
            _ => Task.FromResult(link.Connections > connections ? null : $"{connections} connections"),
            CancellationToken.None);
        link.Open();
        link.Reset();
        await Promises.AllHoldAsync(await field.FinishAsync(), field);
    });

    [Fact]
    public Task Broker_ThatRefusesTheStation_TakesItLater() => FaultField.RunAsync("none", Script, async field =>
    {
        string passwordFile = Path.Combine(field.Sub("secrets"), "password");
        await File.WriteAllTextAsync(passwordFile, "wrong");
        field.Network.Broker.NeedsPassword = true;
        field.Network.Broker.Passwords["eag-cloud"] = "cloud";
        field.Network.Broker.Passwords[field.Centre.Station.Id] = "right";
        string cloudFile = Path.Combine(field.Sub("secrets"), "cloud");
        await File.WriteAllTextAsync(cloudFile, "cloud");
        SettingsFile.Set(field.Network.Cloud.Settings, "Mqtt", "Username", "eag-cloud");
        SettingsFile.Set(field.Network.Cloud.Settings, "Mqtt", "PasswordFile", cloudFile);
        SettingsFile.Set(field.Centre.Edge.Settings, "Mqtt", "Username", field.Centre.Station.Id);
        SettingsFile.Set(field.Centre.Edge.Settings, "Mqtt", "PasswordFile", passwordFile);
        await field.StartAsync();
        await Task.Delay(TimeSpan.FromSeconds(3));
        EdgeStatus refused = await field.Centre.Edge.StatusAsync(CancellationToken.None);
        Assert.NotEqual("up", refused.Link);
        Assert.True(refused.AcceptedReadings > 0, "The edge takes no readings while the broker refuses it");

        await File.WriteAllTextAsync(passwordFile, "right");
        await Promises.AllHoldAsync(await field.FinishAsync(), field);
    });

    private static async Task<CuttableLink> StartBehindLinkAsync(FaultField field)
    {
        await field.Network.Broker.StartAsync(CancellationToken.None);
        field.Network.ConnectTo(field.Network.Broker.Port);
        await field.Network.StartCloudAsync(CancellationToken.None);
        CuttableLink link = new(field.Network.Broker.Port);
        SettingsFile.Set(field.Centre.Edge.Settings, "Mqtt", "Port", link.Port);
        await field.Network.StartEdgesAsync(CancellationToken.None);
        return link;
    }
}

using EnviAgriNet.Demo.Field;
using EnviAgriNet.Mqtt;

namespace EnviAgriNet.System.Tests.Faults;

/// <summary>Packs that come again, or in any order: the same readings, roll-ups and events as in order.</summary>
public sealed class PackOrderTests
{
    private const int PackSize = 150;
    private const string Station = FieldScript.Nan;
    private const string Region = "550101";

    private static readonly FieldScript Script = new() { SampleEvery = TimeSpan.FromMinutes(10) };

    [Fact]
    public Task SamePack_HundredTimes_IsStoredOnce() => FaultField.RunAsync("none", Script, async field =>
    {
        const int Times = 100;
        await using RawStation station = await ConnectAsync(field);
        byte[][] packs = [.. station.Packs([.. field.Script.InOrder().Take(3 * PackSize)], PackSize)];
        foreach (byte[] pack in Enumerable.Repeat(packs, Times).SelectMany(p => p))
        {
            await station.PublishAsync(pack);
        }

        await station.ReceiptedAsync(packs.Length);
        LedgerRow row = await RowAsync(field, r => r.Repeats == packs.Length * (Times - 1), "every repeat to be counted");
        Assert.Equal(3 * PackSize, row.Stored);
        Assert.Equal(0, row.Duplicates + row.Rejected + row.PacksMissing);
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public Task Packs_InRandomOrderAndRepeated_GiveTheSame(int seed) => FaultField.RunAsync($"{seed}", Script, async field =>
    {
        await using RawStation station = await ConnectAsync(field);
        byte[][] packs = [.. station.Packs(field.Script.InOrder(), PackSize)];
        byte[][] sent = [.. packs, .. packs.Where((_, i) => i % 3 == 0)];
        new Random(seed).Shuffle(sent);
        await Task.WhenAll(sent.Select(station.PublishAsync));
        await station.ReceiptedAsync(packs.Length);
        LedgerRow row = await RowAsync(field, r => r.Repeats == sent.Length - packs.Length, "every repeat to be counted");
        Assert.Equal(field.Script.InOrder().Count, row.Stored);
        Assert.Equal(0, row.Duplicates + row.Rejected + row.PacksMissing);

        await field.Network.SettledAsync(TimeSpan.FromSeconds(30), CancellationToken.None);
        Evidence evidence = await Evidence.TakeAsync(field.Network);
        Promises.StoreIsInput(evidence, field.Script, field.Network.Centres);
        Promises.RollUpsFollow(evidence);
        Promises.NoAlertTwice(evidence);
        Promises.SameEvents(evidence, await Undisturbed.OfAsync(field.Script));
    });

    private static async Task<RawStation> ConnectAsync(FaultField field)
    {
        await field.Network.Broker.StartAsync(CancellationToken.None);
        field.Network.ConnectTo(field.Network.Broker.Port);
        await field.Network.StartCloudAsync(CancellationToken.None);
        return await RawStation.ConnectAsync(
            new LinkOptions { Port = field.Network.Broker.Port, ClientId = Station }, Station, Region);
    }

    private static async Task<LedgerRow> RowAsync(FaultField field, Func<LedgerRow, bool> isReached, string what)
    {
        LedgerRow? row = null;
        await Awaiting.UntilAsync(
            what,
            TimeSpan.FromSeconds(20),
            async token =>
            {
                row = (await field.Network.Cloud.LedgerAsync(token)).Rows.SingleOrDefault(r => r.Station == Station);
                return row is not null && isReached(row) ? null : row?.Answer.ToJsonString() ?? "no row yet";
            },
            CancellationToken.None);
        return row!;
    }
}

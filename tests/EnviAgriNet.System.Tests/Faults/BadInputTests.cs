using System.Globalization;
using System.Text;
using EnviAgriNet.Demo.Field;
using EnviAgriNet.Mqtt;
using EnviAgriNet.Protocol;
using EnviAgriNet.Protocol.Packs;

namespace EnviAgriNet.System.Tests.Faults;

/// <summary>Bad input through the broker: each kind gets its error in the ledger and costs only itself.</summary>
public sealed class BadInputTests
{
    private const string Station = "sys-nan";
    private const string Region = "550101";

    // A record that breaks the rule, between two good ones.
    private static readonly (PackRule Rule, string Record)[] BadRecords =
    [
        (PackRule.WrongUnit, """{"n":"pm25","u":"mg/m3","v":1}"""),
        (PackRule.TwoValues, """{"n":"pm25","v":1,"vs":"1"}"""),
        (PackRule.NoValue, """{"n":"pm25","vs":"NaN"}"""),
        (PackRule.NoValue, """{"n":"pm25"}"""),
        (PackRule.BadField, """{"n":"pm25","v":"12"}"""),
        (PackRule.BadField, """{"n":"pm25","v":{"deep":[[[[[1]]]]]}}"""),
        (PackRule.NotFinite, """{"n":"pm25","v":1e999}"""),
        (PackRule.BadName, """{"n":"pm25 ","v":1}"""),
        (PackRule.BadName, """{"n":"happiness","v":1}"""),
        (PackRule.WrongStation, """{"bn":"urn:eag:other:","n":"pm25","v":1}"""),
        (PackRule.InFuture, """{"n":"pm25","v":1,"t":86400}"""),
        (PackRule.BadTime, """{"n":"pm25","v":1,"t":9e13}"""),
        (PackRule.BadQuality, """{"n":"pm25","v":1,"q":7}"""),
        (PackRule.UnknownMandatoryLabel, """{"n":"pm25","v":1,"must_":1}"""),
    ];

    // Payloads that are refused whole; those with a readable number are receipted as rejected.
    private static readonly (string Kind, byte[] Payload)[] BadPayloads =
    [
        ("not JSON", "{]"u8.ToArray()),
        ("not UTF-8", [0xFF, 0xFE, 0x00]),
        ("empty", []),
        ("NaN", """[{"bn":"urn:eag:sys-nan:","bt":1700000000,"seq":900,"n":"pm25","v":NaN}]"""u8.ToArray()),
        ("deeply nested", Encoding.UTF8.GetBytes(new string('[', 5000))),
        ("oversized", Encoding.UTF8.GetBytes("[" + new string(' ', Protocol.Limits.PackBytesMax) + "]")),
        ("a broken gzip", [0x1F, 0x8B, 1, 2, 3]),
        ("no sequence", """[{"bn":"urn:eag:sys-nan:","bt":1700000000,"n":"pm25","v":1}]"""u8.ToArray()),
        ("no array", """{"n":"pm25"}"""u8.ToArray()),
    ];

    [Fact]
    public Task BadRecords_BetweenGoodOnes_CostOnlyThemselves() => FaultField.RunAsync("none", new FieldScript(), async field =>
    {
        await using RawStation station = await ConnectAsync(field);
        long now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - 3600;
        for (int i = 0; i < BadRecords.Length; i++)
        {
            await station.PublishAsync(Around(BadRecords[i].Record, i + 1, now + (i * 60)));
        }

        foreach ((string _, byte[] payload) in BadPayloads)
        {
            await station.PublishAsync(payload);
        }

        // A pack behind all of it shows that the cloud is past it.
        long last = BadRecords.Length + 1;
        await station.PublishAsync(Around("""{"n":"pm10","v":5}""", last, now + 3000));
        await station.ReceiptedAsync(last);
        Assert.All(Enumerable.Range(1, (int)last), s => Assert.Equal("stored", station.Fates[s]));

        LedgerRow row = (await field.Network.Cloud.LedgerAsync(CancellationToken.None)).Rows
            .Single(r => r.Station == Station && r.Stored > 0);
        Assert.Equal((2 * BadRecords.Length) + 3, row.Stored);
        Assert.Equal(0, row.PacksMissing);
        foreach (IGrouping<PackRule, (PackRule Rule, string Record)> rule in BadRecords.GroupBy(r => r.Rule))
        {
            Assert.True(
                row.RejectedByRule.GetValueOrDefault(RuleNames.Of(rule.Key)) >= rule.Count(),
                $"{RuleNames.Of(rule.Key)} is not counted {rule.Count()} times: {row.Answer.ToJsonString()}");
        }

        field.Network.Cloud.Process.ThrowIfEnded();
    });

    private static byte[] Around(string record, long sequence, long baseTime)
    {
        string head = string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"bn":"urn:eag:{{Station}}:","bt":{{baseTime}},"box":"raw1","seq":{{sequence}},"n":"air_temperature","v":25}""");
        // The base name is set again behind, since the bad record may have moved it.
        return Encoding.UTF8.GetBytes($$"""[{{head}},{{record}},{"bn":"urn:eag:{{Station}}:","n":"humidity","v":60}]""");
    }

    private static async Task<RawStation> ConnectAsync(FaultField field)
    {
        // Only with the wall clock as network time is there a future.
        SettingsFile.Set(field.Network.Cloud.Settings, "Cloud", "NetworkTime", "Wall");
        await field.Network.Broker.StartAsync(CancellationToken.None);
        field.Network.ConnectTo(field.Network.Broker.Port);
        await field.Network.StartCloudAsync(CancellationToken.None);
        return await RawStation.ConnectAsync(
            new LinkOptions { Port = field.Network.Broker.Port, ClientId = Station }, Station, Region);
    }
}

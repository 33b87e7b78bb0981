using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Cloud.Tests.Inbox;

/// <summary>A person's message from an operator's SMSC through a real Kannel, and the answer the same way back.</summary>
public sealed class InboxThroughKannelTests
{
    private const string Token = "0123456789abcdef-test";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(40);

    [Fact]
    public async Task Message_ThaiKeyword_IsAnsweredInThai_AndACallForHelpGetsItsNumber()
    {
        int port = FreePort.Next();
        await using StandInSmsc smsc = await StandInSmsc.StartAsync();
        await using Kannel kannel = await Kannel.StartAsync(smsc.Port, throughput: 100, new Uri($"http://127.0.0.1:{port}/sms/in"), Token);
        string password = Path.Combine(kannel.Folder, "sendsms.password");
        string token = Path.Combine(kannel.Folder, "inbox.token");
        await File.WriteAllTextAsync(password, Kannel.Password);
        await File.WriteAllTextAsync(token, Token + "\n");
        await using CloudRoom cloud = new(
            ("Api:Listen", $"http://127.0.0.1:{port}"),
            ("Inbox:TokenFile", token),
            ("Channels:Sms:Enabled", "true"),
            ("Channels:Sms:Url", kannel.Url.OriginalString),
            ("Channels:Sms:Username", Kannel.Username),
            ("Channels:Sms:PasswordFile", password));
        DateTimeOffset taken = DateTimeOffset.UtcNow.AddSeconds(-30);
        cloud.Store.Newest[StationId.Parse("cm-001")] = [new Reading(SeriesName.Parse("water_level"), taken, 3.0, QualityFlag.Pass)];
        await cloud.StartAsync();
        cloud.Get<StationBook>().Store(
            [new Station(StationId.Parse("cm-001"), RegionId.Parse("500101"), "ช้างเผือก", "Chang Phueak", 18.8, 98.9, 4.0, 0.0)]);

        await smsc.DeliverAsync("66812345678", "1784", "ระดับนำ้ ช้างเผือก ครับ");
        await smsc.DeliverAsync("66898765432", "1784", "ช่วยด้วย ต.ช้างเผือก 5 คน น้ำดื่ม ยา");

        await Eventually.HoldsAsync("two answers reached the operator", Limit, () => smsc.Messages.Count >= 2);
        SmscMessage answer = smsc.Messages.Single(message => message.To == "66812345678");
        Assert.StartsWith("น้ำ ช้างเผือก 75% ของตลิ่ง น้ำมาก เมื่อ ", answer.Text, StringComparison.Ordinal);
        Assert.Equal((8, false), (answer.Coding, answer.HasHeader));
        SmscMessage taken2 = smsc.Messages.Single(message => message.To == "66898765432");
        Assert.Matches("^รับเรื่อง H-[0-9]{6} แล้ว เจ้าหน้าที่กำลังดู มีอะไรเพิ่มส่งมาได้$", taken2.Text);
        await Eventually.HoldsAsync("both are delivered", Limit, () => cloud.Deliveries.Counts()["delivered"] == 2);
        foreach (string log in Directory.GetFiles(kannel.Folder, "*.log"))
        {
            Assert.DoesNotContain("ช้างเผือก", await File.ReadAllTextAsync(log), StringComparison.Ordinal);
        }
    }
}

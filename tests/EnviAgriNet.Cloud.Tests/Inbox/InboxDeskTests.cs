using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Cases;
using EnviAgriNet.Cloud.Inbox;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Farms;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Tests.Inbox;

/// <summary>Messages through a whole cloud without a gateway: what they do, and what would be answered.</summary>
public sealed class InboxDeskTests : IAsyncLifetime
{
    private const string Ann = "+66812345678";
    private const string Bob = "+66898765432";

    private readonly CloudRoom _cloud = new();
    private int _sent;

    public async Task InitializeAsync()
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        _cloud.Store.Newest[StationId.Parse("cm-001")] =
        [
            new Reading(SeriesName.Parse("water_level"), now.AddMinutes(-5), 3.0, QualityFlag.Pass),
            new Reading(SeriesName.Parse("pm25"), now.AddHours(-9), 34, QualityFlag.Pass),
        ];
        await _cloud.StartAsync();
        _cloud.Get<StationBook>().Store(
        [
            new Station(StationId.Parse("cm-001"), RegionId.Parse("500101"), "ช้างเผือก", "Chang Phueak", 18.8, 98.9, 4.0, 0.0),
        ]);
    }

    public async Task DisposeAsync() => await _cloud.DisposeAsync();

    [Fact]
    public void Take_Question_IsAnsweredInOnePart_InItsLanguage()
    {
        (string Text, string Begin)[] questions =
        [
            ("น้ำ ช้างเผือก", "น้ำ ช้างเผือก 75% ของตลิ่ง น้ำมาก เมื่อ "),
            ("ระดับน้ำ 500101", "น้ำ ช้างเผือก 75% ของตลิ่ง น้ำมาก เมื่อ "),
            ("river cm-001", "River Chang Phueak: 75% of bank, high at "),
            ("river chiang mai", "River Chang Phueak: 75% of bank, high at "),
            ("river chang phuek", "River Chang Phueak: 75% of bank, high at "),
            ("อากาศ เชียงใหม่", "อากาศ ช้างเผือก: ไม่ทราบค่าตอนนี้ ล่าสุดเมื่อ "),
            ("rain chang phueak", "No station measures rain at Chang Phueak yet"),
            ("ราคาข้าว", "ยังไม่มีข้อมูลราคา"),
            ("forecast nan", "No plot of yours yet"),
            ("ทำแล้ว", "พิมพ์ อากาศ"),
            ("แปลงของฉัน", "ยังไม่มีแปลง"),
            ("อากาศ", "ที่ไหน?"),
            ("air atlantis", "Place not found"),
            ("help", "Send AIR, RAIN or RIVER"),
            ("zzzz", "Send AIR, RAIN or RIVER"),
        ];
        for (int n = 0; n < questions.Length; n++)
        {
            Take($"+6683000{n:0000}", questions[n].Text);
            string answer = Texts("reply")[^1];
            Assert.StartsWith(questions[n].Begin, answer, StringComparison.Ordinal);
            Assert.InRange(answer.Length, 1, 70);
        }
    }

    [Fact]
    public void Take_SameMessageAgain_DoesNothing()
    {
        Assert.True(Take(Ann, "ช่วยด้วย 5 คน", "same"));
        for (int repeat = 0; repeat < 20; repeat++)
        {
            Assert.False(Take(Ann, "ช่วยด้วย 5 คน", "same"));
        }

        Assert.Single(_cloud.Get<CaseBook>().List(isOpen: true, null, 10));
        Assert.Single(Texts("case"));
    }

    [Fact]
    public void Take_TwoMachinesAnsweringEachOther_ComeToAnEnd()
    {
        for (int turn = 0; turn < 100; turn++)
        {
            Take(Ann, $"อากาศ เชียงใหม่ {turn}");
            Take(Bob, "Your message was received. Thank you!");
        }

        Assert.InRange(Texts("reply").Count, 2, 11);
    }

    [Fact]
    public void Take_Register_ThenStop_EndsIt_AndTheStopOfAStrangerDoesNothing()
    {
        Take(Ann, "สมัคร ช้างเผือก");
        Assert.Equal(["500101"], SubscriberOf(Ann)!.Regions.Select(r => r.Code));
        Take(Ann, "join chiang mai");
        Assert.Equal(["50", "500101"], SubscriberOf(Ann)!.Regions.Select(r => r.Code));

        Take(Bob, "stop");
        Take(Bob, $"stop {Ann}");
        Assert.Equal(ContactState.Confirmed, Assert.Single(SubscriberOf(Ann)!.Contacts).State);

        Take(Ann, "หยุดครับ");
        Assert.Equal(ContactState.Stopped, Assert.Single(SubscriberOf(Ann)!.Contacts).State);
        Assert.Contains(Texts("reply"), text => text.StartsWith("เลิกส่งข้อความ", StringComparison.Ordinal));
    }

    [Fact]
    public void Take_RegisterWithACrop_MakesAPlot_InAnyOrderAndSpelling()
    {
        (string Text, string Answer)[] ways =
        [
            ("สมัคร ข้าวหอมมะลิ ช้างเผือก", "รับแปลง ข้าวหอมมะลิ 500101 แล้ว: บอกวันปลูก ส่ง เช่น ปลูก 1 ก.ค. | จะส่งคำแนะนำให้ เลิกส่ง หยุด"),
            ("สมัครข้าวหอมมลิ ต.ช้างเผือก", "รับแปลง ข้าวหอมมะลิ 500101 แล้ว"),
            ("สมัคร ช้างเผือก หอมมะลิ 10 ไร่", "รับแปลง ข้าวหอมมะลิ 500101 แล้ว: 10 ไร่"),
            ("ลงทะเบียน มันสำปะหลัง เชียงใหม่", "รับแปลง มันสำปะหลัง จ.เชียงใหม่ แล้ว"),
            ("join jasmine rice chang phueak 12 rai", "Plot taken, Jasmine rice 500101: 12 rai"),
            ("สมัคร อ้อย", "แปลงอยู่ตำบลไหน พิมพ์ สมัคร อ้อย"),
            ("สมัคร อ้อย แอตแลนติส", "ไม่พบชื่อที่นี้"),
        ];
        for (int n = 0; n < ways.Length; n++)
        {
            Take($"+6684000{n:0000}", ways[n].Text);
            string answer = Texts("reply")[^1];
            Assert.StartsWith(ways[n].Answer, answer, StringComparison.Ordinal);
            Assert.InRange(EnviAgriNet.Core.Messages.SmsParts.Of(answer).Count, 1, 2);
        }

        Assert.Equal(5, _cloud.Get<PlotBook>().All().Count);
        Take("+66840000000", "ปลูก 1 ก.ค. 8 ไร่");
        Plot plot = Assert.Single(_cloud.Get<PlotBook>().Of(_cloud.Get<SubscriberBook>().FindByAddress("sms", "+66840000000")!.Value));
        Assert.Equal(("rice", "kdml105", 8.0, 7, 1), (plot.Crop, plot.Variety, plot.Rai, plot.PlantedOn!.Value.Month, plot.PlantedOn!.Value.Day));
        Take("+66840000000", "แปลงของฉัน");
        Assert.StartsWith("ข้าวหอมมะลิ 500101 8 ไร่ ปลูก 1 ก.ค. 25", Texts("reply")[^1], StringComparison.Ordinal);
        Take("+66840000000", "สมัคร ข้าวโพด เชียงใหม่");
        Take("+66840000000", "ปลูก 5 ก.ค.");
        Assert.StartsWith("มีหลายแปลง", Texts("reply")[^1], StringComparison.Ordinal);
        Take(Bob, "ปลูก 5 ก.ค.");
        Assert.StartsWith("ยังไม่มีแปลง", Texts("reply")[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Take_CallForHelp_OpensOneCase_AndWhatFollowsJoinsIt()
    {
        Take(Ann, "ช่วยด้วย ต.ช้างเผือก 5 คน น้ำดื่ม ยา");
        Take(Ann, "อยู่บนหลังคาสีฟ้า ๗ คน");
        Take(Ann, "หลังตลาด");
        for (int flood = 0; flood < 50; flood++)
        {
            Take(Ann, "ช่วยด้วย!!");
        }

        CaseLine file = Assert.Single(_cloud.Get<CaseBook>().List(isOpen: true, "help", 10));
        Assert.Equal(("500101", "ช้างเผือก", 7, 53), (file.Region, file.Place, file.People, file.Messages));
        Assert.Equal(["boat", "medicine", "water"], file.Needs.Order());
        Assert.Single(Texts("case"));
        Assert.Empty(Texts("reply"));
        Assert.True(CaseNumber.IsWhole(file.Number));
    }

    [Fact]
    public void Take_CaseNumber_IsToldToItsOwnerOnly()
    {
        Take(Ann, "ช่วยด้วย");
        string number = _cloud.Get<CaseBook>().List(isOpen: true, "help", 10)[0].Number;

        Take(Bob, number);
        Take(Ann, number);

        Assert.Equal([$"No case {number} was opened from this number.", $"{number} waits for an officer"], Texts("reply"));
    }

    [Fact]
    public void Take_CallForHelp_CallsOfficersOnDuty_OnceForMany()
    {
        OfficerBook officers = _cloud.Get<OfficerBook>();
        officers.Add(new Officer("ann", new HashSet<Role> { Role.Admin, Role.Officer }), null);
        _cloud.Get<RegistryDatabase>().Write(c =>
        {
            OfficerTables.SetRecipient(c, "ann", _cloud.Get<RecipientBook>().CorrespondentOf(c, "+66811111111", DateTimeOffset.UtcNow));
            return 0;
        });
        for (int n = 0; n < 20; n++)
        {
            Take($"+6681000{n:0000}", "ช่วยด้วย ต.ช้างเผือก 3 คน");
        }

        Assert.Equal(20, _cloud.Get<CaseBook>().List(isOpen: true, "help", 50).Count);
        string call = Assert.Single(Texts("escalation"));
        Assert.StartsWith("ขอความช่วยเหลือ H-", call, StringComparison.Ordinal);
        Assert.DoesNotContain("+66", call, StringComparison.Ordinal);
    }

    [Fact]
    public void Take_ForeignNumberInNeed_IsACase_AndGetsNoAnswer()
    {
        Take("+4915112345678", "SOS trapped, 2 people");

        Assert.Equal(2, Assert.Single(_cloud.Get<CaseBook>().List(isOpen: true, "help", 10)).People);
    }

    [Fact]
    public void Take_Words_LieEncryptedAndAreErasedInTime()
    {
        Take(Ann, "ช่วยด้วย บ้านเลขที่ 99 ซอยลับ");

        Assert.DoesNotContain("ซอยลับ", System.Text.Encoding.UTF8.GetString(RegistryBytes()), StringComparison.Ordinal);
        Assert.Equal(1, _cloud.Get<InboxBook>().Erase(DateTimeOffset.UtcNow.AddDays(1)));
        Assert.Equal(0, _cloud.Get<InboxBook>().Erase(DateTimeOffset.UtcNow.AddDays(1)));
    }

    [Fact]
    public void Take_Noise_NeverThrows_AndDoesOneThingAtMost()
    {
        for (int seed = 1; seed <= 60; seed++)
        {
            Random random = new(seed);
            string text = string.Concat(Enumerable.Range(0, random.Next(300)).Select(_ => (char)random.Next(random.Next(2) == 0 ? 0x10000 : 0x0E60)));
            long before = Rows();
            try
            {
                Take($"+6682{seed:0000000}", text);
            }
            catch (Exception e)
            {
                Assert.Fail($"seed {seed}: {e}");
            }

            Assert.True(Rows() - before <= 1, $"seed {seed} did several things");
        }
    }

    private bool Take(string from, string text, string? id = null)
    {
        Assert.True(InboundSms.TryRead(id ?? $"m{++_sent}", from, text, out InboundSms? sms, out string? fault), fault);
        return _cloud.Get<InboxDesk>().Take(sms);
    }

    private Subscriber? SubscriberOf(string number) =>
        _cloud.Get<SubscriberBook>().FindByAddress(ContactChannels.Sms, number) is { } id ? _cloud.Get<SubscriberBook>().Find(id) : null;

    private List<string> Texts(string kind) => _cloud.Get<RegistryDatabase>().Read(c => c.List(
        "SELECT text FROM message WHERE alert LIKE $kind || ':%' ORDER BY id", row => row.GetString(0), ("$kind", kind)));

    private long Rows() => _cloud.Get<RegistryDatabase>().Read(c =>
        (long)c.One("SELECT (SELECT COUNT(*) FROM message) + (SELECT COUNT(*) FROM subscriber)")!);

    private byte[] RegistryBytes()
    {
        _cloud.Get<RegistryDatabase>().EnsureTables("SELECT 1");
        string folder = Path.Combine(_cloud.Folder, "data");
        return [.. Directory.GetFiles(folder, "registry.db*").Order().SelectMany(file =>
        {
            using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using MemoryStream copy = new();
            stream.CopyTo(copy);
            return copy.ToArray();
        })];
    }
}

using System.Security.Cryptography;
using System.Text;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Cloud.Tests.Channels;

namespace EnviAgriNet.Cloud.Tests.Registry.Subscribers;

public sealed class SubscriberBookTests : IDisposable
{
    private const string Header = "phone,language,region,channel,consent_at\n";
    private const string Good = "0812345678,th,5001;50,sms,2026-05-01T09:00:00+07:00\n";

    private readonly RegistryRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public void Import_Again_ChangesNothingAndThenUpdates()
    {
        Assert.Equal((1, 0, 0), Counts(Import(Header + Good)));
        Assert.Equal((0, 0, 1), Counts(Import(Header + Good.Replace("0812345678", "+66 81 234 5678", StringComparison.Ordinal))));
        Assert.Equal((0, 1, 0), Counts(Import(Header + Good.Replace("th", "en", StringComparison.Ordinal))));

        Subscriber only = Assert.Single(_room.Subscribers.All());
        Assert.Equal("+66812345678", Assert.Single(only.Contacts).Address);
        Assert.Equal("en", only.Language);
        Assert.Equal(["50", "5001"], only.Regions.Select(region => region.Code));
    }

    [Theory]
    [InlineData("0712345678,th,50,sms,2026-05-01T09:00:00Z", "phone", "is not a Thai mobile number")]
    [InlineData("0812345678,thai?,50,sms,2026-05-01T09:00:00Z", "language", "is not a language tag")]
    [InlineData("0812345678,th,5,sms,2026-05-01T09:00:00Z", "region", "2, 4 or 6 digits")]
    [InlineData("0812345678,th,,sms,2026-05-01T09:00:00Z", "region", "is empty")]
    [InlineData("0812345678,th,50,fax,2026-05-01T09:00:00Z", "channel", "is not one of sms, phone")]
    [InlineData("0812345678,th,50,sms,", "consent_at", "is empty")]
    [InlineData("0812345678,th,50,sms,2026-05-01T09:00:00", "consent_at", "with its offset")]
    [InlineData("0812345678,th,50,sms,2999-05-01T09:00:00Z", "consent_at", "lies in the future")]
    [InlineData("0812345678,th,50,sms", "consent_at", "fewer columns")]
    [InlineData("0812345678,t\"h,50,sms,2026-05-01T09:00:00Z", "", "malformed")]
    public void Import_BadRow_CostsOnlyItself(string bad, string column, string reason)
    {
        string other = Good.Replace("0812345678", "0612345678", StringComparison.Ordinal);

        ImportReport report = Import(Header + Good + bad + "\n" + other);

        Assert.Equal(2, report.Added);
        RowFault fault = Assert.Single(report.Faults);
        Assert.Equal(3, fault.Row);
        Assert.Equal(column, fault.Column);
        Assert.Contains(reason, fault.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("12345678", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Import_CropsAndSeveralChannels_AreOnePersonsContacts()
    {
        ImportReport report = Import(
            "phone,language,region,channel,consent_at,email,crops,consent_version\n"
            + "0812345678,th,50,sms;email,2026-05-01T09:00:00Z,A@B.th,rice;maize,2026-11\n"
            + ",en,50,email,2026-05-01T09:00:00Z,c@d.th,,\n"
            + "0898765432,th,50,sms;email,2026-05-01T09:00:00Z,c@d.th,,\n"
            + "0812345678,th,50,sms;email,2026-05-01T09:00:00Z,c@d.th,,\n"
            + "0912345678,th,50,sms;phone,2026-05-01T09:00:00Z,,,\n"
            + "0912345678,th,50,sms,2026-05-01T09:00:00Z,,gold,\n");

        Assert.Equal((2, 1, 0), Counts(report));
        Assert.Equal(["5 ", "6 channel", "7 crops"], report.Faults.Select(fault => $"{fault.Row} {fault.Column}"));
        Assert.Equal("its addresses belong to different subscribers", report.Faults[0].Reason);
        Assert.Equal(["email=a@b.th", "sms=+66812345678"], _room.Subscribers.Find(1)!.Contacts.Select(c => $"{c.Channel}={c.Address}"));
        Assert.Equal(["rice", "maize"], _room.Subscribers.Find(1)!.Crops);
        Assert.Equal(("2026-11", "list"), (_room.Subscribers.Find(1)!.Consent.Version, _room.Subscribers.Find(2)!.Consent.Version));
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public void Import_Noise_NeverFailsAndNeverRepeatsANumber(int seed)
    {
        Random random = new(seed);
        for (int run = 0; run < 60; run++)
        {
            StringBuilder csv = new(Header + string.Concat(Enumerable.Repeat(Good, 5)));
            for (int hit = 0; hit < 6; hit++)
            {
                csv[random.Next(csv.Length)] = "0;\",\n+@\u0000\uD800ก"[random.Next(10)];
            }

            ImportReport report = Import(csv.ToString());
            Assert.True(report.Faults.Count <= 12, $"seed {seed}, run {run}: {report.Faults.Count} faults");
            Assert.All(report.Faults, fault => Assert.False(fault.ToString().Contains("2345678", StringComparison.Ordinal), $"seed {seed}, run {run}: {fault}"));
        }
    }

    [Fact]
    public void Import_HeaderWithoutColumn_SaysWhich()
    {
        ImportReport report = Import("phone,language,region,channel\n");

        RowFault fault = Assert.Single(report.Faults);
        Assert.Equal("consent_at", fault.Column);
    }

    [Fact]
    public void Store_Number_IsNowhereInTheFilesInClear()
    {
        Import(Header + Good);
        _room.Database.Read(connection => RegistrySql.One(connection, "PRAGMA wal_checkpoint(FULL)"));

        foreach (string file in Directory.GetFiles(_room.Folder))
        {
            using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            byte[] bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            foreach (string part in (string[])["812345678", "5678"])
            {
                Assert.False(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(part)) >= 0, $"'{part}' is in {Path.GetFileName(file)}");
                Assert.False(bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(part)) >= 0, $"'{part}' is in {Path.GetFileName(file)}");
            }

            Assert.False(bytes.AsSpan().IndexOf(SHA256.HashData(Encoding.ASCII.GetBytes("+66812345678"))) >= 0);
        }
    }

    [Fact]
    public void AddressOf_RowSwappedInTheFile_IsNoticed()
    {
        Import(Header + Good + Good.Replace("0812345678", "0612345678", StringComparison.Ordinal));
        _room.Database.Write(connection => RegistrySql.Run(
            connection, "UPDATE contact SET address = (SELECT address FROM contact WHERE subscriber = 2) WHERE subscriber = 1"));

        Assert.ThrowsAny<CryptographicException>(() => _room.Recipients.AddressOf("1", "sms"));
        Assert.Equal("+66612345678", _room.Recipients.AddressOf("2", "sms"));
        Assert.Null(_room.Recipients.AddressOf("3", "sms"));
    }

    [Fact]
    public void AddressOf_PendingStoppedOrCorrespondent_IsForWhomItMayBe()
    {
        _room.Subscribers.Store([
            RegistryRoom.Person("0812345671"), RegistryRoom.Person("0812345672") with
            {
                Contacts = [new Contact("sms", "+66812345672", ContactState.Pending), new Contact("line", "U1", ContactState.Stopped), new Contact("email", "a@b.th")],
            },
        ]);
        string correspondent = _room.Database.Write(t => _room.Recipients.CorrespondentOf(t, "+66899999999", DateTimeOffset.UnixEpoch));

        Assert.Equal("+66812345671", _room.Recipients.AddressOf("1", "sms"));
        Assert.Null(_room.Recipients.AddressOf("2", "sms"));
        Assert.Null(_room.Recipients.AddressOf("2", "line"));
        Assert.Equal("a@b.th", _room.Recipients.AddressOf("2", "email"));
        Assert.Equal("+66899999999", _room.Recipients.AddressOf(correspondent, "sms"));
        Assert.Equal(correspondent, _room.Database.Write(t => _room.Recipients.CorrespondentOf(t, "+66899999999", DateTimeOffset.UnixEpoch)));
        Assert.All(new[] { "c2", "", "c", "x", "-1", "1 OR 1" }, other => Assert.Null(_room.Recipients.AddressOf(other, "sms")));
    }

    [Fact]
    public void Keys_SecondStart_AreTheSameAndForTheirOwnerOnly()
    {
        Assert.Equal(_room.Keys.Numbers, new RegistryKeys(_room.Folder).Numbers);
        foreach (string file in Directory.GetFiles(Path.Combine(_room.Folder, "keys")))
        {
            Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite), file);
        }
    }

    private ImportReport Import(string csv) => new SubscriberImport(
        _room.Database, _room.Subscribers, new ContactBook(_room.Database, new AddressVault(_room.Keys)), TimeProvider.System).Run(new StringReader(csv));

    private static (int Added, int Updated, int Unchanged) Counts(ImportReport report) =>
        (report.Added, report.Updated, report.Unchanged);
}

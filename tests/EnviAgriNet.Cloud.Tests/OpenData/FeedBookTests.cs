using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.OpenData;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Cloud.Tests.Platforms;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Protocol.Cap;
using EnviAgriNet.Protocol.Cap.Feeds;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Tests.OpenData;

public sealed class FeedBookTests : IDisposable
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Cap = CapWriter.Namespace;
    private static readonly Uri Address = new("https://eag.example.org/cap/feed.atom");

    private readonly IncomingRoom _room = new();
    private readonly FeedBook _feeds;

    public FeedBookTests() => _feeds = new FeedBook(
        _room.Database, new NetworkClock(NetworkTimeMode.Wall, _room.Time), _room.Time, Options.Create(IncomingRoom.Settings));

    public void Dispose() => _room.Dispose();

    [Fact]
    public void Find_Atom_ListsWhatIsReleasedAndOurOwnReaderFollowsIt()
    {
        Release();
        FeedPage page = _feeds.Find(Request());
        XElement feed = XElement.Load(new MemoryStream(page.Content));

        Assert.Equal(Atom + "feed", feed.Name);
        foreach (string name in (string[])["id", "title", "updated", "author"])
        {
            Assert.Single(feed.Elements(Atom + name));
        }

        Assert.Equal("https://eag.example.org/cap/feed.atom", (string?)LinkOf(feed, "self"));
        XElement[] entries = [.. feed.Elements(Atom + "entry")];
        Assert.Equal(2, entries.Length);
        Assert.All(entries, e =>
        {
            Assert.True(WmoIdentifier.TryParse((string)e.Element(Atom + "id")!, out _));
            Assert.Equal((string?)e.Element(Cap + "identifier"), (string?)e.Element(Atom + "id"));
            Assert.Equal("2026-09-24T07:00:00+07:00", (string?)e.Element(Atom + "updated"));
            Assert.Equal(CapWriter.MediaType, (string?)e.Elements(Atom + "link").Single().Attribute("type"));
            Assert.Equal("Extreme", (string?)e.Element(Cap + "severity"));
            Assert.Equal("Actual", (string?)e.Element(Cap + "status"));
        });

        CapFeed read = CapFeedReader.Read(page.Content, CapFeedFormat.Atom, Address, []);
        Assert.Empty(read.Skipped);
        Assert.Equal(entries.Select(e => (string)LinkOf(e, "alternate")!), read.Entries.Select(e => e.Address.AbsoluteUri));
        CapFeed rss = CapFeedReader.Read(_feeds.Find(Request(isRss: true)).Content, CapFeedFormat.Rss, Address, []);
        Assert.Equal(read.Entries.Select(e => (e.Id, e.Address)), rss.Entries.Select(e => (e.Id, e.Address)));
    }

    [Fact]
    public void Find_Rss_HasWhatRssAsksFor()
    {
        Release();
        XElement rss = XElement.Load(new MemoryStream(_feeds.Find(Request(isRss: true)).Content));
        XElement channel = Assert.Single(rss.Elements());

        Assert.Equal("2.0", (string?)rss.Attribute("version"));
        Assert.All((string[])["title", "link", "description"], n => Assert.Single(channel.Elements(n)));
        XElement item = channel.Elements("item").First();
        Assert.Equal("Thu, 24 Sep 2026 07:00:00 +0700", (string?)item.Element("pubDate"));
        Assert.Equal("false", (string?)item.Element("guid")!.Attribute("isPermaLink"));
        Assert.Equal("พื้นที่เสี่ยงภัยฝนตกหนักมากบริเวณประเทศไทย", (string?)item.Element("title"));
    }

    [Fact]
    public void Find_Filters_ByProvinceLanguageAgeAndStatus()
    {
        Release();
        Assert.Equal("50", Assert.Single(Entries(Request(province: "50"))).Elements(Cap + "geocode").First().Element(Cap + "value")!.Value);
        Assert.Empty(Entries(Request(province: "90")));
        Assert.Empty(Entries(Request(language: "en")));

        AlertVersion exercise = Version("ex-1", CapStatus.Exercise, AlertState.Targeted, 3);
        AlertVersion draft = Version("dr-1", CapStatus.Actual, AlertState.Draft, 4);
        _room.Database.Write(c =>
        {
            AlertTables.Insert(c, exercise);
            AlertTables.Insert(c, draft);
            return 0;
        });
        _room.Time.Now = _room.Time.Now.AddSeconds(2);
        Assert.Equal(2, Entries(Request()).Count);
        Assert.Equal(3, Entries(Request(exercise: true)).Count);

        _room.Time.Now = IncomingRoom.Now + TimeSpan.FromDays(8);
        Assert.Empty(Entries(Request()));
    }

    [Fact]
    public void Find_NothingNew_KeepsTagAndTime_AndBothChangeWithTheContent()
    {
        FeedPage empty = _feeds.Find(Request());
        _room.Time.Now = _room.Time.Now.AddSeconds(30);
        FeedPage again = _feeds.Find(Request());
        Assert.Equal((empty.Tag, empty.ChangedAt), (again.Tag, again.ChangedAt));

        Release();
        Assert.Same(again, _feeds.Find(Request()));
        _room.Time.Now = _room.Time.Now.AddSeconds(2);
        FeedPage full = _feeds.Find(Request());
        Assert.NotEqual(again.Tag, full.Tag);
        Assert.Equal(_room.Time.Now, full.ChangedAt);
        Assert.Equal(IdOf(again), IdOf(full));
    }

    [Theory]
    [InlineData("5001", null)]
    [InlineData("x", null)]
    [InlineData(null, "th-TH")]
    [InlineData(null, "TH")]
    public void TryRead_WrongParts_AreRefused(string? province, string? language)
    {
        Assert.False(FeedRequest.TryRead(false, province, language, false, out _, out string? fault));
        Assert.Contains("must be two", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Documents_WithAKey_AreSignedAndStayTheSame()
    {
        Release();
        string folder = Directory.CreateTempSubdirectory("eag-sign-").FullName;
        SigningOptions files = new() { CertificateFile = Path.Combine(folder, "cap.crt"), KeyFile = Path.Combine(folder, "cap.key") };
        using X509Certificate2 certificate = IncomingRoom.Issue("CN=eag");
        using RSA key = certificate.GetRSAPrivateKey()!;
        File.WriteAllText(files.CertificateFile, certificate.ExportCertificatePem());
        Assert.NotNull(CapSigner.FaultOf(files));
        File.WriteAllText(files.KeyFile, key.ExportPkcs8PrivateKeyPem());
        SetMode(files.KeyFile, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Assert.Contains("readable by everybody", CapSigner.FaultOf(files), StringComparison.Ordinal);
        SetMode(files.KeyFile, UnixFileMode.UserRead);
        Assert.Null(CapSigner.FaultOf(files));
        Assert.Contains("go together", CapSigner.FaultOf(new SigningOptions { KeyFile = files.KeyFile }), StringComparison.Ordinal);

        using CapSigner signer = new(Options.Create(new AlertsOptions { Signing = files }));
        AlertDocuments documents = new(_room.Alerts, signer);
        byte[] document = documents.Find(_room.Alerts.Newest(1)[0].Identifier)!;
        Assert.Equal(CapSignatureVerdict.Valid, CapSignature.Verify(document, [certificate], IncomingRoom.Now).Verdict);
        Assert.Equal(document, documents.Find(_room.Alerts.Newest(1)[0].Identifier));
        Assert.Null(documents.Find("nothing"));
        Directory.Delete(folder, recursive: true);
    }

    private static void SetMode(string file, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, mode);
        }
    }

    private static string IdOf(FeedPage page) => (string)XElement.Load(new MemoryStream(page.Content)).Element(Atom + "id")!;

    private static XAttribute? LinkOf(XElement parent, string relation) =>
        parent.Elements(Atom + "link").Single(l => (string?)l.Attribute("rel") == relation).Attribute("href");

    private static FeedRequest Request(bool isRss = false, string? province = null, string? language = null, bool exercise = false)
    {
        Assert.True(FeedRequest.TryRead(isRss, province, language, exercise, out FeedRequest? request, out _));
        return request;
    }

    private static AlertVersion Version(string identifier, CapStatus status, AlertState state, int version) => new(
        identifier, "event-x", version, "Alert", false, "haze", "Extreme", state, RegionId.Parse("50"), IncomingRoom.Now, IncomingRoom.Now,
        IncomingRoom.Now.AddHours(6), new Dictionary<string, EnviAgriNet.Core.Alerts.AlertText>(), false,
        CapWriter.Write(IncomingRoom.Alert(identifier) with { Status = status }));

    private List<XElement> Entries(FeedRequest request) =>
        [.. XElement.Load(new MemoryStream(_feeds.Find(request).Content)).Elements(Atom + "entry")];

    private void Release() => Assert.Null(_room.Pass(_room.Take(IncomingRoom.Alert()).Number).Refusal);
}

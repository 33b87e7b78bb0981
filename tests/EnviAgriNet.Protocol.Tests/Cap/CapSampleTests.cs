using System.Text;
using EnviAgriNet.Protocol.Cap;
using EnviAgriNet.Protocol.Cap.Feeds;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Protocol.Tests.Cap;

/// <summary>The recorded samples, each with what must come of it.</summary>
public sealed class CapSampleTests
{
    private const string Google = "api/cap_google";
    private const string Tmd = "api/cap_tmd";

    // File, the first element found wrong (null: it is read), and a word of the reason.
    private static readonly Dictionary<string, (string? Element, string Reason)> Expected = new()
    {
        ["43b080713727.cap"] = (null, string.Empty),
        ["KAR0-0306112239-SW.cap"] = ("alert", "cap:1.1"),
        ["bushfire_valid.edxlde"] = ("alert", "EDXLDistribution"),
        ["canada.cap"] = (null, string.Empty),
        ["canada_signed.cap"] = (null, string.Empty),
        ["earthquake-iso8859-1.cap"] = (null, string.Empty),
        ["earthquake.cap"] = ("alert", "cap:1.1"),
        ["earthquake_index.atom"] = ("alert", "feed"),
        ["invalid.cap"] = ("alert/scope", "missing"),
        ["ny_index.rss"] = ("alert", "rss"),
        ["thunderstorm.cap"] = (null, string.Empty),
        ["wcatwc-warning.cap"] = (null, string.Empty),
        ["weather.atom"] = ("alert", "feed"),
        ["weather.cap"] = ("alert", "cap:1.1"),
        ["weather_index.atom"] = ("alert", "feed"),
        ["xee.cap"] = ("document", "document type declaration"),
    };

    [SharedDataFact(Google)]
    public void Read_EverySample_RoundTripsOrIsRefusedForItsReason()
    {
        string[] files = Directory.GetFiles(SharedData.PathOf(Google));
        Assert.Equal(Expected.Keys.Order(), files.Select(f => Path.GetFileName(f)).Order());
        foreach (string file in files)
        {
            byte[] bytes = File.ReadAllBytes(file);
            (string? element, string reason) = Expected[Path.GetFileName(file)];
            CapReadResult result = CapReader.Read(bytes);
            Assert.True(element == (result.Faults is [CapFault first, ..] ? first.Element : null), $"{file}: {string.Join("; ", result.Faults)}");
            if (element is not null)
            {
                Assert.Contains(reason, result.Faults[0].Rule, StringComparison.Ordinal);
                continue;
            }

            Assert.True(CapRules.Check(result.Alert!).Count == 0, $"{file}: {string.Join("; ", CapRules.Check(result.Alert!))}");
            Assert.Empty(CapSchema.FaultsOf(bytes));
            AssertRoundTrip(result.Alert!);
        }
    }

    [SharedDataFact(Tmd)]
    public void Read_MessageOfTheMeteorologicalDepartment_RoundTrips()
    {
        byte[] bytes = File.ReadAllBytes(Directory.GetFiles(SharedData.PathOf(Tmd), "TMD*.xml").Single());
        CapAlert alert = CapReader.Read(bytes).Alert!;

        Assert.Empty(CapRules.Check(alert));
        Assert.Equal(20, alert.Infos[0].Areas[0].Geocodes.Count);
        AssertRoundTrip(alert);
    }

    // The names of what is tolerated stand in docs/warnings/cap.md; everything else is held to the standard.
    [SharedDataFact(Tmd)]
    public void ReadFeed_OfTheMeteorologicalDepartment_ToleratesItsQuirksAndNoMore()
    {
        Uri address = new("https://www.tmd.go.th/api/xml/CAP");
        byte[] index = File.ReadAllBytes(Path.Combine(SharedData.PathOf(Tmd), "index.trimmed.rss.xml"));
        CapAlert alert = CapReader.Read(File.ReadAllBytes(
            Directory.GetFiles(SharedData.PathOf(Tmd), "TMD*.xml").Single())).Alert!;

        CapFeed feed = CapFeedReader.Read(index, CapFeedFormat.Rss, address, []);

        Assert.Null(feed.Fault);
        Assert.Empty(feed.Skipped);

        // untyped-link, file-prefix: no media type, and the file has a prefix that identifier and guid have not.
        Assert.Equal("https://www.tmd.go.th/uploads/CAP/CAPTMD20260924064853_2.xml", feed.Entries[1].Address.AbsoluteUri);
        Assert.Equal(alert.Identifier, feed.Entries[1].Id);

        // utc-as-bangkok: the item says 23:39 +0700 of the day before; the message is right, and only it is read.
        Assert.Contains("Wed, 23 Sep 2026 23:39:00 +0700", Encoding.UTF8.GetString(index), StringComparison.Ordinal);
        Assert.Equal(new DateTimeOffset(2026, 9, 24, 6, 39, 0, TimeSpan.FromHours(7)), alert.Sent);

        // effective-before-sent, short-sender, english-event: odd, and allowed by CAP.
        Assert.True(alert.Infos[0].Effective < alert.Sent);
        Assert.Equal("TMD", alert.Sender);
        Assert.Equal(("th-TH", "Very Heavy Rain"), (alert.Infos[0].Language, alert.Infos[0].Event));
        Assert.Empty(CapProfile.Check(alert));
    }

    [SharedDataFact(Google)]
    public void ReadFeed_ForeignIndexes_ListWhatLeadsToMessages()
    {
        CapFeed usgs = Feed("earthquake_index.atom", CapFeedFormat.Atom, "http://earthquake.usgs.gov/feed");
        Assert.Equal("http://earthquake.usgs.gov/earthquakes/catalogs/cap/us2010apcd", usgs.Entries.Single().Address.AbsoluteUri);
        Assert.Equal(2, Feed("weather_index.atom", CapFeedFormat.Atom, "http://www.weather.gov/").Entries.Count);
        CapFeed elsewhere = Feed("weather_index.atom", CapFeedFormat.Atom, "http://example.org/");
        Assert.Empty(elsewhere.Entries);
        Assert.All(elsewhere.Skipped, s => Assert.Contains("another host", s, StringComparison.Ordinal));

        CapFeedEntry fat = Feed("weather.atom", CapFeedFormat.Atom, "http://www.weather.gov/").Entries.Single();
        Assert.Contains("cap:1.1", CapReader.Read(fat.Embedded!.Value).Faults.Single().Rule, StringComparison.Ordinal);
        Assert.Equal(2, Feed("ny_index.rss", CapFeedFormat.Rss, "http://www.nyalert.gov/").Skipped.Count);
    }

    private static CapFeed Feed(string file, CapFeedFormat format, string address) => CapFeedReader.Read(
        File.ReadAllBytes(Path.Combine(SharedData.PathOf(Google), file)), format, new Uri(address), []);

    private static void AssertRoundTrip(CapAlert alert)
    {
        string written = CapWriter.Write(alert);
        byte[] bytes = Encoding.UTF8.GetBytes(written);
        Assert.Empty(CapSchema.FaultsOf(bytes));
        CapReadResult again = CapReader.Read(bytes);
        Assert.Empty(again.Faults);
        Assert.Equivalent(alert, again.Alert, strict: true);
        Assert.Equal(written, CapWriter.Write(again.Alert!));
    }
}

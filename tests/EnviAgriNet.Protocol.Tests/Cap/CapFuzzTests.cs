using System.Diagnostics;
using System.Text;
using System.Xml.Linq;
using EnviAgriNet.Protocol.Cap;
using EnviAgriNet.Protocol.Cap.Feeds;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Protocol.Tests.Cap;

/// <summary>Documents changed at random: whatever comes in, an answer comes out, and what is accepted keeps the schema.</summary>
public sealed class CapFuzzTests
{
    private static readonly TimeSpan OneMax = TimeSpan.FromSeconds(5);
    private static readonly string[] Encodings = ["utf-8", "utf-16", "utf-16BE", "utf-32", "iso-8859-1", "us-ascii"];

    [Fact]
    public void Read_ChangedDocuments_AlwaysAnswers() =>
        Fuzz([CapMessages.Bytes(CapMessages.Full), Encoding.UTF8.GetBytes(CapSignatureTests.Signed())], 0, 800);

    [SharedDataFact("api/cap_google")]
    public void Read_ChangedSamples_AlwaysAnswers() => Fuzz(
        [
            .. Directory.GetFiles(SharedData.PathOf("api/cap_google")).Order().Select(File.ReadAllBytes),
            .. Directory.GetFiles(SharedData.PathOf("api/cap_tmd")).Order().Select(File.ReadAllBytes),
        ],
        10_000,
        800);

    [Fact]
    public void Check_ManyIntricatePolygons_TakesBoundedTime()
    {
        Random random = new(1);
        string polygon = string.Join(' ', Enumerable.Range(0, 8000).Select(i => $"{random.Next(90)},{random.Next(2) * 90}"));
        polygon += " " + polygon.Split(' ')[0];
        CapArea area = new() { Description = "x", Polygons = [.. Enumerable.Repeat(polygon, 20)] };
        long start = Stopwatch.GetTimestamp();

        Assert.NotEmpty(CapRules.Check(CapMessages.Full with { Infos = [CapMessages.Full.Infos[0] with { Areas = [area] }] }));
        Assert.True(Stopwatch.GetElapsedTime(start) < OneMax, $"took {Stopwatch.GetElapsedTime(start)}");
    }

    private static void Fuzz(byte[][] samples, int firstSeed, int count)
    {
        int read = 0;
        for (int seed = firstSeed; seed < firstSeed + count; seed++)
        {
            Random random = new(seed);
            byte[] changed = Change(samples[random.Next(samples.Length)], random);
            long start = Stopwatch.GetTimestamp();
            try
            {
                CapReadResult result = CapReader.Read(changed);
                Assert.Equal(result.Alert is null, result.Faults.Count > 0);
                CapSignature.Verify(changed, [CapSignatureTests.Certificate], CapMessages.Sent, CapSignatureForm.Past);
                CapFeedReader.Read(changed, CapFeedFormat.Rss, new Uri("https://example.org/"), []);
                CapFeedReader.Read(changed, CapFeedFormat.Atom, new Uri("https://example.org/"), []);
                if (result.Alert is { } alert)
                {
                    read++;
                    CapRules.Check(alert);
                    CapProfile.Check(alert);
                    Assert.Empty(CapSchema.FaultsOf(changed));
                    Assert.Empty(CapReader.Read(CapMessages.Bytes(alert)).Faults);
                }
            }
            catch (Exception e)
            {
                Assert.Fail($"seed {seed}: {e}");
            }

            Assert.True(Stopwatch.GetElapsedTime(start) < OneMax, $"seed {seed} took {Stopwatch.GetElapsedTime(start)}");
        }

        Assert.True(read > count / 50, $"only {read} of {count} documents were still read: the changes are too coarse to prove anything");
    }

    private static byte[] Change(byte[] sample, Random random)
    {
        switch (random.Next(8))
        {
            case 0:
                byte[] flipped = (byte[])sample.Clone();
                for (int i = random.Next(1, 9); i > 0; i--)
                {
                    flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
                }

                return flipped;
            case 1:
                return sample[..random.Next(sample.Length)];
            case 2:
                return Recoded(sample, random);
            case 3:
                int at = random.Next(sample.Length);
                byte[] noise = new byte[random.Next(1, 64)];
                random.NextBytes(noise);
                return [.. sample[..at], .. noise, .. sample[at..]];
            default:
                return Rearranged(sample, random);
        }
    }

    // Declared as one encoding and written as another, with and without a byte order mark.
    private static byte[] Recoded(byte[] sample, Random random)
    {
        string text = Encoding.UTF8.GetString(sample);
        int end = text.StartsWith("<?xml", StringComparison.Ordinal) ? text.IndexOf("?>", StringComparison.Ordinal) + 2 : 0;
        string declared = $"<?xml version=\"1.0\" encoding=\"{Encodings[random.Next(Encodings.Length)]}\"?>";
        Encoding coder = Encoding.GetEncoding(Encodings[random.Next(Encodings.Length)]);
        return [.. random.Next(2) == 0 ? coder.GetPreamble() : [], .. coder.GetBytes(declared + text[end..])];
    }

    private static byte[] Rearranged(byte[] sample, Random random)
    {
        XDocument document;
        try
        {
            document = XDocument.Load(new MemoryStream(sample));
        }
        catch (System.Xml.XmlException)
        {
            return sample;
        }

        for (int i = random.Next(1, 3); i > 0; i--)
        {
            List<XElement> all = document.Root!.Descendants().ToList();
            XElement one = all[random.Next(all.Count)];
            switch (random.Next(7))
            {
                case 0:
                    one.Remove();
                    break;
                case 1:
                    one.AddAfterSelf(new XElement(one));
                    break;
                case 2:
                    XElement moved = new(one);
                    one.Remove();
                    document.Root.Add(moved);
                    break;
                case 3:
                    one.AddFirst(new XText(new string('ก', random.Next(200_000))));
                    break;
                case 4:
                    XElement nest = new("deep");
                    for (int depth = random.Next(3000); depth > 0; depth--)
                    {
                        nest = new XElement("deep", nest);
                    }

                    one.Add(nest);
                    break;
                case 5:
                    one.AddFirst(new XComment("x"));
                    break;
                default:
                    one.Value = new[] { string.Empty, " ", "-1", "99999999999999999999999999999999", "2026-01-01T00:00:00+07:00", "Other" }[random.Next(6)];
                    break;
            }
        }

        using MemoryStream bytes = new();
        document.Save(bytes);
        return bytes.ToArray();
    }
}

using System.Text;
using EnviAgriNet.Protocol.Packs;

namespace EnviAgriNet.Protocol.Tests.Packs;

/// <summary>Whatever arrives, the decoder answers, and what it takes keeps the rules.</summary>
public sealed class PackFuzzTests
{
    private const int CasesPerSeed = 2_000;

    private static readonly string[] Fragments =
    [
        "\"n\":", "\"v\":", "\"t\":", "\"seq\":", "\"bn\":", "null", "true", "1e308", "1e999", "-0", "[", "]", "{", "}", ",", "\"",
        "\\u0000", "\\ud800", "\"vs\":\"x\"", "\"urn:eag:cm-01:\"", "9223372036854775807", "NaN", "\u0e49\u0e33",
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 10)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Decode_DamagedPacks_NeverThrowsAndNeverTakesABadReading(int seed)
    {
        Random random = new(seed);
        PackDecoder decoder = new();
        for (int i = 0; i < CasesPerSeed; i++)
        {
            Pack pack = PackSamples.Random(random, random.Next(1, 12));
            byte[] payload = Damage(random, PackEncoder.Encode(pack, (PackCompression)random.Next(2)));
            DecodedPack decoded = decoder.Decode(payload, PackSamples.Station, PackSamples.Now);
            if (decoded.Pack is null)
            {
                Assert.True(decoded.Refusals.Count == 1 && decoded.Refusals[0].Record == -1, $"seed {seed}, case {i}");
                continue;
            }

            Assert.True(decoded.Pack.Readings.Count + decoded.Refusals.Count <= Limits.PackReadingsMax);
            Assert.All(decoded.Pack.Readings, r => Assert.True(
                double.IsFinite(r.Value) && r.TakenAt >= Limits.TakenAtMin
                && r.TakenAt <= PackSamples.Now + Limits.FutureMax && (int)r.Quality is >= 1 and <= 4,
                $"seed {seed}, case {i}: {r}"));
        }
    }

    private static byte[] Damage(Random random, byte[] payload)
    {
        List<byte> bytes = [.. payload];
        for (int n = random.Next(1, 4); n > 0; n--)
        {
            int at = random.Next(bytes.Count + 1);
            switch (random.Next(4))
            {
                case 0 when at < bytes.Count:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(20), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Fragments[random.Next(Fragments.Length)]));
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }

            if (bytes.Count == 0)
            {
                break;
            }
        }

        return [.. bytes];
    }
}

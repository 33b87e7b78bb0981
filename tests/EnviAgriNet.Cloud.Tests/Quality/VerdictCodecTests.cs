using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.ReadingStore.Verdicts;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Tests.Quality;

public sealed class VerdictCodecTests
{
    [Fact]
    public void Encode_AnyVerdicts_ComeBack()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            Random random = new(seed);
            long hour = random.Next(1_000, 1_000_000);
            DateTimeOffset from = new Slot(0, hour).From;
            int step = random.Next(2) == 0 ? 1000 : 1;
            List<TimedVerdict> verdicts =
            [
                .. Enumerable.Range(0, random.Next(1, 2000)).Select(_ => random.Next(3_600_000 / step)).Distinct().Order().Select(ms => new TimedVerdict(
                    from.AddMilliseconds(ms * (double)step), (QualityFlag)random.Next(1, 5), (QualityTest)random.Next(0, 12))),
            ];
            BlockBuffer row = new();
            VerdictCodec.Encode(hour, verdicts, row);

            Assert.True(VerdictCodec.TryDecode(hour, row.Written, out List<TimedVerdict> read), $"seed {seed}");
            Assert.True(verdicts.SequenceEqual(read), $"seed {seed}");
            Assert.False(VerdictCodec.TryDecode(hour + 1, row.Written, out _), $"seed {seed}: a row in the wrong place");
            byte[] damaged = row.Written.ToArray();
            damaged[random.Next(damaged.Length)] ^= 0x10;
            Assert.False(VerdictCodec.TryDecode(hour, damaged, out _), $"seed {seed}: a damaged row");
        }
    }

    [Fact]
    public void Encode_AnHourOfOneVerdict_IsSmall()
    {
        BlockBuffer row = new();
        DateTimeOffset from = new Slot(0, 500_000).From;
        VerdictCodec.Encode(
            500_000, [.. Enumerable.Range(0, 60).Select(m => new TimedVerdict(from.AddMinutes(m), QualityFlag.Suspect, QualityTest.Neighbour))], row);

        Assert.InRange(row.Length, 1, 24);
    }
}

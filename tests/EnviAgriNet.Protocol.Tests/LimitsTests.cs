using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Protocol.Packs;

namespace EnviAgriNet.Protocol.Tests;

/// <summary>The limits hold together: what one allows, the next can carry.</summary>
public sealed class LimitsTests
{
    [Fact]
    public void PackInflatedBytesMax_HoldsTheLargestPackAnEncoderWrites()
    {
        SeriesName longest = SeriesName.Parse("water_conductivity:-1000.00/1234567890123456".Replace(".00", string.Empty, StringComparison.Ordinal));
        DateTimeOffset start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        List<Reading> readings = [.. Enumerable.Range(0, Limits.PackReadingsMax).Select(i =>
            new Reading(longest, start.AddMilliseconds(123_456_789L * i), -1.2345678901234567e-300, QualityFlag.Suspect)
            {
                Test = QualityTest.AttenuatedSignal,
            })];
        byte[] plain = PackEncoder.Encode(
            new Pack(StationId.Parse(new string('a', 40)), new string('b', 40), Limits.SequenceMax, new string('c', 40), start, TimeSpan.Zero, readings),
            PackCompression.None);
        Assert.True(plain.Length <= Limits.PackInflatedBytesMax, $"{plain.Length} bytes");
    }
}

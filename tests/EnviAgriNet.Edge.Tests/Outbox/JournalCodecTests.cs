using EnviAgriNet.Core.Readings;
using EnviAgriNet.Edge.Outbox;

namespace EnviAgriNet.Edge.Tests.Outbox;

public sealed class JournalCodecTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 30)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Decode_WhatWasEncoded_IsTheSame(int seed)
    {
        Random random = new(seed);
        string[] names = ["pm25", "soil_moisture:-0.3", "water_level/b"];
        Reading[] readings =
        [
            .. Enumerable.Range(0, random.Next(1, 200)).Select(i => new Reading(
                SeriesName.Parse(names[random.Next(3)]),
                DateTimeOffset.FromUnixTimeMilliseconds(random.NextInt64(1, 4_000_000_000_000)),
                (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-9, 9)),
                (QualityFlag)random.Next(1, 5))
            {
                Test = (QualityTest)random.Next(0, 12),
            }),
        ];
        Assert.True(readings.SequenceEqual(JournalCodec.Decode(JournalCodec.Encode(readings))), $"seed {seed}");
    }

    [Theory]
    [InlineData(QualityFlag.Pass)]
    [InlineData(QualityFlag.Suspect)]
    [InlineData(QualityFlag.Fail)]
    public void Decode_RowBeforeTestsWereTold_HasNoTest(QualityFlag flag)
    {
        Reading reading = new(SeriesName.Parse("pm25"), DateTimeOffset.UnixEpoch.AddDays(20_000), 35, flag);
        byte[] row = JournalCodec.Encode([reading]);
        Assert.Equal((byte)flag, row[^1]);
        Assert.Equal(reading, Assert.Single(JournalCodec.Decode(row)));
    }
}

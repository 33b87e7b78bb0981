using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Tests.ReadingStore;

public sealed class BlockCodecTests
{
    public static TheoryData<string> Shapes { get; } =
        ["minutes", "seconds", "jitter", "gaps", "one", "doubles", "constant", "huge", "flags", "negative-zero", "dense"];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Decode_WhatEncodeWrote_GivesEveryBitBack(string shape)
    {
        for (int seed = 1; seed <= 50; seed++)
        {
            SeriesHour hour = Make(shape, new Random(seed));
            BlockBuffer bytes = new();
            BlockCodec.Encode(hour, bytes);
            SeriesHour back = new();
            BlockCodec.Decode(bytes.Written, back);

            Assert.True(hour.Offsets.SequenceEqual(back.Offsets), $"times, {shape}, seed {seed}");
            Assert.True(hour.Flags.SequenceEqual(back.Flags), $"flags, {shape}, seed {seed}");
            for (int i = 0; i < hour.Count; i++)
            {
                Assert.True(
                    BitConverter.DoubleToInt64Bits(hour.Values[i]) == BitConverter.DoubleToInt64Bits(back.Values[i]),
                    $"{hour.Values[i]:R} came back as {back.Values[i]:R}, {shape}, seed {seed}");
            }
        }
    }

    [Fact]
    public void Encode_HourOfMinutesWithOneDecimal_CostsUnderTwoBytesAReading()
    {
        SeriesHour hour = Make("minutes", new Random(1));
        BlockBuffer bytes = new();
        BlockCodec.Encode(hour, bytes);
        Assert.InRange(bytes.Length, 1, 2 * hour.Count);
    }

    [Fact]
    public void Decode_DamagedBytes_ThrowsInvalidDataOnly()
    {
        for (int seed = 1; seed <= 2000; seed++)
        {
            Random random = new(seed);
            BlockBuffer bytes = new();
            BlockCodec.Encode(Make(seed % 2 == 0 ? "flags" : "doubles", random), bytes);
            byte[] damaged = bytes.Written[..random.Next(1, bytes.Length + 1)].ToArray();
            damaged[random.Next(damaged.Length)] ^= (byte)random.Next(1, 256);
            try
            {
                BlockCodec.Decode(damaged, new SeriesHour());
            }
            catch (InvalidDataException)
            {
                // That is the promise: this and nothing else.
            }
        }
    }

    [Fact]
    public void Add_RandomOrderWithRepeats_KeepsTheFirstOfEachTime()
    {
        for (int seed = 1; seed <= 20; seed++)
        {
            Random random = new(seed);
            SeriesHour hour = new();
            SortedDictionary<int, double> expected = [];
            for (int i = 0; i < 500; i++)
            {
                int offset = random.Next(300) * 1000;
                bool isNew = expected.TryAdd(offset, i);
                Assert.Equal(isNew, hour.Add(offset, i, QualityFlag.Pass));
            }

            Assert.Equal(expected.Keys, hour.Offsets.ToArray());
            Assert.Equal(expected.Values, hour.Values.ToArray());
        }
    }

    [Fact]
    public void Decode_BytesBeforeTestsWereTold_HaveNoTest()
    {
        SeriesHour hour = new();
        hour.Add(0, 1, QualityFlag.Suspect);
        Assert.Equal(3, hour.Flags[0]);
        Reading reading = hour.At(SeriesName.Parse("pm25"), new Slot(0, 0), 0);
        Assert.Equal((QualityFlag.Suspect, QualityTest.None), (reading.Quality, reading.Test));
    }

    [Fact]
    public void Roll_FlagsWithTests_CountByTheFlag()
    {
        SeriesHour hour = new();
        hour.Add(0, 10, QualityFlag.Pass, QualityTest.Person);
        hour.Add(1000, 20, QualityFlag.NotEvaluated, QualityTest.Gap);
        hour.Add(2000, 900, QualityFlag.Fail, QualityTest.Spike);
        hour.Add(3000, 90, QualityFlag.Suspect, QualityTest.FlatLine);
        RollUp roll = hour.Roll(DateTimeOffset.UnixEpoch);
        Assert.Equal((2, 30, 10, 20), (roll.Count, roll.Sum, roll.Min, roll.Max));
    }

    private static SeriesHour Make(string shape, Random random)
    {
        SeriesHour hour = new();
        int count = shape switch { "one" => 1, "seconds" => 3600, "dense" => 36_000, _ => random.Next(1, 200) };
        int offset = shape == "minutes" ? 0 : random.Next(0, 1000);
        double level = 50;
        for (int i = 0; i < count && offset < SeriesHour.MsMax; i++)
        {
            level += random.Next(-20, 21) / 10.0;
            double value = shape switch
            {
                "doubles" => random.NextDouble() * Math.Pow(10, random.Next(-300, 300)) * (random.Next(2) == 0 ? -1 : 1),
                "constant" => 0,
                "huge" => random.NextInt64(-(1L << 55), 1L << 55) / Math.Pow(10, random.Next(0, 8)),
                "negative-zero" => random.Next(2) == 0 ? -0.0 : Math.Round(level, 1),
                _ => Math.Round(level, random.Next(1, 4)),
            };
            QualityFlag quality = shape == "flags" ? (QualityFlag)random.Next(1, 5) : QualityFlag.Pass;
            QualityTest test = shape == "flags" ? (QualityTest)random.Next(0, 12) : QualityTest.None;
            hour.Add(offset, value, quality, test);
            offset += shape switch
            {
                "minutes" => 60_000,
                "seconds" => 1000,
                "dense" => 100,
                "gaps" => random.Next(10) == 0 ? random.Next(1, 1_000_000) : 1000,
                _ => random.Next(1, 60_000),
            };
        }

        return hour;
    }
}

using EnviAgriNet.Demo.StandIns;
using EnviAgriNet.FirmwareHost.Sensors.SerialDust;

namespace EnviAgriNet.FirmwareHost.Tests.Sensors.SerialDust;

public sealed class FramingTests
{
    // Taken from a PMS5003 in use (PyPMS, tests of known data): PM1 5, PM2.5 13, PM10 22.
    private const string PlantowerFrame = "424d001c0005000d00160005000d001602fd00fc001d000f00060006970003c5";

    // The worked example of Nova's protocol sheet, V1.3: PM2.5 123.6, PM10 261.8.
    private const string SdsFrame = "aac0d4043a0aa1601dab";

    public static TheoryData<string, string> Models() => new()
    {
        { "pms5003", PlantowerFrame },
        { "sds011", SdsFrame },
        { "sps30", Convert.ToHexString(SpsValues(11.5f)) },
    };

    [Fact]
    public void Plantower_FrameOfARealSensor_GivesItsAmbientValues()
    {
        DustSample sample = Single(new Plantower("pms5003"), Convert.FromHexString(PlantowerFrame));
        Assert.Equal(new DustSample(5, 13, 22, 13), sample);
    }

    [Fact]
    public void Plantower_ValuesInThickSmoke_TellFactoryFromAmbient()
    {
        byte[] frame = Convert.FromHexString(PlantowerFrame);
        frame[7] = 200;
        (frame[30], frame[31]) = ((byte)(frame[..30].Sum(b => b) >> 8), (byte)frame[..30].Sum(b => b));
        Assert.Equal(new DustSample(5, 13, 22, 200), Single(new Plantower("pmsa003"), frame));
    }

    [Fact]
    public void Sds_FrameOfTheProtocolSheet_GivesTenths() =>
        Assert.Equal(new DustSample(null, 123.6, 261.8, null), Single(new Sds011(), Convert.FromHexString(SdsFrame)));

    [Fact]
    public void Commands_OfAllModels_AreThoseOfTheirSheets()
    {
        Plantower pms = new("pms5003");
        Assert.Equal(["424DE400010174", "424DE100000170"], pms.Wake.Select(Convert.ToHexString));
        Assert.Equal(["424DE200000171"], pms.Ask.Select(Convert.ToHexString));
        Assert.Equal(["424DE400000173"], pms.Sleep.Select(Convert.ToHexString));
        Sds011 sds = new();
        Assert.Equal(["AAB404000000000000000000000000FFFF02AB"], sds.Ask.Select(Convert.ToHexString));
        Assert.Equal(["AAB406010000000000000000000000FFFF05AB"], sds.Sleep.Select(Convert.ToHexString));
        Assert.Equal(
            ["AAB406010100000000000000000000FFFF06AB", "AAB402010100000000000000000000FFFF02AB"], sds.Wake.Select(Convert.ToHexString));
        Sps30 sps = new();
        Assert.Equal(["FF7E007D3100EE7E", "7E0000020103F97E"], sps.Wake.Select(Convert.ToHexString));
        Assert.Equal(["7E00D201002C7E", "7E000300FC7E"], sps.Ask.Select(Convert.ToHexString));
        Assert.Equal(["7E000100FE7E", "7E001000EF7E"], sps.Sleep.Select(Convert.ToHexString));
        Assert.Equal("7E005600A97E", Convert.ToHexString(sps.Clean!));
    }

    [Theory]
    [InlineData(1u << 4, "fan")]
    [InlineData(1u << 5, "laser")]
    [InlineData(1u << 21, "inlet")]
    public void Sps_StatusRegister_NamesWhatIsBroken(uint status, string word)
    {
        byte[] frame = [0, 0xD2, 0, 5, (byte)(status >> 24), (byte)(status >> 16), (byte)(status >> 8), (byte)status, 0];
        Assert.Contains(word, new Sps30().Read(frame).Fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("00D24300")]
    [InlineData("00030000")]
    [InlineData("0003000400")]
    [InlineData("00")]
    public void Sps_AnswerWithoutContentOrWithAnErrorState_IsNothing(string frame)
    {
        Assert.Equal(DustAnswer.Nothing, new Sps30().Read(Convert.FromHexString(frame)));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Stream_GarbageHalfFramesAndBrokenOnesBetween_GivesEveryWholeFrameAndNoOther(string kind, string text)
    {
        const int Seed = 20260301;
        byte[] good = Convert.FromHexString(text);
        Random random = new(Seed);
        FrameStream stream = new(Model(kind).Framing);
        int found = 0;
        for (int i = 0; i < 2_000; i++)
        {
            byte[] noise = new byte[random.Next(40)];
            random.NextBytes(noise);

            // A broken frame can only swallow a good one when it claims the good one's bytes, and these models' lengths are fixed;
            // in SHDLC a stray flag does, so its noise has none.
            byte[] calm = [.. noise.Where(b => kind != "sps30" || b != 0x7E)];
            byte[] half = good[..random.Next(good.Length)];
            byte[] bent = [.. good];
            bent[random.Next(3, bent.Length - 2)] ^= 0x10;
            found += Feed(stream, random, calm, kind == "sps30" ? [] : bent, kind == "sps30" ? [] : half, good);
        }

        Assert.True(found == 2_000, $"seed {Seed}: {found} of 2000 frames of {kind}");
        Assert.Equal(2_000, stream.Frames);
    }

    [Fact]
    public void Shdlc_BrokenAndHalfFrames_CostAtMostThemselves()
    {
        byte[] good = SpsValues(3);
        byte[] bent = [.. good];
        bent[10] ^= 1;
        FrameStream stream = new(new ShdlcFraming());
        Random random = new(7);
        Assert.Equal(4, Feed(stream, random, bent, good, good[..20], good, good, [0x7E], good[1..]));
        Assert.True(stream.Broken >= 2, $"{stream.Broken} broken");
    }

    [Fact]
    public void Shdlc_EveryByte_ComesThroughTheStuffing()
    {
        byte[] content = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];
        FrameStream stream = new(new ShdlcFraming());
        byte[] line = ShdlcFraming.Wrap(content);
        line.CopyTo(stream.Room);
        stream.Added(line.Length);
        Assert.True(stream.TryTake(out byte[] frame));
        Assert.Equal(content, frame);
        Assert.Equal(2, line.Count(b => b == 0x7E));
    }

    [Fact]
    public void Sds_RightSumAndWrongEnd_IsBroken()
    {
        byte[] frame = Convert.FromHexString(SdsFrame);
        frame[^1] = 0xAA;
        Assert.True(new SdsFraming().Find(frame).IsBroken);
    }

    [Fact]
    public void Shdlc_BeginningWithoutAnEnd_IsGivenUpAtTheLongestFrame()
    {
        byte[] endless = [0x7E, .. new byte[Limits.FrameBytesMax - 1]];
        Assert.Equal(FrameFind.More, new ShdlcFraming().Find(endless.AsSpan(0, Limits.FrameBytesMax - 1)));
        Assert.True(new ShdlcFraming().Find(endless).IsBroken);
    }

    [Fact]
    public void Stream_Full_DropsTheOlderHalfAndCountsIt()
    {
        FrameStream stream = new(new SdsFraming());
        stream.Added(stream.Room.Length);
        Assert.Equal(Limits.PendingBytesMax / 2, stream.Room.Length);
        Assert.Equal(Limits.PendingBytesMax / 2, stream.Skipped);
    }

    [Fact]
    public void Stream_OfNothingButGarbage_HoldsNoMoreThanItsLimit()
    {
        foreach (IFraming framing in (IFraming[])[new PlantowerFraming(), new SdsFraming(), new ShdlcFraming()])
        {
            Random random = new(3);
            FrameStream stream = new(framing);
            byte[] noise = new byte[1_000_000];
            random.NextBytes(noise);
            int frames = Feed(stream, random, noise);
            Assert.True(frames <= 20, $"{frames} frames of {framing} in a megabyte of noise");
        }
    }

    [Fact]
    public void Stream_ADayOfFramesWithDisturbances_LosesOnlyTheDisturbedOnes()
    {
        Plantower model = new("pms5003");
        FrameStream stream = new(model.Framing);
        Random random = new(86_400);
        int disturbed = 0;
        long sum = 0;
        for (int second = 0; second < 86_400; second++)
        {
            byte[] frame = StandInPms5003.Frame(second % 50, second % 400, second % 600);
            if (random.Next(100) == 0)
            {
                frame[random.Next(4, 32)] ^= (byte)(1 << random.Next(8));
                disturbed++;
            }

            frame.CopyTo(stream.Room);
            stream.Added(frame.Length);
            while (stream.TryTake(out byte[] taken))
            {
                sum += (long)model.Read(taken).Sample!.Value.Pm25;
            }
        }

        Assert.Equal(86_400 - disturbed, stream.Frames);
        Assert.InRange(sum, 16_500_000, 17_300_000);
    }

    private static byte[] SpsValues(float pm25)
    {
        byte[] content = new byte[44];
        (content[1], content[3]) = (3, 40);
        for (int i = 0; i < 10; i++)
        {
            System.Buffers.Binary.BinaryPrimitives.WriteSingleBigEndian(content.AsSpan(4 + (4 * i)), pm25 + i);
        }

        return ShdlcFraming.Wrap(content);
    }

    private static IDustModel Model(string kind) => kind switch
    {
        "sds011" => new Sds011(),
        "sps30" => new Sps30(),
        _ => new Plantower(kind),
    };

    private static DustSample Single(IDustModel model, byte[] line)
    {
        FrameStream stream = new(model.Framing);
        line.CopyTo(stream.Room);
        stream.Added(line.Length);
        Assert.True(stream.TryTake(out byte[] frame), "no frame was found");
        return model.Read(frame).Sample ?? throw new InvalidOperationException("The frame has no values");
    }

    /// <summary>Puts pieces of random length in, as a serial port gives them; returns how many frames came out.</summary>
    private static int Feed(FrameStream stream, Random random, params byte[][] parts)
    {
        int frames = 0;
        byte[] bytes = [.. parts.SelectMany(p => p)];
        for (int at = 0; at < bytes.Length;)
        {
            Span<byte> room = stream.Room;
            int count = Math.Min(Math.Min(1 + random.Next(16), room.Length), bytes.Length - at);
            bytes.AsSpan(at, count).CopyTo(room);
            stream.Added(count);
            at += count;
            while (stream.TryTake(out _))
            {
                frames++;
            }
        }

        return frames;
    }
}

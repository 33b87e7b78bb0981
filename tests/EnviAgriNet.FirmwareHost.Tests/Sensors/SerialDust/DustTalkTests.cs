using EnviAgriNet.Demo.StandIns;
using EnviAgriNet.FirmwareHost.Sensors.SerialDust;
using EnviAgriNet.FirmwareHost.Serial;

namespace EnviAgriNet.FirmwareHost.Tests.Sensors.SerialDust;

/// <summary>Conversations over pseudo-terminals.</summary>
public sealed class DustTalkTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Fact]
    public async Task Sample_OfASensorThatStreams_IsAskedForAndAnswered()
    {
        using StandInPms5003 sensor = new(() => (4, 9, 12), TimeProvider.System);
        using DustTalk talk = Talk(sensor.Line.Path, new Plantower("pms5003"));
        await talk.WakeAsync(Never);
        Assert.Equal(new DustSample(4, 9, 12, 9), await talk.SampleAsync(Never));
        await talk.SleepAsync(Never);
        await Until.TrueAsync(() => !sensor.IsAwake, () => "the sensor to sleep");
    }

    [Fact]
    public async Task Sample_WithItsTransmitLineAlone_ComesFromTheStream()
    {
        using StandInPms5003 sensor = new(() => (4, 9, 12), TimeProvider.System);
        using DustTalk talk = Talk(sensor.Line.Path, new Plantower("pms5003"), isListening: true);
        await talk.WakeAsync(Never);
        Assert.Equal(9, (await talk.SampleAsync(Never)).Pm25);
        await talk.SleepAsync(Never);
        Assert.True(sensor.IsAwake);
    }

    [Fact]
    public async Task Sample_OldAndBrokenFramesInFront_IsTheNewOne()
    {
        byte[] bent = StandInPms5003.Frame(1, 1, 1);
        bent[9] ^= 4;
        using PseudoTerminal line = new((port, _) =>
        {
            port.Send([0x42, 0x4D, 0x00, .. bent, .. StandInPms5003.Frame(7, 70, 700)[..11], 0x42]);
            port.Send(StandInPms5003.Frame(2, 22, 222));
        });
        using DustTalk talk = Talk(line.Path, new Plantower("pms5003"));
        line.Send(StandInPms5003.Frame(9, 99, 999));
        Assert.Equal(22, (await talk.SampleAsync(Never)).Pm25);
        Assert.True(talk.Counts.Broken >= 1, $"counted {talk.Counts}");
    }

    [Fact]
    public async Task Sample_OfAnSps30_GoesThroughStatusAndValues()
    {
        uint status = 0;
        using PseudoTerminal line = new((port, bytes) => StandInSps30(port, bytes, status));
        using DustTalk talk = Talk(line.Path, new Sps30());
        await talk.WakeAsync(Never);
        DustSample sample = await talk.SampleAsync(Never);
        Assert.Equal((1.5, 12.25, 19.75), (sample.Pm1, sample.Pm25, sample.Pm10));
        status = 1 << 4;
        SerialLineException fault = await Assert.ThrowsAsync<SerialLineException>(() => talk.SampleAsync(Never));
        Assert.Equal(SerialTrouble.Faulty, fault.Trouble);
    }

    [Fact]
    public async Task Sample_OfAnotherSpeedOrModel_SaysGarbled()
    {
        Random random = new(5);
        using PseudoTerminal line = new((port, _) =>
        {
            byte[] noise = new byte[300];
            random.NextBytes(noise);
            for (int i = 0; i < 14; i++)
            {
                port.Send(noise);
            }
        });
        using DustTalk talk = Talk(line.Path, new Plantower("pms5003"));
        SerialLineException fault = await Assert.ThrowsAsync<SerialLineException>(() => talk.SampleAsync(Never));
        Assert.Equal(SerialTrouble.Garbled, fault.Trouble);
    }

    [Fact]
    public async Task Sample_UnpluggedInTheMiddleOfAFrame_SaysMissingAndDoesNotHang()
    {
        PseudoTerminal? pulled = null;
        using PseudoTerminal line = new((port, _) =>
        {
            port.Send(StandInPms5003.Frame(1, 2, 3).AsSpan(0, 17));
            pulled = port;
        });
        using DustTalk talk = Talk(line.Path, new Plantower("pms5003"));
        Task<DustSample> sample = talk.SampleAsync(Never);
        await Until.TrueAsync(() => pulled is not null, () => "the question");
        line.Dispose();
        SerialLineException fault = await Assert.ThrowsAsync<SerialLineException>(() => sample);
        Assert.Equal(SerialTrouble.Missing, fault.Trouble);
        Assert.Equal(
            SerialTrouble.Missing, Assert.Throws<SerialLineException>(() => SerialLines.Open(line.Path, 9600)).Trouble);
    }

    [Fact]
    public void Open_PortThatAnotherHas_SaysBusy()
    {
        using StandInPms5003 sensor = new(() => (4, 9, 12), TimeProvider.System);
        using ISerialLine first = SerialLines.Open(sensor.Line.Path, 9600);
        SerialLineException fault = Assert.Throws<SerialLineException>(() => SerialLines.Open(sensor.Line.Path, 9600));
        Assert.Equal(SerialTrouble.Busy, fault.Trouble);
    }

    [Theory]
    [InlineData("/dev/ttyUSB77", SerialTrouble.Missing)]
    [InlineData("/dev/null", SerialTrouble.Failing)]
    public void Open_WhatIsNoPort_SaysSo(string path, object trouble)
    {
        Assert.Equal(trouble, Assert.Throws<SerialLineException>(() => SerialLines.Open(path, 9600)).Trouble);
    }

    private static DustTalk Talk(string port, IDustModel model, bool isListening = false) =>
        new(SerialLines.Open(port, model.Baud), model, port, isListening, TimeProvider.System, TimeProvider.System);

    private static void StandInSps30(PseudoTerminal port, byte[] bytes, uint status)
    {
        FrameStream stream = new(new ShdlcFraming());
        bytes.CopyTo(stream.Room);
        stream.Added(bytes.Length);
        while (stream.TryTake(out byte[] frame))
        {
            byte[] content = frame[1] switch
            {
                0x03 => [.. new[] { 1.5f, 12.25f, 15f, 19.75f, 0, 0, 0, 0, 0, 0 }.SelectMany(v => BitConverter.GetBytes(v).Reverse())],
                0xD2 => [.. BitConverter.GetBytes(status).Reverse(), 0],
                _ => [],
            };
            port.Send(ShdlcFraming.Wrap([0, frame[1], 0, (byte)content.Length, .. content]));
        }
    }
}

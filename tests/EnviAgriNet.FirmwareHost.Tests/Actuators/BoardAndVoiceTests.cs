using EnviAgriNet.FirmwareHost.Actuators;
using EnviAgriNet.FirmwareHost.Sampling;
using EnviAgriNet.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace EnviAgriNet.FirmwareHost.Tests.Actuators;

public sealed class BoardAndVoiceTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly ManualTime _time = new(Now);

    [Fact]
    public void Display_TwoLanguagesAndTwoEvents_TakeTurns_AndTheEndOfOneLeavesTheOther()
    {
        Display display = Display();
        display.Apply(Show("E1", 1, "น้ำท่วม", "Flood"), out _);
        display.Apply(Show("E2", 1, "หมอกควัน", "Haze"), out _);

        HashSet<string> seen = [];
        for (int turn = 0; turn < 4; turn++)
        {
            seen.Add(display.Now);
            _time.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.Equal(["Flood", "Haze", "น้ำท่วม", "หมอกควัน"], seen.Order(StringComparer.Ordinal));
        Assert.Equal("หมอกควัน", display.Text);
        Assert.False(display.Apply(Show("E2", 1, "ซ้ำ", "Again"), out _)!.Changed);
        display.Apply(new DisplayOrder { Alert = "E2-v2", Version = 2, Event = "E2" }, out _);
        Assert.Equal("น้ำท่วม", display.Text);
        Assert.False(display.Apply(Show("E2", 1, "เก่า", "Old"), out _)!.Changed);
    }

    [Fact]
    public void Display_OrdersOfAnOlderEdge_ReplaceAll()
    {
        Display display = Display();
        display.Apply(Show("E1", 1, "น้ำท่วม", "Flood"), out _);
        display.Apply(new DisplayOrder { Alert = "b", Version = 1, Text = new Dictionary<string, string> { ["en"] = "Haze" } }, out _);
        Assert.Equal("Haze", display.Text);
        display.Apply(new DisplayOrder { Alert = "c", Version = 1 }, out _);
        Assert.Equal(string.Empty, display.Now);
    }

    [Fact]
    public void Siren_SilencedByAPerson_StaysSilentForRepeats_AndOtherEventsSound()
    {
        using Siren siren = new(new VirtualSwitch(), new SirenOptions(), _time, NullLogger<Siren>.Instance);
        siren.Apply(new SirenOrder { On = true, Alert = "a", Version = 1, Event = "E1" }, out _);
        siren.Apply(new SirenOrder { On = true, Alert = "b", Version = 1, Event = "E2" }, out _);
        siren.Apply(new SirenOrder { On = false, Event = "E1" }, out _);
        Assert.True(siren.IsOn);
        siren.Apply(new SirenOrder { On = false, Event = "E2" }, out _);
        Assert.False(siren.IsOn);
        Assert.False(siren.Apply(new SirenOrder { On = true, Alert = "a", Version = 1, Event = "E1" }, out _)!.Changed);
        Assert.False(siren.IsOn);
        siren.Apply(new SirenOrder { On = true, Alert = "c", Version = 2, Event = "E1" }, out _);
        Assert.True(siren.IsOn);
    }

    [Fact]
    public void Voice_Clip_PlaysItsTimesAndStops()
    {
        using Voice voice = new(new VirtualPlayer(), _time, NullLogger<Voice>.Instance);
        Assert.Equal(new ActuatorAnswer(true, "haze-severe"), voice.Apply(Play("haze-severe", "E1", 1), out _));
        Assert.False(voice.Apply(Play("haze-severe", "E1", 1), out _)!.Changed);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(string.Empty, voice.Clip);

        voice.Apply(Play("flood-extreme", "E2", 1), out _);
        voice.Apply(new VoiceOrder { Event = "E1" }, out _);
        Assert.Equal("flood-extreme", voice.Clip);
        voice.Apply(new VoiceOrder { Event = "E2" }, out _);
        Assert.Equal(string.Empty, voice.Clip);
    }

    [Theory]
    [InlineData("../../etc/passwd", 3)]
    [InlineData("Haze", 3)]
    [InlineData("haze severe", 3)]
    [InlineData("haze", 0)]
    [InlineData("haze", 21)]
    public void Voice_WrongOrder_IsRefused(string clip, int times)
    {
        using Voice voice = new(new VirtualPlayer(), _time, NullLogger<Voice>.Instance);
        Assert.Null(voice.Apply(new VoiceOrder { Clip = clip, Times = times }, out string? fault));
        Assert.NotNull(fault);
    }

    private static DisplayOrder Show(string eventId, int version, string thai, string english) => new()
    {
        Text = new Dictionary<string, string> { ["en"] = english, ["th"] = thai },
        Alert = $"{eventId}-v{version}",
        Version = version,
        Event = eventId,
    };

    private static VoiceOrder Play(string clip, string eventId, int version) =>
        new() { Clip = clip, Alert = $"{eventId}-v{version}", Version = version, Event = eventId };

    private Display Display() => new(new SimulatedTime(_time, isWallClock: true), _time, NullLogger<Display>.Instance);
}

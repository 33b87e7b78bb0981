using EnviAgriNet.FirmwareHost.Actuators;
using EnviAgriNet.FirmwareHost.Sampling;
using EnviAgriNet.FirmwareHost.Sensors;
using EnviAgriNet.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace EnviAgriNet.FirmwareHost.Tests.Actuators;

public sealed class SirenTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly ManualTime _time = new(Now);

    [Fact]
    public void Apply_On_SoundsUntilItsTimeIsUp()
    {
        using Siren siren = Make();
        Assert.Equal(new ActuatorAnswer(true, "on"), siren.Apply(On("a", 1, 300), out _));
        _time.Advance(TimeSpan.FromSeconds(299));
        Assert.True(siren.IsOn);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(siren.IsOn);
    }

    [Fact]
    public void Apply_RepeatAfterItsTime_StaysSilentAndANewVersionSounds()
    {
        using Siren siren = Make();
        siren.Apply(On("a", 2, 10), out _);
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(new ActuatorAnswer(false, "off"), siren.Apply(On("a", 2, 10), out _));
        Assert.Equal(new ActuatorAnswer(false, "off"), siren.Apply(On("a", 1, 10), out _));
        Assert.Equal(new ActuatorAnswer(true, "on"), siren.Apply(On("a", 3, 10), out _));
        Assert.Equal(new ActuatorAnswer(true, "off"), siren.Apply(new SirenOrder { On = false, Alert = "a", Version = 4 }, out _));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(3601)]
    [InlineData(double.NaN)]
    public void Apply_SecondsOutOfRange_IsRefused(double seconds)
    {
        using Siren siren = Make();
        Assert.Null(siren.Apply(On("a", 1, seconds), out string? fault));
        Assert.NotNull(fault);
        Assert.False(siren.IsOn);
    }

    [Fact]
    public void Apply_DisplayWithAnEnd_GoesDarkByTheCentresTime()
    {
        SimulatedTime centre = new(_time, isWallClock: false);
        centre.MoveTo(new DateTimeOffset(2019, 3, 1, 0, 0, 0, TimeSpan.Zero));
        Display display = new(centre, _time, NullLogger<Display>.Instance);
        DisplayOrder order = new()
        {
            Text = new Dictionary<string, string> { ["en"] = "Flood", ["th"] = "น้ำท่วม" },
            Until = centre.Now.AddHours(1).ToUnixTimeSeconds(),
            Alert = "a",
            Version = 1,
        };
        Assert.Equal(new ActuatorAnswer(true, "น้ำท่วม"), display.Apply(order, out _));
        Assert.False(display.Apply(order, out _)!.Changed);
        centre.MoveTo(centre.Now.AddHours(1));
        Assert.Empty(display.Text);
    }

    [Fact]
    public void IsNew_MoreAlertsThanRemembered_OldestIsForgottenAndTheRestAreNot()
    {
        AlertVersions versions = new();
        for (int i = 0; i < 201; i++)
        {
            Assert.True(versions.IsNew($"a{i}", 1));
        }

        Assert.False(versions.IsNew("a200", 1));
        Assert.True(versions.IsNew("a0", 1));
        Assert.True(versions.IsNew(null, 0) && versions.IsNew(null, 0));
    }

    [Fact]
    public void Apply_OrderAfterOrder_SoundsNoLongerThanItsSettingsAllow()
    {
        SwitchSeen relay = new();
        using Siren siren = new(relay, new SirenOptions { LongestSound = TimeSpan.FromMinutes(2) }, _time, NullLogger<Siren>.Instance);
        for (int version = 1; version <= 3; version++)
        {
            siren.Apply(On("a", version, 300), out _);
            _time.Advance(TimeSpan.FromSeconds(50));
        }

        Assert.False(siren.IsOn);
        Assert.False(relay.IsOn);
        siren.Apply(On("a", 4, 300), out _);
        Assert.True(relay.IsOn);
        _time.Advance(TimeSpan.FromSeconds(119));
        Assert.True(relay.IsOn);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(relay.IsOn);
    }

    [Fact]
    public void Apply_ShortTrialDuringAnAlarm_EndsNothingButItself()
    {
        using Siren siren = Make();
        siren.Apply(new SirenOrder { On = true, Alert = "a", Version = 1, Event = "E1", Seconds = 300 }, out _);
        siren.Apply(new SirenOrder { On = true, Seconds = 2 }, out _);
        siren.Apply(new SirenOrder { On = true, Alert = "b", Version = 1, Event = "E2", Seconds = 10 }, out _);
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.True(siren.IsOn);
        siren.Apply(new SirenOrder { On = false, Alert = "c", Version = 2, Event = "E2" }, out _);
        _time.Advance(TimeSpan.FromSeconds(297));
        Assert.True(siren.IsOn);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(siren.IsOn);
    }

    [Fact]
    public void Apply_Trial_IsShort_AndChangesNothingOfAnAlarm()
    {
        SwitchSeen relay = new();
        using Siren siren = new(relay, new SirenOptions(), _time, NullLogger<Siren>.Instance);
        SirenOrder trial = new() { On = true, Trial = true };
        Assert.Equal(new ActuatorAnswer(true, "on"), siren.Apply(trial, out _));
        Assert.Equal(new ActuatorAnswer(false, "on"), siren.Apply(trial, out _));
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.False(relay.IsOn);

        // An older edge's alarm has no event.
        siren.Apply(On("a", 1, 300), out _);
        Assert.Equal(new ActuatorAnswer(false, "on"), siren.Apply(trial, out _));
        _time.Advance(TimeSpan.FromSeconds(299));
        Assert.True(relay.IsOn);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(relay.IsOn);
        relay.Fails = true;
        Assert.Throws<SensorException>(() => siren.Apply(trial, out _));
        Assert.False(siren.IsOn);
    }

    [Fact]
    public void Apply_AlarmDuringATrial_SoundsItsOwnTime()
    {
        using Siren siren = Make();
        siren.Apply(new SirenOrder { On = true, Trial = true }, out _);
        siren.Apply(On("a", 1, 300), out _);
        _time.Advance(TimeSpan.FromSeconds(299));
        Assert.True(siren.IsOn);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(siren.IsOn);
    }

    [Theory]
    [InlineData(true, 2.5, null)]
    [InlineData(true, 0.5, null)]
    [InlineData(true, 2, "a")]
    [InlineData(false, 2, null)]
    public void Apply_TrialThatIsNone_IsRefused(bool on, double seconds, string? alert)
    {
        using Siren siren = Make();
        Assert.Null(siren.Apply(new SirenOrder { On = on, Seconds = seconds, Alert = alert, Trial = true }, out string? fault));
        Assert.Contains("trial", fault, StringComparison.Ordinal);
        Assert.False(siren.IsOn);
    }

    [Fact]
    public void Apply_RelayThatFails_IsNotCalledOn_AndTheSameOrderIsTriedAgain()
    {
        SwitchSeen relay = new() { Fails = true };
        using Siren siren = new(relay, new SirenOptions(), _time, NullLogger<Siren>.Instance);
        Assert.Throws<SensorException>(() => siren.Apply(On("a", 1, 300), out _));
        Assert.False(siren.IsOn);
        relay.Fails = false;
        Assert.Equal(new ActuatorAnswer(true, "on"), siren.Apply(On("a", 1, 300), out _));
        relay.Fails = true;
        _time.Advance(TimeSpan.FromSeconds(300));
        Assert.True(relay.IsOn);
        relay.Fails = false;
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(relay.IsOn);
    }

    [Fact]
    public void Dispose_WhileItSounds_SwitchesOff()
    {
        SwitchSeen relay = new();
        Siren siren = new(relay, new SirenOptions(), _time, NullLogger<Siren>.Instance);
        siren.Apply(On("a", 1, 300), out _);
        Assert.True(relay.IsOn);
        siren.Dispose();
        Assert.False(relay.IsOn);
    }

    private Siren Make() => new(new VirtualSwitch(), new SirenOptions(), _time, NullLogger<Siren>.Instance);

    private static SirenOrder On(string alert, int version, double seconds) =>
        new() { On = true, Alert = alert, Version = version, Seconds = seconds };

    private sealed class SwitchSeen : ISwitch
    {
        public bool IsOn { get; private set; }

        public bool Fails { get; set; }

        public void Set(bool on) => IsOn = Fails ? throw new SensorException(SensorFault.Missing, "there is no line 5") : on;

        public void Dispose() => IsOn = false;
    }
}

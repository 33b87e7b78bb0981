using EnviAgriNet.FirmwareHost.Actuators;
using EnviAgriNet.FirmwareHost.Sampling;
using EnviAgriNet.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace EnviAgriNet.FirmwareHost.Tests.Actuators;

public sealed class VirtualSirenTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly ManualTime _time = new(Now);

    [Fact]
    public void Apply_On_SoundsUntilItsTimeIsUp()
    {
        using VirtualSiren siren = new(_time, NullLogger<VirtualSiren>.Instance);
        Assert.Equal(new ActuatorAnswer(true, "on"), siren.Apply(On("a", 1, 300), out _));
        _time.Advance(TimeSpan.FromSeconds(299));
        Assert.True(siren.IsOn);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(siren.IsOn);
    }

    [Fact]
    public void Apply_RepeatAfterItsTime_StaysSilentAndANewVersionSounds()
    {
        using VirtualSiren siren = new(_time, NullLogger<VirtualSiren>.Instance);
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
        using VirtualSiren siren = new(_time, NullLogger<VirtualSiren>.Instance);
        Assert.Null(siren.Apply(On("a", 1, seconds), out string? fault));
        Assert.NotNull(fault);
        Assert.False(siren.IsOn);
    }

    [Fact]
    public void Apply_DisplayWithAnEnd_GoesDarkByTheCentresTime()
    {
        SimulatedTime centre = new(_time, isWallClock: false);
        centre.MoveTo(new DateTimeOffset(2019, 3, 1, 0, 0, 0, TimeSpan.Zero));
        VirtualDisplay display = new(centre, _time, NullLogger<VirtualDisplay>.Instance);
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

    private static SirenOrder On(string alert, int version, double seconds) =>
        new() { On = true, Alert = alert, Version = version, Seconds = seconds };
}

using EnviAgriNet.FirmwareHost.Sampling;
using EnviAgriNet.Testing;

namespace EnviAgriNet.FirmwareHost.Tests.Sampling;

public sealed class PaceTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Start = new(2019, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly ManualTime _time = new(Now);

    [Fact]
    public void WaitBefore_SpeedZero_NeverWaits() =>
        Assert.Equal(TimeSpan.Zero, new Pace(0, Start, Now, _time).WaitBefore(Start.AddYears(1)));

    [Fact]
    public void WaitBefore_WallStartGiven_KeepsStepWithOthersWhateverTheProcessBeganAt()
    {
        Pace pace = new(60, Start, Now.AddSeconds(-10), _time);
        Assert.Equal(TimeSpan.FromSeconds(50), pace.WaitBefore(Start.AddHours(1)));
        Assert.True(pace.WaitBefore(Start.AddMinutes(5)) < TimeSpan.Zero);
    }

    [Fact]
    public void WaitBefore_NoWallStart_FirstSampleIsDueAtOnceAndTheRestAtItsPace()
    {
        Pace pace = new(60, Start, null, _time);
        Assert.Equal(TimeSpan.Zero, pace.WaitBefore(Start.AddDays(9)));
        Assert.Equal(TimeSpan.FromSeconds(1), pace.WaitBefore(Start.AddDays(9).AddMinutes(1)));
    }

    [Fact]
    public void WaitBefore_WallClockIsSetAYearAhead_NothingChanges()
    {
        Pace pace = new(1, Start, Now, _time);
        pace.WaitBefore(Start);
        _time.SetWall(Now.AddYears(1));
        _time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(TimeSpan.FromSeconds(6), pace.WaitBefore(Start.AddSeconds(10)));
    }
}

namespace EnviAgriNet.Edge.Tests;

/// <summary>A clock that stands still until it is moved. Timers run on real time, so that waiting loops end.</summary>
internal sealed class TestTime : TimeProvider
{
    private DateTimeOffset _now = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private TimeSpan _mono = TimeSpan.FromHours(1);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public TimeSpan Mono => _mono;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _mono.Ticks;

    public void Advance(TimeSpan by)
    {
        _now += by;
        _mono += by;
    }

    public void StepWall(TimeSpan by) => _now += by;
}

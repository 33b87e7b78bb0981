using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Cloud.Tests.Advisories;

/// <summary>A clock that is set to a time of day in Bangkok; nothing is timed by it.</summary>
internal sealed class SeasonClock(DateOnly first) : TimeProvider
{
    private DateTimeOffset _now = At(first, new TimeOnly(6, 0));

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.UtcTicks;

    public void Set(DateOnly day, TimeOnly time) => _now = At(day, time);

    private static DateTimeOffset At(DateOnly day, TimeOnly time) => new DateTimeOffset(day.ToDateTime(time), LocalTime.Offset).ToUniversalTime();
}

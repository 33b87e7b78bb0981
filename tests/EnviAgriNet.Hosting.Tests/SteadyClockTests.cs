namespace EnviAgriNet.Hosting.Tests;

public sealed class SteadyClockTests
{
    private static readonly DateTimeOffset Begin = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(365)]
    [InlineData(-365)]
    public void GetUtcNow_StepOfAYear_IsBelievedOnlyAfterItLasted(int days)
    {
        TwoClocks source = new(Begin);
        SteadyClock clock = new(source);
        source.Step(TimeSpan.FromDays(days));
        Assert.Equal(Begin, clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromDays(days), clock.PendingStep);

        source.Pass(TimeSpan.FromMinutes(9));
        Assert.Equal(Begin.AddMinutes(9), clock.GetUtcNow());
        source.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(Begin.AddDays(days).AddMinutes(10), clock.GetUtcNow());
        Assert.Null(clock.PendingStep);
    }

    [Fact]
    public void GetUtcNow_StepThatIsTakenBack_NeverShows()
    {
        TwoClocks source = new(Begin);
        SteadyClock clock = new(source);
        source.Step(TimeSpan.FromDays(365));
        source.Pass(TimeSpan.FromMinutes(5));
        Assert.Equal(Begin.AddMinutes(5), clock.GetUtcNow());
        source.Step(TimeSpan.FromDays(-365));
        source.Pass(TimeSpan.FromMinutes(20));
        Assert.Equal(Begin.AddMinutes(25), clock.GetUtcNow());
        Assert.Null(clock.PendingStep);
    }

    [Fact]
    public void GetUtcNow_AnotherStepBeforeTheFirstLasted_BeginsToWaitAnew()
    {
        TwoClocks source = new(Begin);
        SteadyClock clock = new(source);
        source.Step(TimeSpan.FromDays(1));
        clock.GetUtcNow();
        source.Pass(TimeSpan.FromMinutes(9));
        source.Step(TimeSpan.FromDays(1));
        clock.GetUtcNow();
        source.Pass(TimeSpan.FromMinutes(9));
        Assert.Equal(Begin.AddMinutes(18), clock.GetUtcNow());
    }

    [Fact]
    public void GetUtcNow_Drift_IsFollowedAtOnce()
    {
        TwoClocks source = new(Begin);
        SteadyClock clock = new(source);
        source.Step(TimeSpan.FromSeconds(4));
        Assert.Equal(Begin.AddSeconds(4), clock.GetUtcNow());
        source.Step(TimeSpan.FromSeconds(4));
        Assert.Equal(Begin.AddSeconds(8), clock.GetUtcNow());
    }

    /// <summary>A wall clock and a monotonic clock that can part.</summary>
    private sealed class TwoClocks(DateTimeOffset wall) : TimeProvider
    {
        private DateTimeOffset _wall = wall;
        private TimeSpan _mono;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => _wall;

        public override long GetTimestamp() => _mono.Ticks;

        public void Step(TimeSpan step) => _wall += step;

        public void Pass(TimeSpan time)
        {
            _wall += time;
            _mono += time;
        }
    }
}

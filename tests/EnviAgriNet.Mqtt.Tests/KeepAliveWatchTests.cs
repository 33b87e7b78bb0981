namespace EnviAgriNet.Mqtt.Tests;

public sealed class KeepAliveWatchTests
{
    private readonly HandClock _clock = new();

    [Fact]
    public void IsProbeDue_QuietLink_AfterThreeQuartersAndNotAtOnceAgain()
    {
        KeepAliveWatch watch = new(_clock, TimeSpan.FromSeconds(40));
        _clock.Pass(29);
        Assert.False(watch.IsProbeDue);
        _clock.Pass(1);
        Assert.True(watch.IsProbeDue);
        watch.OnProbed();
        Assert.False(watch.IsProbeDue);
        _clock.Pass(20);
        Assert.False(watch.IsProbeDue);
        Assert.False(watch.IsSilent);
        _clock.Pass(10);
        Assert.True(watch.IsSilent);
    }

    [Fact]
    public void IsProbeDue_OnlyReceiving_StillComes()
    {
        // A broker hangs up on a client that only listens.
        KeepAliveWatch watch = new(_clock, TimeSpan.FromSeconds(40));
        for (int i = 0; i < 30; i++)
        {
            Assert.False(watch.IsProbeDue);
            _clock.Pass(1);
            watch.OnReceived();
        }

        Assert.True(watch.IsProbeDue);
    }

    [Fact]
    public void IsSilent_OnlySending_IsNoticed()
    {
        KeepAliveWatch watch = new(_clock, TimeSpan.FromSeconds(40));
        for (int i = 0; i < 60; i++)
        {
            Assert.False(watch.IsSilent);
            watch.OnSent();
            _clock.Pass(1);
        }

        Assert.True(watch.IsSilent);
    }

    [Fact]
    public void Shorten_BrokerAsksForLess_IsObeyed()
    {
        KeepAliveWatch watch = new(_clock, TimeSpan.FromSeconds(40));
        watch.Shorten(TimeSpan.FromSeconds(20));
        watch.Shorten(TimeSpan.FromSeconds(80));
        Assert.Equal(TimeSpan.FromSeconds(15), watch.NextIn);
    }

    private sealed class HandClock : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Pass(int seconds) => _ticks += seconds * TimeSpan.TicksPerSecond;
    }
}

using EnviAgriNet.FirmwareHost.Link;

namespace EnviAgriNet.FirmwareHost.Tests.Link;

public sealed class BackoffTests
{
    [Fact]
    public void OnFailure_AgainAndAgain_DoublesWithJitterUpToTheLimit()
    {
        Backoff backoff = new(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5), 7);
        double full = 100;
        for (int i = 0; i < 60; i++)
        {
            Assert.InRange(backoff.OnFailure(null).TotalMilliseconds, full / 2, full);
            full = Math.Min(full * 2, 5000);
        }

        backoff.OnSuccess();
        Assert.InRange(backoff.OnFailure(null).TotalMilliseconds, 50, 100);
    }

    [Fact]
    public void OnFailure_EdgeAsks_IsObeyedWithinTenMinutes()
    {
        Backoff backoff = new(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5), 7);
        Assert.Equal(TimeSpan.FromSeconds(30), backoff.OnFailure(TimeSpan.FromSeconds(30)));
        Assert.Equal(TimeSpan.FromMilliseconds(100), backoff.OnFailure(TimeSpan.Zero));
        Assert.Equal(TimeSpan.FromMinutes(10), backoff.OnFailure(TimeSpan.FromDays(3)));
    }
}

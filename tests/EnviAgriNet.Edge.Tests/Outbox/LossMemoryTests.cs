namespace EnviAgriNet.Edge.Tests.Outbox;

public sealed class LossMemoryTests
{
    [Fact]
    public void Lately_NewLosses_AreToldForADay_OverRestarts_AndNotAgain()
    {
        using OutboxBench bench = new();
        DateTimeOffset now = bench.Time.GetUtcNow();
        long Lately(long total, double hours) => bench.Outbox.WithControl(c => c.Losses.Lately("readings", total, now.AddHours(hours)));

        Assert.Equal(0, Lately(0, 0));
        Assert.Equal(5, Lately(5, 1));
        Assert.Equal(7, Lately(7, 20));
        bench.Reopen();
        Assert.Equal(7, Lately(7, 43));
        Assert.Equal(0, Lately(7, 45));
        Assert.Equal(2, Lately(9, 100));

        // The counters of a control database that was made anew begin lower, and that is no loss.
        Assert.Equal(0, Lately(3, 101));
        Assert.Equal(1, Lately(4, 102));
    }
}

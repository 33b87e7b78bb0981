using FsCheck;
using FsCheck.Fluent;

namespace EnviAgriNet.Mqtt.Tests;

public sealed class BackOffTests
{
    private static readonly TimeSpan Min = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Max = TimeSpan.FromSeconds(60);

    [Fact]
    public void Next_AnySeed_StaysWithinItsBoundsAndTheGrowth() => Prop.ForAll<int>(seed =>
    {
        BackOff backOff = new(Min, Max, seed);
        TimeSpan previous = Min;
        for (int i = 0; i < 100; i++)
        {
            TimeSpan delay = backOff.Next();
            Assert.InRange(delay, Min, Max);
            Assert.True(delay <= previous * 3 + TimeSpan.FromTicks(3), $"seed {seed}: {previous} grew to {delay}");
            previous = delay;
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Next_ManySeeds_GrowsOnAverageAndSpreads()
    {
        const int Stations = 500;
        BackOff[] stations = [.. Enumerable.Range(0, Stations).Select(seed => new BackOff(Min, Max, seed))];
        double[] means = [.. Enumerable.Range(0, 6).Select(_ => stations.Average(s => s.Next().TotalSeconds))];
        for (int i = 1; i < means.Length; i++)
        {
            Assert.True(means[i] > means[i - 1] * 1.2, $"{means[i]} s on average after {means[i - 1]} s");
        }

        double[] next = [.. stations.Select(s => s.Next().TotalSeconds)];
        Assert.True(next.Max() - next.Min() > 10, "Stations come back in step");
    }

    [Fact]
    public void Next_SameSeed_GivesTheSameDelays()
    {
        BackOff first = new(Min, Max, 7);
        BackOff second = new(Min, Max, 7);
        Assert.Equal(
            Enumerable.Range(0, 20).Select(_ => first.Next()), Enumerable.Range(0, 20).Select(_ => second.Next()));
    }

    [Fact]
    public void Reset_AfterGrowth_BeginsAtTheMinimum()
    {
        BackOff backOff = new(Min, Max, 3);
        for (int i = 0; i < 50; i++)
        {
            backOff.Next();
        }

        backOff.Reset();
        Assert.InRange(backOff.Next(), Min, Min * 3);
    }

    [Fact]
    public void Next_LongestSpan_DoesNotOverflow()
    {
        BackOff backOff = new(TimeSpan.FromDays(1_000_000), TimeSpan.FromDays(5_000_000), 1);
        for (int i = 0; i < 50; i++)
        {
            Assert.InRange(backOff.Next(), TimeSpan.FromDays(1_000_000), TimeSpan.FromDays(5_000_000));
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 1)]
    public void Constructor_BoundsThatMakeNoSense_Throws(int minSeconds, int maxSeconds) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new BackOff(TimeSpan.FromSeconds(minSeconds), TimeSpan.FromSeconds(maxSeconds), 1));
}

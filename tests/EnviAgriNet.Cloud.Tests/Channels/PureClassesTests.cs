using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Channels.Sms;
using FsCheck;
using FsCheck.Fluent;

namespace EnviAgriNet.Cloud.Tests.Channels;

public sealed class PureClassesTests
{
    private static readonly TimeSpan Min = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Max = TimeSpan.FromMinutes(1);

    [Fact]
    public void RetryDelay_AnyAttempt_LiesBetweenHalfTheMinimumAndTheMaximum() =>
        Prop.ForAll<int, NormalFloat>((attempts, draw) =>
        {
            double unit = Math.Abs(draw.Get % 1);
            TimeSpan delay = RetryDelay.After(Min, Max, attempts, unit);
            return delay >= Min / 2 && delay <= Max;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void RetryDelay_MoreAttempts_GrowsToTheMaximum() =>
        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60], Enumerable.Range(1, 8).Select(n => RetryDelay.After(Min, Max, n, 1).TotalSeconds));

    [Fact]
    public void RateLimit_OverTenSeconds_LetsNoMoreThroughThanItsRate()
    {
        ManualTime time = new();
        RateLimit limit = new(30, time);
        List<(double At, int Count)> taken = [];
        for (int step = 0; step < 10_000; step++)
        {
            taken.Add((step / 1000.0, limit.Take(100)));
            time.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.InRange(taken.Sum(t => t.Count), 299, 303);
        double most = Enumerable.Range(0, 90).Max(i => taken.Where(t => t.At >= i / 10.0 && t.At < (i / 10.0) + 1).Sum(t => t.Count));
        Assert.InRange(most, 29, 33);
    }

    [Fact]
    public void RateLimit_Empty_TheNextOneMayGoLongBeforeAHandful()
    {
        ManualTime time = new();
        RateLimit limit = new(1_000, time);
        limit.Take(100);

        Assert.Equal(1, limit.UntilNext().TotalMilliseconds, 0.001);
        Assert.Equal(10, limit.UntilHandful().TotalMilliseconds, 0.001);
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal((TimeSpan.Zero, 1), (limit.UntilNext(), limit.Take(5)));
    }

    [Fact]
    public void CircuitBreaker_FaultsInARow_OpensProbesAndCloses()
    {
        ManualTime time = new();
        CircuitBreaker breaker = new(new ChannelPace { BreakerFaults = 3 }, time, new Random(1));
        Assert.False(breaker.OnFault());
        breaker.OnAnswer();
        Assert.False(breaker.OnFault());
        Assert.False(breaker.OnFault());
        Assert.Equal(20, breaker.Allow(20));

        Assert.True(breaker.OnFault());
        Assert.Equal(0, breaker.Allow(20));
        time.Advance(breaker.UntilProbe());
        Assert.Equal(1, breaker.Allow(20));
        breaker.OnAttempt();
        Assert.Equal(0, breaker.Allow(20));
        Assert.False(breaker.OnFault());
        Assert.Equal(0, breaker.Allow(20));
        time.Advance(TimeSpan.FromSeconds(10));
        breaker.OnAttempt();
        Assert.True(breaker.OnAnswer());
        Assert.Equal(20, breaker.Allow(20));
    }

    [Theory]
    [InlineData("NACK/0x0000000b/Invalid Destination Address", "NACK/0x0000000b/Invalid Destination Address")]
    [InlineData("id:1001 sub:001 dlvrd:000 submit date:2601010000 stat:UNDELIV err:001 text:น้ำท่วม +66812345678", "stat:UNDELIV err:001")]
    [InlineData("cannot reach +66812345678 now", "cannot reach … now")]
    [InlineData("a\r\nb", "a  b")]
    public void ReceiptReason_OfAnswer_KeepsTheReasonAndNothingPersonal(string answer, string reason) =>
        Assert.Equal(reason, ReceiptReason.Of(answer));

    [Fact]
    public void CallbackTokens_ForgedOrMovedToken_IsRefused()
    {
        using RegistryRoom room = new();
        CallbackTokens tokens = new(room.Keys);
        string token = tokens.TokenOf("main", "D7");

        Assert.True(tokens.TryRead("main", "D7", token, out long delivery));
        Assert.Equal(7, delivery);
        Assert.False(tokens.TryRead("main", "D8", token, out _));
        Assert.False(tokens.TryRead("main", "D7", null, out _));
        Assert.False(tokens.TryRead("main", "D7", token[..^1] + (token[^1] == '0' ? '1' : '0'), out _));
        Assert.False(tokens.TryRead("main", null, token, out _));
        Assert.False(tokens.TryRead("other", "D7", token, out _));
        Assert.True(tokens.TryReadReference("main", tokens.ReferenceOf("main", 7), out delivery));
        Assert.Equal(7, delivery);
        Assert.False(tokens.TryReadReference("other", tokens.ReferenceOf("main", 7), out _));
    }

    [Fact]
    public async Task WakeBell_RungBeforeTheWait_IsNotLost()
    {
        using WakeBell bell = new();
        bell.Ring();
        bell.Ring();
        Task first = bell.WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System, CancellationToken.None);
        await first.WaitAsync(TimeSpan.FromSeconds(5));
        Task second = bell.WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System, CancellationToken.None);
        Assert.False(second.IsCompleted);
        bell.Ring();
        await second.WaitAsync(TimeSpan.FromSeconds(5));
    }
}

using EnviAgriNet.Cloud.Access.SignIn;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Cloud.Tests.Access;

/// <summary>P9, P13: a guesser of names costs no more memory than is written, and waits like any other.</summary>
public sealed class NameLocksTests
{
    private readonly ManualTime _time = new(DateTimeOffset.UnixEpoch.AddYears(56));

    [Fact]
    public void Begin_MoreNamesThanAreRemembered_ShareOneLock()
    {
        NameLocks locks = new(_time);
        for (int i = 0; i < SignInLimits.NamesMax; i++)
        {
            Assert.Null(locks.Begin($"name{i}", out _));
        }

        for (int i = 0; i < SignInLimits.TriesFree; i++)
        {
            Assert.Null(locks.Begin($"more{i}", out _));
        }

        Assert.NotNull(locks.Begin("last", out _));
        Assert.Null(locks.Begin("name0", out _));
    }
}

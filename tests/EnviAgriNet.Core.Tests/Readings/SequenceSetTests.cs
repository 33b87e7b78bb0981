using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Core.Tests.Readings;

public sealed class SequenceSetTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 50)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void AddRange_AnyOrder_EqualsAPlainSet(int seed)
    {
        Random random = new(seed);
        SequenceSet set = new();
        HashSet<long> plain = [];
        for (int i = 0; i < 200; i++)
        {
            long first = random.Next(1, 300);
            long last = first + random.Next(0, random.Next(1, 30));
            int added = 0;
            for (long n = first; n <= last; n++)
            {
                added += plain.Add(n) ? 1 : 0;
            }

            Assert.True(added == set.AddRange(first, last), $"seed {seed}, step {i}");
        }

        Assert.Equal(plain.Count, set.Count);
        Assert.Equal(plain.Max(), set.Last);
        Assert.All(Enumerable.Range(1, 400), n => Assert.True(plain.Contains(n) == set.Contains(n), $"seed {seed}, number {n}"));
        Assert.Equal(plain.Order(), set.Ranges.SelectMany(Numbers));
        Assert.Equal(
            Enumerable.Range(1, 320).Select(n => (long)n).Where(n => !plain.Contains(n)),
            set.GapsUpTo(320).SelectMany(Numbers));
        for (int i = 1; i < set.Ranges.Count; i++)
        {
            Assert.True(set.Ranges[i].First > set.Ranges[i - 1].Last + 1, $"seed {seed}: ranges touch");
        }
    }

    [Fact]
    public void AddRange_Backwards_IsAProgrammersError()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SequenceSet().AddRange(5, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SequenceSet().Add(0));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void AddRangeAndRemoveRange_Mixed_EqualAPlainSet(int seed)
    {
        Random random = new(seed);
        SequenceSet set = new();
        SortedSet<long> plain = [];
        for (int i = 0; i < 200; i++)
        {
            long first = random.Next(1, 300);
            long last = first - 1 + random.Next(0, 30);
            IEnumerable<long> numbers = Numbers(new SequenceRange(first, last));
            if (random.Next(3) > 0)
            {
                set.AddRange(first, last);
                plain.UnionWith(numbers);
            }
            else
            {
                IEnumerable<long> removed = set.RemoveRange(first, last).SelectMany(Numbers);
                Assert.Equal(plain.Intersect(numbers).Order(), removed);
                plain.ExceptWith(numbers);
            }

            long asked = random.Next(1, 340);
            Assert.True(plain.Count == set.Count, $"seed {seed}, step {i}: count");
            Assert.True((plain.Count == 0 ? null : plain.Min) == set.First, $"seed {seed}, step {i}: first");
            Assert.True(
                plain.Where(n => n >= asked).Select(n => (long?)n).FirstOrDefault() == set.NextFrom(asked),
                $"seed {seed}, step {i}: next from {asked}");
            Assert.True(
                plain.Where(n => n <= asked).Select(n => (long?)n).LastOrDefault() == set.PreviousFrom(asked),
                $"seed {seed}, step {i}: previous from {asked}");
        }

        Assert.Equal(plain, set.Ranges.SelectMany(Numbers));
    }

    [Fact]
    public void AddRange_Nothing_LeavesNoTrace()
    {
        SequenceSet set = new();

        Assert.Equal(0, set.AddRange(5, 4));

        Assert.Empty(set.Ranges);
        Assert.Null(set.NextFrom(1));
        Assert.Null(set.First);
    }

    private static IEnumerable<long> Numbers(SequenceRange range)
    {
        for (long n = range.First; n <= range.Last; n++)
        {
            yield return n;
        }
    }
}

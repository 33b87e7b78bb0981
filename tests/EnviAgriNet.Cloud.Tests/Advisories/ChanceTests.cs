using EnviAgriNet.Cloud.Advisories;

namespace EnviAgriNet.Cloud.Tests.Advisories;

public sealed class ChanceTests
{
    private static readonly Bounds Normal = new(100 - 19.6, 100 - 12.82, 100, 100 + 12.82, 100 + 19.6);

    [Theory]
    [InlineData(100, 0.5)]
    [InlineData(90, 0.8413)]
    [InlineData(110, 0.1587)]
    [InlineData(87.18, 0.9)]
    [InlineData(119.6, 0.025)]
    [InlineData(130, 0.00135)]
    [InlineData(60, 0.99997)]
    public void Above_OfANormalForecast_IsThatOfTheNormal(double threshold, double chance) =>
        Assert.Equal(chance, Chance.Above(threshold, Normal), 3);

    [Fact]
    public void Above_OfBoundsOnEachOther_IsAllOrNothingOrHalf()
    {
        Bounds point = new(5, 5, 5, 5, 5);
        Assert.Equal((1.0, 0.5, 0.0), (Chance.Above(4, point), Chance.Above(5, point), Chance.Above(6, point)));
    }

    [Theory]
    [InlineData(0.81, "8 ใน 10", "8 in 10")]
    [InlineData(0.999, "มากกว่า 9 ใน 10", "more than 9 in 10")]
    [InlineData(0.01, "น้อยกว่า 1 ใน 10", "less than 1 in 10")]
    public void Words_AreNeverCertain(double chance, string th, string en) =>
        Assert.Equal((th, en), (Chance.Words(chance, "th"), Chance.Words(chance, "en")));

    [Fact]
    public void Above_Random_FallsFromOneToZero()
    {
        for (int seed = 1; seed <= 500; seed++)
        {
            Random random = new(seed);
            double[] cuts = [.. Enumerable.Range(0, 5).Select(_ => Math.Round(random.NextDouble() * 20)).Order()];
            Bounds bounds = new(cuts[0], cuts[1], cuts[2], cuts[3], cuts[4]);
            double before = 1;
            for (double at = -5; at <= 25; at += 0.5)
            {
                double chance = Chance.Above(at, bounds);
                Assert.True(chance is >= 0 and <= 1 && chance <= before + 1e-6, $"seed {seed}: {chance} after {before} at {at}");
                before = chance;
            }
        }
    }
}

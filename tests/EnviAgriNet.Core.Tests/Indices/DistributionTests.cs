using EnviAgriNet.Core.Indices;
using FsCheck;
using FsCheck.Fluent;

namespace EnviAgriNet.Core.Tests.Indices;

/// <summary>Expected numbers: scipy 1.10 (special.gammainc, special.gammaln, stats.norm.ppf).</summary>
public sealed class DistributionTests
{
    [Theory]
    [InlineData(1e-12, -7.034483825301131)]
    [InlineData(1e-05, -4.264890793922825)]
    [InlineData(0.001, -3.090232306167813)]
    [InlineData(0.025, -1.9599639845400545)]
    [InlineData(0.07, -1.4757910281791706)]
    [InlineData(0.25, -0.6744897501960817)]
    [InlineData(0.5, 0.0)]
    [InlineData(0.9, 1.2815515655446004)]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.999, 3.090232306167813)]
    [InlineData(0.999999999, 5.997807019601637)]
    [InlineData(0, double.NegativeInfinity)]
    [InlineData(1, double.PositiveInfinity)]
    public void Quantile_KnownShare_IsTheKnownValue(double share, double expected) =>
        Assert.Equal(expected, NormalDistribution.Quantile(share), 1e-10);

    [Theory]
    [InlineData(0.1, 0.01, 0.6626212599544796)]
    [InlineData(0.5, 0.5, 0.6826894921370859)]
    [InlineData(1, 1, 0.6321205588285577)]
    [InlineData(1.3062, 1.0814, 0.5357192959119303)]
    [InlineData(2.5, 0.01, 2.9876015319066003e-06)]
    [InlineData(8.1254, 10, 0.766732489381173)]
    [InlineData(30, 20, 0.021818217525557418)]
    [InlineData(100, 130, 0.9972495916326934)]
    [InlineData(1000, 990, 0.3795213785379639)]
    [InlineData(3, 0, 0)]
    [InlineData(3, -1, 0)]
    [InlineData(3, double.PositiveInfinity, 1)]
    public void LowerRegularised_KnownArguments_IsTheKnownValue(double a, double x, double expected) =>
        Assert.Equal(expected, GammaDistribution.LowerRegularised(a, x), 1e-12);

    /// <summary>Shapes of nearly equal years; the last one is beyond the series and approximated.</summary>
    [Theory]
    [InlineData(50000, 50100, 0.6730699893761953, 1e-10)]
    [InlineData(2000000, 2001000, 0.7602865609469363, 1e-6)]
    public void LowerRegularised_LargeShape_StaysClose(double a, double x, double expected, double within) =>
        Assert.Equal(expected, GammaDistribution.LowerRegularised(a, x), within);

    [Theory]
    [InlineData(0.05, 2.968879201051731)]
    [InlineData(0.5, 0.5723649429247)]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(3.7, 1.428072326665388)]
    [InlineData(10, 12.801827480081469)]
    [InlineData(171.5, 709.1431630309283)]
    public void LogGamma_KnownArgument_IsTheKnownValue(double x, double expected) =>
        Assert.Equal(expected, GammaDistribution.LogGamma(x), 1e-11);

    [Fact]
    public void LowerRegularised_AnyArguments_IsAShareThatRises() =>
        Prop.ForAll<NormalFloat, NormalFloat, NormalFloat>((shape, first, second) =>
        {
            double a = 0.001 + (Math.Abs(shape.Get) % 3000);
            (double low, double high) = (Math.Abs(first.Get) % 4000, Math.Abs(second.Get) % 4000);
            (low, high) = low <= high ? (low, high) : (high, low);
            (double p, double q) = (GammaDistribution.LowerRegularised(a, low), GammaDistribution.LowerRegularised(a, high));
            return p is >= 0 and <= 1 && q is >= 0 and <= 1 && p <= q + 1e-11;
        }).QuickCheckThrowOnFailure();
}

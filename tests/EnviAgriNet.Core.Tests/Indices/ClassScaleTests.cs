using EnviAgriNet.Core.Indices;

namespace EnviAgriNet.Core.Tests.Indices;

public sealed class ClassScaleTests
{
    private static readonly ClassScale Scale =
        new("test", "none", "low", new ClassStep("middle", 0.3), new ClassStep("high", 1, IsFromIncluded: false));

    [Theory]
    [InlineData(0.29, "low")]
    [InlineData(0.3, "middle")]
    [InlineData(0.1 + 0.2, "middle")]
    [InlineData(0.29999999999, "middle")]
    [InlineData(1, "middle")]
    [InlineData(1.0000000000000002, "middle")]
    [InlineData(1.01, "high")]
    [InlineData(double.NaN, null)]
    [InlineData(double.PositiveInfinity, null)]
    public void ClassOf_AroundALimit_GoesByTheLimit(double value, string? expected) => Assert.Equal(expected, Scale.ClassOf(value));

    [Fact]
    public void Constructor_LimitsThatDoNotRise_Throws() =>
        Assert.Throws<ArgumentException>(() => new ClassScale("x", "y", "a", new ClassStep("b", 2), new ClassStep("c", 2)));
}

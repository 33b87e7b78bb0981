using EnviAgriNet.FirmwareHost.Calibration;

namespace EnviAgriNet.FirmwareHost.Tests.Calibration;

public sealed class CalibrationFitTests
{
    [Fact]
    public void Of_OneAndTwoPoints_GivesOffsetAndLine()
    {
        Assert.Equal([-2, 1], Fit(1, (12, 10)).Coefficients);
        CalibrationFit line = Fit(1, (4.01, 4), (9.18, 9.21));
        Assert.Equal(4, Value(line, 4.01), 6);
        Assert.Equal(9.21, Value(line, 9.18), 6);
        Assert.Equal(0, line.MissMax, 6);
    }

    [Fact]
    public void Of_MorePointsThanALineNeeds_GivesTheNearestAndHowFarItMisses()
    {
        // Through (0, 0), (1, 2), (2, 2) by hand: 1/3 + x.
        CalibrationFit line = Fit(1, (0, 0), (1, 2), (2, 2));
        Assert.Equal([0.333333333, 1], line.Coefficients.Select(c => Math.Round(c, 9)));
        Assert.Equal(2 / 3.0, line.MissMax, 6);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Of_PointsOnAPolynomialFarFromZero_FindsItAgain(int degree)
    {
        // Between 1010 and 1030 powers of the fifth degree differ by less than doubles of them can show, unless they are scaled.
        double Truth(double x) => 3 + (2 * (x - 1000)) + (Math.Pow((x - 1000) / 10, degree) / 4);
        CalibrationFit fit = Fit(degree, [.. Enumerable.Range(0, 11).Select(i => (1.010 + (i * 0.002), Truth(1010 + (2 * i))))]);
        Assert.All(Enumerable.Range(0, 11), i => Assert.Equal(Truth(1010 + (2 * i)), Value(fit, 1.010 + (i * 0.002)), fit.MissMax + 1e-6));
        Assert.InRange(fit.MissMax, 0, 0.01);
        Assert.True(fit.IsRising);
    }

    [Theory]
    [InlineData(1, "too close together", 12, 10, 12, 11)]
    [InlineData(2, "it needs 3", 12, 10, 13, 11)]
    [InlineData(2, "rise and fall", 0, 0, 1, 5, 2, 0)]
    public void Of_PointsThatDoNotSayEnough_SaysWhy(int degree, string word, params int[] numbers)
    {
        Assert.Null(CalibrationFit.Of([.. numbers.Chunk(2).Select(p => ((double)p[0], (double)p[1]))], degree, out string? fault));
        Assert.Contains(word, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ProbeWhoseVoltageFallsWithMoisture_IsFalling() => Assert.False(Fit(1, (2.8, 5), (1.2, 45)).IsRising);

    private static CalibrationFit Fit(int degree, params (double Raw, double Truth)[] points)
    {
        CalibrationFit? fit = CalibrationFit.Of(points, degree, out string? fault);
        Assert.True(fit is not null, fault);
        return fit;
    }

    private static double Value(CalibrationFit fit, double x) => fit.Coefficients.Reverse().Aggregate(0.0, (value, c) => (value * x) + c);
}

using EnviAgriNet.Core.Quality;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Core.Tests.Quality;

/// <summary>
/// The vectors of ioos_qc, tests/test_qartod.py: QartodGrossRangeTest, QartodSpikeTest, QartodRateOfChangeTest, QartodFlatLineTest,
/// QartodAttenuatedSignalTest, QartodUtilsTests.
/// </summary>
public sealed class QartodVectorTests
{
    private const double FivePerQuarterHour = 5 / 15.0 / 60;
    private const double TenPerQuarterHour = 10 / 15.0 / 60;
    private const string Reals =
        "-0.189,-0.0792,-0.0122,0.0457,0.0671,0.0213,-0.0488,-0.1463,-0.2438,-0.3261,-0.3871,-0.4054,-0.3932,-0.3383,-0.2804,"
        + "-0.2347,-0.2134,-0.2347,-0.2926,-0.3597,-0.442,-0.509,0,-0.5944,-0.57,-0.4267,-0.2926,-0.1585,-0.0945,-0.0762";
    private const string Peaks = "3,4.99,5,6,8,6,6,6.75,6,6,5.3,6,6,9,5,-,4,4";
    private const string PeaksFull = "3,4.99,5,6,8,6,6,6.75,6,6,5.3,6,6,9,5,5,4,4";
    private const string Steps = "2,10,2.1,3,4,5,7,10,0,2,2.2,2,1,2,3,90,91,92,93,1,2,3,4,5";

    [Theory]
    [InlineData("5,10,15,20,25,30,35,40,45,51", "4331111134")]
    [InlineData("-,10,15,20,25,30,35,40,-,51,-", "93311111949")]
    public void GrossRange_Vectors_AreThoseOfIoosQc(string values, string expected) =>
        Assert.Equal(expected, Flags.Of(new GrossRangeTest(new Span(50, 10), new Span(20, 40)), Flags.Every(1, values)));

    [Fact]
    public void GrossRange_SuspectOutsideFail_IsAFault() =>
        Assert.Contains("inside", Assert.Single(new GrossRangeTest(new Span(1, 1), new Span(2, 2)).Faults()));

    [Theory]
    [InlineData("10,12,999.99,13,15,40,9,9", "24441312")]
    [InlineData("-10,-12,-999.99,-13,-15,-40,-9,-9", "24441312")]
    [InlineData("-100,-99,-99,-98", "2112")]
    [InlineData("10,12,999.99,13,15,40,9,9,-,10,10,999.99,10,-", "24441312924429")]
    [InlineData("5", "2")]
    [InlineData("5,900", "22")]
    [InlineData("-,5,-", "929")]
    public void Spike_AverageVectors_AreThoseOfIoosQc(string values, string expected) =>
        Assert.Equal(expected, Flags.Of(new SpikeTest(25, 50, SpikeMethod.Average), Flags.Every(1, values)));

    [Theory]
    [InlineData(Reals, SpikeMethod.Average, 0.5, 1.0, "211111111111111111111131111112")]
    [InlineData(Peaks, SpikeMethod.Average, 0.5, 1.0, "231143131131442922")]
    [InlineData(Peaks, SpikeMethod.Differential, 0.5, 1.0, "211141131131142922")]
    [InlineData(PeaksFull, SpikeMethod.Differential, 0.5, 1.0, "211141131131141112")]
    [InlineData(Peaks, SpikeMethod.Average, 0.5, null, "231133131131332922")]
    [InlineData(Peaks, SpikeMethod.Average, null, 1.0, "211141111111442922")]
    [InlineData(Peaks, SpikeMethod.Average, 0.0, 1.0, "211141111111442922")]
    public void Spike_MethodsAndThresholds_AreThoseOfIoosQc(
        string values, SpikeMethod method, double? suspect, double? fail, string expected) =>
        Assert.Equal(expected, Flags.Of(new SpikeTest(suspect, fail, method), Flags.Every(1, values)));

    [Theory]
    [InlineData(Steps, null, "133111113111111311131111")]
    [InlineData(Steps, TenPerQuarterHour, "133111114111111411141111")]
    [InlineData("2,10,2,3,-,-,7,10", null, "13319911")]
    [InlineData("-2,-10,-2,-3", null, "1331")]
    public void RateOfChange_Vectors_AreThoseOfIoosQc(string values, double? fail, string expected) =>
        Assert.Equal(expected, Flags.Of(new RateOfChangeTest(FivePerQuarterHour, fail), Flags.Every(Flags.QuarterHour, values)));

    [Theory]
    [InlineData("1,2,2.0001,2,2.0001,2,2.0001,2,4,5,3,3.0001,3.0005,3.00001", "11113344111113")]
    [InlineData("-1,-2,-2.0001,-2,-2.0001,-2,-2.0001,-2,-4,-5,-3,-3.0001,-3.0005,-3.00001", "11113344111113")]
    [InlineData("2,2.0001,2,2.0001,2,2.0001,2,4,5,3,3.0001,3.0005,3.00001", "1113344111113")]
    [InlineData("1,-,-,2,2.0001,2,2.0001,2,4,-,3,-,-,3.00001", "19913344191993")]
    public void FlatLine_QuarterHours_AreThoseOfIoosQc(string values, string expected) =>
        Assert.Equal(expected, Flags.Of(new FlatLineTest(3000, 4800, 0.01), Flags.Every(Flags.QuarterHour, values)));

    [Theory]
    [InlineData("5", "1")]
    [InlineData("5,5", "11")]
    [InlineData("5,5,5", "111")]
    [InlineData("5,5,5,5", "1113")]
    [InlineData("5,5,5,5,5", "11133")]
    [InlineData("5,5,5,5,5,5", "111334")]
    public void FlatLine_ShortSeries_AreThoseOfIoosQc(string values, string expected) =>
        Assert.Equal(expected, Flags.Of(new FlatLineTest(3, 5, 0.1), Flags.Every(1, values)));

    [Fact]
    public void FlatLine_WideToleranceAndNone_AreThoseOfIoosQc()
    {
        QualitySeries series = Flags.Every(1, "1,1,1,1,1,6,5,4,3,2");
        Assert.Equal("1113311133", Flags.Of(new FlatLineTest(3, 6, 4), series));
        Assert.Equal("1111111111", Flags.Of(new FlatLineTest(3, 6, 0), series));
        Assert.Empty(new FlatLineTest(3, 6, 4).Judge(new QualitySeries([], [])));
    }

    [Theory]
    [InlineData("1,2,3,4", SignalMeasure.Std, 0.75, 0.5, "1111")]
    [InlineData("1,2,3,4", SignalMeasure.Std, 5.0, 0.0, "3333")]
    [InlineData("1,1,1,1", SignalMeasure.Std, 10.0, 8.0, "4444")]
    [InlineData("10,20,30,40", SignalMeasure.Std, 100000.0, 1000.0, "4444")]
    [InlineData("10,20,30,40", SignalMeasure.Range, 50.0, 31.0, "4444")]
    [InlineData("10,20,30,40", SignalMeasure.Range, 31.0, 10.0, "3333")]
    [InlineData("3,4,5,8.1,9,8.5,8.7,8.4,8.2,8.35,2,1", SignalMeasure.Range, 0.15, 0.1, "111111111111")]
    [InlineData("-,2,3,4", SignalMeasure.Std, 0.75, 0.5, "9111")]
    [InlineData("-,-,-,-", SignalMeasure.Std, 0.75, 0.5, "9999")]
    [InlineData("10,-,-,40", SignalMeasure.Range, 50.0, 31.0, "4994")]
    public void AttenuatedSignal_WholeSeries_AreThoseOfIoosQc(
        string values, SignalMeasure measure, double suspect, double fail, string expected) =>
        Assert.Equal(
            expected, Flags.Of(new AttenuatedSignalTest(suspect, fail, measure, null, null, null), Flags.Every(Flags.Day, values)));

    [Theory]
    [InlineData("1,2,3,100,1000", SignalMeasure.Range, 100, 10, 0, null, "44431")]
    [InlineData("1,2,3,100,1000", SignalMeasure.Range, 100, 10, null, 0.0, "44431")]
    [InlineData("1,2,3,100,1000", SignalMeasure.Range, 100, 10, 2, null, "24431")]
    [InlineData("1,2,3,100,1000", SignalMeasure.Range, 100, 10, null, 172800.0, "24431")]
    [InlineData("1,-,10,100,1000", SignalMeasure.Range, 100, 50, 2, null, "29231")]
    [InlineData("1,-,10,100,1000", SignalMeasure.Std, 150, 40, 2, null, "29231")]
    public void AttenuatedSignal_TwoDays_AreThoseOfIoosQc(
        string values, SignalMeasure measure, double suspect, double fail, int? observations, double? period, string expected) =>
        Assert.Equal(
            expected,
            Flags.Of(
                new AttenuatedSignalTest(suspect, fail, measure, 2 * Flags.Day, observations, period), Flags.Every(Flags.Day, values)));

    [Fact]
    public void Worse_Vectors_AreThoseOfQartodCompare()
    {
        int[][] tests = [[1, 1, 1, 9, 1, 1, 9, 9], [2, 1, 1, 1, 1, 1, 9, 9], [1, 3, 3, 4, 3, 1, 2, 9]];
        int[] together =
        [
            .. Enumerable.Range(0, 8).Select(i => (int)tests.Select(t => (QualityFlag)t[i]).Aggregate(QualityFlag.Missing, Verdict.Worse)),
        ];
        Assert.Equal([1, 3, 3, 4, 3, 1, 2, 9], together);
    }
}

using EnviAgriNet.Core.Quality;

namespace EnviAgriNet.Core.Tests.Quality;

/// <summary>The vectors of ioos_qc, tests/test_qartod.py: the classes QartodClimatology….</summary>
public sealed class ClimatologyTests
{
    private const string Ranges =
        """{"climatology":[{"tspan":["2019-11-01","2020-02-04"],"fspan":[40,70],"vspan":[50,60],"zspan":[0,10]}]}""";

    private const string Depths = """
        {"climatology":[
          {"tspan":["2011-01","2011-07"],"vspan":[10,20]},
          {"tspan":["2011-07","2012-01"],"vspan":[30,40]},
          {"tspan":["2012-01","2013-01"],"vspan":[40,50]},
          {"tspan":["2012-01","2013-01"],"vspan":[50,60],"zspan":[0,10]},
          {"tspan":["2012-01","2013-01"],"vspan":[70,80],"zspan":[10,100]}]}
        """;

    private const string OnlyDepths = """
        {"climatology":[
          {"tspan":["2012-01","2013-01"],"vspan":[50,60],"zspan":[0,10]},
          {"tspan":["2012-01","2013-01"],"vspan":[70,80],"zspan":[10,100]}]}
        """;

    [Theory]
    [InlineData("2019-10-31", 55, 5, 2)]
    [InlineData("2019-11-01", 55, 5, 1)]
    [InlineData("2020-02-04", 55, 5, 1)]
    [InlineData("2020-02-05", 55, 5, 2)]
    [InlineData("2020-02-04T00:00:01Z", 55, 5, 2)]
    [InlineData("2020-01-01", 49, 5, 3)]
    [InlineData("2020-01-01", 50, 5, 1)]
    [InlineData("2020-01-01", 60, 5, 1)]
    [InlineData("2020-01-01", 61, 5, 3)]
    [InlineData("2020-01-01", 30, 5, 4)]
    [InlineData("2020-01-01", 40, 5, 3)]
    [InlineData("2020-01-01", 70, 5, 3)]
    [InlineData("2020-01-01", 71, 5, 4)]
    [InlineData("2020-01-01", 55, -1, 2)]
    [InlineData("2020-01-01", 55, 0, 1)]
    [InlineData("2020-01-01", 55, 10, 1)]
    [InlineData("2020-01-01", 55, 11, 2)]
    [InlineData("2020-01-01", 55, double.NaN, 2)]
    [InlineData("2020-01-01", double.NaN, 5, 9)]
    public void Spans_TheirEnds_BelongToThem(string time, double value, double depth, int expected) =>
        Assert.Equal(expected, Judge(Ranges, time, value, depth));

    [Theory]
    [InlineData("2011-01-02", 11, double.NaN, 1)]
    [InlineData("2011-01-02", 9, double.NaN, 3)]
    [InlineData("2011-01-02", 21, double.NaN, 3)]
    [InlineData("2015-01-02", 21, double.NaN, 2)]
    [InlineData("2012-01-02", 51, 2, 1)]
    [InlineData("2012-01-02", 71, 90, 1)]
    [InlineData("2012-01-02", 42, double.NaN, 1)]
    [InlineData("2012-01-02", 39, double.NaN, 3)]
    [InlineData("2012-01-02", 59, 11, 3)]
    [InlineData("2012-01-02", 79, 101, 3)]
    public void Members_SeveralThatApply_TheLastHolds(string time, double value, double depth, int expected) =>
        Assert.Equal(expected, Judge(Depths, time, value, depth));

    [Theory]
    [InlineData("2011-01-02", 9)]
    [InlineData("2012-01-02", 55)]
    public void Members_OfDepthsWithoutDepth_SayNothing(string time, double value) =>
        Assert.Equal(2, Judge(OnlyDepths, time, value, double.NaN));

    [Theory]
    [InlineData(0, 3.4, 3)]
    [InlineData(double.NaN, 3.4, 9)]
    [InlineData(4.16743, 0.08931513, 1)]
    public void Members_WithoutDepth_HoldAtAnyDepth(double value, double depth, int expected) =>
        Assert.Equal(
            expected, Judge("""{"climatology":[{"tspan":["2021-07","2021-09"],"vspan":[3.4,5]}]}""", "2021-07-16", value, depth));

    [Theory]
    [InlineData("month", 3)]
    [InlineData("weekofyear", 12)]
    [InlineData("week", 12)]
    [InlineData("dayofyear", 90)]
    [InlineData("quarter", 1)]
    public void Periods_UpToTheEndOfMarch_AreThoseOfIoosQc(string period, int until)
    {
        string json = $$"""{"climatology":[{"tspan":[0,{{until}}],"vspan":[10,20],"period":"{{period}}"}]}""";
        (string Time, double Value)[] points =
            [("2011-02-02", 9), ("2013-02-03", 11), ("2011-04-01", 21), ("2011-12-31", 21), ("2020-02-29", 15)];
        Assert.Equal([3, 1, 2, 2, 1], points.Select(p => Judge(json, p.Time, p.Value, double.NaN)));
    }

    [Theory]
    [InlineData("dayofweek", "2021-01-04", 0)] // a Monday
    [InlineData("dayofweek", "2021-01-10", 6)]
    [InlineData("day", "2021-01-31", 31)]
    [InlineData("week", "2021-01-03", 53)]
    [InlineData("hour", "2021-01-03T23:59:00Z", 23)]
    [InlineData("dayofyear", "2020-12-31", 366)]
    [InlineData("year", "2020-12-31", 2020)]
    [InlineData("quarter", "2020-10-01", 4)]
    public void Periods_OfATime_AreThoseOfPandas(string period, string time, int place)
    {
        string json = $$"""{"climatology":[{"tspan":[{{place}},{{place}}],"vspan":[0,1],"period":"{{period}}"}]}""";
        Assert.Equal(1, Judge(json, time, 1, double.NaN));
    }

    private static int Judge(string json, string time, double value, double depth) =>
        (int)QualityJson.Parse(json).Tests[0].Judge(new QualitySeries([Flags.At(time)], [value], [depth]))[0];
}

using EnviAgriNet.Core.Quality;
using EnviAgriNet.Core.Quantities;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Core.Tests.Quality;

public sealed class QualityJsonTests
{
    private const string Ours = """
        {"gross_range":{"fail":[0,50],"suspect":[5,40]},
         "climatology":[{"tspan":[1,3],"period":"month","vspan":[10,20],"fspan":[0,30],"zspan":[0,10]}],
         "spike":{"suspect":3,"fail":8,"method":"differential"},
         "rate_of_change":{"suspect_per_second":0.01,"fail_per_second":0.1},
         "flat_line":{"suspect_seconds":3600,"fail_seconds":7200,"tolerance":0.1},
         "attenuated_signal":{"suspect":0.5,"fail":0.1,"check_type":"range","test_period":7200,"min_obs":4,"min_period":600}}
        """;

    private const string Theirs = """
        {"qartod":{
         "gross_range_test":{"fail_span":[0,50],"suspect_span":[40,5]},
         "climatology_test":{"config":[{"tspan":[1,3],"period":"month","vspan":[10,20],"fspan":[0,30],"zspan":[0,10]}]},
         "spike_test":{"suspect_threshold":3,"fail_threshold":8,"method":"differential"},
         "rate_of_change_test":{"threshold":0.01,"fail_threshold":0.1},
         "flat_line_test":{"suspect_threshold":3600,"fail_threshold":7200,"tolerance":0.1},
         "attenuated_signal_test":{"suspect_threshold":0.5,"fail_threshold":0.1,"check_type":"range","test_period":7200,"min_obs":4,"min_period":600},
         "aggregate":null}}
        """;

    [Fact]
    public void Parse_OursAndIoosQcs_AreTheSame()
    {
        QualityConfig ours = QualityJson.Parse(Ours);
        Assert.Equal(6, ours.Tests.Count);
        Assert.Equal(ours.Version, QualityJson.Parse(Theirs).Version);
        Assert.Equal(new GrossRangeTest(new Span(0, 50), new Span(5, 40)), ours.Tests[0]);
        Assert.Equal(new SpikeTest(3, 8, SpikeMethod.Differential), ours.Tests[2]);
    }

    [Fact]
    public void Write_WhatWasRead_ReadsTheSame()
    {
        foreach (QualityConfig config in QuantityCatalog.All.Select(QualityDefaults.Of).Append(QualityJson.Parse(Ours)))
        {
            Assert.Equal(config.Version, QualityJson.Parse(QualityJson.Write(config).ToJsonString()).Version);
        }
    }

    [Theory]
    [InlineData("""{"gross_range":{"fail":[0,50],"suspect":[5,60]}}""", "gross_range.suspect 5 to 60 must lie inside fail 0 to 50")]
    [InlineData("""{"gross_range":{}}""", "gross_range.fail or suspect is needed")]
    [InlineData("""{"gross_range":{"fail":10}}""", "gross_range.fail must be two numbers, as in [0, 50]")]
    [InlineData("""{"spike":{"suspect":-1,"fail":3}}""", "spike.suspect -1 must be 0 or more")]
    [InlineData("""{"spike":{"suspect":1,"method":"bad"}}""", "spike.method 'bad' must be average or differential")]
    [InlineData("""{"spike":{"suspect":"1"}}""", "spike.suspect must be a number")]
    [InlineData("""{"spike":{"suspect":1,"suspect_threshold":2}}""", "spike.suspect_threshold says the same as suspect; give one of them")]
    [InlineData("""{"rate_of_change":{"threshold":1,"speed":2}}""", "rate_of_change.speed is not known")]
    [InlineData("""{"flat_line":{"tolerance":1}}""", "flat_line.suspect_seconds or fail_seconds is needed")]
    [InlineData("""{"attenuated_signal":{"suspect":1,"check_type":"mad"}}""", "attenuated_signal.check_type 'mad' must be std or range")]
    [InlineData("""{"attenuated_signal":{"suspect":1,"min_obs":2.5}}""", "attenuated_signal.min_obs must be a whole number")]
    [InlineData("""{"climatology":[{"tspan":[1,3],"vspan":[1,2]}]}""",
        "climatology[0].tspan must be two dates, as in [\"2019-11-01\", \"2020-02-04\"], or two numbers with a period", "climatology[0].tspan is needed")]
    [InlineData("""{"climatology":[{"tspan":[1,3],"vspan":[1,2],"period":"moon"}]}""",
        "climatology[0].period 'moon' is none of year, quarter, month, week, weekofyear, day, dayofyear, day_of_year, dayofweek, day_of_week, weekday, hour")]
    [InlineData("""{"weather":{}}""",
        "weather is not a test; there are gross_range, climatology, spike, rate_of_change, flat_line, attenuated_signal, gap, neighbour and sensor_doubt")]
    [InlineData("""{"spike":{"suspect":1},"spike_test":{"suspect":1}}""", "spike stands twice")]
    [InlineData("[]", "the configuration must be an object")]
    public void TryParse_Wrong_SaysWhereAndWhat(string json, params string[] expected)
    {
        Assert.Null(QualityJson.TryParse(json, out IReadOnlyList<string> faults));
        Assert.Equal(expected, faults);
    }

    [Fact]
    public void TryParse_SeveralWrong_ListsAll()
    {
        Assert.Null(QualityJson.TryParse(
            """{"gross_range":{"fail":[1,1],"suspect":[2,2]},"spike":{"fail":-2},"flat_line":{"suspect_seconds":-1,"tolerance":-1}}""",
            out IReadOnlyList<string> faults));
        Assert.Equal(4, faults.Count);
    }

    [Fact]
    public void Version_AnyLimitChanged_IsAnother()
    {
        string[] versions =
        [
            .. new[] { "{}", """{"spike":{"suspect":1}}""", """{"spike":{"suspect":2}}""", """{"spike":{"fail":1}}""", """{"neighbour":{"tolerance":1}}""" }
                .Select(json => QualityJson.Parse(json).Version),
        ];
        Assert.Equal(versions.Length, versions.Distinct().Count());
        Assert.All(versions, v => Assert.Equal(12, v.Length));
    }

    [Fact]
    public void Judge_TwoTestsWithTheSameFlag_TheFirstOneNamesIt()
    {
        QualitySeries series = Flags.Every(60, "20,200");
        foreach ((string json, QualityTest expected) in new[]
        {
            ("""{"gross_range":{"fail":[0,50]},"rate_of_change":{"fail_per_second":1}}""", QualityTest.GrossRange),
            ("""{"rate_of_change":{"fail_per_second":1},"gross_range":{"fail":[0,50]}}""", QualityTest.RateOfChange),
        })
        {
            Assert.Equal(
                [new Verdict(QualityFlag.Pass, QualityTest.None), new Verdict(QualityFlag.Fail, expected)],
                QualityJson.Parse(json).Judge(series).Verdicts);
        }
    }

    [Fact]
    public void Book_Changes_TakeThePlaceOfTheDefaults()
    {
        QualityBook book = QualityBook.TryParse("""{"pm25":{"spike":{"suspect":100}}}""", out _)!;
        Assert.IsType<SpikeTest>(Assert.Single(book.For(QuantityCatalog.Get("pm25")).Tests));
        Assert.Equal(
            QualityBook.Default.For(QuantityCatalog.Get("pm10")).Version, book.For(QuantityCatalog.Get("pm10")).Version);
        Assert.NotEqual(QualityBook.Default.Version, book.Version);
        Assert.Equal(QualityBook.Default.Version, QualityBook.TryParse("{}", out _)!.Version);
    }

    [Fact]
    public void Book_Wrong_SaysWhereAndWhat()
    {
        Assert.Null(QualityBook.TryParse("""{"dust":{},"pm25":{"spike":{"fail":-1}}}""", out IReadOnlyList<string> faults));
        Assert.Equal(["quantity 'dust' is not known", "pm25.spike.fail -1 must be 0 or more"], faults);
    }

    [Fact]
    public void Defaults_EveryQuantity_FailsOutsideItsRange()
    {
        foreach (Quantity quantity in QuantityCatalog.All)
        {
            QualityConfig config = QualityDefaults.Of(quantity);
            Assert.All(config.Tests, t => Assert.Empty(t.Faults()));
            Assert.Equal(new Span(quantity.Min, quantity.Max), config.Find<GrossRangeTest>()!.Fail);
        }
    }
}

using EnviAgriNet.Core.Quality;
using EnviAgriNet.Core.Quantities;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Core.Tests.Quality;

public sealed class SeriesQualityTests
{
    private static readonly SeriesTest[] Streamed =
    [
        new GrossRangeTest(new Span(-40, 60), new Span(0, 45)),
        new RateOfChangeTest(0.02, 0.05),
        new FlatLineTest(1800, 5400, 0.25),
        new AttenuatedSignalTest(0.4, 0.1, SignalMeasure.Range, 3600, 3, null),
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Judge_SeriesWithoutHoles_GivesTheFlagsOfTheWholeSeries(int seed)
    {
        Random random = new(seed);
        // From 90 s on a bucket of 5400/60 s has one reading, so that both forms look at the same points.
        int step = new[] { 90, 100, 240, 300, 600, 900, 1700 }[random.Next(7)];
        QualitySeries series = Flags.Every(step, Walk(random, 300));
        foreach (SeriesTest test in Streamed.Append(
            new AttenuatedSignalTest(0.3, 0.05, SignalMeasure.Std, 5400, 2, null)))
        {
            QualityConfig config = new([test]);
            SeriesQuality stream = new(config);
            string streamed = Flags.Text(Enumerable.Range(0, series.Count)
                .Select(i => stream.Judge(series.TimesMs[i], series.Values[i]).Flag));
            Assert.True(Flags.Text(test.Judge(series)) == streamed, $"seed {seed}, {test.Kind} every {step} s");
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Judge_SeveralTests_NamesTheOneThatSetTheFlag(int seed)
    {
        Random random = new(seed);
        QualitySeries series = Flags.Every(300, Walk(random, 200));
        QualityConfig config = new(Streamed);
        QualityResult whole = config.Judge(series);
        SeriesQuality stream = new(config);
        for (int i = 0; i < series.Count; i++)
        {
            Verdict verdict = stream.Judge(series.TimesMs[i], series.Values[i]);
            Assert.True(verdict == whole.Verdicts[i], $"seed {seed}, point {i}: {verdict}, the whole series says {whole.Verdicts[i]}");
        }
    }

    /// <summary>A limit is the last value that passes, where the test says above or below it.</summary>
    [Fact]
    public void Judge_ValueAtItsLimit_Passes()
    {
        Assert.Equal("1134", Flags.Of(new RateOfChangeTest(1, 2), Flags.Every(1, "0,1,3,6")));
        Assert.Equal("2332", Flags.Of(new SpikeTest(2, 40, SpikeMethod.Differential), Flags.Every(60, "0,50,47,60")));
        Assert.Equal("2112", Flags.Of(new SpikeTest(3, 40, SpikeMethod.Differential), Flags.Every(60, "0,50,47,60")));
        Assert.Equal("1133", Flags.Of(new FlatLineTest(120, null, 0.1, IgnoreBelow: 0.5, PointsMin: 3), Flags.Every(60, "0.5,0.5,0.5,0.5")));
    }

    [Fact]
    public void Settled_NextHasCome_SaysWhatTheSpikeTestSaysOfTheOneBefore()
    {
        QualityConfig config = QualityJson.Parse("""{"spike":{"suspect":25,"fail":50}}""");
        QualitySeries series = Flags.Every(60, "10,12,999.99,13,15,40,9,9");
        SeriesQuality stream = new(config);
        List<QualityFlag> settled = [];
        for (int i = 0; i < series.Count; i++)
        {
            Assert.Equal(QualityFlag.NotEvaluated, stream.Judge(series.TimesMs[i], series.Values[i]).Flag);
            if (stream.Settled is { } found)
            {
                Assert.Equal(series.TimesMs[i - 1], found.TimeMs);
                settled.Add(found.Verdict.Flag);
            }
        }

        Assert.Equal("444131", Flags.Text(settled));
    }

    [Fact]
    public void Judge_LateReading_ChangesNothing()
    {
        QualityConfig config = QualityDefaults.Of(QuantityCatalog.Get("air_temperature"));
        SeriesQuality plain = new(config);
        SeriesQuality disturbed = new(config);
        Random random = new(7);
        for (int i = 0; i < 500; i++)
        {
            long at = Flags.At("2026-03-01") + (i * 60_000L);
            double value = 25 + random.NextDouble();
            Assert.Equal(plain.Judge(at, value), disturbed.Judge(at, value));
            Assert.Equal(QualityFlag.Pass, disturbed.Judge(at - 30_000, -20).Flag);
            Assert.Equal(new Verdict(QualityFlag.Fail, QualityTest.GrossRange), disturbed.Judge(at - 30_000, 61));
        }
    }

    [Fact]
    public void Judge_NewestAgain_SaysTheSameAgain()
    {
        SeriesQuality stream = new(QualityDefaults.Of(QuantityCatalog.Get("air_temperature")));
        stream.Judge(0, 25);
        Verdict first = stream.Judge(60_000, 35);
        Assert.Equal(new Verdict(QualityFlag.Suspect, QualityTest.RateOfChange), first);
        Assert.Equal(first, stream.Judge(60_000, 35));
    }

    [Fact]
    public void Judge_ClockSetBack_BeginsAnew()
    {
        SeriesQuality stream = new(QualityDefaults.Of(QuantityCatalog.Get("air_temperature")));
        stream.Judge(Flags.At("2030-01-01"), 25);
        long from = Flags.At("2026-03-01");
        for (int i = 0; i <= SeriesQuality.LateInRowMax; i++)
        {
            Assert.Equal(QualityFlag.Pass, stream.Judge(from + (i * 60_000L), 25 + i).Flag);
        }

        Assert.Equal(QualityFlag.Suspect, stream.Judge(from + ((SeriesQuality.LateInRowMax + 1) * 60_000L), 60).Flag);
    }

    /// <summary>Vectors derived from the WMO guidelines: 60 passes, 60.1 fails, a step of 3.0 passes, 3.1 does not, an hour within 0.05 is flat.</summary>
    [Fact]
    public void Defaults_WmoVectors_Hold()
    {
        QualityConfig temperature = QualityDefaults.Of(QuantityCatalog.Get("air_temperature"));
        QualityConfig humidity = QualityDefaults.Of(QuantityCatalog.Get("humidity"));
        Assert.Equal(QualityFlag.Pass, new SeriesQuality(temperature).Judge(0, 60).Flag);
        Assert.Equal(QualityFlag.Fail, new SeriesQuality(temperature).Judge(0, 60.1).Flag);
        Assert.Equal(QualityFlag.Pass, new SeriesQuality(temperature).Judge(0, -80).Flag);
        Assert.Equal(QualityFlag.Fail, new SeriesQuality(humidity).Judge(0, 100.1).Flag);
        Assert.Equal(QualityFlag.Pass, Second(temperature, 20, 23, 60).Flag);
        Assert.Equal(new Verdict(QualityFlag.Suspect, QualityTest.RateOfChange), Second(temperature, 20, 23.1, 60));
        Assert.Equal(QualityFlag.Suspect, Second(temperature, 20, 23.1, 10).Flag);
        Assert.Equal(QualityFlag.Pass, Second(temperature, 20, 23.1, 120).Flag);
        SeriesQuality stream = new(temperature);
        Verdict[] hour = [.. Enumerable.Range(0, 62).Select(m => stream.Judge(m * 60_000L, 25 + (m % 2 * 0.05)))];
        Assert.All(hour[..60], v => Assert.Equal(QualityFlag.Pass, v.Flag));
        Assert.All(hour[60..], v => Assert.Equal(new Verdict(QualityFlag.Suspect, QualityTest.FlatLine), v));
    }

    [Fact]
    public void Defaults_StuckHumidity_IsAFlatLine()
    {
        SeriesQuality stream = new(QualityDefaults.Of(QuantityCatalog.Get("humidity")));
        Verdict last = default;
        for (int i = 0; i <= 7200; i += 5)
        {
            last = stream.Judge(i * 1000L, 99.9);
        }

        Assert.Equal(new Verdict(QualityFlag.Suspect, QualityTest.FlatLine), last);
    }

    [Fact]
    public void Defaults_HourlyTemperaturesThatAreEqual_AreNoFlatLine()
    {
        QualityConfig config = QualityDefaults.Of(QuantityCatalog.Get("air_temperature"));
        SeriesQuality stream = new(config);
        Assert.All(Enumerable.Range(0, 4), h => Assert.Equal(QualityFlag.Pass, stream.Judge(h * 3_600_000L, 24.1).Flag));
        Assert.Equal("1111", Flags.Text(config.Judge(Flags.Every(3600, "24.1,24.1,24.1,24.1")).Verdicts.Select(v => v.Flag)));
    }

    private static Verdict Second(QualityConfig config, double first, double second, int seconds)
    {
        SeriesQuality stream = new(config);
        stream.Judge(0, first);
        return stream.Judge(seconds * 1000L, second);
    }

    private static double[] Walk(Random random, int count)
    {
        double level = 25;
        double[] values = new double[count];
        int stuck = 0;
        for (int i = 0; i < count; i++)
        {
            stuck = stuck > 0 ? stuck - 1 : random.Next(25) == 0 ? random.Next(5, 60) : 0;
            level += stuck > 0 ? 0 : random.Next(-30, 31) / 10.0;
            values[i] = Math.Round(level + (random.Next(60) == 0 ? random.Next(-60, 60) : 0), 1);
        }

        return values;
    }
}

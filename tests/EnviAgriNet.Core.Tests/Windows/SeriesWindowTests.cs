using EnviAgriNet.Core.Quantities;
using EnviAgriNet.Core.Windows;

namespace EnviAgriNet.Core.Tests.Windows;

public sealed class SeriesWindowTests
{
    private const int BytesSaid = 4_088;

    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Quantity Pm25 = QuantityCatalog.Get("pm25");

    [Fact]
    public void Memory_FullWindow_IsUnderFourKilobytesAndDoesNotGrow()
    {
        // What makes a window the first time is no part of a window.
        Fill(new SeriesWindow(Pm25));
        long before = GC.GetAllocatedBytesForCurrentThread();
        SeriesWindow window = new(Pm25);
        long made = GC.GetAllocatedBytesForCurrentThread() - before;
        Fill(window);
        long filled = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(made, filled);
        Assert.Equal(BytesSaid, made);
        Assert.Equal(360, window.Hours(window.LatestAt!.Value, 360).Count);

        static void Fill(SeriesWindow window)
        {
            for (int minute = 0; minute < 16 * 1440; minute++)
            {
                window.Add(Start.AddMinutes(minute), minute % 100);
                window.Add(Start.AddMinutes(minute - 2000), minute % 90);
            }
        }
    }

    [Theory]
    [InlineData("pm25", 0.05)]
    [InlineData("pm10", 0.1)]
    [InlineData("rain", 0.001)]
    [InlineData("air_temperature", 0.005)]
    [InlineData("water_level", 0.002)]
    [InlineData("water_level_msl", 0.05)]
    [InlineData("flow", 0.5)]
    [InlineData("pressure", 0.01)]
    public void Step_OfAQuantity_IsTheSmallestThatFits(string code, double step)
    {
        Quantity quantity = QuantityCatalog.Get(code);
        Assert.Equal(step, new SeriesWindow(quantity).Step);
        Assert.Equal(step, SeriesWindow.StepOf(quantity));
    }

    [Fact]
    public void Mean_EveryPlausibleValueOfEveryQuantity_IsOffByHalfAStepAtMost()
    {
        Random random = new(3);
        foreach (Quantity quantity in QuantityCatalog.All.Where(SeriesWindow.Supports))
        {
            for (int i = 0; i < 200; i++)
            {
                double value = i switch
                {
                    0 => quantity.Min,
                    1 => quantity.Max,
                    _ => quantity.Min + (random.NextDouble() * (quantity.Max - quantity.Min)),
                };
                SeriesWindow window = new(quantity);
                Assert.True(window.Add(Start, value));
                double kept = window.Mean(Start, TimeSpan.FromHours(1))!.Value.Value;
                Assert.True(Math.Abs(kept - value) <= (window.Step / 2) + 1e-9, $"{quantity}: {value} is kept as {kept}");
                Assert.Equal(value, window.Latest);
            }
        }
    }

    [Theory]
    [InlineData("wind_direction")]
    [InlineData("rain_total")]
    public void New_QuantityWithoutMeanSumOrMaximum_IsRefused(string code)
    {
        Quantity quantity = QuantityCatalog.Get(code);
        Assert.False(SeriesWindow.Supports(quantity));
        Assert.Throws<ArgumentException>(() => new SeriesWindow(quantity));
    }

    [Fact]
    public void Sum_SeveralReadingsOfRainInAMinute_AddUpAndStopAtTheLargestSlot()
    {
        SeriesWindow window = new(QuantityCatalog.Get("rain"));
        window.Add(Start, 0.2);
        window.Add(Start.AddSeconds(1), 0.2);
        Assert.Equal(0.4, window.Sum(Start, TimeSpan.FromHours(1))!.Value.Value, 9);

        window.Add(Start.AddSeconds(2), 40);
        window.Add(Start.AddSeconds(3), 40);
        Assert.Equal(65.534, window.Sum(Start, TimeSpan.FromHours(1))!.Value.Value, 9);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-0.1)]
    [InlineData(2000.1)]
    public void Add_ImplausibleValue_IsNotTaken(double value)
    {
        SeriesWindow window = new(Pm25);
        Assert.False(window.Add(Start, value));
        Assert.Null(window.LatestAt);
    }

    [Fact]
    public void Add_LateByFourteenDays_CorrectsItsHour()
    {
        SeriesWindow window = new(Pm25);
        window.Add(Start, 10);
        window.Add(Start.AddDays(14), 20);
        Assert.True(window.Add(Start.AddMinutes(30), 16));

        Assert.Equal(new Slot(Start, 13, 26, 2), window.Hours(Start, 1).Single());
        Assert.Equal(new WindowValue(16.5, 2, 337), window.MeanOfHours(Start.AddDays(14), 337));
        Assert.False(window.Add(Start.AddDays(-1).AddMinutes(-1), 16));
    }

    [Fact]
    public void Add_GapLongerThanTheWindow_HoldsNothingOfBefore()
    {
        SeriesWindow window = new(Pm25);
        for (int minute = 0; minute < 3 * 1440; minute++)
        {
            window.Add(Start.AddMinutes(minute), 10);
        }

        window.Add(Start.AddDays(40), 20);
        Assert.Equal(new WindowValue(20, 1, 360), window.MeanOfHours(Start.AddDays(40), 360));
    }

    [Fact]
    public void MeanOfHours_MinuteAndHourlyStation_Agree()
    {
        SeriesWindow minutes = new(Pm25);
        SeriesWindow hours = new(Pm25);
        for (int hour = 0; hour < 48; hour++)
        {
            hours.Add(Start.AddHours(hour), 10 + hour);
            for (int minute = 0; minute < (hour % 2 == 0 ? 60 : 7); minute++)
            {
                minutes.Add(Start.AddHours(hour).AddMinutes(minute), 10 + hour);
            }
        }

        foreach (int count in (ReadOnlySpan<int>)[1, 8, 24, 48])
        {
            DateTimeOffset until = Start.AddHours(47).AddMinutes(59);
            Assert.Equal(hours.MeanOfHours(until, count), minutes.MeanOfHours(until, count));
        }
    }

    [Fact]
    public void Latest_TwoReadingsAtOneTime_IsTheLargerInAnyOrder()
    {
        foreach (double[] values in (double[][])[[10, 20], [20, 10]])
        {
            SeriesWindow window = new(Pm25);
            window.Add(Start.AddSeconds(30), values[0]);
            window.Add(Start.AddSeconds(30), values[1]);
            window.Add(Start.AddSeconds(29), 99);
            Assert.Equal(20, window.Latest);
            Assert.Equal(Start.AddSeconds(30), window.LatestAt);
        }
    }

    [Fact]
    public void Mean_FourMinutesOfManyReadingsInAnyMixture_IsExact()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            Random random = new(seed);
            double[] sums = new double[4];
            SeriesWindow window = new(Pm25);
            foreach (int second in Enumerable.Range(0, 240).OrderBy(_ => random.Next()))
            {
                int value = random.Next(2000);
                sums[second / 60] += value;
                window.Add(Start.AddSeconds(second), value);
            }

            for (int minute = 0; minute < 4; minute++)
            {
                double mean = window.Mean(Start.AddMinutes(minute), TimeSpan.FromMinutes(1))!.Value.Value;
                Assert.True(Math.Abs(mean - (sums[minute] / 60)) <= (window.Step / 2) + 1e-9, $"seed {seed}: {mean} of {sums[minute] / 60}");
            }
        }
    }

    [Fact]
    public void Mean_MinuteThatRepeatsAfterFortyFiveDays_KnowsNothingOfTheFirst()
    {
        // The sums of minutes are found by the low 16 bits of the minute.
        SeriesWindow window = new(Pm25);
        window.Add(Start, 100);
        window.Add(Start.AddSeconds(1), 100);
        for (int minute = 1; minute <= 65_536; minute++)
        {
            window.Add(Start.AddMinutes(minute), 10);
        }

        window.Add(Start.AddMinutes(65_536).AddSeconds(1), 20);
        Assert.Equal(15, window.Mean(Start.AddMinutes(65_536), TimeSpan.FromMinutes(1))!.Value.Value);
    }

    [Fact]
    public void Sum_HourOfTheLargestSlots_IsTheSameWhenItIsOld()
    {
        SeriesWindow window = new(QuantityCatalog.Get("rain"));
        for (int second = 0; second < 3600; second += 20)
        {
            window.Add(Start.AddSeconds(second), 40);
        }

        double expected = 60 * 65.534;
        Assert.Equal(expected, window.Sum(Start, TimeSpan.FromHours(25))!.Value.Value, 6);
        window.Add(Start.AddDays(3), 0);
        Assert.Equal(expected, window.Sum(Start, TimeSpan.FromHours(1))!.Value.Value, 6);
        Assert.Equal(60, window.Hours(Start, 1).Single().Count);

        // The hour is full: a 61st slot adds nothing to its count.
        window.Add(Start, 40);
        Assert.Equal(60, window.Hours(Start, 1).Single().Count);
    }

    [Fact]
    public void Mean_OldHourWithMoreReadingsThanMinutes_StaysTheirMean()
    {
        SeriesWindow window = new(Pm25);
        window.Add(Start.AddDays(2), 0);
        for (int i = 0; i < 600; i++)
        {
            window.Add(Start.AddSeconds(i), i % 2 == 0 ? 10 : 20);
        }

        Assert.Equal(15, window.MeanOfHours(Start, 1)!.Value.Value, 0.5);
    }

    [Fact]
    public void Mean_LateReadingOfAMinuteWhoseSumIsGone_StaysBetweenItsReadings()
    {
        SeriesWindow window = new(Pm25);
        for (int second = 0; second < 3600; second += 10)
        {
            window.Add(Start.AddSeconds(second), second < 60 ? 10 : 50);
        }

        window.Add(Start.AddSeconds(5), 20);
        Assert.Equal(15, window.Mean(Start, TimeSpan.FromMinutes(1))!.Value.Value);
    }

    [Fact]
    public void Queries_SpanOfNothing_AreAProgrammersError()
    {
        SeriesWindow window = new(Pm25);
        Assert.Throws<ArgumentOutOfRangeException>(() => window.Mean(Start, TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => window.MeanOfHours(Start, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => window.Hours(Start, -1));
    }
}

using EnviAgriNet.Core.Indices;
using EnviAgriNet.Core.Quantities;
using EnviAgriNet.Core.Windows;

namespace EnviAgriNet.Core.Tests.Windows;

public sealed class AveragingWindowTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly AveragingWindow[] Windows = [AveragingWindow.OneHour, AveragingWindow.EightHours, AveragingWindow.Day];

    [Theory]
    [InlineData(Pollutant.Pm25, 24, 18)]
    [InlineData(Pollutant.Pm10, 24, 18)]
    [InlineData(Pollutant.O3, 8, 6)]
    [InlineData(Pollutant.Co, 8, 6)]
    [InlineData(Pollutant.No2, 1, 1)]
    [InlineData(Pollutant.So2, 1, 1)]
    public void Of_Pollutant_IsThatOfTheIndex(Pollutant pollutant, int hours, int hoursMin)
    {
        AveragingWindow window = PollutantWindows.Of(pollutant);
        Assert.Equal(new AveragingWindow(hours, hoursMin), window);
        Assert.Equal((int)Math.Ceiling(hours * 0.75), window.HoursMin);
    }

    [Fact]
    public void Of_HoursOfFifteenAndOfEighteen_IsAReasonAndAValue()
    {
        double?[] hours = [.. Enumerable.Range(0, 24).Select(i => i < 15 ? (double?)i : null)];
        AveragedValue tooFew = AveragingWindow.Day.Of(hours);
        Assert.Null(tooFew.Value);
        Assert.Equal("too few hours: 15 of 24, needs 18", tooFew.Reason);
        Assert.Equal(TimeSpan.FromHours(24), tooFew.Period);
        Assert.Equal(15 / 24.0, tooFew.Completeness);

        hours[20] = 100;
        hours[21] = 100;
        hours[22] = 100;
        AveragedValue enough = AveragingWindow.Day.Of(hours);
        Assert.Equal((105 + 300) / 18.0, enough.Value);
        Assert.Null(enough.Reason);
    }

    [Fact]
    public void Of_LongerAndShorterLists_CountTheNewestHours()
    {
        double?[] newest = [1, 2, 3, null, 5, 6, 7, double.NaN];
        Assert.Equal(AveragingWindow.EightHours.Of(newest), AveragingWindow.EightHours.Of([500, .. newest]));
        Assert.Equal("too few hours: 5 of 8, needs 6", AveragingWindow.EightHours.Of(newest[..6]).Reason);
        Assert.Equal("too few hours: 0 of 1, needs 1", AveragingWindow.OneHour.Of([]).Reason);
    }

    [Fact]
    public void Of_ListAndSeries_Agree()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            Random random = new(seed);
            SeriesWindow series = new(QuantityCatalog.Get("o3"));
            double?[] hours = new double?[30];
            for (int hour = 0; hour < hours.Length; hour++)
            {
                if (random.Next(4) > 0)
                {
                    hours[hour] = random.Next(2000) / 10.0;
                    series.Add(Start.AddHours(hour).AddMinutes(random.Next(60)), hours[hour]!.Value);
                }
            }

            foreach (AveragingWindow window in Windows)
            {
                AveragedValue expected = window.Of(hours);
                AveragedValue actual = window.Of(series, Start.AddHours(hours.Length - 1));
                Assert.True(expected.HoursFilled == actual.HoursFilled, $"seed {seed}: {expected}, {actual}");
                Assert.Equal(expected.Reason, actual.Reason);
                Assert.Equal(expected.Value ?? 0, actual.Value ?? 0, 9);
            }
        }
    }

    [Fact]
    public void StationAir_EachPollutantOverItsOwnWindow_GivesTheLargestIndex()
    {
        SeriesWindow pm25 = Hourly("pm25", 24, 34.1);
        SeriesWindow co = Hourly("co", 8, 1.2);
        SeriesWindow no2 = Hourly("no2", 24, 20);
        no2.Add(Start.AddHours(23).AddMinutes(30), 180);
        SeriesWindow pm10 = Hourly("pm10", 17, 300);
        StationAir air = StationAir.Of(
            ThaiAqiTable.Since2023, [co, pm10, no2, pm25, Hourly("air_temperature", 24, 30)], Start.AddHours(23).AddMinutes(45));

        // The pairs 34.1 -> 87 and 1.20 -> 7 are Air4Thai's, station 54t of 2024-05-07.
        Assert.Equal([Pollutant.Pm25, Pollutant.Pm10, Pollutant.Co, Pollutant.No2], air.Pollutants.Select(p => p.Pollutant));
        Assert.Equal([87, null, 7, 47], air.Pollutants.Select(p => p.Index?.Number));
        Assert.Equal("too few hours: 17 of 24, needs 18", air.Pollutants[1].Average.Reason);
        Assert.Equal([24, 24, 8, 1], air.Pollutants.Select(p => p.Average.Period.TotalHours));
        Assert.Equal(100, air.Pollutants[3].Average.Value);
        Assert.Equal((87, Pollutant.Pm25), (air.Aqi!.Value.Value.Number, air.Aqi.Value.Pollutant));
    }

    [Fact]
    public void StationAir_TwoSeriesOfOnePollutant_TakesTheMoreCompleteOne()
    {
        StationAir air = StationAir.Of(ThaiAqiTable.Since2023, [Hourly("pm25", 18, 500), Hourly("pm25", 24, 15)], Start.AddHours(23));
        Assert.Equal(25, air.Aqi!.Value.Value.Number);
    }

    [Fact]
    public void StationAir_NothingComplete_HasNoIndexButReasons()
    {
        StationAir air = StationAir.Of(ThaiAqiTable.Since2023, [Hourly("pm25", 17, 500), Hourly("o3", 5, 50)], Start.AddHours(23));
        Assert.Null(air.Aqi);
        Assert.All(air.Pollutants, p => Assert.StartsWith("too few hours", p.Average.Reason, StringComparison.Ordinal));
    }

    // The last hour is always the 23rd.
    private static SeriesWindow Hourly(string quantity, int hours, double value)
    {
        SeriesWindow series = new(QuantityCatalog.Get(quantity));
        for (int hour = 24 - hours; hour < 24; hour++)
        {
            series.Add(Start.AddHours(hour), value);
        }

        return series;
    }
}

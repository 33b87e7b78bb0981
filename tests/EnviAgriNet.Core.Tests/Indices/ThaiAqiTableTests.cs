using EnviAgriNet.Core.Indices;

namespace EnviAgriNet.Core.Tests.Indices;

/// <summary>Vectors: Air4Thai of 2024-05-07 (station 54t) and 2019-02-17 (03t), the end points of the tables, and the press of 2019 for the values above 200.</summary>
public sealed class ThaiAqiTableTests
{
    [Theory]
    [InlineData(Pollutant.Pm25, 34.1, 87, AqiClass.Moderate)]
    [InlineData(Pollutant.Pm10, 73, 44, AqiClass.Good)]
    [InlineData(Pollutant.Co, 1.20, 7, AqiClass.VeryGood)]
    [InlineData(Pollutant.Pm25, 0, 0, AqiClass.VeryGood)]
    [InlineData(Pollutant.Pm25, 15.0, 25, AqiClass.VeryGood)]
    [InlineData(Pollutant.Pm25, 15.1, 26, AqiClass.Good)]
    [InlineData(Pollutant.Pm25, 25.0, 50, AqiClass.Good)]
    [InlineData(Pollutant.Pm25, 25.1, 51, AqiClass.Moderate)]
    [InlineData(Pollutant.Pm25, 37.5, 100, AqiClass.Moderate)]
    [InlineData(Pollutant.Pm25, 37.6, 101, AqiClass.StartsToAffectHealth)]
    [InlineData(Pollutant.Pm25, 75.0, 200, AqiClass.StartsToAffectHealth)]
    [InlineData(Pollutant.Pm10, 180, 200, AqiClass.StartsToAffectHealth)]
    [InlineData(Pollutant.O3, 70, 100, AqiClass.Moderate)]
    [InlineData(Pollutant.Co, 30.0, 200, AqiClass.StartsToAffectHealth)]
    [InlineData(Pollutant.No2, 61, 26, AqiClass.Good)]
    [InlineData(Pollutant.So2, 301, 101, AqiClass.StartsToAffectHealth)]
    public void ValueOf_TableOf2023_IsThePublishedIndex(Pollutant pollutant, double value, int index, AqiClass expected)
    {
        AqiValue? aqi = ThaiAqiTable.Since2023.ValueOf(pollutant, value);

        Assert.Equal(new AqiValue(index, expected, IsBeyondScale: false), aqi);
    }

    [Theory]
    [InlineData(Pollutant.Pm25, 26, 26)]
    [InlineData(Pollutant.Pm10, 51, 26)]
    [InlineData(Pollutant.O3, 11, 8)]
    [InlineData(Pollutant.Co, 0.54, 3)]
    [InlineData(Pollutant.No2, 30, 13)]
    [InlineData(Pollutant.Pm25, 50, 100)]
    [InlineData(Pollutant.Pm25, 51, 101)]
    [InlineData(Pollutant.Pm25, 90, 200)]
    [InlineData(Pollutant.Pm25, 320, 430)]
    [InlineData(Pollutant.Pm25, 355, 465)]
    public void ValueOf_TableOf2018_IsThePublishedIndex(Pollutant pollutant, double value, int index)
    {
        AqiValue? aqi = ThaiAqiTable.Since2018.ValueOf(pollutant, value);

        Assert.Equal(index, aqi?.Number);
        Assert.False(aqi?.IsBeyondScale);
    }

    [Theory]
    [InlineData(75.1)]
    [InlineData(75.3)]
    [InlineData(320)]
    [InlineData(1e300)]
    public void ValueOf_Above200In2023_SaysOnlyThatItIsAbove(double value)
    {
        AqiValue? aqi = ThaiAqiTable.Since2023.ValueOf(Pollutant.Pm25, value);

        Assert.True(aqi?.IsBeyondScale);
        Assert.Equal(">200", aqi?.Text);
        Assert.Equal(AqiClass.AffectsHealth, aqi?.Class);
        Assert.True(aqi?.Number > 200);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-999)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void ValueOf_Missing_IsNull(double value) => Assert.Null(ThaiAqiTable.Since2023.ValueOf(Pollutant.So2, value));

    [Fact]
    public void ValueOf_RisingConcentrations_NeverFallsAndNeverJumps()
    {
        foreach (Pollutant pollutant in Enum.GetValues<Pollutant>())
        {
            double top = ThaiAqiTable.Since2023.Limits(pollutant).At200;
            int before = 0;
            for (double value = 0; value <= top; value += top / 5000)
            {
                int index = ThaiAqiTable.Since2023.ValueOf(pollutant, value)!.Value.Number;
                Assert.InRange(index, before, before + 2);
                before = index;
            }
        }
    }

    [Fact]
    public void ValueOf_StationWithATie_NamesTheLaterPollutant()
    {
        Dictionary<Pollutant, double> concentrations = new()
        {
            [Pollutant.Pm10] = 51,
            [Pollutant.Pm25] = 26,
            [Pollutant.O3] = 11,
            [Pollutant.So2] = -1,
        };

        StationAqi? aqi = ThaiAqiTable.Since2018.ValueOf(concentrations);

        Assert.Equal(new StationAqi(new AqiValue(26, AqiClass.Good, false), Pollutant.Pm10), aqi);
    }
}

using EnviAgriNet.Core.Indices;
using FsCheck;
using FsCheck.Fluent;

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

    /// <summary>The ends of every class of the published table that both versions share, and the halves, which round away from zero.</summary>
    [Theory]
    [InlineData(Pollutant.Pm10, 50, 25)]
    [InlineData(Pollutant.Pm10, 51, 26)]
    [InlineData(Pollutant.Pm10, 80, 50)]
    [InlineData(Pollutant.Pm10, 81, 51)]
    [InlineData(Pollutant.Pm10, 120, 100)]
    [InlineData(Pollutant.Pm10, 121, 101)]
    [InlineData(Pollutant.Pm10, 25, 13)]
    [InlineData(Pollutant.O3, 35, 25)]
    [InlineData(Pollutant.O3, 36, 26)]
    [InlineData(Pollutant.O3, 50, 50)]
    [InlineData(Pollutant.O3, 51, 51)]
    [InlineData(Pollutant.O3, 71, 101)]
    [InlineData(Pollutant.O3, 120, 200)]
    [InlineData(Pollutant.Co, 4.4, 25)]
    [InlineData(Pollutant.Co, 4.5, 26)]
    [InlineData(Pollutant.Co, 6.4, 50)]
    [InlineData(Pollutant.Co, 6.5, 51)]
    [InlineData(Pollutant.Co, 9.0, 100)]
    [InlineData(Pollutant.Co, 9.1, 101)]
    [InlineData(Pollutant.Co, 0.792, 5)]
    [InlineData(Pollutant.No2, 60, 25)]
    [InlineData(Pollutant.No2, 106, 50)]
    [InlineData(Pollutant.No2, 107, 51)]
    [InlineData(Pollutant.No2, 170, 100)]
    [InlineData(Pollutant.No2, 171, 101)]
    [InlineData(Pollutant.No2, 340, 200)]
    [InlineData(Pollutant.So2, 100, 25)]
    [InlineData(Pollutant.So2, 101, 26)]
    [InlineData(Pollutant.So2, 200, 50)]
    [InlineData(Pollutant.So2, 201, 51)]
    [InlineData(Pollutant.So2, 300, 100)]
    [InlineData(Pollutant.So2, 400, 200)]
    public void ValueOf_EndsOfTheClasses_AreThePublishedIndices(Pollutant pollutant, double value, int index)
    {
        Assert.Equal(index, ThaiAqiTable.Since2023.ValueOf(pollutant, value)?.Number);
        Assert.Equal(index, ThaiAqiTable.Since2018.ValueOf(pollutant, value)?.Number);
    }

    /// <summary>Air4Thai marks what is missing with "-1"; its answer then has no index and colour 0.</summary>
    [Theory]
    [InlineData(Pollutant.O3)]
    [InlineData(Pollutant.No2)]
    [InlineData(Pollutant.So2)]
    public void ValueOf_MarkOfMissing_IsNull(Pollutant pollutant) =>
        Assert.Null(ThaiAqiTable.Since2023.ValueOf(pollutant, -1));

    /// <summary>Between two printed ends the index runs on, and stays in the class whose index it rounds to.</summary>
    [Theory]
    [InlineData(15.04, 25)]
    [InlineData(15.05, 26)]
    [InlineData(25.05, 51)]
    [InlineData(37.55, 101)]
    [InlineData(0.3, 1)]
    [InlineData(0.2999, 0)]
    public void ValueOf_BetweenPrintedEnds_RunsOn(double value, int index) =>
        Assert.Equal(index, ThaiAqiTable.Since2023.ValueOf(Pollutant.Pm25, value)?.Number);

    [Fact]
    public void ValueOf_AnyTwoConcentrations_KeepTheirOrder() =>
        Prop.ForAll<NormalFloat, NormalFloat, int>((first, second, which) =>
        {
            Pollutant pollutant = (Pollutant)((which & int.MaxValue) % 6);
            (double low, double high) = (Math.Abs(first.Get) % 800, Math.Abs(second.Get) % 800);
            (low, high) = low <= high ? (low, high) : (high, low);
            return new[] { ThaiAqiTable.Since2023, ThaiAqiTable.Since2018 }.All(table =>
                table.ValueOf(pollutant, low) is { } a && table.ValueOf(pollutant, high) is { } b
                && a.Number <= b.Number && a.Class <= b.Class);
        }).QuickCheckThrowOnFailure();
}

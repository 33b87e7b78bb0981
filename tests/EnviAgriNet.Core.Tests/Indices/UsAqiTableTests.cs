using EnviAgriNet.Core.Indices;
using FsCheck;
using FsCheck.Fluent;

namespace EnviAgriNet.Core.Tests.Indices;

/// <summary>The table of EPA-454/B-24-002 and what public implementations of it test.</summary>
public sealed class UsAqiTableTests
{
    /// <summary>Recomputed from the table; 425 and -5 as in weewx-purple.</summary>
    [Theory]
    [InlineData(0, 0, UsAqiCategory.Good)]
    [InlineData(9.0, 50, UsAqiCategory.Good)]
    [InlineData(9.099, 50, UsAqiCategory.Good)]
    [InlineData(9.1, 51, UsAqiCategory.Moderate)]
    [InlineData(35.4, 100, UsAqiCategory.Moderate)]
    [InlineData(35.5, 101, UsAqiCategory.UnhealthyForSensitiveGroups)]
    [InlineData(55.4, 150, UsAqiCategory.UnhealthyForSensitiveGroups)]
    [InlineData(55.5, 151, UsAqiCategory.Unhealthy)]
    [InlineData(125.4, 200, UsAqiCategory.Unhealthy)]
    [InlineData(125.5, 201, UsAqiCategory.VeryUnhealthy)]
    [InlineData(225.4, 300, UsAqiCategory.VeryUnhealthy)]
    [InlineData(225.5, 301, UsAqiCategory.Hazardous)]
    [InlineData(325.4, 500, UsAqiCategory.Hazardous)]
    [InlineData(425, 698, UsAqiCategory.Hazardous)]
    [InlineData(-5, 0, UsAqiCategory.Good)]
    public void ValueOf_Pm25_IsThePublishedIndex(double value, int index, UsAqiCategory category) =>
        Assert.Equal(new UsAqiValue(index, category, index > 500), UsAqiTable.ValueOf(UsPollutant.Pm25, value));

    /// <summary>From aqstandards test-AQI.R, and the worked example of the EPA's technical assistance document (35.9 and 8.4).</summary>
    [Theory]
    [InlineData(UsPollutant.Pm25, 5, 28)]
    [InlineData(UsPollutant.Pm25, 45.7, 126)]
    [InlineData(UsPollutant.Pm25, 9.05, 50)]
    [InlineData(UsPollutant.Pm25, 35.9, 102)]
    [InlineData(UsPollutant.Pm10, 30, 28)]
    [InlineData(UsPollutant.Pm10, 300, 173)]
    [InlineData(UsPollutant.Pm10, 54.5, 50)]
    [InlineData(UsPollutant.No2Over1Hour, 40, 38)]
    [InlineData(UsPollutant.No2Over1Hour, 500, 175)]
    [InlineData(UsPollutant.No2Over1Hour, 53.7, 50)]
    [InlineData(UsPollutant.O3Over8Hours, 0.078, 126)]
    [InlineData(UsPollutant.O3Over8Hours, 0.080, 133)]
    [InlineData(UsPollutant.O3Over8Hours, 0.030, 28)]
    [InlineData(UsPollutant.O3Over8Hours, 0.075, 115)]
    [InlineData(UsPollutant.O3Over8Hours, 0.040, 37)]
    [InlineData(UsPollutant.O3Over1Hour, 0.162, 147)]
    [InlineData(UsPollutant.O3Over1Hour, 0.35, 273)]
    [InlineData(UsPollutant.CoOver8Hours, 4.45, 50)]
    [InlineData(UsPollutant.CoOver8Hours, 8.4, 90)]
    [InlineData(UsPollutant.So2Over1Hour, 35.7, 50)]
    public void ValueOf_OtherGases_IsThePublishedIndex(UsPollutant pollutant, double value, int index) =>
        Assert.Equal(index, UsAqiTable.ValueOf(pollutant, value)?.Number);

    /// <summary>The ends of the spans of the table.</summary>
    [Theory]
    [InlineData(UsPollutant.Pm10, new[] { 54, 55, 154, 155, 254, 255, 354, 355, 424, 425, 504, 505, 604 }, 1, 50)]
    [InlineData(UsPollutant.O3Over8Hours, new[] { 54, 55, 70, 71, 85, 86, 105, 106, 200 }, 1000, 50)]
    [InlineData(UsPollutant.O3Over1Hour, new[] { 125, 164, 165, 204, 205, 404, 405, 504, 505, 604 }, 1000, 101)]
    [InlineData(UsPollutant.CoOver8Hours, new[] { 44, 45, 94, 95, 124, 125, 154, 155, 304, 305, 404, 405, 504 }, 10, 50)]
    [InlineData(UsPollutant.So2Over1Hour, new[] { 35, 36, 75, 76, 185, 186, 304 }, 1, 50)]
    [InlineData(UsPollutant.So2Over24Hours, new[] { 305, 604, 605, 804, 805, 1004 }, 1, 201)]
    [InlineData(UsPollutant.No2Over1Hour, new[] { 53, 54, 100, 101, 360, 361, 649, 650, 1249, 1250, 1649, 1650, 2049 }, 1, 50)]
    public void ValueOf_EndsOfTheSpans_AreTheEndsOfTheIndex(UsPollutant pollutant, int[] ends, int divisor, int first)
    {
        int[] indices = [50, 51, 100, 101, 150, 151, 200, 201, 300, 301, 400, 401, 500];
        int at = Array.IndexOf(indices, first);
        foreach (int end in ends)
        {
            Assert.Equal(indices[at++], UsAqiTable.ValueOf(pollutant, (double)end / divisor)?.Number);
        }
    }

    /// <summary>Cutting off must go by the number as it is written: 1.1 * 10 or 0.29 * 100 in binary would lose a step.</summary>
    [Theory]
    [InlineData(UsPollutant.Pm25, 9.0999999999999996, 51)]
    [InlineData(UsPollutant.Pm25, 9.0999999, 50)]
    [InlineData(UsPollutant.O3Over8Hours, 0.0705, 100)]
    [InlineData(UsPollutant.O3Over8Hours, 0.0709999, 100)]
    [InlineData(UsPollutant.O3Over8Hours, 0.071, 101)]
    [InlineData(UsPollutant.CoOver8Hours, 4.4999, 50)]
    [InlineData(UsPollutant.CoOver8Hours, 9.5, 101)]
    [InlineData(UsPollutant.So2Over1Hour, 304.9, 200)]
    public void ValueOf_BetweenPrintedEnds_IsCutOff(UsPollutant pollutant, double value, int index) =>
        Assert.Equal(index, UsAqiTable.ValueOf(pollutant, value)?.Number);

    [Theory]
    [InlineData(UsPollutant.O3Over8Hours, 0.201)]
    [InlineData(UsPollutant.O3Over1Hour, 0.124)]
    [InlineData(UsPollutant.So2Over24Hours, 304)]
    [InlineData(UsPollutant.Pm25, -99)]
    [InlineData(UsPollutant.Pm25, -999)]
    [InlineData(UsPollutant.Pm25, double.NaN)]
    [InlineData(UsPollutant.Pm25, double.PositiveInfinity)]
    [InlineData(UsPollutant.Pm10, -1)]
    public void ValueOf_OutsideWhatTheEpaDefines_IsNull(UsPollutant pollutant, double value) =>
        Assert.Null(UsAqiTable.ValueOf(pollutant, value));

    /// <summary>aqstandards: {400, then 23 hours of 50} is 200, 24 hours of 400 are 232.</summary>
    [Theory]
    [InlineData(400, (400 + (23 * 50)) / 24.0, 200)]
    [InlineData(400, 400d, 232)]
    [InlineData(400, null, 200)]
    [InlineData(305, 304.9, 200)]
    [InlineData(305, 305d, 201)]
    [InlineData(304, 400d, 200)]
    [InlineData(75, 50d, 100)]
    public void So2_HourAndDay_FollowTheRuleOf305(double hour, double? day, int index) =>
        Assert.Equal(index, UsAqiTable.So2(hour, day)?.Number);

    [Fact]
    public void ValueOf_AnyTwoConcentrations_KeepTheirOrder() =>
        Prop.ForAll<NormalFloat, NormalFloat, int>((first, second, which) =>
        {
            UsPollutant pollutant = (UsPollutant)((which & int.MaxValue) % 8);
            double range = pollutant is UsPollutant.O3Over8Hours or UsPollutant.O3Over1Hour ? 0.7 : 2200;
            (double low, double high) = (Math.Abs(first.Get) % range, Math.Abs(second.Get) % range);
            (low, high) = low <= high ? (low, high) : (high, low);
            return UsAqiTable.ValueOf(pollutant, low) is not { } a || UsAqiTable.ValueOf(pollutant, high) is not { } b
                || (a.Number >= 0 && a.Number <= b.Number && a.Category <= b.Category);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void ValueOf_StepByStepOfTheTable_NeverJumpsByMoreThanAStep()
    {
        (UsPollutant Pollutant, double Step, int Steps, int JumpMax)[] tables =
        [
            (UsPollutant.Pm25, 0.1, 6000, 3), (UsPollutant.Pm10, 1, 604, 2), (UsPollutant.O3Over8Hours, 0.001, 200, 4),
            (UsPollutant.CoOver8Hours, 0.1, 504, 2), (UsPollutant.No2Over1Hour, 1, 2049, 2), (UsPollutant.So2Over1Hour, 1, 304, 2),
        ];
        foreach ((UsPollutant pollutant, double step, int steps, int jumpMax) in tables)
        {
            int before = 0;
            for (int i = 0; i <= steps; i++)
            {
                int index = UsAqiTable.ValueOf(pollutant, Math.Round(i * step, 3))!.Value.Number;
                Assert.InRange(index - before, 0, jumpMax);
                before = index;
            }
        }
    }
}

using EnviAgriNet.Core.Indices;

namespace EnviAgriNet.Core.Tests.Indices;

public sealed class RainTests
{
    /// <summary>Limits of the Thai Meteorological Department; between two printed ends the lower class holds.</summary>
    [Theory]
    [InlineData(0, RainClass.None)]
    [InlineData(0.05, RainClass.Trace)]
    [InlineData(0.1, RainClass.Light)]
    [InlineData(10.0, RainClass.Light)]
    [InlineData(10.05, RainClass.Light)]
    [InlineData(10.1, RainClass.Moderate)]
    [InlineData(35.0, RainClass.Moderate)]
    [InlineData(35.1, RainClass.Heavy)]
    [InlineData(90.0, RainClass.Heavy)]
    [InlineData(90.09, RainClass.Heavy)]
    [InlineData(90.1, RainClass.VeryHeavy)]
    [InlineData(2000, RainClass.VeryHeavy)]
    public void ClassOf_Limits_AreThoseOfTheTable(double mm, RainClass expected) => Assert.Equal(expected, RainAmount.ClassOf(mm));

    /// <summary>101 tips of 0.1 mm add up to a little less than 10.1 in binary.</summary>
    [Fact]
    public void ClassOf_SumOfTips_IsNotLostToRounding()
    {
        double sum = 0;
        for (int i = 0; i < 101; i++)
        {
            sum += 0.1;
        }

        Assert.NotEqual(10.1, sum);
        Assert.Equal(RainClass.Moderate, RainAmount.ClassOf(sum));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void ClassOf_NoAmount_IsNull(double mm) => Assert.Null(RainAmount.ClassOf(mm));

    [Theory]
    [InlineData(0, RainCover.None)]
    [InlineData(19.9, RainCover.Isolated)]
    [InlineData(20, RainCover.WidelyScattered)]
    [InlineData(40, RainCover.Scattered)]
    [InlineData(60, RainCover.FairlyWidespread)]
    [InlineData(80, RainCover.FairlyWidespread)]
    [InlineData(80.1, RainCover.Widespread)]
    [InlineData(101, null)]
    [InlineData(-1, null)]
    public void CoverOf_Limits_AreThoseOfTheDepartment(double percent, RainCover? expected) =>
        Assert.Equal(expected, RainAmount.CoverOf(percent));

    /// <summary>07:00 in Bangkok is midnight in UTC; what is read at 07:00 fell before it.</summary>
    [Theory]
    [InlineData("2026-06-10T00:00:00Z", "2026-06-10")]
    [InlineData("2026-06-10T00:00:01Z", "2026-06-11")]
    [InlineData("2026-06-09T23:59:59Z", "2026-06-10")]
    [InlineData("2026-06-10T07:00:00+07:00", "2026-06-10")]
    [InlineData("2026-06-10T17:00:00Z", "2026-06-11")]
    [InlineData("2026-06-10T23:59:59Z", "2026-06-11")]
    public void RainDay_OfAMoment_EndsOnTheMorningItIsRead(string moment, string readOn)
    {
        DateTimeOffset takenAt = DateTimeOffset.Parse(moment);
        RainDay day = RainDay.Of(takenAt);

        Assert.Equal(DateOnly.Parse(readOn), day.ReadOn);
        Assert.True(day.Contains(takenAt));
        Assert.False(new RainDay(day.ReadOn.AddDays(1)).Contains(takenAt));
        Assert.Equal(TimeSpan.FromHours(24), day.End - day.Start);
    }

    /// <summary>At least 3 of 5 days with 5 mm each, and 25 mm together.</summary>
    [Theory]
    [InlineData("0 5 5 0 15", 1, 4)]
    [InlineData("10 10 5", 0, 2)]
    [InlineData("0 0 30 4.9 5 0 5", 2, 6)]
    [InlineData("- 10 - 10 5", 1, 4)]
    [InlineData("0.1 8.3 8.3 8.3", 1, 3)]
    public void Onset_EnoughRain_IsFoundOnTheDayItIsKnown(string days, int firstWetDay, int knownOn) =>
        Assert.Equal(new RainySeasonOnset(firstWetDay, knownOn), RainySeason.Onset(Days(days)));

    [Theory]
    [InlineData("5 5 5 0 0")]
    [InlineData("30 0 0 30 0")]
    [InlineData("10 0 0 0 10 0 10")]
    [InlineData("8 8 8.9 0 0")]
    [InlineData("")]
    public void Onset_NotEnoughRain_IsNull(string days) => Assert.Null(RainySeason.Onset(Days(days)));

    [Fact]
    public void Index_ThreeDays_IsTheRecursion() =>
        Assert.Equal((((10 * 0.8) + 20) * 0.8) + 5, AntecedentRain.Index([10, 20, 5], 0.8)!.Value, 1e-12);

    [Fact]
    public void Index_MissingDay_IsNull()
    {
        Assert.Null(AntecedentRain.Index([10, null, 5], 0.8));
        Assert.Null(AntecedentRain.Index([10, -999, 5], 0.8));
        Assert.Equal(0, AntecedentRain.Index([], 0.8));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Index_RestThatIsNone_Throws(double k) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => AntecedentRain.Index([1], k));

    [Fact]
    public void Sum_LastDays_AreAddedUp()
    {
        Assert.Equal(35, AntecedentRain.Sum([100, 10, 20, 5], 3));
        Assert.Null(AntecedentRain.Sum([10, 20], 3));
        Assert.Null(AntecedentRain.Sum([10, null, 5], 2));
        Assert.Equal(5, AntecedentRain.Sum([null, 5], 1));
    }

    private static double?[] Days(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(d => d == "-" ? (double?)null : double.Parse(d))];
}

using EnviAgriNet.Cloud.Climate;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Indices;

namespace EnviAgriNet.Cloud.Tests.Climate;

public sealed class DroughtIndicesTests
{
    private static readonly CalendarMonth First = new(1990, 1);

    [Fact]
    public void CalendarMonth_OfBangkok_BeginsSevenHoursBeforeUtc()
    {
        CalendarMonth march = new(2026, 3);
        Assert.Equal(new DateTimeOffset(2026, 2, 28, 17, 0, 0, TimeSpan.Zero), march.Begin);
        Assert.Equal((march, march.Plus(-1)), (CalendarMonth.Of(march.Begin), CalendarMonth.Of(march.Begin.AddTicks(-1))));
        Assert.Equal((674, 2026, 3, 31, "2026-03"), (march.Number, march.Year, march.Month, march.Days, march.ToString()));
        CalendarMonth before = new(1969, 12);
        Assert.Equal((-1, 1969, 12), (before.Number, before.Year, before.Month));
        Assert.Equal((0, 1850), (new CalendarMonth(1970, 1).Number, new CalendarMonth(1850, 1).Year));
    }

    [Theory]
    [InlineData(2026, 2, 25, false)]
    [InlineData(2026, 2, 26, true)]
    [InlineData(2026, 4, 26, false)]
    [InlineData(2026, 4, 27, true)]
    [InlineData(2026, 5, 27, false)]
    [InlineData(2026, 5, 28, true)]
    public void MonthRain_Days_NineInTen(int year, int month, int days, bool isComplete)
    {
        CalendarMonth of = new(year, month);
        List<RollUp> rolled = [.. Enumerable.Range(0, days).Select(d => new RollUp(of.Begin.AddDays(d), 2, 1, 1.5, 0, 1.5))];

        // Neither a day without a usable reading nor one of another month counts.
        rolled.Add(new RollUp(of.Begin.AddDays(days), 5, 0, 0, 0, 0));
        rolled.Add(new RollUp(of.End, 1, 1, 90, 90, 90));
        rolled.Add(new RollUp(of.Begin.AddDays(-1), 1, 1, 90, 90, 90));

        Assert.Equal(new MonthRain(of, days, days * 1.5), MonthRain.Of(of, rolled));
        Assert.Equal(isComplete, MonthRain.Of(of, rolled).IsComplete);
    }

    [Fact]
    public void Of_HistoryThatReachesTheMonth_IsNotAskedOfTheStation()
    {
        RainNormals normals = Normals(years: 31);
        DroughtIndices indices = DroughtIndices.Of(normals.History.Last, normals, _ => throw new InvalidOperationException());

        Assert.Equal(["spi_1", "spi_3", "spi_6", "spi_12"], indices.Readings.Select(r => r.Series.Text));
        Assert.All(indices.Readings, r => Assert.Equal(normals.History.Last.End, r.TakenAt));
    }

    [Fact]
    public void Of_OwnMonths_NeverShiftWhatIsUsual()
    {
        RainNormals normals = Normals(years: 31, monthsLess: 3);
        RainFit? before = normals.FitOf(1, 12, out _);
        CalendarMonth december = normals.History.Last.Plus(3);
        DroughtIndices indices = DroughtIndices.Of(december, normals, _ => 4_000);

        Assert.Equal(3.09, indices.Readings[0].Value);
        Assert.Equal(30, before!.Years);
        Assert.Equal(before, normals.FitOf(1, 12, out _));
    }

    [Fact]
    public void Of_MissingMonths_LeaveOutTheLongSums()
    {
        RainNormals normals = Normals(years: 31);
        CalendarMonth month = normals.History.Last.Plus(8);
        DroughtIndices indices = DroughtIndices.Of(month, normals, m => m == month.Plus(-4) ? null : 20);

        Assert.Equal(["spi_1", "spi_3"], indices.Readings.Select(r => r.Series.Text));
        Assert.Equal([(6, SpiGap.MissingRain), (12, SpiGap.MissingRain)], indices.Gaps);
    }

    [Fact]
    public void Of_ThirtyYears_AreOneTooFewForTwelveMonthsBeforeDecember()
    {
        RainNormals normals = Normals(years: 30);
        Assert.Equal([(12, SpiGap.TooFewYears)], DroughtIndices.Of(normals.History.Last.Plus(6), normals, _ => 20).Gaps);
        Assert.Equal(4, DroughtIndices.Of(normals.History.Last.Plus(12), normals, _ => 20).Readings.Count);
        Assert.All(DroughtIndices.Of(First.Plus(29 * 12), Normals(years: 29), _ => 20).Gaps, g => Assert.Equal(SpiGap.TooFewYears, g.Gap));
    }

    private static RainNormals Normals(int years, int monthsLess = 0)
    {
        Random random = new(3);
        return new RainNormals(new RainHistory(
            RegionId.Parse("50"), First, [.. Enumerable.Range(0, (years * 12) - monthsLess).Select(_ => (double?)(5 + (100 * random.NextDouble())))]));
    }
}

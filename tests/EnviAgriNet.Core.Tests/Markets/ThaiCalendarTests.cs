using EnviAgriNet.Core.Markets;

namespace EnviAgriNet.Core.Tests.Markets;

public sealed class ThaiCalendarTests
{
    [Theory]
    [InlineData(" ม.ค.", 1)]
    [InlineData("มค", 1)]
    [InlineData("*เม.ย.", 4)]
    [InlineData("เมย.", 4)]
    [InlineData("ธันวาคม", 12)]
    [InlineData("ก.ค.32", 7)]
    [InlineData("  JAN", 1)]
    [InlineData("Sept", 9)]
    [InlineData(" ARP", 4)]
    [InlineData("MAY ", 5)]
    public void TryMonth_AMonth_IsRead(string text, int expected) =>
        Assert.Equal((true, expected), (ThaiCalendar.TryMonth(text, out int month), month));

    [Theory]
    [InlineData("เฉลี่ย")]
    [InlineData("มค.-มีค.")]
    [InlineData("ปี")]
    [InlineData("ma")]
    [InlineData("")]
    [InlineData(null)]
    public void TryMonth_NoMonth_IsNone(string? text) => Assert.False(ThaiCalendar.TryMonth(text, out _));

    [Theory]
    [InlineData(2569, 2026, true)]
    [InlineData(2026, 2026, false)]
    [InlineData(54, 2011, true)]
    public void TryYear_EitherEra_IsOurs(double published, int expected, bool isBuddhist)
    {
        Assert.True(ThaiCalendar.TryYear(published, out int year, out bool was));
        Assert.Equal((expected, isBuddhist), (year, was));
    }

    [Theory]
    [InlineData(2554.5)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(29750)]
    [InlineData(1000)]
    [InlineData(double.NaN)]
    public void TryYear_NoYear_IsNone(double published) => Assert.False(ThaiCalendar.TryYear(published, out _, out _));

    [Theory]
    [InlineData(" สรุปประจำวันที่ 4 มกราคม 2560", "2017-01-04")]
    [InlineData(" สรุปประจำวันที่ ๓๑ มีนาคม  2560", "2017-03-31")]
    public void TryDate_InWords_IsRead(string text, string expected) => Assert.Equal(
        (true, expected), (ThaiCalendar.TryDate(text, out DateOnly date), date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void TryDate_NoSuchDay_IsNone() => Assert.False(ThaiCalendar.TryDate("วันที่ 31 กุมภาพันธ์ 2560", out _));

    [Fact]
    public void TryMonthAndYear_ATitle_IsRead()
    {
        Assert.True(ThaiCalendar.TryMonthAndYear("ราคา… ประจำเดือนมีนาคม พ.ศ.2560", out int year, out int month));
        Assert.Equal((2017, 3), (year, month));
        Assert.False(ThaiCalendar.TryMonthAndYear("ราคา พ.ศ.2560", out _, out _));
    }

    [Theory]
    [InlineData("หน่วย:บาท/กก.", PriceUnit.BahtPerKg)]
    [InlineData("   หน่วย:บาท/ตัน", PriceUnit.BahtPerTon)]
    [InlineData("บาท/100 กก.", PriceUnit.BahtPer100Kg)]
    [InlineData("KG", PriceUnit.BahtPerKg)]
    [InlineData("baht per ton", PriceUnit.BahtPerTon)]
    [InlineData("THB/100 kg", PriceUnit.BahtPer100Kg)]
    public void PriceUnit_AUnitByWeight_IsReadAndConverts(string text, PriceUnit expected)
    {
        Assert.True(PriceUnits.TryParse(text, out PriceUnit unit));
        Assert.Equal(expected, unit);
        Assert.Equal(12_345.6, unit.FromBahtPerKg(unit.ToBahtPerKg(12_345.6)), 9);
    }

    [Theory]
    [InlineData("บาท/ร้อยฟอง")]
    [InlineData("บาท/ตัว")]
    [InlineData("บาท/ถัง")]
    [InlineData("บาท/เกวียน")]
    [InlineData("")]
    [InlineData(null)]
    public void PriceUnit_WithoutACertainWeight_IsNone(string? text) => Assert.False(PriceUnits.TryParse(text, out _));

    [Fact]
    public void LandArea_ARai_IsSixteenHundredSquareMetres()
    {
        Assert.Equal(6.25, LandArea.RaiOfHectares(1), 12);
        Assert.Equal(0.16, LandArea.HectaresOfRai(1), 12);
    }
}

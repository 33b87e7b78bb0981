using EnviAgriNet.Core.Crops;
using EnviAgriNet.Core.Markets;

namespace EnviAgriNet.Core.Tests.Markets;

public sealed class CommodityTableTests
{
    private static readonly string[] OutsideTheTable = ["durian", "mango", "longan", "mangosteen"];

    [Theory]
    [InlineData("ข้าวหอมมะลิ", "paddy-jasmine")]
    [InlineData("หอมมะลิ", "paddy-jasmine")]
    [InlineData("  หอม มะลิ ", "paddy-jasmine")]
    [InlineData("jasmine paddy", "paddy-jasmine")]
    [InlineData("Jasmine Paddy", "paddy-jasmine")]
    [InlineData("paddy-jasmine", "paddy-jasmine")]
    [InlineData("ข้าวเปลือกเจ้าหอมมะลิ ๑๐๕", "paddy-jasmine")]
    [InlineData("มันสำปะหลัง", "cassava")]
    [InlineData("มันสําปะหลัง", "cassava")]
    [InlineData("มันสัมปะหลัง", "cassava")]
    [InlineData("มันสำปะหลังง", "cassava")]
    [InlineData("ข้าวโพดเลี้ยงสัตว์", "maize")]
    [InlineData("ข้าวโพดเลียงสัตว", "maize")]
    [InlineData("ข้าวโพดหวาน", "sweet-corn")]
    [InlineData("ข้าวเหนียว", "paddy-glutinous")]
    [InlineData("ยางพารา", "rubber-sheet")]
    [InlineData("ปาล์ม", "oil-palm")]
    [InlineData("cassva root", "cassava")]
    public void Find_ANameAsPeopleWriteIt_IsTheCommodity(string text, string code) => Assert.Equal(code, CommodityTable.Find(text)?.Code);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    [InlineData("ก")]
    [InlineData("กระเทาะเปลือก")]
    [InlineData("bitcoin")]
    [InlineData("SELL-P")]
    public void Find_SomethingElse_IsNothing(string? text) => Assert.Null(CommodityTable.Find(text));

    [Theory]
    [InlineData("ข้าวหอมมะลิ 100% ชั้น 1", PriceKind.Wholesale, "rice-jasmine", "ข้าวหอมมะลิ100%ชั้น1")]
    [InlineData("ข้าวหอมมะลิ", PriceKind.FarmGate, "paddy-jasmine", null)]
    [InlineData("Rice", PriceKind.Wholesale, "rice-white", null)]
    [InlineData("ข้าวเปลือกเจ้าความชื้น  15 %", PriceKind.FarmGate, "paddy-white", null)]
    [InlineData("ข้าวเปลือกเจ้าความชื้น  25 %", PriceKind.FarmGate, "paddy-white", "ข้าวเปลือกเจ้าความชื้น25%")]
    [InlineData("กระเที่ยมแห้งกลางมัดจุก แห้ง24 - 30 วัน", PriceKind.FarmGate, "garlic", "กระเที่ยมแห้งกลางมัดจุกแห้ง24-30วัน")]
    [InlineData("มะม่วงน้ำดอกไม้", PriceKind.FarmGate, "mango", "มะม่วงน้ำดอกไม้")]
    [InlineData("มะม่วงหิมพานต์เปลือก", PriceKind.FarmGate, "cashew", "มะม่วงหิมพานต์เปลือก")]
    public void Match_APublishedName_HasItsGrade(string text, PriceKind kind, string code, string? grade)
    {
        CommodityMatch match = CommodityTable.Match(text, kind)!;
        Assert.Equal((code, grade), (match.Commodity.Code, match.Grade));
    }

    [Fact]
    public void All_CodesAndCrops_AreSound()
    {
        Assert.Equal(CommodityTable.All.Count, CommodityTable.All.Select(c => c.Code).Distinct().Count());
        foreach (Commodity commodity in CommodityTable.All)
        {
            Assert.Matches("^[a-z][a-z0-9-]+$", commodity.Code);
            Assert.Equal(commodity, CommodityTable.Of(commodity.Code));
            Assert.True(commodity.BahtPerKgMin > 0 && commodity.BahtPerKgMax > commodity.BahtPerKgMin, commodity.Code);
            Assert.True(
                commodity.Crop is null || CropTable.TryFind(commodity.Crop, out _, out _) || OutsideTheTable.Contains(commodity.Crop), commodity.Code);
        }
    }

    [Fact]
    public void Find_RandomText_NeverThrows()
    {
        const int Seed = 5;
        const string Letters = "กขคงจชซดตถทนบปผพฟมยรลวสหอะาิีึืุูเแโใไ็่้๊๋์ำ abcxyz 0123456789%-.()๑๒";
        Random random = new(Seed);
        for (int i = 0; i < 3_000; i++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => Letters[random.Next(Letters.Length)]));
            _ = CommodityTable.Match(text, (PriceKind)random.Next(4));
            _ = PriceUnits.TryParse(text, out _);
            _ = ThaiCalendar.TryDate(text, out _);
            _ = ThaiCalendar.TryMonth(text, out _);
            _ = ThaiCalendar.YearsIn(text);
        }
    }
}

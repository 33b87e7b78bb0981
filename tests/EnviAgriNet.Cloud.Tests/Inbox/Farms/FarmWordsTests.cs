using EnviAgriNet.Cloud.Inbox.Farms;

namespace EnviAgriNet.Cloud.Tests.Inbox.Farms;

/// <summary>What farmers write of their plots, read without a clock or a registry.</summary>
public sealed class FarmWordsTests
{
    private static readonly DateOnly Today = new(2026, 7, 20);

    [Theory]
    [InlineData("ปลูก 1 ก.ค. 10 ไร่", "2026-07-01", 10.0)]
    [InlineData("ปลูก ๑ กรกฎาคม ๒๕๖๙ ๑๐ไร่", "2026-07-01", 10.0)]
    [InlineData("ปลูก 15 ต.ค.", "2025-10-15", null)]
    [InlineData("หว่าน 15/6/69 2.5 ไร่", "2026-06-15", 2.5)]
    [InlineData("ปลูกเมื่อวาน", "2026-07-19", null)]
    [InlineData("ดำนา 5 ส.ค. 3 ไร่ 2 งาน", "2026-08-05", 3.5)]
    [InlineData("planted 1 jul 12 rai", "2026-07-01", 12.0)]
    [InlineData("planted 30 february", null, null)]
    [InlineData("99/99 ไร่ 0 ไร่", null, null)]
    [InlineData("สมัคร ข้าวหอมมะลิ ช้างเผือก", null, null)]
    [InlineData("20000 ไร่", null, null)]
    public void Read_FindsDayAndArea(string text, string? day, double? rai)
    {
        FarmDetails read = FarmWords.Read(text, Today);

        Assert.Equal((day, rai), (read.PlantedOn?.ToString("yyyy-MM-dd"), read.Rai));
    }

    [Theory]
    [InlineData("ข้าวหอมมะลิ ช้างเผือก", "ข้าวหอมมะลิ", "ช้างเผือก")]
    [InlineData("ช้างเผือก ข้าวหอมมะลิ", "ข้าวหอมมะลิ", "ช้างเผือก")]
    [InlineData("ข้าวหอม มะลิ ช้างเผือก", "ข้าวหอมมะลิ", "ช้างเผือก")]
    [InlineData("ข้าวหอมมลิ ช้างเผือก", "ข้าวหอมมะลิ", "ช้างเผือก")]
    [InlineData("หอมมะลิ", "ข้าวหอมมะลิ", "")]
    [InlineData("ข้าวหอมมะลิช้างเผือก", "ข้าวหอมมะลิ", "ชางเผือก")]
    [InlineData("jasmine rice chang phueak", "ข้าวหอมมะลิ", "chang phueak")]
    [InlineData("มันสัมปะหลัง โคราช", "มันสำปะหลัง", "โคราช")]
    [InlineData("ข้าวโพด น่าน", "ข้าวโพดเลี้ยงสัตว์", "น่าน")]
    [InlineData("อ้อย", "อ้อย", "")]
    [InlineData("ยางพารา ตรัง", "ยางพารา", "ตรัง")]
    [InlineData("ช้างเผือก", null, "ช้างเผือก")]
    [InlineData("", null, "")]
    public void Take_FindsTheCropAndLeavesThePlace(string text, string? crop, string rest)
    {
        (Cloud.Advisories.CropName? found, string others) = CropWords.Take(text);

        Assert.Equal((crop, rest), (found?.NameTh, others));
    }

    [Fact]
    public void Read_Noise_NeverThrows()
    {
        string[] pieces = ["ปลูก", "1", "31", " ", "ก.พ.", "ไร่", "rai", "/", "-", "69", "2569", "99999", ".", "jul", "ข้าว", "หอม", "มะลิ", "\u0E33", "\uD800", "๓", "งาน", "เมื่อวาน"];
        for (int seed = 1; seed <= 2_000; seed++)
        {
            Random random = new(seed);
            string text = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ =>
                random.Next(4) == 0 ? ((char)random.Next(0x10000)).ToString() : pieces[random.Next(pieces.Length)]));
            try
            {
                FarmDetails read = FarmWords.Read(text, Today);
                CropWords.Take(read.Rest);
                Assert.True(read.Rai is null or (>= 0.01 and <= 10_000), $"seed {seed}: {read.Rai} rai");
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"seed {seed}: {e}");
            }
        }
    }
}

using EnviAgriNet.Cloud.Registry.Subscribers;

namespace EnviAgriNet.Cloud.Tests.Registry.Subscribers;

public sealed class StopWordsTests
{
    [Theory]
    [InlineData("หยุด", "th")]
    [InlineData("ยกเลิก", "th")]
    [InlineData("เลิก", "th")]
    [InlineData(" ห ยุ ด \n", "th")]
    [InlineData("ห\u200Bยุ\u200Dด\uFEFF", "th")]
    [InlineData("หยุุด", "th")]
    [InlineData("หย\u034Fุด", "th")]
    [InlineData("เลิ\u0E48ก!!", "th")]
    [InlineData("ขอยกเลิกด้วยนะครับ", "th")]
    [InlineData("ไม่ต้องส่งมาแล้ว", "th")]
    [InlineData("หยุดส่งข้อความค่ะ 🙏", "th")]
    [InlineData("STOP", "en")]
    [InlineData("s t o p.", "en")]
    [InlineData("Stop please", "en")]
    [InlineData("ＳＴＯＰ", "en")]
    [InlineData("'UNSUBSCRIBE'", "en")]
    [InlineData("CANCEL", "en")]
    [InlineData("End", "en")]
    [InlineData("QUIT", "en")]
    [InlineData("Stop All", "en")]
    [InlineData("ຢຸດ", "lo")]
    [InlineData("ຍົກເລີກ", "lo")]
    [InlineData("ရပ်", "my")]
    [InlineData("ရပ်ပါ။", "my")]
    [InlineData("ឈប់", "km")]
    [InlineData("បញ្ឈប់", "km")]
    [InlineData("BERHENTI", "ms")]
    [InlineData("batal", "ms")]
    public void LanguageOf_Stop_IsUnderstood(string text, string language) => Assert.Equal(language, StopWords.LanguageOf(text));

    [Theory]
    [InlineData("")]
    [InlineData("ช่วยด้วย น้ำท่วม")]
    [InlineData("ฝนหยุดแล้ว")]
    [InlineData("หยุดเผาหน่อย บ้านเลขที่ 5")]
    [InlineData("stop the burning at moo 4")]
    [InlineData("weekend")]
    [InlineData("ครับ")]
    [InlineData("ขอ")]
    [InlineData("ด้วยนะครับ")]
    [InlineData("please")]
    [InlineData("STOP 0812345678")]
    [InlineData("😀🙏")]
    [InlineData("\uD800")]
    public void LanguageOf_AnythingElse_IsNoStop(string text)
    {
        // A number after the word is not looked at: whose messages end is told by the sender alone.
        string? expected = text.StartsWith("STOP ", StringComparison.Ordinal) ? "en" : null;
        Assert.Equal(expected, StopWords.LanguageOf(text));
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void LanguageOf_StrewnWithInvisibleSigns_IsStillAStop(int seed)
    {
        Random random = new(seed);
        string[] strew = [" ", "\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF", "\u00AD", ".", "-", "\t", "\u0E48", "\u034F", "\uFE0F"];
        foreach (string word in (string[])["หยุด", "ยกเลิก", "stop", "unsubscribe", "ຢຸດ", "ឈប់", "berhenti"])
        {
            string text = string.Concat(word.Select(c =>
                (random.Next(2) == 0 ? char.ToUpperInvariant(c) : c) + (random.Next(3) == 0 ? strew[random.Next(strew.Length)] : string.Empty)));
            Assert.True(StopWords.LanguageOf(text) is not null, $"seed {seed}: {string.Join(' ', text.Select(c => $"{(int)c:X4}"))}");
        }
    }

    [Fact]
    public void LanguageOf_LongText_IsNoStopAndCostsNothing() => Assert.Null(StopWords.LanguageOf(new string('ห', 100_000)));
}

using System.Globalization;
using System.Text;
using EnviAgriNet.Core.Messages;
using FsCheck;
using FsCheck.Fluent;

namespace EnviAgriNet.Core.Tests.Messages;

public sealed class SmsPartsTests
{
    private static readonly string[] Pieces =
    [
        "น้ำ", "ท่วม", "บ้านเรือน", "เกาะ", "แม่น้ำ", "โรงเรียน", "ใต้", "ไฟ", "ກຳ", "ເມືອງ", "မြန်မာ", "ខ្មែរ", " ", "\n", "\r\n", "ก็", "€", "[x]",
        "👩‍🌾", "👍🏽", "e\u0301", "\ud83d", "\u0e33", "\u0e40", "A", "word", "1,234.5", "037-123456", "+66 81 234 5678", "081-234-5678",
        "-10.5", "100%", "https://example.org/a?b=1", "ถ.", "ต.ช้างเผือก", "a.b@example.org", "๑๒๓", "หมู่ 12", "…", "ฬ", "{", "~",
    ];

    [Theory]
    [InlineData('1', 160, "GSM-7", 1, 1120, 1120)]
    [InlineData('1', 161, "GSM-7", 2, 1127, 1223)]
    [InlineData('ก', 71, "UCS-2", 2, 1136, 1232)]
    [InlineData('ก', 70, "UCS-2", 1, 1120, 1120)]
    [InlineData('ก', 134, "UCS-2", 2, 2144, 2240)]
    [InlineData('ก', 135, "UCS-2", 3, 2160, 2304)]
    [InlineData('€', 80, "GSM-7", 1, 1120, 1120)]
    [InlineData('€', 81, "GSM-7", 2, 1134, 1230)]
    [InlineData('a', 306, "GSM-7", 2, 2142, 2238)]
    [InlineData('a', 307, "GSM-7", 3, 2149, 2293)]
    public void Of_Vectors_HaveEncodingPartsAndBits(char letter, int count, string encoding, int parts, int textBits, int totalBits)
    {
        SmsParts sms = SmsParts.Of(new string(letter, count));

        Assert.Equal((encoding, parts, textBits, totalBits), (sms.Encoding.Name(), sms.Count, sms.TextBits, sms.TotalBits));
    }

    [Fact]
    public void Of_OneThaiLetter_MakesAllOfItUcs2()
    {
        SmsParts sms = SmsParts.Of(new string('A', 159) + "ก");

        Assert.Equal((SmsEncoding.Ucs2, 160, 3), (sms.Encoding, sms.Units, sms.Count));
    }

    [Fact]
    public void Of_ThaiFlood_HasAUnitForEveryMark()
    {
        Assert.Equal(7, SmsParts.Of("น้ำท่วม").Units);
        Assert.Equal("0E190E490E330E170E480E270E21", Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes("น้ำท่วม")));
    }

    [Theory]
    [InlineData("hello", "E8329BFD06")]
    [InlineData("hellohello", "E8329BFD4697D9EC37")]
    [InlineData("Hello world", "C8329BFD06DDDF723619")]
    [InlineData("€", "9B32")]
    [InlineData("[1]", "1B5E6CE303")]
    [InlineData("12345678", "31D98C56B3DD70")]
    public void Pack_Vectors_AreTheirOctets(string text, string octets) => Assert.Equal(octets, Convert.ToHexString(GsmAlphabet.Pack(text)));

    [Fact]
    public void Septets_WholeAlphabet_Has127And10()
    {
        char[] all = [.. Enumerable.Range(0, char.MaxValue).Select(i => (char)i)];

        Assert.Equal(127, all.Count(c => GsmAlphabet.Septets(c) == 1));
        Assert.Equal("\f[\\]^{|}~€", string.Concat(all.Where(c => GsmAlphabet.Septets(c) == 2)));
        Assert.Equal(0, GsmAlphabet.Septets('ç'));
    }

    [Fact]
    public void Of_Empty_IsOneEmptyPart() => Assert.Equal([""], SmsParts.Of("").Texts);

    [Theory]
    [InlineData("1,234.5")]
    [InlineData("037-123456")]
    [InlineData("+66 81 234 5678")]
    [InlineData("053 123 456")]
    [InlineData("10%")]
    [InlineData("-3.09")]
    [InlineData("๑๒๓๔")]
    [InlineData("https://example.org/warning/17?v=2")]
    [InlineData("www.example.org")]
    [InlineData("eag.example.org/w/17")]
    [InlineData("help@example.org")]
    [InlineData("ต.ช้างเผือก")]
    [InlineData("หมู่ 12")]
    [InlineData("123/45")]
    [InlineData("14:30")]
    [InlineData("น้ำ")]
    [InlineData("เมื่")]
    [InlineData("ແກ້")]
    public void Of_WholeAcrossTheBorder_MovesToTheNextPart(string whole)
    {
        for (int before = 67 - whole.Length; before <= 67; before++)
        {
            string text = new string('ก', before - 1) + " " + whole + " " + new string('ข', 40);

            Assert.Contains(SmsParts.Of(text).Texts, part => part.Contains(whole, StringComparison.Ordinal));
        }
    }

    /// <summary>The vowel is written first and spoken last: at the end of a part it would be read with nothing.</summary>
    [Theory]
    [InlineData("เมือง")]
    [InlineData("ไฟ")]
    [InlineData("ເມືອງ")]
    public void Of_VowelBeforeItsConsonantAtTheBorder_GoesWithIt(string word)
    {
        string text = new string('ก', 66) + word + new string('ข', 40);

        Assert.Equal(new string('ก', 66), SmsParts.Of(text).Texts[0]);
    }

    [Fact]
    public void Of_BlankNearTheBorder_EndsThePartThereOnlyWhereItCostsNothing()
    {
        string cheap = new string('ก', 60) + " " + new string('ข', 40);
        string dear = new string('ก', 60) + " " + new string('ข', 73);

        Assert.Equal([61, 40], SmsParts.Of(cheap).Texts.Select(t => t.Length));
        Assert.Equal([67, 67], SmsParts.Of(dear).Texts.Select(t => t.Length));
    }

    [Fact]
    public void Of_WholeTooLongForAPart_IsCutAndFillsTheParts()
    {
        string digits = new('7', 200);
        string family = "👩" + string.Concat(Enumerable.Repeat("\u200d👩", 40));

        Assert.Equal([152 + 1, 200 + 1 - 153], SmsParts.Of("a" + digits).Texts.Select(t => t.Length));
        Assert.All(SmsParts.Of("ก" + family).Texts, t => Assert.True(t.Length <= 67 && !char.IsLowSurrogate(t[0])));
    }

    [Fact]
    public void Of_AnyText_KeepsItsPromises()
    {
        Gen<string> pieces = Gen.Elements(Pieces).ListOf().Select(list => string.Concat(list));
        Gen<string> letters = ArbMap.Default.GeneratorFor<char>().ListOf().Select(list => string.Concat(list));
        Gen<string> texts = Gen.OneOf(pieces, pieces, letters, Gen.Two(pieces).Select(t => t.Item1 + t.Item1 + t.Item2));
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1200).WithEndSize(200),
            Prop.ForAll(texts.ToArbitrary(), text => KeepsItsPromises(text)));
    }

    private static bool KeepsItsPromises(string text)
    {
        SmsParts sms = SmsParts.Of(text);
        Assert.Equal(text, string.Concat(sms.Texts));
        Assert.Equal(sms.Texts, SmsParts.Of(text).Texts);
        int limit = sms.Count == 1 ? sms.Encoding.SingleUnitsMax() : sms.Encoding.PartUnitsMax();
        int cut = 0;
        int[] graphemes = [.. StringInfo.ParseCombiningCharacters(text), text.Length];
        foreach (string part in sms.Texts)
        {
            Assert.InRange(SmsParts.UnitsOf(part, sms.Encoding), Math.Min(1, text.Length), limit);
            cut += part.Length;
            bool isLongGrapheme = graphemes.Zip(graphemes.Skip(1), (a, b) => a < cut && cut < b && b - a > limit).Any(x => x);
            Assert.True(graphemes.Contains(cut) || isLongGrapheme, $"'{text}' is cut at {cut}");
        }

        // What stays whole wastes less than half of a part.
        Assert.InRange(sms.Count, 1, Math.Max(1, (2 * sms.Units / limit) + 1));
        return true;
    }
}

using EnviAgriNet.Cloud.Channels.CellBroadcast;
using EnviAgriNet.Protocol.Cap;

namespace EnviAgriNet.Cloud.Tests.Channels.CellBroadcast;

public sealed class BroadcastPagesTests
{
    [Fact]
    public void Of_EnglishText_IsPackedAndFilledWithCarriageReturns()
    {
        BroadcastPages pages = BroadcastPages.Of("Hello world")!;

        Assert.Equal(("GSM-7", (byte)0x0F), (pages.Encoding, pages.CodingScheme));
        string hex = Convert.ToHexString(Assert.Single(pages.Pages));
        Assert.Equal(82 * 2, hex.Length);

        // The first eleven septets are the well-known example; the twelfth is the first filler, 0x0D.
        Assert.StartsWith("C8329BFD06DDDF7236", hex, StringComparison.Ordinal);
        Assert.Equal("Hello world", Unpack(pages.Pages[0]).TrimEnd('\r'));
        Assert.Equal(93, Unpack(pages.Pages[0]).Length);
    }

    [Fact]
    public void Of_ThaiText_IsUcs2InPagesOf41()
    {
        BroadcastPages pages = BroadcastPages.Of(string.Concat(Enumerable.Repeat("น้ำท่วม", 12)))!;

        Assert.Equal(("UCS-2", (byte)0x48, 3), (pages.Encoding, pages.CodingScheme, pages.Pages.Count));
        Assert.All(pages.Pages, page => Assert.Equal(82, page.Length));
        Assert.StartsWith("0E190E490E330E170E480E270E21", Convert.ToHexString(pages.Pages[0]), StringComparison.Ordinal);
        Assert.EndsWith("000D", Convert.ToHexString(pages.Pages[2]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(93, 1)]
    [InlineData(94, 2)]
    [InlineData(93 * 15, 15)]
    [InlineData((93 * 15) + 1, 0)]
    public void Of_LengthsInGsm_NeverMoreThan15Pages(int characters, int pages) =>
        Assert.Equal(pages, BroadcastPages.Of(new string('a', characters))?.Pages.Count ?? 0);

    [Theory]
    [InlineData(41, 1)]
    [InlineData(42, 2)]
    [InlineData(41 * 15, 15)]
    [InlineData((41 * 15) + 1, 0)]
    public void Of_LengthsInThai_NeverMoreThan15Pages(int characters, int pages) =>
        Assert.Equal(pages, BroadcastPages.Of(new string('ก', characters))?.Pages.Count ?? 0);

    [Fact]
    public void Of_EscapedCharacterAtTheEdge_StaysWhole()
    {
        BroadcastPages pages = BroadcastPages.Of(new string('a', 92) + "€b")!;

        Assert.Equal(2, pages.Pages.Count);
        Assert.Equal('\r', Unpack(pages.Pages[0])[92]);
        Assert.Equal("\u001beb", Unpack(pages.Pages[1]).TrimEnd('\r'));
    }

    [Fact]
    public void Of_SurrogatePairAtTheEdge_StaysWhole()
    {
        BroadcastPages pages = BroadcastPages.Of(new string('ก', 40) + "😀")!;

        Assert.EndsWith("000D", Convert.ToHexString(pages.Pages[0]), StringComparison.Ordinal);
        Assert.StartsWith("D83DDE00", Convert.ToHexString(pages.Pages[1]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PublicNetwork", 0, 0, "4000")]
    [InlineData("PublicNetwork", 1, 0, "4010")]
    [InlineData("CellImmediate", 1023, 15, "3FFF")]
    [InlineData("Cell", 1023, 15, "FFFF")]
    public void SerialNumber_Parts_TakeTheirBits(string scope, int code, int update, string hex) =>
        Assert.Equal(hex, new SerialNumber(Enum.Parse<GeographicalScope>(scope), code, update).ToString());

    [Theory]
    [InlineData(300, "")]
    [InlineData(700, "description")]
    public void Of_TextTooLong_LeavesOutAndSaysSo(int description, string leftOut)
    {
        BroadcastText text = BroadcastText.Of(Info(new string('ก', description)), new CellBroadcastOptions(), isTest: false)!;

        Assert.Equal(leftOut, string.Join(' ', text.LeftOut));
        Assert.Equal(4372, text.MessageIdentifier);
        Assert.Contains("อพยพ", text.Pages.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Exercise_IsATest() => Assert.Equal(
        4380, BroadcastText.Of(Info("ก"), new CellBroadcastOptions(), isTest: true)!.MessageIdentifier);

    internal static string Unpack(byte[] octets)
    {
        char[] septets = new char[octets.Length * 8 / 7];
        for (int i = 0; i < septets.Length; i++)
        {
            int bit = i * 7;
            int both = octets[bit / 8] | ((bit / 8) + 1 < octets.Length ? octets[(bit / 8) + 1] << 8 : 0);
            septets[i] = (char)((both >> (bit % 8)) & 0x7F);
        }

        return new string(septets);
    }

    internal static CapInfo Info(string description) => new()
    {
        Language = "th-TH",
        Event = "น้ำท่วม",
        Urgency = CapUrgency.Immediate,
        Severity = CapSeverity.Severe,
        Certainty = CapCertainty.Observed,
        Headline = "น้ำล้นตลิ่ง",
        Description = description,
        Instruction = "อพยพขึ้นที่สูง",
        SenderName = "ทดสอบ",
    };
}

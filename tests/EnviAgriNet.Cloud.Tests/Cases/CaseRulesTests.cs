using EnviAgriNet.Cloud.Cases;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Cloud.Tests.Cases;

public sealed class CaseRulesTests
{
    [Fact]
    public void IsWhole_AnySlipOrSwap_IsCaught()
    {
        for (int turn = 0; turn < 200; turn++)
        {
            string number = CaseNumber.Draw(turn % 2 == 0);
            Assert.True(CaseNumber.IsWhole(number), number);
            for (int at = 2; at < number.Length; at++)
            {
                foreach (char digit in "0123456789".Where(d => d != number[at]))
                {
                    Assert.False(CaseNumber.IsWhole(number[..at] + digit + number[(at + 1)..]), number);
                }

                if (at + 1 < number.Length && number[at] != number[at + 1])
                {
                    Assert.False(CaseNumber.IsWhole(number[..at] + number[at + 1] + number[at] + number[(at + 2)..]), number);
                }
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("H-")]
    [InlineData("H-12345")]
    [InlineData("X-123456")]
    [InlineData("H-๑๒๓๔๕๖")]
    [InlineData("H-1234567")]
    public void IsWhole_Other_IsNot(string text) => Assert.False(CaseNumber.IsWhole(text));

    [Fact]
    public void May_EveryMove_IsAsDrawn()
    {
        List<string> allowed =
        [
            .. from a in Enum.GetValues<CaseState>() from b in Enum.GetValues<CaseState>() where CaseMoves.May(a, b) select $"{a.Word()}>{b.Word()}",
        ];

        Assert.Equal(
            [
                "new>assigned", "new>on-the-way", "new>done", "new>cannot", "new>duplicate",
                "assigned>assigned", "assigned>on-the-way", "assigned>done", "assigned>cannot", "assigned>duplicate",
                "on-the-way>assigned", "on-the-way>done", "on-the-way>cannot", "on-the-way>duplicate",
            ],
            allowed);
    }

    [Theory]
    [InlineData("ช่วยด้วย ๕ คน", 5)]
    [InlineData("12 people on the roof", 12)]
    [InlineData("มี 3 ชีวิต", 3)]
    [InlineData("0 คน", null)]
    [InlineData("บ้านเลขที่ 99", null)]
    [InlineData("9999 คน", 999)]
    public void PeopleIn_Text_IsRead(string text, int? people) => Assert.Equal(people, CaseDetails.PeopleIn(text));

    [Theory]
    [InlineData("ขอน้ำดื่ม กับ ยา", "medicine water")]
    [InlineData("ยายอยู่คนเดียว", "")]
    [InlineData("ติดอยู่บนหลังคา", "boat")]
    [InlineData("need food, rice, blankets", "food shelter")]
    public void NeedsIn_Text_IsRead(string text, string needs) => Assert.Equal(needs, string.Join(' ', CaseDetails.NeedsIn(text).Order()));

    [Fact]
    public void Texts_OfEveryState_FitOneSms()
    {
        foreach (string language in Languages.All)
        {
            Assert.All(Enum.GetValues<CaseState>(), state => Assert.InRange(CaseTexts.Stands("H-482173", state, language, "1784 1669").Length, 1, 70));
            Assert.InRange(CaseTexts.HelpOpened("H-482173", language, true).Length, 1, 70);
            Assert.InRange(CaseTexts.HelpOpened("H-482173", language, false).Length, 1, 70);
            Assert.InRange(CaseTexts.ComplaintOpened("C-482173", language, new string('ก', 120)).Length, 1, 70);
            Assert.InRange(CaseTexts.ComplaintOpened("C-482173", language, null).Length, 1, 70);
            Assert.InRange(CaseTexts.Question(language).Length, 1, 70);
        }
    }

    [Theory]
    [InlineData("2026-11-22T00:59:00Z", false)]
    [InlineData("2026-11-22T01:00:00Z", true)]
    [InlineData("2026-11-22T12:59:00Z", true)]
    [InlineData("2026-11-22T13:00:00Z", false)]
    public void IsByDay_BangkokTime_Holds(string now, bool expected) => Assert.Equal(
        expected, SurveyBook.IsByDay(DateTimeOffset.Parse(now), TimeSpan.FromHours(8), TimeSpan.FromHours(20)));
}

using EnviAgriNet.Cloud.Inbox.Keywords;

namespace EnviAgriNet.Cloud.Tests.Inbox;

public sealed class KeywordParserTests
{
    private static readonly HashSet<string> Stops = new(StringComparer.OrdinalIgnoreCase) { "stop", "หยุด" };

    public static TheoryData<string, string, string> Lines()
    {
        TheoryData<string, string, string> lines = [];
        foreach (string line in KeywordLines.All.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] fields = line.TrimEnd('\r').Split('|');
            lines.Add(fields[0], fields[1], fields[2]);
        }

        Assert.True(lines.Count >= 150);
        return lines;
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Parse_WhatPeopleWrite_IsUnderstood(string text, string intent, string rest)
    {
        Request request = Parse(text);

        Assert.Equal(intent, request.Intent.ToString());
        if (request.Intent is not (Intent.CallForHelp or Intent.Complaint or Intent.Unknown))
        {
            Assert.Equal(rest, request.Rest);
        }
    }

    [Theory]
    [InlineData("อากาศ nan", "th")]
    [InlineData("air nan", "en")]
    [InlineData("5", null)]
    [InlineData("你好", null)]
    public void Parse_Language_IsThatOfTheMessage(string text, string? language) => Assert.Equal(language, Parse(text).Language);

    [Theory]
    [InlineData("๓", 3)]
    [InlineData("ให้ 5 คะแนน", 5)]
    [InlineData("1", 1)]
    public void Parse_Rating_HasItsScore(string text, int score) => Assert.Equal(score, Parse(text).Score);

    [Theory]
    [InlineData("ร้องเรียน ควันดำจากโรงงาน", "smoke")]
    [InlineData("กลิ่นเหม็นมาก", "odour")]
    [InlineData("โรงงานปล่อยน้ำเสีย", "wastewater")]
    [InlineData("เสียงดังทั้งคืน", "noise")]
    [InlineData("report garbage dumping", "garbage")]
    [InlineData("complaint about neighbours", "other")]
    public void KindOf_Complaint_IsRead(string text, string kind) => Assert.Equal(kind, ComplaintWords.KindOf(text));

    [Fact]
    public void Parse_Noise_NeverThrows_AndNeverStops()
    {
        for (int seed = 1; seed <= 40; seed++)
        {
            Random random = new(seed);
            for (int turn = 0; turn < 100; turn++)
            {
                string text = Noise(random);
                try
                {
                    Assert.NotEqual(Intent.Stop, Parse(text).Intent);
                }
                catch (Exception e) when (e is not Xunit.Sdk.XunitException)
                {
                    Assert.Fail($"seed {seed}, turn {turn}: {e}");
                }
            }
        }
    }

    [Fact]
    public void Parse_KnownWordsShaken_GiveTheSameOrNothing_AndNeverAnAction()
    {
        // One slip of a question may lose it, but must not order anything in the person's name.
        string[] questions = ["อากาศ เชียงใหม่", "air chiang mai", "ระดับน้ำ น่าน", "rain nan", "ราคาข้าว", "forecast pai"];
        for (int seed = 1; seed <= 200; seed++)
        {
            Random random = new(seed);
            string question = questions[random.Next(questions.Length)];
            int at = random.Next(question.Length);
            string shaken = random.Next(3) switch
            {
                0 => question.Remove(at, 1),
                1 => question.Insert(at, question[random.Next(question.Length)].ToString()),
                _ => question.Remove(at, 1).Insert(at, ((char)('ก' + random.Next(46))).ToString()),
            };
            Intent intent = Parse(shaken).Intent;
            Assert.False(intent is Intent.Stop or Intent.Register or Intent.Complaint or Intent.CallForHelp, $"seed {seed}: '{shaken}' became {intent}");
        }
    }

    private static Request Parse(string text) => KeywordParser.Parse(text, Stops.Contains);

    private static string Noise(Random random)
    {
        int length = random.Next(10) == 0 ? random.Next(20_000) : random.Next(200);
        return string.Concat(Enumerable.Range(0, length).Select(_ => (char)(random.Next(6) switch
        {
            0 => random.Next(32),
            1 => random.Next(0xD800, 0xE000),
            2 => random.Next(0x0E00, 0x0E5F),
            3 => random.Next(0x200B, 0x2070),
            4 => random.Next(32, 127),
            _ => random.Next(0x10000),
        })));
    }
}

using System.Globalization;
using EnviAgriNet.Core.Alerts;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Core.Indices;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Core.Tests.Messages;

public sealed class SmsTextTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 7, 30, 0, TimeSpan.Zero);

    private static readonly string[] Pieces =
    [
        "น้ำ", "บ้าน", "ตำบล", "ที่", "เมือง", "กำแพงเพชร", "อำเภอ", " ", "หมู่ 12", "1234567", "Mae Rim", "👩‍🌾", "é", "ก็", "ผู้",
    ];

    [Fact]
    public void Shorten_SaraAm_StaysWithItsConsonant()
    {
        // น้ำ is one grapheme of three units: cutting it in two would leave a bare vowel.
        Assert.Equal("น้ำ…", SmsText.Shorten("น้ำน้ำน้ำ", 5));
        Assert.Equal("น้ำน้ำ…", SmsText.Shorten("น้ำน้ำน้ำ", 8));
    }

    [Fact]
    public void Fit_NameThatJustFits_IsTakenWhole()
    {
        string text = new string('ก', SmsText.UnitsMax - 5) + SmsText.Place;

        Assert.EndsWith("กMaeon", SmsText.Fit(text, ["Mae On", "Maeon", "On"]));
        Assert.EndsWith("กMae…", SmsText.Fit(text, "Mae On"));
    }

    [Fact]
    public void Shorten_Number_IsNotCut() => Assert.Equal("หมู่…", SmsText.Shorten("หมู่ 1234567", 9));

    [Fact]
    public void Compose_AnyPlaceNumberAndCase_SmsFitsAndCutsNoGrapheme()
    {
        for (int seed = 0; seed < 400; seed++)
        {
            Random random = new(seed);
            string place = string.Concat(Enumerable.Range(0, random.Next(0, 25)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            HazardChange change = ChangeOf(random);

            AlertContent content = AlertComposer.Compose(
                change, new Place(place, place), "ผู้ส่ง", "sender", isExercise: random.Next(2) == 0);

            foreach ((string language, AlertText text) in content.Texts)
            {
                string what = $"seed {seed} {language} {content.Case}: {text.Sms}";
                Assert.True(text.Sms.Length <= SmsText.UnitsMax, what);
                Assert.DoesNotContain("{", text.Sms + text.Headline + text.Description + text.Instruction);
                AssertWholeGraphemes(place, text.Sms, what);
            }
        }
    }

    [Fact]
    public void Templates_LongestNumbersAndMark_LeaveRoomForThePlace()
    {
        Evidence haze = new HazeEvidence(StationId.Parse("cm-city"), 1999, ThaiAqiTable.Since2023.ValueOf(Pollutant.Pm25, 1999)!.Value, 24);
        Evidence over = new RiverEvidence(StationId.Parse("cm-city"), 21, RiverBank.Of(21, 6, 0)!.Value, 1, null);
        Evidence soon = new RiverEvidence(StationId.Parse("cm-city"), 5, RiverBank.Of(5, 6, 0)!.Value, 1, 3);
        foreach (HazardLevel level in Enum.GetValues<HazardLevel>())
        {
            AssertRoom(AlertTemplates.Of(HazardKind.Haze).CaseOf(level, haze));
            AssertRoom(AlertTemplates.Of(HazardKind.RiverFlood).CaseOf(level, over));
            AssertRoom(AlertTemplates.Of(HazardKind.RiverFlood).CaseOf(level, soon));
        }
    }

    [Fact]
    public void Text_Times_AreBangkokAndBuddhistInThai()
    {
        Assert.Equal("1 มี.ค. 2569 14:30 น.", LocalTime.Text(At, Languages.Thai));
        Assert.Equal("1 Mar 2026 14:30", LocalTime.Text(At, Languages.English));
        Assert.Equal("1 Jan 2027 00:30", LocalTime.Text(new(2026, 12, 31, 17, 30, 0, TimeSpan.Zero), Languages.English));
    }

    private static void AssertRoom(AlertCase alertCase)
    {
        foreach (string language in Languages.All)
        {
            string sms = alertCase.In(language).Sms
                .Replace("{value}", "1999", StringComparison.Ordinal).Replace("{percent}", "350", StringComparison.Ordinal)
                .Replace("{hours}", "3", StringComparison.Ordinal).Replace("{place}", "", StringComparison.Ordinal);
            int mark = language == Languages.Thai ? 7 : 8;
            Assert.DoesNotContain("{", sms);
            Assert.True(SmsText.UnitsMax - mark - sms.Length >= AlertTemplates.PlaceUnitsMin, $"{alertCase} {language}: {sms.Length}");
        }
    }

    private static void AssertWholeGraphemes(string place, string sms, string what)
    {
        int cut = sms.IndexOf('…', StringComparison.Ordinal);
        if (cut < 0)
        {
            return;
        }

        // What stands before the cut is a piece of the place that ends where a grapheme of the place ends.
        int[] starts = StringInfo.ParseCombiningCharacters(place);
        bool ends = Enumerable.Range(1, cut).Any(length =>
            place.StartsWith(sms.Substring(cut - length, length), StringComparison.Ordinal)
            && (starts.Contains(length) || starts.Contains(length + 1)));
        Assert.True(ends, what);
    }

    private static HazardChange ChangeOf(Random random)
    {
        HazardLevel level = (HazardLevel)random.Next(3);
        StationId station = StationId.Parse("cm-city");
        bool isHaze = random.Next(2) == 0;
        double metres = random.NextDouble() * 20;
        double mean = random.NextDouble() * 2000;
        Evidence evidence = isHaze
            ? new HazeEvidence(station, mean, ThaiAqiTable.Since2023.ValueOf(Pollutant.Pm25, mean)!.Value, 24)
            : new RiverEvidence(
                station, metres, RiverBank.Of(metres, 6, 0)!.Value, random.Next(3) == 0 ? null : random.NextDouble() - 0.5,
                random.Next(2) == 0 ? null : random.NextDouble() * 3);
        return new HazardChange(
            ChangeKind.Opened, RegionId.Parse("5001"), isHaze ? HazardKind.Haze : HazardKind.RiverFlood, "event", At, level,
            HazardLevel.None, At, At.AddHours(1), true, evidence);
    }
}

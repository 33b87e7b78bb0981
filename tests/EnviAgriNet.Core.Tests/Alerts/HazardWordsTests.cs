using EnviAgriNet.Core.Alerts;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Core.Indices;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Core.Tests.Alerts;

public sealed class HazardWordsTests
{
    private static readonly DateTimeOffset At = new(2026, 12, 31, 7, 30, 0, TimeSpan.Zero);
    private static readonly StationId Station = StationId.Parse("cm-city");

    // The longest numbers the plausible ranges of the quantities allow, and some nobody has thought of.
    private static readonly Evidence[] Evidences =
    [
        .. MeasureWords.Known.Select(m => Measured(m, LongestOf(m))),
        Measured("something_new_over_six_weeks", -123456.789),
        Measured("something_new_over_six_weeks", 1e18),
        new MeasureEvidence(Station, []),
        new HazeEvidence(Station, 1999.9, ThaiAqiTable.Since2023.ValueOf(Pollutant.Pm25, 1999.9)!.Value, 24),
        new RiverEvidence(Station, 21, RiverBank.Of(21, 6, 0)!.Value, 12.34, null),
        new RiverEvidence(Station, 5, RiverBank.Of(5, 6, 0)!.Value, -0.2, 2.9),
    ];

    public static TheoryData<HazardKind, HazardLevel> Cases()
    {
        TheoryData<HazardKind, HazardLevel> cases = [];
        foreach (HazardKind hazard in Enum.GetValues<HazardKind>().Append((HazardKind)999))
        {
            foreach (HazardLevel level in Enum.GetValues<HazardLevel>())
            {
                cases.Add(hazard, level);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Compose_AnyEvidence_FitsOneSmsAndLeavesNoBraces(HazardKind hazard, HazardLevel level)
    {
        Place place = new(new string('ฬ', 200), new string('q', 200));
        foreach (Evidence evidence in Evidences)
        {
            AlertContent content = AlertComposer.Compose(ChangeOf(hazard, level, evidence), place, "ผู้ส่ง", "sender", isExercise: true);
            foreach ((string language, AlertText text) in content.Texts)
            {
                string what = $"{hazard} {level} {language} {evidence}: '{text.Sms}'";
                string all = text.EventName + text.Headline + text.Description + text.Instruction + text.Sms;
                Assert.False(all.Contains('{') || all.Contains('}'), what + all);
                Assert.True(text.Sms.Length <= SmsText.UnitsMax, what);
                Assert.True(text.Sms.Count(c => c is 'ฬ' or 'q') >= AlertTemplates.PlaceUnitsMin - 1, what);
                Assert.All(
                    new[] { text.EventName, text.Headline, text.Description, text.Instruction, text.Sms },
                    t => Assert.False(string.IsNullOrWhiteSpace(t), what));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Compose_Headline_FitsAPublicFeed(HazardKind hazard, HazardLevel level)
    {
        Place place = new(new string('ก', 60), new string('x', 60));
        AlertContent content = AlertComposer.Compose(ChangeOf(hazard, level, Evidences[0]), place, "ผู้ส่ง", "sender", isExercise: true);

        Assert.All(content.Texts.Values, t => Assert.InRange(t.Headline.Length, 10, 140));
    }

    [Fact]
    public void Of_EveryHazard_HasWordsOfItsOwn()
    {
        HazardKind[] hazards = Enum.GetValues<HazardKind>();
        Assert.All(hazards, h => Assert.Equal(h, AlertTemplates.Of(h).Hazard));
        Assert.All(hazards, h => Assert.NotEqual("OET-000", AlertTemplates.Of(h).EventCode));
        foreach (Func<HazardWords, AlertCase> one in new Func<HazardWords, AlertCase>[] { w => w.Moderate, w => w.Severe, w => w.Over })
        {
            Assert.Equal(hazards.Length, hazards.Select(h => one(AlertTemplates.Of(h)).Thai.Sms).Distinct().Count());
            Assert.Equal(hazards.Length, hazards.Select(h => one(AlertTemplates.Of(h)).English.EventName).Distinct().Count());
        }

        Assert.Equal("OET-000", AlertTemplates.Of((HazardKind)999).EventCode);
    }

    [Fact]
    public void Codes_EveryCase_TellTheLevelAndSoundTheSirenOnlyForWhatKillsAtOnce()
    {
        foreach (HazardWords words in Enum.GetValues<HazardKind>().Select(AlertTemplates.Of))
        {
            Assert.Equal("Moderate", words.Moderate.Codes.Severity);
            Assert.Equal("Severe", words.Severe.Codes.Severity);
            Assert.Equal(AlertCodes.Over, words.Over.Codes);
            Assert.False(words.Moderate.Codes.IsSiren);
            bool kills = words.Hazard is HazardKind.RiverFlood or HazardKind.FlashFlood or HazardKind.Landslide;
            Assert.Equal(kills, words.Severe.Codes.IsSiren);
        }
    }

    [Fact]
    public void Words_ThaiAndEnglish_AreInTheirLanguage()
    {
        foreach (HazardWords words in Enum.GetValues<HazardKind>().Select(AlertTemplates.Of))
        {
            foreach (AlertCase one in new[] { words.Moderate, words.Severe, words.Over })
            {
                Assert.All(TextsOf(one.Thai), t => Assert.Contains(t, c => c is >= '\u0E00' and <= '\u0E7F'));
                Assert.All(TextsOf(one.English), t => Assert.DoesNotContain(t, c => c > 127));
            }
        }
    }

    [Fact]
    public void Compose_MeasuredNumbers_StandInTextSmsAndParameters()
    {
        MeasureEvidence rain = new(Station, [new("rain_24h", 104.6, "mm"), new("rain_3d", 210, "mm")]);
        AlertContent content = AlertComposer.Compose(
            ChangeOf(HazardKind.FlashFlood, HazardLevel.Severe, rain), new Place("บ้านปง", "Ban Pong"), "ผู้ส่ง", "sender", false);

        AlertText thai = content.Texts[Languages.Thai];
        Assert.Equal("ขึ้นที่สูงทันที! บ้านปง น้ำป่า ฝน 105 มม./24ชม.", thai.Sms);
        Assert.Contains("ฝน 24 ชั่วโมง 105 มม., ฝน 3 วัน 210 มม. (วัดเมื่อ 31 ธ.ค. 2569 14:30 น.", thai.Description, StringComparison.Ordinal);
        Assert.Equal("Go uphill NOW! Ban Pong flood, rain 105 mm/24 h", content.Texts[Languages.English].Sms);
        Assert.Equal([new("station", "cm-city"), new("rain_24h", "104.6"), new("rain_3d", "210.0")], content.Parameters);
        Assert.True(content.IsSiren);
    }

    [Fact]
    public void Short_Wind_IsToldInKilometresAnHour()
    {
        Assert.Equal("ลมแรง 90 กม./ชม.", MeasureWords.Short(new("gust_1h", 25, "m/s"), Languages.Thai));
        Assert.Equal("wind 72 km/h", MeasureWords.Short(new("wind_10min", 20, "m/s"), Languages.English));
    }

    [Fact]
    public void Short_EveryMeasure_IsWholeWithItsLongestNumber()
    {
        foreach (string measure in MeasureWords.Known)
        {
            foreach (string language in Languages.All)
            {
                string text = MeasureWords.Short(new(measure, LongestOf(measure), ""), language);
                Assert.InRange(text.Length, 1, MeasureWords.ShortUnitsMax);
                Assert.True(text.Any(char.IsLetter) && text.Any(char.IsDigit), $"{measure} {language}: '{text}'");
            }
        }
    }

    private static string[] TextsOf(AlertTemplate t) =>
        [.. new[] { t.EventName, t.Headline, t.Happening, t.Effect, t.Instruction, t.Sms }.Where(x => x.Length > 0)];

    private static double LongestOf(string measure) => measure switch
    {
        _ when measure.StartsWith("temperature", StringComparison.Ordinal) => -10.5,
        _ when measure.StartsWith("spi", StringComparison.Ordinal) => -3.09,
        _ when measure.StartsWith("rain", StringComparison.Ordinal) => 2400,
        _ when measure.StartsWith("pm", StringComparison.Ordinal) => 4999.9,
        "heat_index_1h" => 100,
        "rise_per_hour" => 25.5,
        "hours_to_bank" => 24,
        "bank_percent" => 350,
        "gust_1h" => 110,
        "conductivity_1h" => 100000,
        "ammonium_1h" => 1000,
        _ => 75.25,
    };

    private static MeasureEvidence Measured(string measure, double value) =>
        new(Station, [new(measure, value, "mg/L"), new("rain_1h", 1, "mm")]);

    private static HazardChange ChangeOf(HazardKind hazard, HazardLevel level, Evidence evidence) => new(
        ChangeKind.Opened, RegionId.Parse("5001"), hazard, "event", At, level, HazardLevel.None, At, At.AddHours(1), true, evidence);
}

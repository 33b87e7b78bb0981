using EnviAgriNet.Core.Alerts;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Core.Indices;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Core.Tests.Alerts;

/// <summary>What people read of haze and of a river flood, word by word, and what holds for every other warning.</summary>
public sealed class WarningTextTests
{
    private static readonly DateTimeOffset Onset = new(2026, 3, 5, 7, 30, 0, TimeSpan.Zero);
    private static readonly StationId Station = StationId.Parse("cm-city");
    private static readonly AlertSource Source = new("เครือข่าย EnviAgriNet", "EnviAgriNet network");

    private static readonly WarningPlace ChangPhueak = new(
        new Place("ต.ช้างเผือก อ.เมืองเชียงใหม่ จ.เชียงใหม่", "Chang Phueak, Mueang Chiang Mai, Chiang Mai"),
        [new("ต.ช้างเผือก อ.เมืองเชียงใหม่", "Chang Phueak, Mueang Chiang Mai"), new("ต.ช้างเผือก", "Chang Phueak")])
    {
        Station = new("ศูนย์ดิจิทัลช้างเผือก", "Chang Phueak centre"),
        Shelters =
        [
            new(new("วัดเจ็ดยอด", "Wat Chet Yot"), "053-221947"), new(new("โรงเรียนช้างเผือก", "Chang Phueak School"), null),
            new(new("หอประชุมอำเภอ", "District hall"), "053-112650"),
        ],
    };

    [Theory]
    [InlineData("HazeModerate", "th", "ต.ช้างเผือก อ.เมืองเชียงใหม่: PM2.5 52.4 มคก. มีผลต่อสุขภาพ สวมหน้ากาก",
        "ถึง 6 มี.ค. 69 04:30 สวมหน้ากาก N95 งดเผา ลดเวลาอยู่กลางแจ้ง จุดอพยพ วัดเจ็ดยอด 053-221947 โทร 1650 เครือข่าย EnviAgriNet")]
    [InlineData("HazeModerate", "en", "Chang Phueak: PM2.5 52.4, unhealthy. Wear a mask outdoors",
        "Until 6 Mar 04:30. Wear an N95 mask, do not burn, stay out less. Safe place: Wat Chet Yot 053-221947. Call 1650. EnviAgriNet network")]
    [InlineData("HazeSevere", "th", "ต.ช้างเผือก อ.เมืองเชียงใหม่: PM2.5 113 มคก. อันตราย งดออกจากอาคาร",
        "ถึง 6 มี.ค. 69 04:30 อยู่ในอาคาร ปิดหน้าต่าง ออกนอกบ้านสวม N95 ไปที่ วัดเจ็ดยอด 053-221947 โทร 1650 เครือข่าย EnviAgriNet")]
    [InlineData("HazeSevere", "en", "Chang Phueak: PM2.5 113 DANGEROUS. Stay indoors, shut windows",
        "5 Mar 14:30 to 6 Mar 04:30. Stay in, shut windows, wear N95 outside. Go to Wat Chet Yot 053-221947. Call 1650. EnviAgriNet network")]
    [InlineData("HazeOver", "th", "ต.ช้างเผือก อ.เมืองเชียงใหม่: PM2.5 ลดเหลือ 30.2 มคก. สิ้นสุดการเตือน",
        "เมื่อ 5 มี.ค. 69 16:30 ออกกลางแจ้งได้ กลุ่มเสี่ยงติดตามค่าฝุ่น โทร 1650 เครือข่าย EnviAgriNet")]
    [InlineData("HazeOver", "en", "Chang Phueak, Mueang Chiang Mai: PM2.5 down to 30.2. Warning over",
        "As of 5 Mar 16:30. Outdoor activity is possible again. Call 1650. EnviAgriNet network")]
    [InlineData("RiverModerate", "th", "ต.ช้างเผือก อ.เมืองเชียงใหม่: น้ำ 87% ของตลิ่ง ยกของขึ้นที่สูง",
        "ถึง 6 มี.ค. 69 04:30 ยกของขึ้นที่สูง ย้ายสัตว์ เตรียมยาและเอกสาร จุดอพยพ วัดเจ็ดยอด 053-221947 โทร 1784 เครือข่าย EnviAgriNet")]
    [InlineData("RiverModerate", "en", "Chang Phueak, Mueang Chiang Mai: river 87% of bank. Move goods up",
        "Until 6 Mar 04:30. Move goods and animals up, pack medicine. Safe place: Wat Chet Yot 053-221947. Call 1784. EnviAgriNet network")]
    [InlineData("RiverSoon", "th", "ต.ช้างเผือก อ.เมืองเชียงใหม่: น้ำจะล้นตลิ่งใน 2 ชม. ไปที่สูงทันที",
        "ถึง 6 มี.ค. 69 04:30 ตัดไฟ อย่าลุยน้ำไหล พาเด็กและผู้สูงอายุไปด้วย ไปที่ วัดเจ็ดยอด 053-221947 โทร 1784 เครือข่าย EnviAgriNet")]
    [InlineData("RiverSoon", "en", "Chang Phueak, Mueang Chiang Mai: FLOOD in 2 h. Go to high ground now",
        "5 Mar 14:30 to 6 Mar 04:30. Cut power, keep out of flowing water. Go to Wat Chet Yot 053-221947. Call 1784. EnviAgriNet network")]
    [InlineData("RiverSevere", "th", "ด่วน ต.ช้างเผือก อ.เมืองเชียงใหม่: น้ำ 107% ของตลิ่ง ไปที่สูงทันที",
        "ถึง 6 มี.ค. 69 04:30 ตัดไฟ อย่าลุยน้ำไหล พาเด็กและผู้สูงอายุไปด้วย ไปที่ วัดเจ็ดยอด 053-221947 โทร 1784 เครือข่าย EnviAgriNet")]
    [InlineData("RiverSevere", "en", "FLOOD Chang Phueak: river 107%. Go to high ground now",
        "5 Mar 14:30 to 6 Mar 04:30. Cut power, keep out of flowing water. Go to Wat Chet Yot 053-221947. Call 1784. EnviAgriNet network")]
    [InlineData("RiverOver", "th", "ต.ช้างเผือก อ.เมืองเชียงใหม่: น้ำลดเหลือ 65% ของตลิ่ง สิ้นสุดการเตือน",
        "เมื่อ 5 มี.ค. 69 16:30 กลับอย่างระวัง ตรวจไฟฟ้าก่อนใช้ ระวังงู โทร 1784 เครือข่าย EnviAgriNet")]
    [InlineData("RiverOver", "en", "Chang Phueak, Mueang Chiang Mai: river down to 65%. Warning over",
        "As of 5 Mar 16:30. Go back with care, check power, mind snakes. Call 1784. EnviAgriNet network")]
    public void Compose_HazeAndFlood_SayThisWordByWord(string step, string language, string sms, string detail)
    {
        AlertText text = Compose(StepOf(step), ChangPhueak).Texts[language];

        Assert.Equal(sms, text.Sms);
        Assert.Equal(detail, text.Detail);
    }

    [Fact]
    public void Compose_RiverFlood_TellsAllOfItInFull()
    {
        AlertText text = Compose(StepOf("RiverSoon"), ChangPhueak).Texts[Languages.Thai];

        Assert.Equal("น้ำกำลังจะล้นตลิ่ง", text.EventName);
        Assert.Equal("ต.ช้างเผือก อ.เมืองเชียงใหม่: น้ำจะถึงตลิ่งใน 2 ชั่วโมง", text.Headline);
        Assert.Equal(
            "ระดับน้ำที่ ต.ช้างเผือก อ.เมืองเชียงใหม่ (สถานี ศูนย์ดิจิทัลช้างเผือก) อยู่ที่ 5.60 ม. คิดเป็น 93% ของความจุลำน้ำ "
            + "ต่ำกว่าตลิ่ง 0.40 ม. เพิ่มขึ้น 0.20 ม./ชม. (วัดเมื่อ 5 มี.ค. 2569 16:30 น. เริ่มตั้งแต่ 5 มี.ค. 2569 14:30 น.)\n"
            + "น้ำจะล้นตลิ่งและท่วมพื้นที่ริมน้ำภายในไม่กี่ชั่วโมง กระแสน้ำแรงอาจเป็นอันตรายถึงชีวิต\n"
            + "ประกาศโดย เครือข่าย EnviAgriNet มีผลถึง 6 มี.ค. 2569 04:30 น.",
            text.Description);
        Assert.Equal(
            "ออกจากพื้นที่ริมน้ำและไปที่สูงทันที ตัดไฟฟ้า อย่าเดินหรือขับรถผ่านน้ำไหล ช่วยเด็ก ผู้สูงอายุ และผู้ป่วย ขอความช่วยเหลือโทร 1784\n"
            + "จุดอพยพใกล้ที่สุด: วัดเจ็ดยอด 053-221947, โรงเรียนช้างเผือก, หอประชุมอำเภอ 053-112650",
            text.Instruction);
        Assert.Equal("ต.ช้างเผือก อ.เมืองเชียงใหม่ จ.เชียงใหม่", text.Area);
        Assert.Equal(("เครือข่าย EnviAgriNet", "1784"), (text.SenderName, text.Contact));
    }

    [Fact]
    public void Compose_Haze_AddsWhomToCallWhereTheWordsDoNot()
    {
        AlertText text = Compose(StepOf("HazeSevere"), ChangPhueak with { Shelters = [] }).Texts[Languages.English];

        Assert.Equal(
            "Stay indoors with doors and windows shut. Wear an N95 mask if you must go out. Do not burn anything. "
            + "With chest pain or trouble breathing see a doctor or call 1669.\nFor help and questions call 1650.",
            text.Instruction);
    }

    [Fact]
    public void ComposeCancel_Flood_SaysWhatIsTakenBackAndWhy()
    {
        AlertContent content = AlertComposer.ComposeCancel(
            HazardKind.RiverFlood, ChangPhueak, Source, Onset, "เครื่องวัดเสีย", isExercise: true, Phrasebooks.BuiltIn);

        AlertText thai = content.Texts[Languages.Thai];
        Assert.Equal("[ซ้อม] ต.ช้างเผือก: ยกเลิกการเตือนน้ำล้นตลิ่งแล้ว ไม่ต้องทำตามอีก", thai.Sms);
        Assert.Equal("[ซ้อม] เมื่อ 5 มี.ค. 69 14:30 ติดตามประกาศต่อไป ขออภัยในความไม่สะดวก โทร 1784 เครือข่าย EnviAgriNet", thai.Detail);
        Assert.Equal("[ซ้อม] ยกเลิกการเตือนน้ำล้นตลิ่งที่ ต.ช้างเผือก อ.เมืองเชียงใหม่ (สถานี ศูนย์ดิจิทัลช้างเผือก) เมื่อ 5 มี.ค. 2569 14:30 น. เครื่องวัดเสีย\nประกาศโดย เครือข่าย EnviAgriNet", thai.Description);
        Assert.Equal("[DRILL] Chang Phueak: river flood warning CANCELLED, ignore it", content.Texts[Languages.English].Sms);
        Assert.Equal(("AllClear", "OET-081"), (content.ResponseType, content.EventCode));
    }

    [Fact]
    public void Compose_NumberOfTheSettings_ReplacesTheUsualOne()
    {
        AlertSource own = Source with { Numbers = new Dictionary<HazardKind, string> { [HazardKind.RiverFlood] = "053-112650" } };
        AlertText text = AlertComposer.Compose(StepOf("RiverSevere"), ChangPhueak, own, false, Phrasebooks.BuiltIn).Texts[Languages.Thai];

        Assert.Contains("ขอความช่วยเหลือโทร 053-112650", text.Instruction, StringComparison.Ordinal);
        Assert.DoesNotContain("1784", text.Instruction + text.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Compose_EveryHazardLevelLanguageAndPlace_FitsItsMessages()
    {
        string[] letters = ["น้ำ", "บ้าน", " ", "เกาะ", "ก่ำ", "12", "Long", "👩‍🌾", "ฬ"];
        for (int seed = 0; seed < 600; seed++)
        {
            Random random = new(seed);
            string Name(int most) => string.Concat(Enumerable.Range(0, random.Next(1, most)).Select(_ => letters[random.Next(letters.Length)]));
            Place Named(int most) => new(Name(most), Name(most));
            WarningPlace place = new(Named(60), [Named(30), Named(12)])
            {
                Station = random.Next(2) == 0 ? null : Named(20),
                Shelters = [.. Enumerable.Range(0, random.Next(5)).Select(_ => new EvacuationPoint(Named(40), random.Next(2) == 0 ? null : "053-123456"))],
            };
            HazardKind hazard = (HazardKind)random.Next(12);
            HazardLevel level = (HazardLevel)random.Next(3);
            MeasureEvidence evidence = new(Station, [new(MeasureWords.Known.ElementAt(random.Next(MeasureWords.Known.Count())), random.Next(-3, 3000), "mm")]);
            HazardChange change = Change(hazard, level, evidence) with { ExpiresAt = Onset.AddHours(random.Next(1, 20000)) };
            AlertContent content = AlertComposer.Compose(change, place, new AlertSource(Name(20), Name(20)), random.Next(2) == 0, Phrasebooks.BuiltIn);
            Assert.Equal(Languages.All, content.Texts.Keys);
            foreach ((string language, AlertText text) in content.Texts)
            {
                string what = $"seed {seed} {hazard} {level} {language}: '{text.Sms}' '{text.Detail}'";
                Assert.True(text.Sms.Length <= SmsText.UnitsMax, what);
                Assert.True(SmsParts.Of(text.Sms).Count == 1, what);
                Assert.True(text.Detail.Length is > 0 and <= 134 && SmsParts.Of(text.Detail).Count <= 2, what);
                Assert.True(text.Detail.Contains(text.Contact, StringComparison.Ordinal), what);
                Assert.False((text.Sms + text.Detail + text.Headline + text.Description + text.Instruction).Contains('{'), what);
                Assert.True(level == HazardLevel.None || place.Shelters.Count == 0 || text.Instruction.Contains(place.Shelters[0].Name.In(language), StringComparison.Ordinal), what);
            }
        }
    }

    [Fact]
    public void Compose_ShelterThatFits_StandsInTheSecondSmsOfEveryWarning()
    {
        foreach (HazardKind hazard in Enum.GetValues<HazardKind>())
        {
            foreach (HazardLevel level in new[] { HazardLevel.Moderate, HazardLevel.Severe })
            {
                MeasureEvidence evidence = new(Station, [new("rain_24h", 100, "mm")]);
                foreach ((string language, AlertText text) in Compose(Change(hazard, level, evidence), ChangPhueak).Texts)
                {
                    Assert.Contains(ChangPhueak.Shelters[0].In(language), text.Detail, StringComparison.Ordinal);
                    Assert.Contains("6", text.Detail, StringComparison.Ordinal);
                }
            }
        }
    }

    private static AlertContent Compose(HazardChange change, WarningPlace place) =>
        AlertComposer.Compose(change, place, Source, isExercise: false, Phrasebooks.BuiltIn);

    private static HazardChange StepOf(string name)
    {
        (HazardKind hazard, HazardLevel level, Evidence evidence) = Step(name);
        return Change(hazard, level, evidence);
    }

    private static (HazardKind Hazard, HazardLevel Level, Evidence Evidence) Step(string name) => name switch
    {
        "HazeModerate" => (HazardKind.Haze, HazardLevel.Moderate, Haze(52.4)),
        "HazeSevere" => (HazardKind.Haze, HazardLevel.Severe, Haze(112.6)),
        "HazeOver" => (HazardKind.Haze, HazardLevel.None, Haze(30.2)),
        "RiverModerate" => (HazardKind.RiverFlood, HazardLevel.Moderate, River(5.2, 0.1, null)),
        "RiverSoon" => (HazardKind.RiverFlood, HazardLevel.Severe, River(5.6, 0.2, 2)),
        "RiverSevere" => (HazardKind.RiverFlood, HazardLevel.Severe, River(6.4, 0.15, null)),
        "RiverOver" => (HazardKind.RiverFlood, HazardLevel.None, River(3.9, -0.2, null)),
        _ => throw new ArgumentException(name, nameof(name)),
    };

    private static HazardChange Change(HazardKind hazard, HazardLevel level, Evidence evidence) => new(
        ChangeKind.Opened, RegionId.Parse("500103"), hazard, "event", Onset, level, HazardLevel.None, Onset.AddHours(2), Onset.AddHours(14), true, evidence);

    private static HazeEvidence Haze(double mean) => new(Station, mean, ThaiAqiTable.Since2023.ValueOf(Pollutant.Pm25, mean)!.Value, 24);

    private static RiverEvidence River(double level, double? rise, double? hours) => new(Station, level, RiverBank.Of(level, 6, 0)!.Value, rise, hours);
}

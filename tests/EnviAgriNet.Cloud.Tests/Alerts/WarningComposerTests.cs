using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Registry.Places;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Cloud.Tests.Regions;
using EnviAgriNet.Core.Alerts;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Core.Messages;
using EnviAgriNet.Protocol.Cap;

namespace EnviAgriNet.Cloud.Tests.Alerts;

public sealed class WarningComposerTests : IDisposable
{
    private const string Triangle = "18.80,98.97 18.82,98.97 18.82,99.0 18.80,98.97";

    private static readonly DateTimeOffset At = new(2026, 9, 3, 5, 0, 0, TimeSpan.Zero);
    private static readonly StationId Station = StationId.Parse("cm-city");

    private readonly RegistryRoom _room = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("eag-words-").FullName;
    private readonly MemoryStations _stations = new(
        RegistryRoom.Station("cm-city", "500103") with { NameTh = "ศูนย์ช้างเผือก", NameEn = "Chang Phueak centre", Latitude = 18.81, Longitude = 98.97 });

    public void Dispose()
    {
        _room.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("500103", "ต.ช้างเผือก อ.เมืองเชียงใหม่ จ.เชียงใหม่", "Chang Phueak, Mueang Chiang Mai, Chiang Mai", "ต.ช้างเผือก อ.เมืองเชียงใหม่")]
    [InlineData("500199", "อ.เมืองเชียงใหม่ จ.เชียงใหม่", "Mueang Chiang Mai, Chiang Mai", "อ.เมืองเชียงใหม่ จ.เชียงใหม่")]
    [InlineData("500203", "ต.นาไร่ จ.เชียงใหม่", "Na Rai, Chiang Mai", "ต.นาไร่ จ.เชียงใหม่")]
    [InlineData("100101", "แขวงพระนคร เขตกลาง กรุงเทพมหานคร", "Phra Nakhon, Klang, Bangkok", "แขวงพระนคร เขตกลาง")]
    [InlineData("5101", "ศูนย์ช้างเผือก", "Chang Phueak centre", "ศูนย์ช้างเผือก")]
    public void Compose_Region_IsCalledAsPeopleDo(string region, string areaTh, string areaEn, string inText)
    {
        Names();
        AlertContent content = Composer().Compose(Change(region), isExercise: false);

        Assert.Equal(areaTh, content.Texts[Languages.Thai].Area);
        Assert.Equal(areaEn, content.Texts[Languages.English].Area);
        Assert.StartsWith(inText + ":", content.Texts[Languages.Thai].Headline, StringComparison.Ordinal);
    }

    [Fact]
    public void Preview_NoNameAndNoStation_IsTheProvinceOrTheCode()
    {
        PreviewRequest request = new(HazardKind.Haze, HazardLevel.Moderate, At, At.AddHours(1));

        Assert.Equal("จ.ลำพูน", Composer().Preview(request, RegionId.Parse("510101"), null).Languages[0].Text.Area);
        Assert.Equal("9999", Composer().Preview(request, RegionId.Parse("9999"), null).Languages[0].Text.Area);
    }

    [Fact]
    public void Compose_EvacuationPoints_StandInInstructionAndSecondSms()
    {
        Names();
        new EvacuationBook(_room.Database).Import(new StringReader(
            "id,region,name_th,name_en,latitude,longitude,capacity,phone\nwat,500103,วัดเจ็ดยอด,Wat Chet Yot,18.81,98.97,300,053-221947\n"));

        AlertText flood = Composer().Compose(Change("500103"), isExercise: false).Texts[Languages.Thai];
        AlertText over = Composer().Compose(Change("500103") with { Level = HazardLevel.None }, isExercise: false).Texts[Languages.Thai];

        Assert.Contains("จุดอพยพใกล้ที่สุด: วัดเจ็ดยอด 053-221947", flood.Instruction, StringComparison.Ordinal);
        Assert.Contains("ไปที่ วัดเจ็ดยอด 053-221947", flood.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("วัดเจ็ดยอด", over.Instruction + over.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Compose_Cap_HasPolygonElseCircleAndOneInfoPerLanguage()
    {
        Names();
        WarningComposer composer = Composer();
        WarningGround circle = composer.GroundOf(RegionId.Parse("5001"), Station);
        WarningGround polygon = composer.GroundOf(RegionId.Parse("500103"), Station);

        Assert.Equal((0, "18.81,98.97 5"), (circle.Polygons.Count, Assert.Single(circle.Circles)));
        Assert.Equal((0, Triangle), (polygon.Circles.Count, Assert.Single(polygon.Polygons)));
        Assert.Equal(WarningGround.None, composer.GroundOf(RegionId.Parse("5101"), StationId.Parse("nobody")));
        foreach (WarningGround ground in new[] { circle, polygon, WarningGround.None })
        {
            CapAlert cap = CapOf(composer, ground);
            Assert.Empty(CapRules.Check(cap));
            Assert.Equal(["th-TH", "en-US"], cap.Infos.Select(i => i.Language));
            Assert.All(cap.Infos, i => Assert.Equal("1784", i.Contact));
            Assert.Empty(CapReader.Read(System.Text.Encoding.UTF8.GetBytes(CapWriter.Write(cap))).Faults);
        }
    }

    [Fact]
    public void Books_FolderWithGoodAndBadFiles_SpeaksWhatIsGood()
    {
        string whole = PhrasebookFile.Write(Phrasebooks.Thai).Replace("\"language\": \"th\"", "\"language\": \"qaa\"", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(_folder, "a.json"), whole);
        File.WriteAllText(Path.Combine(_folder, "b.json"), whole);
        File.WriteAllText(Path.Combine(_folder, "c.json"), "{ nothing");
        File.WriteAllText(Path.Combine(_folder, "notes.txt"), "not read");

        WarningComposer composer = Composer(new AlertsOptions { TemplatesFolder = _folder });
        AlertContent content = composer.Compose(Change("500103"), isExercise: false);

        Assert.Equal(["th", "en", "qaa"], composer.Books.Select(b => b.Language));
        Assert.Equal(content.Texts["th"].Headline.Length, content.Texts["qaa"].Headline.Length - "Chang Phueak centre".Length + "ศูนย์ช้างเผือก".Length);
        Assert.Equal(["th-TH", "en-US", "qaa"], CapOf(composer, WarningGround.None).Infos.Select(i => i.Language));
    }

    [Fact]
    public void Settings_FolderOrHazardThatIsNot_IsSaid()
    {
        string gone = Path.Combine(_folder, "gone");

        Assert.Contains(gone, Assert.Throws<FormatException>(() => Composer(new AlertsOptions { TemplatesFolder = gone })).Message, StringComparison.Ordinal);
        Assert.Contains("plague", Assert.Throws<FormatException>(() => Composer(new AlertsOptions { Numbers = { ["plague"] = "1" } })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ComposeCancel_Region_SaysWhy()
    {
        Names();
        AlertContent content = Composer().ComposeCancel(HazardKind.FlashFlood, RegionId.Parse("500103"), new Place("บ้านปง", "Ban Pong"), At, "เครื่องวัดเสีย", isExercise: false);

        Assert.Equal("ต.ช้างเผือก: ยกเลิกการเตือนน้ำป่าไหลหลากแล้ว ไม่ต้องทำตามอีก", content.Texts[Languages.Thai].Sms);
        Assert.Contains("เครื่องวัดเสีย", content.Texts[Languages.Thai].Description, StringComparison.Ordinal);
    }

    private static HazardChange Change(string region) => new(
        ChangeKind.Opened, RegionId.Parse(region), HazardKind.FlashFlood, "event", At, HazardLevel.Severe, HazardLevel.None, At, At.AddHours(6),
        true, new MeasureEvidence(Station, [new("rain_24h", 140, "mm")]));

    private CapAlert CapOf(WarningComposer composer, WarningGround ground)
    {
        AlertContent content = composer.Compose(Change("500103"), isExercise: false);
        AlertVersion version = new(
            "urn:oid:2.49.0.1.764.0.2026.9.3.5.0.0.1", "event", 1, "Alert", false, "flash-flood", "Severe", AlertState.Released,
            RegionId.Parse("500103"), At, At, At.AddHours(6), content.Texts, true, string.Empty);
        return new CapComposer(new AlertsOptions()).Compose(version, content, At, [], false, ground);
    }

    private void Names() => new PlaceBook(_room.Database).Import(new StringReader(
        $"""
        region,name_th,name_en,polygon
        5001,เมืองเชียงใหม่,Mueang Chiang Mai,
        500103,ช้างเผือก,Chang Phueak,"{Triangle}"
        500203,นาไร่,Na Rai,
        1001,กลาง,Klang,
        100101,พระนคร,Phra Nakhon,
        """));

    private WarningComposer Composer(AlertsOptions? options = null) => WarningComposers.On(_room.Database, _stations, options);
}

using System.Text.Json.Nodes;
using EnviAgriNet.Core.Alerts;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Core.Tests.Alerts;

/// <summary>Words of languages as files, with a language nobody speaks: <c>qaa</c> is kept for such use.</summary>
public sealed class PhrasebookFileTests
{
    private const string Made = "qaa";

    [Theory]
    [InlineData(Languages.Thai)]
    [InlineData(Languages.English)]
    public void Read_WhatWasExported_IsWholeAndTheSame(string language)
    {
        Phrasebook built = Phrasebooks.BaseOf(language);
        PhrasebookReading reading = PhrasebookFile.Read("qaa.json", Edited(built, _ => { }));

        Assert.Empty(reading.Faults);
        Assert.True(reading.IsWhole);
        Assert.Equal(built.Phrases, reading.Book!.Phrases);
        Assert.Equal(built.Months, reading.Book.Months);
        Assert.Equal(built.Measures, reading.Book.Measures);
        Assert.All(built.Hazards, h => Assert.Equal(h.Value.Cases, reading.Book.Hazards[h.Key].Cases));
    }

    [Theory]
    [InlineData("th")]
    [InlineData("en")]
    [InlineData("TH")]
    [InlineData("lao!")]
    [InlineData("")]
    public void Read_LanguageThatMayNotBe_RefusesTheFile(string language)
    {
        PhrasebookReading reading = PhrasebookFile.Read("x.json", Edited(Phrasebooks.English, root => root["language"] = language));

        Assert.Null(reading.Book);
        Assert.Contains("language", Assert.Single(reading.Faults).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sms", "{place} {nonsense}", "qaa.json: haze, moderate, sms, has the unknown placeholder {nonsense}; known here are")]
    [InlineData("sms", "{place} {since}", "qaa.json: haze, moderate, sms, has the unknown placeholder {since}")]
    [InlineData("sms", "no place", "qaa.json: haze, moderate, sms, does not have {place} exactly once")]
    [InlineData("sms", "{place}{place}", "qaa.json: haze, moderate, sms, does not have {place} exactly once")]
    [InlineData("sms", "{place} {short} 0123456789012345678901234567890", "qaa.json: haze, moderate, sms, has 71 units")]
    [InlineData("steps", "012345678901234567890123456789012345678901234567891", "qaa.json: haze, moderate, steps, has 51 units, allowed are 50")]
    [InlineData("headline", "{place", "qaa.json: haze, moderate, headline, has a brace without its partner")]
    [InlineData("instruction", " ", "qaa.json: haze, moderate, instruction, is empty")]
    [InlineData("happening", null, "qaa.json: haze, moderate, happening, is missing or not a text")]
    [InlineData("extra", "x", "qaa.json: haze, moderate, extra, is unknown")]
    public void Read_FaultyField_IsNamedAndOnlyItsCaseIsRefused(string field, string? text, string fault)
    {
        string json = Edited(Phrasebooks.English, root => root["hazards"]!["haze"]!["cases"]!["moderate"]![field] = text);

        PhrasebookReading reading = PhrasebookFile.Read("qaa.json", json);

        Assert.StartsWith(fault, Assert.Single(reading.Faults).ToString(), StringComparison.Ordinal);
        Assert.False(reading.IsWhole);
        Assert.Null(reading.Book!.Find("haze", "moderate"));
        Assert.NotNull(reading.Book.Find("haze", "severe"));
        Assert.NotNull(reading.Book.Find("river-flood", "moderate"));
    }

    [Fact]
    public void Read_SmsThatJustFits_IsTaken()
    {
        // 8 of the mark of an exercise, 10 of the place, 20 of the number and two blanks leave 30.
        string sms = "{place} {short} " + new string('x', 30);
        string json = Edited(Phrasebooks.English, root => root["hazards"]!["haze"]!["cases"]!["moderate"]!["sms"] = sms);

        Assert.Empty(PhrasebookFile.Read("qaa.json", json).Faults);
    }

    [Theory]
    [InlineData("phrases", "drill", "qaa.json: phrases, drill, is missing and taken from en")]
    [InlineData("measures", "rain_24h", "qaa.json: measures, rain_24h, is missing and taken from en")]
    [InlineData("hazards", "drought", "qaa.json: drought, is missing; its warnings are told in en")]
    public void Read_MissingPart_IsSaidAndFallsBack(string part, string key, string fault)
    {
        PhrasebookReading reading = PhrasebookFile.Read("qaa.json", Edited(Phrasebooks.English, root => ((JsonObject)root[part]!).Remove(key)));

        PhrasebookFault only = Assert.Single(reading.Faults);
        Assert.StartsWith(fault, only.ToString(), StringComparison.Ordinal);
        Assert.True(only.IsMissing);
        Assert.True(reading.IsWhole);
    }

    [Theory]
    [InlineData("phrases", "drill", "\"0123456789012\"", "drill, has 13 units, allowed are 12")]
    [InlineData("phrases", "sms-go", "\"go\"", "sms-go, lacks {shelters}")]
    [InlineData("phrases", "other", "\"x\"", "other, is no phrase of ours")]
    [InlineData("measures", "rain_24h", "{\"long\":\"{0}\",\"short\":\"rain\"}", "rain_24h, short, is missing or lacks {0}")]
    [InlineData("measures", "rain_24h", "{\"long\":\"{0}\",\"short\":\"{0}xxxxxxxxxxxxxxxxx\"}", "rain_24h, short, has 21 units")]
    [InlineData("hazards", "plague", "{}", "plague, is no hazard of ours")]
    public void Read_FaultyPart_IsNamed(string part, string key, string json, string fault)
    {
        PhrasebookReading reading = PhrasebookFile.Read(
            "qaa.json", Edited(Phrasebooks.English, root => root[part]![key] = JsonNode.Parse(json)));

        Assert.Contains(fault, Assert.Single(reading.Faults).ToString(), StringComparison.Ordinal);
        Assert.False(reading.IsWhole);
    }

    [Fact]
    public void Read_AnyDamage_NeverThrowsAndWhatItTakesComposes()
    {
        string whole = Edited(Phrasebooks.English, _ => { });
        for (int seed = 0; seed < 300; seed++)
        {
            Random random = new(seed);
            char[] text = whole.ToCharArray();
            for (int i = random.Next(1, 6); i > 0; i--)
            {
                text[random.Next(text.Length)] = "{}\"[],:x0\\ก\u0001"[random.Next(12)];
            }

            string cut = new string(text)[..(random.Next(4) == 0 ? random.Next(text.Length) : text.Length)];
            if (PhrasebookFile.Read("qaa.json", cut).Book is { } book)
            {
                AlertContent content = Compose([book], HazardLevel.Severe);
                Assert.All(content.Texts.Values, t => Assert.True(t.Sms.Length <= SmsText.UnitsMax && t.Detail.Length <= 134, $"seed {seed}"));
            }
        }
    }

    [Fact]
    public void Compose_LanguageFromAFile_SpeaksItAndLeavesOutWhatItLacks()
    {
        string json = Edited(Phrasebooks.English, root =>
        {
            JsonNode cases = root["hazards"]!["flash-flood"]!["cases"]!;
            cases["severe"]!["sms"] = "{place} ZZ {short}";
            ((JsonObject)cases).Remove("moderate");
        });
        Phrasebook made = PhrasebookFile.Read("qaa.json", json).Book!;

        AlertContent severe = Compose([.. Phrasebooks.BuiltIn, made], HazardLevel.Severe);
        AlertContent moderate = Compose([.. Phrasebooks.BuiltIn, made], HazardLevel.Moderate);

        Assert.Equal("Ban Pong ZZ rain 105 mm/24 h", severe.Texts[Made].Sms);
        Assert.Equal([Languages.Thai, Languages.English], moderate.Texts.Keys);
        Assert.Equal(Languages.English, Languages.Choose(moderate.Texts.Keys, Made));
        Assert.Equal(Languages.Thai, Languages.Choose(moderate.Texts.Keys, Languages.Lao));
        Assert.Equal(Made, Languages.Choose(severe.Texts.Keys, "qaa-TH"));
    }

    private static AlertContent Compose(IReadOnlyList<Phrasebook> books, HazardLevel level)
    {
        DateTimeOffset at = new(2026, 12, 31, 7, 30, 0, TimeSpan.Zero);
        Evidence evidence = new MeasureEvidence(StationId.Parse("cm-city"), [new("rain_24h", 104.6, "mm")]);
        HazardChange change = new(
            ChangeKind.Opened, RegionId.Parse("5001"), HazardKind.FlashFlood, "event", at, level, HazardLevel.None, at, at.AddHours(6), true, evidence);
        return AlertComposer.Compose(
            change, new WarningPlace(new Place("บ้านปง", "Ban Pong")), new AlertSource("ผู้ส่ง", "sender"), isExercise: false, books);
    }

    private static string Edited(Phrasebook book, Action<JsonNode> edit)
    {
        JsonNode root = JsonNode.Parse(PhrasebookFile.Write(book))!;
        root["language"] = Made;
        edit(root);
        return root.ToJsonString();
    }
}

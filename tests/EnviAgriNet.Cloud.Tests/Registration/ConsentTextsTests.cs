using System.Security.Cryptography;
using System.Text;
using EnviAgriNet.Cloud.Registration;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Tests.Registration;

public sealed class ConsentTextsTests
{
    private readonly ConsentTexts _texts = new(Options.Create(new RegistrationOptions { Controller = "อบต.ตัวอย่าง", ControllerEn = "Example office", Contact = "02 000 0000" }));

    // People agreed to these words. A change needs a new version, and a new line here.
    [Theory]
    [InlineData("2026-11", "th", "f02e87bea94b2dbb")]
    [InlineData("2026-11", "en", "69a99940f0497487")]
    public void Find_PublishedText_IsWordForWordWhatItWas(string version, string language, string sha256)
    {
        string text = new ConsentTexts(Options.Create(new RegistrationOptions { Controller = "{controller}", ControllerEn = "", Contact = "{contact}" })).Find(version, language)!;

        Assert.Equal(sha256, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16]);
    }

    [Fact]
    public void Find_EveryVersion_SaysWhoAnswersInEveryLanguage()
    {
        Assert.Contains(ConsentTexts.Current, ConsentTexts.Versions);
        foreach (string version in ConsentTexts.Versions)
        {
            Assert.Contains("อบต.ตัวอย่าง", _texts.Find(version, "th"), StringComparison.Ordinal);
            Assert.Contains("Example office", _texts.Find(version, "en"), StringComparison.Ordinal);
            Assert.All(ConsentTexts.Languages, language => Assert.DoesNotContain("{", _texts.Find(version, language), StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("1999-01", "th")]
    [InlineData("2026-11", "fr")]
    [InlineData("../2026-11", "th")]
    public void Find_Unknown_IsNull(string version, string language) => Assert.Null(_texts.Find(version, language));
}

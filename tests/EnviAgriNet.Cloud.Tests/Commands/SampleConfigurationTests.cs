using System.Text.RegularExpressions;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Cloud.Tests.Commands;

public sealed class SampleConfigurationTests
{
    [Fact]
    public void Write_Defaults_AreWhatIsShipped()
    {
        string shipped = File.ReadAllText(Path.Combine(Repository.Root, "deploy", "cloud", "cloud.sample.json"));

        Assert.Equal(SampleConfiguration.Write().Trim(), shipped.Trim());
    }

    [Fact]
    public void Words_OfThePage_HaveTheSameKeysInBothLanguages()
    {
        string words = File.ReadAllText(Path.Combine(Repository.Root, "cloud", "EnviAgriNet.Cloud", "wwwroot", "words.js"));
        string[] halves = words.Split("  en: {");
        static IEnumerable<string> Keys(string text) =>
            Regex.Matches(text, "[\"]?([\\w-]+)[\"]?: \"").Select(match => match.Groups[1].Value).Order();

        Assert.Equal(Keys(halves[0]), Keys(halves[1]));
    }
}

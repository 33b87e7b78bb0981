using System.Text.RegularExpressions;
using EnviAgriNet.Core.Alerts;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Pages.Tests;

/// <summary>One danger has one name: on the pages of residents, on those of officers, on the map and in the warning itself.</summary>
public sealed partial class HazardNamesTests
{
    private static readonly string Sources = Path.Combine(Repository.Root, "cloud", "dashboard", "src");

    [Fact]
    public void Pages_EveryHazard_IsCalledAsInItsWarning()
    {
        string[] tables = File.ReadAllText(Path.Combine(Sources, "lib", "hazards.ts")).Split("\n  {\n");
        Assert.Equal(3, tables.Length);
        Dictionary<string, string> thai = Entries(tables[1]);
        Dictionary<string, string> english = Entries(tables[2]);
        Assert.Equal(thai.Keys, english.Keys);
        HazardKind[] all = Enum.GetValues<HazardKind>();
        Assert.Equal(all.Select(hazard => hazard.Code()).Append("other").Order(StringComparer.Ordinal), thai.Keys.Order(StringComparer.Ordinal));
        foreach (HazardKind hazard in all)
        {
            // In a sentence English has it without a capital.
            Assert.Equal(
                (AlertTemplates.Of(hazard).Name.NameTh, AlertTemplates.Of(hazard).Name.NameEn),
                (thai[hazard.Code()], english[hazard.Code()].ToLowerInvariant()));
        }
    }

    [Fact]
    public void Pages_NoOtherTable_NamesAHazard()
    {
        IEnumerable<string> others = Directory.EnumerateFiles(Sources, "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != "hazards.ts" && OwnName().IsMatch(File.ReadAllText(file)));
        Assert.Empty(others);
    }

    private static Dictionary<string, string> Entries(string table) =>
        Entry().Matches(table).ToDictionary(entry => entry.Groups["code"].Value, entry => entry.Groups["name"].Value);

    [GeneratedRegex("\"?(?<code>[a-z][a-z-]+)\"?: \"(?<name>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Entry();

    // The key of a table of words, with a text behind it.
    [GeneratedRegex("\"?(river-flood|flash-flood|extreme-heat|strong-wind|salinity-intrusion)\"?: \"[\\p{Lu}\\p{IsThai}]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OwnName();
}

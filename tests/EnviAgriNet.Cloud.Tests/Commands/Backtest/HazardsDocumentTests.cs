using System.CommandLine;
using System.Text.RegularExpressions;
using EnviAgriNet.Cloud.Commands;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Cloud.Tests.Commands.Backtest;

/// <summary>What docs/hazards.md shows is what the program prints; <c>docs/hazards-backtest</c> writes it anew.</summary>
public sealed class HazardsDocumentTests : IDisposable
{
    private const string Haze = "air/th6/chiangmai_train.csv.gz";
    private const string Flood = "water/hubeau_2020-09_flood.zip";

    private static readonly string[] Page = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "hazards.md"));

    private readonly string _rain = Path.GetTempFileName();

    [Fact]
    public void Rules_InTheDocument_AreThoseOfTheProgram()
    {
        int begin = Array.IndexOf(Page, "<!-- eag-cloud hazard describe -->");
        int end = Array.IndexOf(Page, "<!-- end -->", begin);

        Assert.Equal(Run("hazard", "describe"), Page[(begin + 1)..end]);
    }

    [SharedDataFact(Haze)]
    public void Haze_InTheDocument_IsWhatTheCommandPrints() => Assert.Equal(3, Compare(Haze));

    [SharedDataFact(Flood)]
    public void Flood_InTheDocument_IsWhatTheCommandPrints() => Assert.True(Compare(Flood) >= 20);

    [RainWorkbookFact]
    public void Drought_InTheDocument_IsWhatTheCommandPrints()
    {
        File.WriteAllText(_rain, RainWorkbookFactAttribute.Table());
        Assert.Equal(4, Compare(" rain.csv"));
    }

    [Fact]
    public void Summary_InTheDocument_HasTheTotalsOfEveryCommand()
    {
        int begin = Array.IndexOf(Page, "<!-- summary -->");
        int end = Array.IndexOf(Page, "<!-- end -->", begin);
        string[] rows = Page[(begin + 3)..end];
        string[][] totals =
        [
            .. Page.Where(l => l.StartsWith("events ", StringComparison.Ordinal))
                .Select(l => Regex.Matches(l, @"-?\d+(\.\d+)?(?=[,) ]|$)|-$").Select(m => m.Value).ToArray()),
        ];

        Assert.Equal(totals.Length, rows.Length);
        for (int i = 0; i < rows.Length; i++)
        {
            Assert.Equal(totals[i], rows[i].Trim('|', ' ').Split(" | ")[4..]);
        }
    }

    public void Dispose() => File.Delete(_rain);

    private static string[] Run(params string[] arguments)
    {
        Screen screen = new();
        RootCommand root = new();
        HazardCommand.AddTo(root, screen);
        int code = root.Parse(arguments).Invoke();
        Assert.True(code == 0, string.Join('\n', screen.Errors));
        return [.. screen.Lines];
    }

    private int Compare(string recording)
    {
        int compared = 0;
        for (int i = 0; i < Page.Length; i++)
        {
            if (!Page[i].StartsWith("$ eag-cloud hazard backtest ", StringComparison.Ordinal) || !Page[i].Contains(recording, StringComparison.Ordinal))
            {
                continue;
            }

            int end = Array.FindIndex(Page, i + 1, l => l == "```" || l.StartsWith("$ ", StringComparison.Ordinal));
            string[] arguments =
            [
                .. Regex.Matches(Page[i]["$ eag-cloud ".Length..], "'([^']*)'|([^ ]+)").Select(m => m.Groups[1].Success ? m.Groups[1].Value : m.Value)
                    .Select(a => a == "rain.csv" ? _rain : a.StartsWith("data/", StringComparison.Ordinal) ? SharedData.PathOf(a[5..]) : a),
            ];
            Assert.Equal(Page[(i + 1)..end], Run(arguments));
            compared++;
        }

        return compared;
    }
}

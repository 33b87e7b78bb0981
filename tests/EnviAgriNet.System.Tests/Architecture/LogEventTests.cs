using System.Globalization;
using System.Text.RegularExpressions;

namespace EnviAgriNet.System.Tests.Architecture;

/// <summary>Log events are told apart by their numbers, so no two may share one, and each project keeps to its block.</summary>
public sealed partial class LogEventTests
{
    private static readonly (string Folder, int First, int Last)[] Blocks =
    [
        ("src/EnviAgriNet.Hosting/", 1000, 1999),
        ("firmware-host/", 2000, 2999),
        ("edge/", 3000, 3999),
        ("cloud/EnviAgriNet.Cloud/Ingest/", 4000, 4099),
        ("cloud/EnviAgriNet.Cloud/ReadingStore/", 4100, 4199),
        ("cloud/EnviAgriNet.Cloud/Regions/", 4200, 4299),
        ("cloud/EnviAgriNet.Cloud/Alerts/", 4300, 4399),
        ("cloud/EnviAgriNet.Cloud/Channels/", 4400, 4499),
        ("cloud/EnviAgriNet.Cloud/Registry/", 4500, 4599),
        ("cloud/EnviAgriNet.Cloud/Api/", 4600, 4699),
        ("cloud/EnviAgriNet.Cloud/Climate/", 4700, 4799),
        ("cloud/", 4000, 4999),
        ("src/EnviAgriNet.Mqtt/", 5000, 5999),
    ];

    [Fact]
    public void EventIds_OverAllPrograms_AreUnique()
    {
        string[] twice =
        [
            .. Events().GroupBy(e => e.Id).Where(g => g.Count() > 1)
                .Select(g => $"{g.Key}: {string.Join(", ", g.Select(e => e.File))}"),
        ];
        Assert.True(twice is [], string.Join('\n', twice));
    }

    [Fact]
    public void EventIds_OfAnArea_AreOfItsBlock()
    {
        string[] strays =
        [
            .. from e in Events()
               let block = Blocks.FirstOrDefault(b => e.File.StartsWith(b.Folder, StringComparison.Ordinal))
               where block.Folder is null || e.Id < block.First || e.Id > block.Last
               select $"{e.Id} in {e.File}, whose block is {block.First} to {block.Last}",
        ];
        Assert.True(strays is [], string.Join('\n', strays));
    }

    private static List<(string File, int Id)> Events()
    {
        List<(string, int)> events = [];
        foreach (string file in SourceTree.Sources())
        {
            string code = SourceTree.Code(file);
            foreach (Match match in LogAttribute().Matches(code))
            {
                Assert.True(match.Groups["id"].Success, $"{file}: a log event without a number: {match.Value}");
                events.Add((file, int.Parse(match.Groups["id"].Value, CultureInfo.InvariantCulture)));
            }
        }

        return events;
    }

    [GeneratedRegex(@"\[LoggerMessage\(\s*((EventId\s*=\s*)?(?<id>\d+))?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LogAttribute();
}

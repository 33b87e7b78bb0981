using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace EnviAgriNet.System.Tests.Architecture;

/// <summary>Who may reference whom, by project, by package and by namespace. What is not in a table is not allowed.</summary>
public sealed partial class ReferencesTests
{
    private const string Prefix = "EnviAgriNet.";

    private static readonly Dictionary<string, string[]> Projects = new()
    {
        ["Core"] = [],
        ["Forecasting"] = ["Core"],
        ["Protocol"] = ["Core"],
        ["Mqtt"] = [],
        ["Hosting"] = [],
        ["FirmwareHost"] = ["Core", "Protocol", "Hosting"],
        ["Edge"] = ["Core", "Protocol", "Mqtt", "Hosting"],
        ["Cloud"] = ["Core", "Forecasting", "Protocol", "Mqtt", "Hosting"],
        ["Demo"] = ["Hosting"],
    };

    private static readonly Dictionary<string, string[]> PackageHomes = new()
    {
        ["System.CommandLine"] = ["Hosting"],
        ["Microsoft.Data.Sqlite"] = ["Cloud", "Edge"],
        ["CsvHelper"] = ["Cloud", "FirmwareHost"],
        ["ExcelDataReader"] = ["Cloud"],
        ["MathNet.Numerics"] = ["Forecasting"],
        ["Microsoft.AspNetCore.OpenApi"] = ["Cloud"],
        ["System.Security.Cryptography.Xml"] = ["Protocol"],
    };

    // What stands in the code, and the folders it may stand in.
    private static readonly Dictionary<string, string[]> CodeHomes = new()
    {
        ["libmosquitto"] = ["src/EnviAgriNet.Mqtt/Native/"],
        ["libserialport"] = ["firmware-host/EnviAgriNet.FirmwareHost/Serial/Native/"],
        ["libmodbus"] = ["firmware-host/EnviAgriNet.FirmwareHost/Sensors/Modbus/Native/"],
        ["using Microsoft.Data.Sqlite"] =
        [
            "edge/EnviAgriNet.Edge/Outbox/",
            "cloud/EnviAgriNet.Cloud/ReadingStore/",
            "cloud/EnviAgriNet.Cloud/Registry/",
            "cloud/EnviAgriNet.Cloud/Regions/",
            "cloud/EnviAgriNet.Cloud/Alerts/",
            "cloud/EnviAgriNet.Cloud/Channels/",
            "cloud/EnviAgriNet.Cloud/Access/",
            "cloud/EnviAgriNet.Cloud/Registration/",
            "cloud/EnviAgriNet.Cloud/Platforms/",
            "cloud/EnviAgriNet.Cloud/Cases/",
            "cloud/EnviAgriNet.Cloud/Inbox/",
            "cloud/EnviAgriNet.Cloud/Forecasts/",
            "cloud/EnviAgriNet.Cloud/Advisories/",
            "cloud/EnviAgriNet.Cloud/Performance/",
        ],
        ["using CsvHelper"] =
            ["firmware-host/EnviAgriNet.FirmwareHost/Boards/", "cloud/EnviAgriNet.Cloud/Registry/", "cloud/EnviAgriNet.Cloud/Imports/", "cloud/EnviAgriNet.Cloud/Commands/"],
        ["using ExcelDataReader"] = ["cloud/EnviAgriNet.Cloud/Imports/"],
        ["using MathNet"] = ["src/EnviAgriNet.Forecasting/"],
    };

    // Downward only; files outside the areas (Program and what it needs) put the whole together and may use all.
    private static readonly Dictionary<string, string[]> CloudAreas = new()
    {
        ["ReadingStore"] = [],
        ["Registry"] = [],
        ["Quality"] = ["ReadingStore", "Registry"],
        ["Regions"] = ["Quality", "ReadingStore", "Registry"],
        ["Access"] = ["Registry"],
        ["Alerts"] = ["Access", "Regions", "ReadingStore", "Registry"],
        ["Channels"] = ["Alerts", "Access", "Regions", "ReadingStore", "Registry"],
        ["Registration"] = ["Channels", "Access", "Registry"],
        ["Platforms"] = ["Channels", "Alerts", "Access", "Regions", "Registry"],
        ["OpenData"] = ["Platforms", "Alerts", "Regions", "Registry"],
        ["Cases"] = ["Registration", "Channels", "Alerts", "Access", "Regions", "Registry"],
        ["Imports"] = ["Registry"],
        ["Forecasts"] = ["Registry"],
        ["Fields"] = ["Forecasts", "Regions", "ReadingStore", "Registry"],
        ["Advisories"] = ["Cases", "Fields", "Forecasts", "Registration", "Channels", "Alerts", "Access", "Regions", "ReadingStore", "Registry"],
        ["Performance"] = ["Cases", "Registration", "Channels", "Alerts", "Access", "Regions", "Quality", "ReadingStore", "Registry"],
        ["Inbox"] = ["Advisories", "Fields", "Forecasts", "Cases", "Registration", "Channels", "Alerts", "Access", "Regions", "Quality", "ReadingStore", "Registry"],
        ["Ingest"] = ["Regions", "ReadingStore", "Registry"],
        ["Climate"] = ["Ingest", "Regions", "ReadingStore", "Registry"],
        ["Api"] =
        [
            "Ingest", "Inbox", "Performance", "Advisories", "Fields", "Forecasts", "Imports", "Cases", "Registration", "OpenData", "Platforms", "Channels", "Alerts", "Access", "Regions", "Quality",
            "ReadingStore", "Registry",
        ],
        ["Commands"] =
        [
            "Ingest", "Inbox", "Performance", "Advisories", "Fields", "Forecasts", "Imports", "Cases", "Registration", "OpenData", "Platforms", "Channels", "Alerts", "Access", "Regions", "Quality",
            "ReadingStore", "Registry",
        ],
    };

    public static TheoryData<string> ProjectFiles() =>
        [.. SourceTree.ProductionProjects().Select(p => Path.GetRelativePath(SourceTree.Root, p))];

    public static TheoryData<string> KeptTexts() => [.. CodeHomes.Keys];

    [Theory]
    [MemberData(nameof(ProjectFiles))]
    public void Project_References_AreInTheTable(string project)
    {
        string name = ShortName(project);
        Assert.True(Projects.ContainsKey(name), $"{name} is a new project: say in the table whom it may reference");
        string[] references = [.. Includes(project, "ProjectReference").Select(ShortName)];
        Assert.True(
            references.Except(Projects[name]).ToArray() is [],
            $"{name} references {string.Join(", ", references.Except(Projects[name]))}");
    }

    [Theory]
    [MemberData(nameof(ProjectFiles))]
    public void Project_Packages_AreAtHome(string project)
    {
        string name = ShortName(project);
        foreach (string package in Includes(project, "PackageReference"))
        {
            Assert.True(
                PackageHomes.TryGetValue(package, out string[]? homes) && homes.Contains(name),
                $"{name} uses the package {package}, whose homes are {string.Join(", ", homes ?? ["nowhere"])}");
        }
    }

    [Theory]
    [MemberData(nameof(KeptTexts))]
    public void ForeignLibrary_InCode_StaysAtHome(string text)
    {
        string[] homes = CodeHomes[text];
        string[] strays =
        [
            .. SourceTree.Sources().Where(f => !homes.Any(h => f.StartsWith(h, StringComparison.Ordinal)) && Imports(f, text)),
        ];
        Assert.True(strays is [], $"'{text}' stands in {string.Join(", ", strays)}");
    }

    [Fact]
    public void CloudAreas_UseEachOther_DownwardOnly()
    {
        const string Cloud = "cloud/EnviAgriNet.Cloud/";
        List<string> upward = [];
        foreach (string file in SourceTree.Sources(Cloud))
        {
            string area = file[Cloud.Length..].Split('/')[0];
            if (!file[Cloud.Length..].Contains('/', StringComparison.Ordinal))
            {
                continue;
            }

            Assert.True(CloudAreas.ContainsKey(area), $"{area} is a new area: say in the table which areas it may use");
            upward.AddRange(
                CloudNamespace().Matches(SourceTree.Code(file))
                    .Select(m => m.Groups["area"].Value)
                    .Where(used => used != area && CloudAreas.ContainsKey(used) && !CloudAreas[area].Contains(used))
                    .Distinct()
                    .Select(used => $"{file} uses {used}"));
        }

        Assert.True(upward is [], string.Join('\n', upward));
    }

    [Fact]
    public void Programs_OfEachOther_KnowNothing()
    {
        string[] programs = ["FirmwareHost", "Edge", "Cloud"];
        string[] strays =
        [
            .. from file in SourceTree.Sources()
               from program in programs
               where !file.Contains($"/{Prefix}{program}/", StringComparison.Ordinal)
                   && SourceTree.Code(file).Contains($"using {Prefix}{program}", StringComparison.Ordinal)
               select $"{file} uses {program}",
        ];
        Assert.True(strays is [], string.Join('\n', strays));
    }

    [GeneratedRegex(@"EnviAgriNet\.Cloud\.(?<area>[A-Z]\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CloudNamespace();

    [GeneratedRegex(@"(DllImport|LibraryImport|NativeLibrary|const string)[^;]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NativeImport();

    /// <summary>A library name counts where it is imported, not where a message mentions it.</summary>
    private static bool Imports(string file, string text)
    {
        string code = SourceTree.Code(file);
        return text.StartsWith("using ", StringComparison.Ordinal)
            ? code.Contains(text, StringComparison.Ordinal)
            : NativeImport().Matches(code).Any(m => m.Value.Contains(text, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Includes(string project, string element) =>
        XDocument.Load(Path.Combine(SourceTree.Root, project)).Descendants(element).Select(e => (string)e.Attribute("Include")!);

    private static string ShortName(string project)
    {
        string name = Path.GetFileNameWithoutExtension(project.Replace('\\', '/'));
        return name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : name;
    }
}

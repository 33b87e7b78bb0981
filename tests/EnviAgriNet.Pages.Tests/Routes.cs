using System.Text.RegularExpressions;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Pages.Tests;

/// <summary>Every page there is, read from the front end's own tables, so that none is forgotten.</summary>
internal static partial class Routes
{
    private static readonly Dictionary<string, string> Values = new()
    {
        [":station"] = "nan-wiang",
        [":number"] = "1",
    };

    /// <summary>The paths of an application (<c>public</c> or <c>agency</c>), with values for what their names stand for.</summary>
    public static IReadOnlyList<string> Of(string application)
    {
        string table = File.ReadAllText(Path.Combine(Repository.Root, "cloud", "dashboard", "src", application, "routes.ts"));
        string[] paths = [.. PathPattern().Matches(table).Select(match => match.Groups["path"].Value)];
        Assert.NotEmpty(paths);
        return [.. paths.Select(path => NamePattern().Replace(path, name => ValueOf(application, name.Value)))];
    }

    // The kiosk and the place stand for a subdistrict, the region page of officers for a province.
    private static string ValueOf(string application, string name) => name == ":region"
        ? application == "public" ? "550101" : "55"
        : Values[name];

    [GeneratedRegex("path: \"(?<path>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex PathPattern();

    [GeneratedRegex(":[a-z]+", RegexOptions.None, 1000)]
    private static partial Regex NamePattern();
}

using System.Text.RegularExpressions;

namespace EnviAgriNet.System.Tests.Architecture;

/// <summary>The sources of this repository, for tests that read them.</summary>
internal static partial class SourceTree
{
    private static readonly string[] ProductionFolders = ["src", "firmware-host", "edge", "cloud", "deploy"];

    /// <summary>The folder with the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every production project file.</summary>
    public static IEnumerable<string> ProductionProjects() =>
        ProductionFolders.SelectMany(f => Directory.EnumerateFiles(Path.Combine(Root, f), "*.csproj", SearchOption.AllDirectories));

    /// <summary>Every production source file below a folder, relative to the root; all of them for an empty folder.</summary>
    public static IEnumerable<string> Sources(string folder = "") =>
        ProductionFolders
            .SelectMany(f => Directory.EnumerateFiles(Path.Combine(Root, f), "*.cs", SearchOption.AllDirectories))
            .Select(f => Path.GetRelativePath(Root, f))
            .Where(f => f.StartsWith(folder, StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal)
                && !f.Contains("/node_modules/", StringComparison.Ordinal));

    /// <summary>The text of a source file without its comments.</summary>
    public static string Code(string relative) =>
        Comments().Replace(File.ReadAllText(Path.Combine(Root, relative)), string.Empty);

    [GeneratedRegex(@"^\s*//.*$|(?<=\s)// .*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Comments();

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "EnviAgriNet.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository");
    }
}

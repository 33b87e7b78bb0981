namespace EnviAgriNet.Testing;

/// <summary>Finds the recordings that tests replay: the folder in <c>EAG_DATA</c>, or <c>shared/data</c> beside the checkout.</summary>
public static class RecordedData
{
    /// <summary>The folder, or null where there is none; tests on recordings are skipped then.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>The path of a recording, or null when it is not there.</summary>
    public static string? PathOf(string file) =>
        Folder is { } folder && Path.Combine(folder, file) is var path && (File.Exists(path) || Directory.Exists(path))
            ? path
            : null;

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("EAG_DATA") is { Length: > 0 } given)
        {
            return Directory.Exists(given) ? given : null;
        }

        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string beside = Path.Combine(at.FullName, "..", "shared", "data");
            if (File.Exists(Path.Combine(at.FullName, "EnviAgriNet.sln")) && Directory.Exists(beside))
            {
                return Path.GetFullPath(beside);
            }
        }

        return null;
    }
}

namespace EnviAgriNet.Testing;

/// <summary>Where recordings lie that tests may use but the repository does not hold.</summary>
public static class SharedData
{
    private const string Variable = "RECORDINGS_FOLDER";

    /// <summary>The folder from the environment, else <c>shared/data</c> beside the repository or further up.</summary>
    public static string Folder { get; } = Find();

    /// <summary>The full path of a recording, whether it exists or not.</summary>
    public static string PathOf(string file) => Path.Combine(Folder, file);

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder)
        {
            return Path.GetFullPath(folder);
        }

        string root = Repository.Root;
        for (DirectoryInfo? up = Directory.GetParent(root); up is not null; up = up.Parent)
        {
            string beside = Path.Combine(up.FullName, "shared", "data");
            if (Directory.Exists(beside))
            {
                return beside;
            }
        }

        return Path.GetFullPath(Path.Combine(root, "..", "shared", "data"));
    }
}

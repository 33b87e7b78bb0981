namespace EnviAgriNet.Testing;

/// <summary>The checkout that the tests run from.</summary>
public static class Repository
{
    private const string Marker = "EnviAgriNet.sln";

    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Marker)))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above '{AppContext.BaseDirectory}' has '{Marker}'");
    }
}

namespace EnviAgriNet.Edge.Tests;

/// <summary>Temporary folders in memory where there is such a file system: thousands of commits each wait for the disk otherwise.</summary>
internal static class TestFolder
{
    private const string Memory = "/dev/shm";

    public static string Make()
    {
        string parent = Directory.Exists(Memory) ? Memory : Path.GetTempPath();
        return Directory.CreateDirectory(Path.Combine(parent, $"eag-edge-{Guid.NewGuid():n}")).FullName;
    }
}

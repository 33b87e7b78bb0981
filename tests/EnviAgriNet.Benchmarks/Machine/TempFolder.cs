namespace EnviAgriNet.Benchmarks.Machine;

/// <summary>A folder of its own for one part of a benchmark; removed at the end.</summary>
internal sealed class TempFolder : IDisposable
{
    private static readonly TimeSpan LookMax = TimeSpan.FromSeconds(30);

    private readonly string _path = Directory.CreateTempSubdirectory("eag-bench-").FullName;

    /// <summary>The full path of something in the folder.</summary>
    public string At(string name) => Path.Combine(_path, name);

    /// <summary>Writes a text file and returns its path.</summary>
    public string Write(string name, string text)
    {
        File.WriteAllText(At(name), text);
        return At(name);
    }

    /// <summary>The bytes below a sub-folder as blocks of the disk, so that files with holes are not overstated.</summary>
    public long Bytes(string name) => Directory.Exists(At(name))
        ? long.Parse(Tool.Run("du", "coreutils", At("."), LookMax, "-s", "--block-size=1", At(name)).Split('\t')[0])
        : 0;

    public void Dispose()
    {
        try
        {
            Directory.Delete(_path, recursive: true);
        }
        catch (IOException)
        {
            Progress.Say("A temporary folder could not be removed");
        }
    }
}

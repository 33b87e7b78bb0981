namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>Keeps a second writer out: what a writer holds in memory is true only while it is alone.</summary>
internal static class StoreLock
{
    public static FileStream Take(string file)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            return new FileStream(
                file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"'{file}' cannot be opened for writing, or another eag-cloud has it open", false, e);
        }
    }
}

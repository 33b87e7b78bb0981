namespace EnviAgriNet.Demo.Field;

/// <summary>The folder that holds settings, data, sockets and logs of one run.</summary>
public sealed class FieldFolder : IDisposable
{
    /// <summary>
    /// The kernel takes at most 107 bytes as the path of a Unix socket; a folder this short leaves room for the names below it.
    /// </summary>
    public const int PathLengthMax = 60;

    private readonly bool _isTemporary;

    private FieldFolder(string path, bool isTemporary)
    {
        Path = path;
        _isTemporary = isTemporary;
    }

    /// <summary>The full path.</summary>
    public string Path { get; }

    /// <summary>A new folder under the temporary one, deleted on dispose. A long TMPDIR is passed over for <c>/tmp</c>.</summary>
    public static FieldFolder Temporary()
    {
        DirectoryInfo made = Directory.CreateTempSubdirectory("eag-");
        if (made.FullName.Length <= PathLengthMax)
        {
            return new FieldFolder(made.FullName, isTemporary: true);
        }

        string @short = System.IO.Path.Combine("/tmp", made.Name);
        made.Delete();
        return new FieldFolder(Directory.CreateDirectory(@short).FullName, isTemporary: true);
    }

    /// <summary>A folder of the caller's choice, which stays.</summary>
    /// <exception cref="FieldException">Its path is too long for sockets.</exception>
    public static FieldFolder Kept(string path)
    {
        string full = System.IO.Path.GetFullPath(path);
        return full.Length <= PathLengthMax
            ? new FieldFolder(Directory.CreateDirectory(full).FullName, isTemporary: false)
            : throw new FieldException($"The folder '{full}' has {full.Length} characters; with sockets in it {PathLengthMax} are allowed");
    }

    /// <summary>Makes a folder in this one.</summary>
    public string Sub(string name) => Directory.CreateDirectory(System.IO.Path.Combine(Path, name)).FullName;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_isTemporary)
        {
            return;
        }

        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A mount or a file that is still written stays behind in the temporary folder.
        }
    }
}

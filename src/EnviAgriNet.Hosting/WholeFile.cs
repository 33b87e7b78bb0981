using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace EnviAgriNet.Hosting;

/// <summary>
/// Writes small files that are there whole or not at all, also when the power goes: written beside under a hidden name, forced to disk,
/// given their name, and the name forced to disk. A kill in between leaves a hidden <c>.NAME.xxxxxxxx.new</c> that nobody reads.
/// </summary>
public static partial class WholeFile
{
    /// <summary>Reading and writing by the file's owner, and nothing for others: for keys.</summary>
    public const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Reading by everybody, writing by the owner: for certificates.</summary>
    public const UnixFileMode OwnerWrites = OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>Puts a file in its place, in that of an earlier one if there is one.</summary>
    /// <param name="path">The file; its folder must be there.</param>
    /// <param name="content">All of it.</param>
    /// <param name="mode">Who may read and write it; by default what the process gives its files.</param>
    /// <exception cref="IOException">The disk refused; an earlier file is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written; an earlier file is as it was.</exception>
    public static void Replace(string path, ReadOnlySpan<byte> content, UnixFileMode? mode = null) => _ = Put(path, content, mode, overwrite: true);

    /// <inheritdoc cref="Replace(string, ReadOnlySpan{byte}, UnixFileMode?)"/>
    /// <remarks>As UTF-8 without a mark at its beginning.</remarks>
    public static void Replace(string path, string content, UnixFileMode? mode = null) => Replace(path, Encoding.UTF8.GetBytes(content), mode);

    /// <summary>Puts a file in its place unless one is there; of several processes that do so at once, one succeeds.</summary>
    /// <returns>False when one was there, which is as it was.</returns>
    /// <inheritdoc cref="Replace(string, ReadOnlySpan{byte}, UnixFileMode?)"/>
    public static bool TryCreate(string path, ReadOnlySpan<byte> content, UnixFileMode? mode = null) => Put(path, content, mode, overwrite: false);

    /// <inheritdoc cref="TryCreate(string, ReadOnlySpan{byte}, UnixFileMode?)"/>
    /// <remarks>As UTF-8 without a mark at its beginning.</remarks>
    public static bool TryCreate(string path, string content, UnixFileMode? mode = null) => TryCreate(path, Encoding.UTF8.GetBytes(content), mode);

    private static bool Put(string path, ReadOnlySpan<byte> content, UnixFileMode? mode, bool overwrite)
    {
        string full = Path.GetFullPath(path);
        string folder = Path.GetDirectoryName(full) ?? throw new ArgumentException($"'{path}' is no file", nameof(path));
        string draft = Path.Combine(folder, $".{Path.GetFileName(full)}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}.new");
        try
        {
            using (FileStream stream = new(draft, Options(mode)))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            if (overwrite)
            {
                File.Move(draft, full, overwrite: true);
            }
            else if (!IsNamedFirst(draft, full))
            {
                return false;
            }
        }
        finally
        {
            File.Delete(draft);
        }

        SyncFolder(folder);
        return true;
    }

    /// <summary>
    /// Gives a draft a name that nothing has; false when something has it. On Unix <see cref="File.Move(string, string, bool)"/> looks
    /// first and renames then, so that two processes could both believe to have been first; a link is made or it is not.
    /// </summary>
    private static bool IsNamedFirst(string draft, string full)
    {
        if (OperatingSystem.IsLinux() && Libc.Link(draft, full) == 0)
        {
            return true;
        }

        if (File.Exists(full))
        {
            return false;
        }

        // A file system without links, such as that of a memory stick.
        File.Move(draft, full, overwrite: false);
        return true;
    }

    private static FileStreamOptions Options(UnixFileMode? mode)
    {
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (mode is not null && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        return options;
    }

    /// <summary>A new name is on disk only when its folder is. File systems that cannot be asked for that do it by themselves.</summary>
    private static void SyncFolder(string folder)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        int descriptor = Libc.Open(folder, Libc.ReadOnlyFolder);
        if (descriptor < 0)
        {
            return;
        }

        try
        {
            if (Libc.FSync(descriptor) != 0 && Marshal.GetLastPInvokeError() == Libc.InputOutputError)
            {
                throw new IOException($"the folder '{folder}' could not be forced to disk: {Marshal.GetLastPInvokeErrorMessage()}");
            }
        }
        finally
        {
            _ = Libc.Close(descriptor);
        }
    }

    /// <summary>.NET opens no folders and makes no hard links.</summary>
    private static partial class Libc
    {
        /// <summary><c>O_RDONLY | O_CLOEXEC</c>.</summary>
        public const int ReadOnlyFolder = 0x80000;

        /// <summary><c>EIO</c>.</summary>
        public const int InputOutputError = 5;

        [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
        public static partial int Open(string path, int flags);

        [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
        public static partial int FSync(int descriptor);

        [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
        public static partial int Link(string from, string to);

        [LibraryImport("libc", EntryPoint = "close")]
        public static partial int Close(int descriptor);
    }
}

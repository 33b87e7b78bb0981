using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EnviAgriNet.Cloud.Registry.Enrolment;

/// <summary>The files of the authority: key and certificate in one that only their owner reads, and the certificate for everybody.</summary>
internal static class AuthorityFiles
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerFile | UnixFileMode.UserExecute;
    private const UnixFileMode PublicFile = OwnerFile | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>Opens the authority, or makes it with a new key.</summary>
    public static X509Certificate2 Open(string keys, string folder, Func<ECDsa, X509Certificate2> make)
    {
        CreateFolder(keys);
        string file = Path.Combine(keys, "ca.key");
        if (!File.Exists(file))
        {
            using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            using X509Certificate2 made = make(key);
            PutFirst(file, $"{made.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        }

        X509Certificate2 root = X509Certificate2.CreateFromPemFile(file);
        string certificate = Path.Combine(folder, "ca.crt");
        if (!File.Exists(certificate))
        {
            Replace(certificate, root.ExportCertificatePem());
        }

        return root;
    }

    /// <summary>Puts a file that all may read in the place of another.</summary>
    public static void Replace(string file, string text)
    {
        string draft = Draft(file, text, PublicFile);
        File.Move(draft, file, overwrite: true);
    }

    /// <summary>Writes a new file that its owner alone may read; one that is there is not touched.</summary>
    public static void WriteSecret(string file, string text) => File.Move(Draft(file, text, OwnerFile), file, overwrite: false);

    private static void PutFirst(string file, string text)
    {
        try
        {
            // A second process may be starting beside us: whoever moves first has made the authority, and the other one reads it.
            WriteSecret(file, text);
        }
        catch (IOException) when (File.Exists(file))
        {
            // Ours is not needed.
        }
    }

    private static string Draft(string file, string text, UnixFileMode mode)
    {
        string draft = $"{file}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}.new";
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        using FileStream stream = new(draft, options);
        stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
        stream.Flush(flushToDisk: true);
        return draft;
    }

    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("keys need a file system with owners and permissions");
        }

        Directory.CreateDirectory(folder, OwnerFolder);
    }
}

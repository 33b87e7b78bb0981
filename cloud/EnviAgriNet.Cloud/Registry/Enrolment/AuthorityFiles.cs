using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Registry.Enrolment;

/// <summary>The files of the authority: key and certificate in one that only their owner reads, and the certificate for everybody.</summary>
internal static class AuthorityFiles
{
    private const UnixFileMode OwnerFolder = WholeFile.OwnerOnly | UnixFileMode.UserExecute;

    /// <summary>Opens the authority, or makes it with a new key.</summary>
    public static X509Certificate2 Open(string keys, string folder, Func<ECDsa, X509Certificate2> make)
    {
        CreateFolder(keys);
        string file = Path.Combine(keys, "ca.key");
        if (!File.Exists(file))
        {
            using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            using X509Certificate2 made = make(key);
            // A second process may be starting beside us: whoever is first has made the authority, and the other one reads it.
            _ = WholeFile.TryCreate(file, $"{made.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n", WholeFile.OwnerOnly);
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
    public static void Replace(string file, string text) => WholeFile.Replace(file, text, WholeFile.OwnerWrites);

    /// <summary>Writes a new file that its owner alone may read; one that is there is not touched, and an <see cref="IOException"/> says so.</summary>
    public static void WriteSecret(string file, string text)
    {
        if (!WholeFile.TryCreate(file, text, WholeFile.OwnerOnly))
        {
            throw new IOException($"'{file}' is there already");
        }
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

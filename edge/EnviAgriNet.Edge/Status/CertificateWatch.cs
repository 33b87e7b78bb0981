using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EnviAgriNet.Edge.Identity;
using LinkOptions = EnviAgriNet.Mqtt.LinkOptions;

namespace EnviAgriNet.Edge.Status;

/// <summary>When the certificate that the link shows ends. Looked at once a minute at most. May be used from any thread.</summary>
internal sealed class CertificateWatch(LinkOptions link, IdentityOptions identity, TimeProvider time)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly string _file =
        string.IsNullOrEmpty(link.CertificateFile) ? new IdentityFiles(identity.Folder).StationFile : link.CertificateFile;

    private DateTimeOffset? _endsAt;
    private long _lookedAt;

    /// <summary>When it ends; null without a certificate that can be read.</summary>
    public DateTimeOffset? EndsAt
    {
        get
        {
            lock (_gate)
            {
                if (_lookedAt == 0 || time.GetElapsedTime(_lookedAt) > LookEvery)
                {
                    _lookedAt = time.GetTimestamp();
                    _endsAt = Read();
                }

                return _endsAt;
            }
        }
    }

    private DateTimeOffset? Read()
    {
        try
        {
            if (!File.Exists(_file))
            {
                return null;
            }

            using X509Certificate2 held = X509Certificate2.CreateFromPem(File.ReadAllText(_file));
            return new DateTimeOffset(held.NotAfter.ToUniversalTime());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return null;
        }
    }
}

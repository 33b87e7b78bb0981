using System.Security.Cryptography.X509Certificates;
using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Protocol.Enrolment;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Registry.Enrolment;

/// <summary>
/// Codes, and the certificates given for them. Reads go to the file, so that a running cloud heeds at once what a command did; every
/// change is in the audit log. Safe for use by several threads.
/// </summary>
internal sealed class EnrolmentBook
{
    private readonly RegistryDatabase _database;
    private readonly StationAuthority _authority;
    private readonly AuditBook _audit;
    private readonly TimeProvider _time;
    private readonly Lock _list = new();

    public EnrolmentBook(RegistryDatabase database, StationAuthority authority, AuditBook audit, TimeProvider time)
    {
        _database = database;
        _authority = authority;
        _audit = audit;
        _time = time;
        database.EnsureTables(EnrolmentTables.Schema);
    }

    /// <summary>Makes a station's code; the one before opens nothing any more. It cannot be shown again.</summary>
    public (string Code, DateTimeOffset Until) MakeCode(StationId station, string by)
    {
        // The broker knows by the name alone who may do what, and an id like that of the cloud would be let in as the cloud.
        if (station.Value == StationAuthority.CloudName)
        {
            throw new FormatException($"'{station}' is the cloud's own name at the broker; a station needs another one");
        }

        string code = EnrolmentCode.Make();
        DateTimeOffset until = _time.GetUtcNow() + EnrolmentLimits.CodeAge;
        _database.Write(c =>
        {
            EnrolmentTables.PutCode(c, station.Value, EnrolmentCode.KeyOf(station, code)!, until);
            _audit.Append(c, new AuditEntry(by, "station.code", $"station {station}", $"until {until:yyyy-MM-dd}"));
            return true;
        });
        return (code, until);
    }

    /// <summary>
    /// Answers an enrolment; null for whatever is wrong with it, since a stranger is not told what. The same key may ask again for the
    /// answer that was lost on the way.
    /// </summary>
    public EnrolmentAnswer? Enrol(EnrolmentRequest request) => _database.Write(c =>
    {
        DateTimeOffset now = _time.GetUtcNow();
        if (!StationId.TryParse(request.Station, out StationId station)
            || EnrolmentTables.FindCode(c, station.Value) is not { } code
            || code.ExpiresAt <= now
            || !request.IsProved(code.Key)
            || SigningRequest.KeyOf(request.Csr) is not { } key)
        {
            return null;
        }

        string hash = SigningRequest.HashOf(key);
        if (code.UsedBy is not null && code.UsedBy != hash)
        {
            return null;
        }

        StationCertificate? made = Give(c, station.Value, key, hash, now, "station.enrolled");
        if (made is null)
        {
            return null;
        }

        EnrolmentTables.UseCode(c, station.Value, hash);
        return EnrolmentAnswer.Make(request, made.Pem, _authority.Pem, code.Key);
    });

    /// <summary>Answers a renewal; null when the certificate shown is not one that holds, or its key did not sign.</summary>
    public EnrolmentAnswer? Renew(RenewalRequest request) => _database.Write(c =>
    {
        DateTimeOffset now = _time.GetUtcNow();
        using X509Certificate2? shown = SigningRequest.CertificateOf(request.Certificate);
        // Who signed it need not be asked: it is one of those that are written down here, byte for byte, or it is none.
        if (shown is null
            || EnrolmentTables.Certificates(c, shown.GetNameInfo(X509NameType.SimpleName, forIssuer: false))
                .FirstOrDefault(k => k.Pem == shown.ExportCertificatePem()) is not { } held
            || !held.IsGood(now)
            || !request.IsSignedBy(shown)
            || SigningRequest.KeyOf(request.Csr) is not { } key)
        {
            return null;
        }

        return Give(c, held.Station, key, SigningRequest.HashOf(key), now, "station.renewed") is { } made
            ? new EnrolmentAnswer(made.Pem, _authority.Pem, null)
            : null;
    });

    /// <summary>Withdraws all that opens the broker to a station, and its code. Returns how many certificates that was.</summary>
    public int Revoke(StationId station, string by, string reason)
    {
        DateTimeOffset now = _time.GetUtcNow();
        int count = _database.Write(c =>
        {
            int revoked = EnrolmentTables.Revoke(c, station.Value, now);
            EnrolmentTables.DropCode(c, station.Value);
            _audit.Append(c, new AuditEntry(by, "station.revoked", $"station {station}", $"{revoked} certificates: {reason}"));
            return revoked;
        });
        WriteList();
        return count;
    }

    /// <summary>The certificates of a station, the newest first.</summary>
    public IReadOnlyList<StationCertificate> Of(StationId station) => _database.Read(c => EnrolmentTables.Certificates(c, station.Value));

    /// <summary>Writes the list of what was withdrawn and has not ended by itself.</summary>
    public void WriteList()
    {
        lock (_list)
        {
            DateTimeOffset now = _time.GetUtcNow();
            _authority.WriteList(_database.Read(c => EnrolmentTables.Certificates(c, null))
                .Where(k => k.ExpiresAt > now && k.RevokedAt is not null).Select(k => (k.Serial, k.RevokedAt!.Value)));
        }
    }

    // A key that has a good certificate gets the same one again.
    private StationCertificate? Give(SqliteConnection c, string station, PublicKey key, string hash, DateTimeOffset now, string action)
    {
        StationCertificate[] good = [.. EnrolmentTables.Certificates(c, station).Where(k => k.IsGood(now))];
        if (Array.Find(good, k => k.KeyHash == hash) is { } before)
        {
            return before;
        }

        if (good.Length >= EnrolmentLimits.CertificatesMax)
        {
            return null;
        }

        using X509Certificate2 signed = _authority.Sign(station, key);
        StationCertificate made = new(
            signed.SerialNumber, station, hash, signed.ExportCertificatePem(), now, new DateTimeOffset(signed.NotAfter.ToUniversalTime()), null);
        EnrolmentTables.Insert(c, made);
        _audit.Append(c, new AuditEntry(AuditEntry.System, action, $"station {station}", $"certificate {made.Serial}, until {made.ExpiresAt:yyyy-MM-dd}"));
        return made;
    }
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EnviAgriNet.Cloud.Registry.Enrolment;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Cloud.Tests.Registry.Audit;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Protocol.Enrolment;
using EnviAgriNet.Testing;
using Microsoft.Extensions.Options;
using ManualTime = EnviAgriNet.Cloud.Tests.Regions.ManualTime;

namespace EnviAgriNet.Cloud.Tests.Registry.Enrolment;

/// <summary>What a code and a certificate open, and what they do not.</summary>
public sealed class EnrolmentBookTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly StationId Station = StationId.Parse("nan-wiang");

    private readonly RegistryRoom _room = new();
    private readonly List<StationAuthority> _authorities = [];

    public void Dispose()
    {
        _authorities.ForEach(a => a.Dispose());
        _room.Dispose();
    }

    [Fact]
    public void Enrol_WithTheCode_SignsTheNameOfTheCodeAndNothingElse()
    {
        EnrolmentBook book = BookAt(Start);
        string code = book.MakeCode(Station, "malee").Code;
        using ECDsa key = NewKey();
        // The request asks to be the cloud, and for an authority's rights.
        EnrolmentRequest request = Request(Station, code, key, "CN=eag-cloud");
        EnrolmentAnswer answer = book.Enrol(request)!;
        Assert.True(answer.IsProved(request, EnrolmentCode.KeyOf(Station, code)!));
        using X509Certificate2 given = X509Certificate2.CreateFromPem(answer.Certificate);
        Assert.Equal("CN=nan-wiang", given.Subject);
        Assert.False(given.Extensions.OfType<X509BasicConstraintsExtension>().Single().CertificateAuthority);
        Assert.Equal(Start + EnrolmentLimits.CertificateAge, new DateTimeOffset(given.NotAfter.ToUniversalTime()));
        // The answer was lost on the way: the same key gets the same one, another key nothing.
        Assert.Equal(answer.Certificate, book.Enrol(Request(Station, code.ToLowerInvariant().Replace('-', ' '), key))!.Certificate);
        using ECDsa other = NewKey();
        Assert.Null(book.Enrol(Request(Station, code, other)));
    }

    [Fact]
    public void Enrol_WithoutTheStationsNewestCode_GivesNothing()
    {
        EnrolmentBook book = BookAt(Start);
        string old = book.MakeCode(Station, "malee").Code;
        string code = book.MakeCode(Station, "malee").Code;
        StationId stranger = StationId.Parse("nan-thawang");
        book.MakeCode(stranger, "malee");
        using ECDsa key = NewKey();
        Assert.Null(book.Enrol(Request(Station, old, key)));
        Assert.Null(book.Enrol(Request(stranger, code, key)));
        Assert.Null(book.Enrol(Request(Station, code, key) with { Station = stranger.Value }));
        Assert.Null(book.Enrol(Request(StationId.Parse("unknown"), code, key)));
        using ECDsa second = NewKey();
        Assert.Null(book.Enrol(Request(Station, code, key) with { Csr = Csr(second, "CN=nan-wiang") }));
        Assert.Null(BookAt(Start + EnrolmentLimits.CodeAge).Enrol(Request(Station, code, key)));
        Assert.NotNull(BookAt(Start + EnrolmentLimits.CodeAge - TimeSpan.FromMinutes(1)).Enrol(Request(Station, code, key)));
    }

    [Fact]
    public void Enrol_KeyOfAnotherKind_GivesNothing()
    {
        EnrolmentBook book = BookAt(Start);
        string code = book.MakeCode(Station, "malee").Code;
        byte[] proof = EnrolmentCode.KeyOf(Station, code)!;
        using RSA rsa = RSA.Create(1024);
        string weak = new CertificateRequest("CN=nan-wiang", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSigningRequestPem();
        foreach (string csr in (string[])[weak, string.Empty, "x", "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----"])
        {
            Assert.Null(book.Enrol(EnrolmentRequest.Make(Station.Value, csr, proof)));
        }
    }

    [Fact]
    public void MakeCode_NameOfTheCloud_IsRefused()
    {
        Assert.Throws<FormatException>(() => BookAt(Start).MakeCode(StationId.Parse("eag-cloud"), "malee"));
        // The name in the rules of the broker is the one that no station may have.
        string acl = File.ReadAllText(Path.Combine(Repository.Root, "deploy", "broker", "acl"));
        Assert.Equal(
            [StationAuthority.CloudName],
            acl.Split('\n').Where(l => l.StartsWith("user ", StringComparison.Ordinal)).Select(l => l["user ".Length..]));
    }

    [Fact]
    public void Renew_WithTheHeldKey_GivesTheNextOneUntilItEndsOrIsRevoked()
    {
        EnrolmentBook book = BookAt(Start);
        using ECDsa key = NewKey();
        using X509Certificate2 held = Enrolled(book, key);
        using ECDsa next = NewKey();
        string csr = Csr(next, "CN=nan-wiang");
        using ECDsa thief = NewKey();
        using X509Certificate2 forged = new CertificateRequest("CN=nan-wiang", thief, HashAlgorithmName.SHA256)
            .CreateSelfSigned(Start, Start.AddDays(9));
        Assert.Null(book.Renew(RenewalRequest.Make(forged, csr)));
        Assert.Null(book.Renew(RenewalRequest.Make(forged, csr) with { Certificate = held.ExportCertificatePem() }));
        Assert.Null(book.Renew(RenewalRequest.Make(held, csr) with { Csr = Csr(thief, "CN=nan-wiang") }));
        Assert.Null(BookAt(Start + EnrolmentLimits.CertificateAge).Renew(RenewalRequest.Make(held, csr)));
        DateTimeOffset later = Start.AddDays(300);
        using X509Certificate2 renewed = X509Certificate2.CreateFromPem(BookAt(later).Renew(RenewalRequest.Make(held, csr))!.Certificate);
        Assert.True(renewed.NotAfter > held.NotAfter.AddDays(200));
        Assert.Equal(2, book.Revoke(Station, "malee", "stolen"));
        Assert.Null(book.Renew(RenewalRequest.Make(held, csr)));
        Assert.Null(book.Enrol(Request(Station, "00000-00000-00000-00000", key)));
        Assert.Equal(
            ["station.code", "station.enrolled", "station.renewed", "station.revoked"],
            AuditBooks.On(_room.Database).List(null, "station nan-wiang", 9).Select(l => l.Entry.Action).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void List_AfterRevoke_NamesTheCertificatesThatHold()
    {
        using ECDsa key = NewKey();
        using X509Certificate2 held = Enrolled(BookAt(Start), key);
        BookAt(Start).Revoke(Station, "malee", "stolen");
        string file = Path.Combine(_authorities[0].Folder, "ca.crl");
        CertificateRevocationListBuilder list = CertificateRevocationListBuilder.LoadPem(File.ReadAllText(file), out _);
        Assert.True(list.RemoveEntry(held.SerialNumberBytes.Span));
        Assert.Equal("ca.key", Path.GetFileName(Assert.Single(Directory.GetFiles(Path.Combine(_room.Folder, "keys"), "ca.*"))));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite,
            OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(Path.Combine(_room.Folder, "keys", "ca.key")));
    }

    private static ECDsa NewKey() => ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private static string Csr(ECDsa key, string name) => new CertificateRequest(name, key, HashAlgorithmName.SHA256).CreateSigningRequestPem();

    private static EnrolmentRequest Request(StationId station, string code, ECDsa key, string name = "CN=nan-wiang") =>
        EnrolmentRequest.Make(station.Value, Csr(key, name), EnrolmentCode.KeyOf(station, code)!);

    private static X509Certificate2 Enrolled(EnrolmentBook book, ECDsa key)
    {
        EnrolmentAnswer answer = book.Enrol(Request(Station, book.MakeCode(Station, "malee").Code, key))!;
        using X509Certificate2 bare = X509Certificate2.CreateFromPem(answer.Certificate);
        return bare.CopyWithPrivateKey(key);
    }

    private IOptions<CloudOptions> Settings() => Options.Create(new CloudOptions { DataFolder = _room.Folder });

    private EnrolmentBook BookAt(DateTimeOffset now)
    {
        ManualTime time = new(now);
        // Each is opened from the files of the one before, as another process opens them.
        _authorities.Add(new StationAuthority(Settings(), time));
        return new EnrolmentBook(_room.Database, _authorities[^1], AuditBooks.On(_room.Database, time), time);
    }
}

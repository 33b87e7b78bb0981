using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Platforms;
using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Cloud.Tests.Registry.Audit;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Protocol.Cap;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Tests.Platforms;

/// <summary>A registry that listens to a department of meteorology, with officers who may pass on what it says.</summary>
internal sealed class IncomingRoom : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 9, 24, 0, 0, 0, TimeSpan.Zero);

    private readonly RegistryRoom _room = new();

    public IncomingRoom()
    {
        Audit = AuditBooks.On(_room.Database);
        Officers = new OfficerBook(_room.Database, Audit, _room.Recipients, TimeProvider.System);
        Assert.Null(Officers.Add(new Officer("boss", new HashSet<Role> { Role.Admin }), null));
        Assert.Null(Officers.Add(new Officer("malee", new HashSet<Role> { Role.Releaser }), "boss"));
        Assert.Null(Officers.Add(new Officer("somchai", new HashSet<Role> { Role.Releaser }), "boss"));
        Assert.Null(Officers.Add(new Officer("suda", new HashSet<Role> { Role.Officer }), "boss"));
        Book = new IncomingBook(_room.Database, Audit);
        Alerts = new AlertBook(_room.Database);
        Adoption = new AlertAdoption(_room.Database, Options.Create(Settings));
        Passing = new CapPassing(_room.Database, Alerts, Adoption, Audit, Time);
    }

    public static AlertsOptions Settings { get; } = new() { PublicUrl = "https://eag.example.org/" };

    public FixedTime Time { get; } = new(Now);

    public Cloud.Registry.RegistryDatabase Database => _room.Database;

    public AuditBook Audit { get; }

    public OfficerBook Officers { get; }

    public IncomingBook Book { get; }

    public AlertBook Alerts { get; }

    public AlertAdoption Adoption { get; }

    public CapPassing Passing { get; }

    public CapSource Source { get; } = new() { Name = "tmd", Url = "https://tmd.example.org/feed", TrustUnsigned = true };

    public static CapAlert Alert(string identifier = "a-1", int minute = 0) => new()
    {
        Identifier = identifier,
        Sender = "TMD",
        Sent = Now.AddMinutes(minute),
        Status = CapStatus.Actual,
        MessageType = CapMessageType.Alert,
        Scope = CapScope.Public,
        Infos =
        [
            new CapInfo
            {
                Language = "th-TH", Categories = [CapCategory.Met], Event = "Very Heavy Rain", Urgency = CapUrgency.Immediate,
                Severity = CapSeverity.Extreme, Certainty = CapCertainty.Likely, Expires = Now.AddHours(6), SenderName = "TMD",
                Headline = "พื้นที่เสี่ยงภัยฝนตกหนักมากบริเวณประเทศไทย", Instruction = "ระวังน้ำท่วม",
                Areas =
                [
                    new CapArea
                    {
                        Description = "เชียงใหม่ ลำพูน",
                        Geocodes = [new CapValue("ISO3166-2", "TH-50"), new CapValue("ISO3166-2", "TH-51")],
                    },
                ],
            },
        ],
    };

    public static CapAlert Next(CapAlert before, CapMessageType type, string identifier, int minute) => Alert(identifier, minute) with
    {
        MessageType = type,
        References = new CapReference(before.Sender, before.Identifier, before.Sent).ToString(),
    };

    public static byte[] Bytes(CapAlert alert) => Encoding.UTF8.GetBytes(CapWriter.Write(alert));

    public static X509Certificate2 Issue(string name)
    {
        using RSA key = RSA.Create(2048);
        return new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(Now.AddDays(-1), Now.AddDays(30));
    }

    public IncomingOutcome Take(CapAlert alert, CapSource? source = null) => Take(Bytes(alert), source);

    public IncomingOutcome Take(byte[] document, CapSource? source = null, params X509Certificate2[] certificates) =>
        Book.Take(source ?? Source, $"https://tmd.example.org/{Convert.ToHexString(SHA256.HashData(document))}.xml", document, certificates, Now.AddHours(1));

    public (IReadOnlyList<string> Identifiers, string? Refusal) Pass(
        long number, string by = "malee", string? second = null, HazardKind? hazard = null, params string[] regions) =>
        Passing.Pass(new PassOrder(number, by, second, [.. regions.Select(RegionId.Parse)], hazard));

    public void Dispose()
    {
        Alerts.Dispose();
        _room.Dispose();
    }

    /// <summary>A clock that stands until it is moved.</summary>
    internal sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;

        public override long GetTimestamp() => Now.Ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;
    }
}

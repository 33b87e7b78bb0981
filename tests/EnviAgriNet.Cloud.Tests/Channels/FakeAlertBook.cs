using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Core.Alerts;
using EnviAgriNet.Core.Geography;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Tests.Channels;

/// <summary>Alerts in memory; it outlives the cloud under test, as the database would.</summary>
internal sealed class FakeAlertBook : IAlertBook
{
    private readonly Lock _guard = new();
    private readonly List<AlertVersion> _alerts = [];
    private readonly System.Threading.Channels.Channel<bool> _released = System.Threading.Channels.Channel.CreateUnbounded<bool>();

    /// <summary>Makes the mark on the alert fail, as a crash in the middle of targeting would.</summary>
    public bool FailsToMark { get; set; }

    // Overlapping events of one hazard are merged, so that each event but the first is of a hazard of its own unless a test says which.
    public static AlertVersion Alert(
        string eventId = "E1",
        int version = 1,
        string severity = "Severe",
        string region = "500101",
        bool allClear = false,
        string? sms = null,
        TimeSpan? life = null,
        string detail = "",
        string? hazard = null)
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        return new AlertVersion(
            $"{eventId}-v{version}",
            eventId,
            version,
            version == 1 ? "Alert" : "Update",
            allClear,
            hazard ?? (eventId == "E1" ? "haze" : $"haze-{eventId}"),
            severity,
            AlertState.Released,
            RegionId.Parse(region),
            now,
            now,
            now + (life ?? TimeSpan.FromHours(6)),
            new Dictionary<string, AlertText>
            {
                ["th"] = new("หมอกควัน", "หมอกควันรุนแรง", "ฝุ่นสูง", "สวมหน้ากาก", sms ?? "เตือนภัยหมอกควัน งดกิจกรรมกลางแจ้ง", "ช้างเผือก", "ทดสอบ", detail),
                ["en"] = new("Haze", "Severe haze", "Much dust", "Wear a mask.", sms ?? "Haze warning: stay indoors", "Chang Phueak", "Test", detail),
            },
            Siren: true,
            "<alert xmlns='urn:oasis:names:tc:emergency:cap:1.2'><info><language>en-US</language><instruction>Wear a mask.</instruction></info>"
                + "<info><language>th-TH</language><instruction>สวมหน้ากาก</instruction></info></alert>");
    }

    public void Release(AlertVersion alert)
    {
        lock (_guard)
        {
            _alerts.Add(alert);
        }

        _released.Writer.TryWrite(true);
    }

    public IReadOnlyList<AlertVersion> Untargeted()
    {
        lock (_guard)
        {
            return [.. _alerts.Where(alert => alert.State == AlertState.Released)];
        }
    }

    public void MarkTargeted(SqliteConnection transaction, string identifier)
    {
        if (FailsToMark)
        {
            throw new SqliteException("disk I/O error", 10);
        }

        lock (_guard)
        {
            int at = _alerts.FindIndex(alert => alert.Identifier == identifier);
            _alerts[at] = _alerts[at] with { State = AlertState.Targeted };
        }
    }

    public IReadOnlyList<AlertVersion> Open()
    {
        lock (_guard)
        {
            return [.. _alerts.GroupBy(alert => alert.EventId).Select(versions => versions.MaxBy(v => v.Version)!).Where(v => !v.IsAllClear)];
        }
    }

    public IReadOnlyList<AlertVersion> Newest(int count)
    {
        lock (_guard)
        {
            return [.. _alerts.AsEnumerable().Reverse().Take(count)];
        }
    }

    public AlertVersion? Find(string identifier)
    {
        lock (_guard)
        {
            return _alerts.Find(alert => alert.Identifier == identifier);
        }
    }

    public Task WaitForReleaseAsync(CancellationToken cancellationToken) => _released.Reader.ReadAsync(cancellationToken).AsTask();
}

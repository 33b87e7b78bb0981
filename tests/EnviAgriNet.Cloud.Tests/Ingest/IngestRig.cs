using System.Text;
using EnviAgriNet.Cloud.Ingest;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Cloud.Tests.ReadingStore;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Mqtt;
using EnviAgriNet.Protocol;
using EnviAgriNet.Protocol.Messages;
using EnviAgriNet.Protocol.Packs;
using EnviAgriNet.Protocol.Receipts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EnviAgriNet.Cloud.Tests.Ingest;

/// <summary>Ingest over a real store and a fake link, with listeners that remember.</summary>
internal sealed class IngestRig : IAsyncDisposable
{
    public const string Prefix = "eag/v1/50/centre-1/";

    private static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(20);

    private readonly StoreFolder _folder = new();
    private readonly IHost _host;

    public IngestRig(Action<IServiceCollection>? replace = null, params (string Key, string Value)[] settings)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Cloud:DataFolder"] = _folder.Folder,
            ["Cloud:NetworkTime"] = "Replay",
        });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value));
        builder.Services.AddLogging();
        builder.Services.AddOptions<CloudOptions>().Bind(builder.Configuration.GetSection(CloudOptions.Section));
        builder.Services.AddSingleton<IBrokerLink>(Link);
        builder.Services.AddSingleton<IRegionHost>(Heard);
        builder.Services.AddSingleton<ICommittedReadings>(Heard);
        builder.Services.AddSingleton<IStationEventListener>(Heard);
        builder.Services.AddReadingStore(builder.Configuration);
        builder.Services.AddIngest(builder.Configuration);
        replace?.Invoke(builder.Services);
        _host = builder.Build();
    }

    public FakeLink Link { get; } = new();

    public Listener Heard { get; } = new();

    public SqliteReadingStore Store => Get<SqliteReadingStore>();

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    public Task StartAsync() => _host.StartAsync();

    public void ArrivePack(long sequence, params Reading[] readings)
    {
        Pack pack = new(StoreFolder.Station, "box", sequence, "boot", StoreFolder.Begin, TimeSpan.Zero, readings);
        Link.Arrive(Prefix + Topics.Readings, PackEncoder.Encode(pack, PackCompression.Gzip));
    }

    public void ArriveText(string text, string kind = Topics.Readings) => Link.Arrive(Prefix + kind, Encoding.UTF8.GetBytes(text));

    public void Arrive(StationEvent stationEvent) => Link.Arrive(Prefix + Topics.Events, MessageJson.Encode(stationEvent));

    /// <summary>Waits for a state, and says what it waited for when it does not come.</summary>
    public static async Task WaitAsync(string what, Func<bool> isSo)
    {
        DateTimeOffset end = DateTimeOffset.UtcNow + WaitMax;
        while (!isSo())
        {
            Assert.True(DateTimeOffset.UtcNow < end, $"waited in vain for: {what}");
            await Task.Delay(5);
        }
    }

    /// <summary>All receipts so far as one.</summary>
    public Receipt Receipts()
    {
        List<Receipt> all = [.. Link.Published
            .Where(m => m.Topic == Prefix + Topics.Receipts)
            .Select(m => MessageJson.DecodeReceipt(m.Payload, out _)!)];
        return new Receipt
        {
            Outbox = all.Select(r => r.Outbox).Distinct().SingleOrDefault() ?? string.Empty,
            Stored = [.. all.SelectMany(r => r.Stored)],
            Rejected = [.. all.SelectMany(r => r.Rejected)],
            Events = [.. all.SelectMany(r => r.Events)],
        };
    }

    public bool IsReceipted(long sequence) => Receipts().Stored.Any(r => r[0] <= sequence && sequence <= r[1]);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        _folder.Dispose();
    }

    /// <summary>Remembers what it was told.</summary>
    internal sealed class Listener : IRegionHost, ICommittedReadings, IStationEventListener
    {
        private long _posted;

        public List<CommittedPack> Committed { get; } = [];

        public List<StationEvent> Events { get; } = [];

        public long Posted => Volatile.Read(ref _posted);

        public ValueTask PostAsync(IReadOnlyList<CommittedPack> packs, CancellationToken cancellationToken)
        {
            Interlocked.Add(ref _posted, packs.Count);
            return ValueTask.CompletedTask;
        }

        public void OnCommitted(IReadOnlyList<CommittedPack> packs)
        {
            lock (Committed)
            {
                Committed.AddRange(packs);
            }
        }

        public void OnEvent(StationId station, StationEvent stationEvent)
        {
            lock (Events)
            {
                Events.Add(stationEvent);
            }
        }

        public void OnHealth(StationId station, StationHealth health)
        {
        }
    }
}

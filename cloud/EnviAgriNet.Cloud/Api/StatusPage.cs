using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Regions;

namespace EnviAgriNet.Cloud.Api;

/// <summary>The figures of the network; asked often, counted at most once a second.</summary>
internal sealed class StatusPage(
    IReadingStore store, DeliveryBook deliveries, NetworkClock clock, IIngestLag lag, TimeProvider time)
{
    private readonly Lock _guard = new();
    private StatusView? _counted;
    private long _countedAt;

    /// <summary>The figures.</summary>
    public StatusView Now()
    {
        lock (_guard)
        {
            if (_counted is null || time.GetElapsedTime(_countedAt) >= Limits.StatusAgeMax)
            {
                _counted = Count();
                _countedAt = time.GetTimestamp();
            }

            return _counted with { NetworkTime = clock.Now, IngestLag = lag.Packs };
        }
    }

    private StatusView Count()
    {
        IReadOnlyList<LedgerLine> ledger = store.Ledger(null);
        return new StatusView(
            clock.Now,
            ledger.Sum(line => line.PacksStored + line.PacksLate),
            ledger.Sum(line => line.ReadingsStored),
            deliveries.Bulletins(),
            deliveries.Counts(),
            lag.Packs);
    }
}

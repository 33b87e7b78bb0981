using System.Diagnostics.Metrics;

namespace EnviAgriNet.Cloud.Regions;

/// <summary>What the regions count.</summary>
internal sealed class RegionMetrics
{
    private readonly Counter<long> _ignored;

    public RegionMetrics(IMeterFactory factory)
    {
        Meter meter = factory.Create("EnviAgriNet.Cloud.Regions");
        _ignored = meter.CreateCounter<long>(
            "eag.regions.ignored", "{reading}", "Readings of sensors beyond the most of one quantity at a station; they are stored, not judged");
    }

    public void OnIgnored(long readings) => _ignored.Add(readings);
}

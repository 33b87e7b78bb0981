using System.Collections.Concurrent;
using EnviAgriNet.Cloud.Registry.Quality;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Quality;

/// <summary>Which version an hour of a station is judged under, and by which limits. Safe for use by several threads.</summary>
internal sealed class VersionLimits(QualityVersionBook versions, QualityLimits live)
{
    private const int KeptMax = 16;

    private readonly ConcurrentDictionary<long, QualityLimits> _kept = new();

    /// <summary>The newest version with a configuration whose span and stations cover the hour, else the live one; null before there is one.</summary>
    public QualityVersion? Find(StationId station, DateTimeOffset hour)
    {
        foreach (QualityVersion version in versions.Configs)
        {
            if (version.Covers(hour) && version.Covers(station))
            {
                return version;
            }
        }

        return versions.Live;
    }

    /// <summary>The limits of a version as they were then.</summary>
    public QualityLimits Of(QualityVersion version)
    {
        if (version.ConfigHash == live.Hash)
        {
            return live;
        }

        if (_kept.Count > KeptMax)
        {
            _kept.Clear();
        }

        return _kept.GetOrAdd(
            version.Number, number => QualityLimits.Parse(versions.ConfigOf(number), $"quality version {number}"));
    }
}

using EnviAgriNet.Cloud.ReadingStore.Verdicts;
using EnviAgriNet.Cloud.Registry.Quality;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Quality;

/// <summary>
/// Makes closed versions whole again from their stored limits, chunk by chunk: those whose verdicts were lost, or were never complete.
/// </summary>
internal sealed class VersionRemake(VerdictBook verdicts, QualityVersionBook versions, HistoryChunks history)
{
    private IEnumerator<ChunkOutcome>? _remaking;

    /// <summary>The version under way; null without one.</summary>
    public QualityVersion? Version { get; private set; }

    /// <summary>Gives up what is under way; it begins anew.</summary>
    public void Reset()
    {
        _remaking?.Dispose();
        _remaking = null;
        Version = null;
    }

    /// <summary>Takes up the first version that is not whole; false when there is none, or one is under way.</summary>
    public bool TryBegin(VersionLimits limits)
    {
        if (_remaking is not null)
        {
            return false;
        }

        Version = versions.All.FirstOrDefault(
            v => v is { Kind: QualityVersionKind.Config, IsLive: false } && !verdicts.IsWhole(v.Key));
        if (Version is not { To: { } to })
        {
            return false;
        }

        _remaking = history.Judge(limits.Of(Version), Version.Key, Version.Stations, Version.From, to).GetEnumerator();
        return true;
    }

    /// <summary>Judges a chunk of the version under way; null when none is. The stations whose verdicts changed otherwise.</summary>
    public IReadOnlyList<StationId>? Step()
    {
        if (_remaking is null)
        {
            return null;
        }

        if (_remaking.MoveNext())
        {
            return _remaking.Current.Changed;
        }

        verdicts.MarkWhole(Version!.Key);
        Reset();
        return [];
    }
}

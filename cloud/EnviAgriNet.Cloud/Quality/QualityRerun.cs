using EnviAgriNet.Cloud.ReadingStore.Verdicts;
using EnviAgriNet.Cloud.Registry.Quality;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Quality;

/// <summary>
/// Judges history anew and makes a quality version of it. Until it is complete nobody sees anything of it; cut off, it is taken up
/// where it was by the next run that wants the same, and given up by one that wants something else.
/// </summary>
internal sealed class QualityRerun(HistoryChunks history, VerdictBook verdicts, QualityVersionBook versions, TimeProvider time)
{
    /// <summary>Runs to the end, telling of every chunk; returns the version. One run at a time: the caller sees to that.</summary>
    /// <param name="limits">The limits to judge by.</param>
    /// <param name="wanted">Who, why, for which span and stations; number and time of beginning are set here.</param>
    /// <param name="onChunk">Told after each chunk is on disk; may end the run by throwing.</param>
    public QualityVersion Run(QualityLimits limits, QualityDraft wanted, Action<RerunProgress> onChunk)
    {
        QualityDraft draft = TakeUp(wanted) ?? versions.BeginDraft(wanted with { BegunAt = time.GetUtcNow() }, limits.Json);
        Dictionary<QualityTest, long> changed = [];
        long readings = 0;
        foreach (ChunkOutcome chunk in history.Judge(limits, draft.Key, draft.Stations, draft.From, draft.To))
        {
            readings += chunk.Readings;
            foreach ((QualityTest test, long count) in chunk.FlagsChanged)
            {
                changed[test] = changed.GetValueOrDefault(test) + count;
            }

            onChunk(new RerunProgress(chunk.Done, chunk.Chunks, readings, changed));
        }

        verdicts.MarkWhole(draft.Key);
        return versions.Complete(draft, time.GetUtcNow());
    }

    private QualityDraft? TakeUp(QualityDraft wanted)
    {
        QualityDraft? same = null;
        foreach (QualityDraft draft in versions.Drafts())
        {
            if (draft.IsSameWork(wanted))
            {
                same = draft;
            }
            else
            {
                versions.Abandon(draft);
                verdicts.Delete(draft.Key);
            }
        }

        return same;
    }
}

/// <summary>How far a run over history is.</summary>
/// <param name="Done">Chunks that are done.</param>
/// <param name="Chunks">Chunks in all.</param>
/// <param name="Readings">Readings judged by this run so far.</param>
/// <param name="FlagsChanged">Those that got another flag than they had, by the test that set it.</param>
internal sealed record RerunProgress(
    long Done, long Chunks, long Readings, IReadOnlyDictionary<QualityTest, long> FlagsChanged);

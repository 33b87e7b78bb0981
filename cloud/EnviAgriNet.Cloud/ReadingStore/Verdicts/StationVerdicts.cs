using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.ReadingStore.Verdicts;

/// <summary>What holds of a station's hours: of each hour the newest version that judged it, and that version's verdicts.</summary>
/// <param name="Versions">By hour since 1970; an hour that no version judged is not there.</param>
/// <param name="Verdicts">By hour and series, those that differ from the raw flags.</param>
internal sealed record StationVerdicts(
    IReadOnlyDictionary<long, long> Versions,
    IReadOnlyDictionary<(long Hour, SeriesName Series), IReadOnlyList<TimedVerdict>> Verdicts)
{
    /// <summary>Nothing was judged.</summary>
    public static StationVerdicts None { get; } =
        new(new Dictionary<long, long>(), new Dictionary<(long, SeriesName), IReadOnlyList<TimedVerdict>>());

    /// <summary>Whether a series has a verdict in an hour that differs from its raw flags.</summary>
    public bool Differs(DateTimeOffset hour, SeriesName series) => Verdicts.ContainsKey((Slot.HourOf(hour), series));

    /// <summary>The version that judged the hour of a time, or 0.</summary>
    public long VersionAt(DateTimeOffset time) => Versions.GetValueOrDefault(Slot.HourOf(time));

    /// <summary>The verdict on a reading, or null when its raw flag holds.</summary>
    public TimedVerdict? Find(SeriesName series, DateTimeOffset takenAt)
    {
        if (!Verdicts.TryGetValue((Slot.HourOf(takenAt), series), out IReadOnlyList<TimedVerdict>? hour))
        {
            return null;
        }

        int low = 0;
        int high = hour.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            int order = hour[middle].TakenAt.CompareTo(takenAt);
            if (order == 0)
            {
                return hour[middle];
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }
}

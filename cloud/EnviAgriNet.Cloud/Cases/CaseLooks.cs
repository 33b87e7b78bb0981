namespace EnviAgriNet.Cloud.Cases;

/// <summary>
/// Which positions an officer was shown of late. A map that stays open asks again with every new case; only what it had not shown is a
/// new look, so that the log tells who saw what and not how often a page was drawn. Safe for use by several threads.
/// </summary>
internal sealed class CaseLooks(TimeProvider time)
{
    private const int KeptMax = 50_000;
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private readonly Lock _guard = new();
    private readonly Dictionary<(string Officer, string Number), long> _seen = [];

    /// <summary>How many of the cases are new to an officer within the hour; they count as seen from now on.</summary>
    public int Look(string officer, IEnumerable<string> numbers)
    {
        lock (_guard)
        {
            if (_seen.Count >= KeptMax)
            {
                // Forgetting a look writes one down too many, never one too few.
                _seen.Clear();
            }

            int fresh = 0;
            foreach (string number in numbers)
            {
                if (!_seen.TryGetValue((officer, number), out long at) || time.GetElapsedTime(at) >= Life)
                {
                    _seen[(officer, number)] = time.GetTimestamp();
                    fresh++;
                }
            }

            return fresh;
        }
    }
}

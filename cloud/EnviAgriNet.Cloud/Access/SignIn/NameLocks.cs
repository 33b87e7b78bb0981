namespace EnviAgriNet.Cloud.Access.SignIn;

/// <summary>
/// Slows down guessing at one name: after some tries each further one has to wait, twice as long each time up to a limit. A try counts
/// from its beginning, so that many at once are no way around; one that comes while it has to wait changes nothing, so that nobody makes
/// the wait longer by knocking. Names that do not exist are treated alike. Safe for use by several threads.
/// </summary>
internal sealed class NameLocks(TimeProvider time)
{
    private const string Others = "?";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Tries> _tries = new(StringComparer.Ordinal);

    /// <summary>How long a name has to wait yet, or null when a try has begun. <paramref name="isStarting"/> says that with this one the waiting starts.</summary>
    public TimeSpan? Begin(string name, out bool isStarting)
    {
        lock (_lock)
        {
            isStarting = false;
            string key = KeyOf(name);
            Tries before = _tries.GetValueOrDefault(key, new Tries(0, time.GetTimestamp()));
            TimeSpan since = time.GetElapsedTime(before.At);
            if (since < WaitAfter(before.Count))
            {
                return WaitAfter(before.Count) - since;
            }

            int count = since >= SignInLimits.TriesForgotten ? 1 : before.Count + 1;
            isStarting = count == SignInLimits.TriesFree;
            _tries[key] = new Tries(count, time.GetTimestamp());
            return null;
        }
    }

    /// <summary>A try was right: all is forgotten.</summary>
    public void OnRight(string name)
    {
        lock (_lock)
        {
            _tries.Remove(name);
        }
    }

    private static TimeSpan WaitAfter(int tries) => tries < SignInLimits.TriesFree ? TimeSpan.Zero
        : TimeSpan.FromSeconds(Math.Min(
            SignInLimits.WaitMax.TotalSeconds, SignInLimits.WaitMin.TotalSeconds * Math.Pow(2, tries - SignInLimits.TriesFree)));

    private string KeyOf(string name)
    {
        if (_tries.ContainsKey(name) || _tries.Count < SignInLimits.NamesMax)
        {
            return name;
        }

        foreach (string old in _tries.Where(t => time.GetElapsedTime(t.Value.At) >= SignInLimits.TriesForgotten).Select(t => t.Key).ToList())
        {
            _tries.Remove(old);
        }

        return _tries.Count < SignInLimits.NamesMax ? name : Others;
    }

    private readonly record struct Tries(int Count, long At);
}

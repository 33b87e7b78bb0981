namespace EnviAgriNet.Cloud.Access.Keys;

/// <summary>
/// Holds each key to its requests a minute. A key may use a minute's worth at once and gets it back evenly. Only keys that exist are
/// counted here, so that there are no more counts than keys. Safe for use by several threads.
/// </summary>
internal sealed class KeyRates(TimeProvider time)
{
    private const double SecondsPerMinute = 60;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (double Left, long At)> _left = new(StringComparer.Ordinal);

    /// <summary>Takes one request; or says after how long the next one will be taken.</summary>
    public TimeSpan? Take(ApiKey key)
    {
        double perSecond = key.PerMinute / SecondsPerMinute;
        lock (_lock)
        {
            double left = _left.TryGetValue(key.Id, out (double Left, long At) before)
                ? Math.Min(key.PerMinute, before.Left + (time.GetElapsedTime(before.At).TotalSeconds * perSecond))
                : key.PerMinute;
            bool isTaken = left >= 1;
            _left[key.Id] = (isTaken ? left - 1 : left, time.GetTimestamp());
            return isTaken ? null : TimeSpan.FromSeconds((1 - left) / perSecond);
        }
    }
}

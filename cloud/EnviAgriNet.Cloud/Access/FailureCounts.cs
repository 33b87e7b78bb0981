using System.Net;

namespace EnviAgriNet.Cloud.Access;

/// <summary>
/// Counts wrong tokens per address, so that nobody guesses on. Of IPv6 the first 64 bits count, for one household has all the rest.
/// Safe for use by several threads.
/// </summary>
internal sealed class FailureCounts(TimeProvider time)
{
    private const int PrefixBytes = 8;
    private static readonly IPAddress Others = IPAddress.None;

    private readonly Lock _lock = new();
    private readonly Dictionary<IPAddress, Count> _counts = [];

    /// <summary>Whether an address has failed too often of late.</summary>
    public bool IsBlocked(IPAddress? address)
    {
        lock (_lock)
        {
            return _counts.TryGetValue(KeyOf(address), out Count count) && count.Failures >= Limits.FailuresMax && !IsOver(count);
        }
    }

    /// <summary>Counts a failure.</summary>
    public void OnFailed(IPAddress? address)
    {
        lock (_lock)
        {
            IPAddress key = KeyOf(address);
            _counts[key] = _counts.TryGetValue(key, out Count count) && !IsOver(count)
                ? count with { Failures = count.Failures + 1 }
                : new Count(1, time.GetTimestamp());
        }
    }

    private IPAddress KeyOf(IPAddress? address)
    {
        IPAddress key = Narrow(address);
        if (_counts.ContainsKey(key) || _counts.Count < Limits.AddressesMax)
        {
            return key;
        }

        foreach (IPAddress old in _counts.Where(c => IsOver(c.Value)).Select(c => c.Key).ToList())
        {
            _counts.Remove(old);
        }

        return _counts.Count < Limits.AddressesMax ? key : Others;
    }

    private bool IsOver(Count count) => time.GetElapsedTime(count.Since) >= Limits.FailurePeriod;

    private static IPAddress Narrow(IPAddress? address)
    {
        if (address is null)
        {
            return Others;
        }

        byte[] bytes = address.IsIPv4MappedToIPv6 ? address.MapToIPv4().GetAddressBytes() : address.GetAddressBytes();
        if (bytes.Length > sizeof(int))
        {
            Array.Clear(bytes, PrefixBytes, bytes.Length - PrefixBytes);
        }

        return new IPAddress(bytes);
    }

    private readonly record struct Count(int Failures, long Since);
}

using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Registration;

/// <summary>
/// How often a client may ask. A fixed number of counters, chosen by a keyed hash of the client's address: no address is kept, memory
/// cannot grow, and nobody can pick whom they share a counter with. Safe for use by several threads.
/// </summary>
internal sealed class ClientRates(IOptions<RegistrationOptions> options, TimeProvider time)
{
    private const int PrefixBytes = 8;

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly Lock _lock = new();
    private readonly (float Used, long At)[] _codes = new (float, long)[Limits.ClientCounters];
    private readonly (float Used, long At)[] _requests = new (float, long)[Limits.ClientCounters];
    private readonly (float Used, long At)[] _all = new (float, long)[1];

    /// <summary>Takes one code from the client's and everybody's allowance; false when either is used up.</summary>
    public bool TryTakeCode(IPAddress? client)
    {
        lock (_lock)
        {
            return TryTake(ref _codes[CounterOf(client)], options.Value.CodesPerClientPerHour)
                && TryTake(ref _all[0], options.Value.CodesPerHour);
        }
    }

    /// <summary>Takes one request from the client's allowance.</summary>
    public bool TryTakeRequest(IPAddress? client)
    {
        lock (_lock)
        {
            return TryTake(ref _requests[CounterOf(client)], (float)options.Value.CodesPerClientPerHour * Limits.RequestsPerCode);
        }
    }

    private bool TryTake(ref (float Used, long At) counter, float perHour)
    {
        long now = time.GetTimestamp();
        double passed = counter.At == 0 ? double.MaxValue : time.GetElapsedTime(counter.At, now).TotalHours;
        float used = (float)Math.Max(0, counter.Used - (passed * perHour));
        bool isFree = used + 1 <= perHour;
        counter = (isFree ? used + 1 : used, Math.Max(1, now));
        return isFree;
    }

    private int CounterOf(IPAddress? client)
    {
        byte[] bytes = client is null ? [] : client.IsIPv4MappedToIPv6 ? client.MapToIPv4().GetAddressBytes() : client.GetAddressBytes();
        ReadOnlySpan<byte> counted = bytes.Length > PrefixBytes ? bytes.AsSpan(0, PrefixBytes) : bytes;
        return (int)(BitConverter.ToUInt32(HMACSHA256.HashData(_key, counted)) % Limits.ClientCounters);
    }
}

namespace EnviAgriNet.Cloud.Access;

/// <summary>The hard limits of access; they are not settings.</summary>
internal static class Limits
{
    /// <summary>Wrong tokens from one address within <see cref="FailurePeriod"/>; then it is answered 429, with a right one as well.</summary>
    public const int FailuresMax = 10;

    /// <summary>Addresses whose failures are counted one by one; those of more share one count.</summary>
    public const int AddressesMax = 10_000;

    /// <summary>For how long failures are counted.</summary>
    public static readonly TimeSpan FailurePeriod = TimeSpan.FromMinutes(1);
}

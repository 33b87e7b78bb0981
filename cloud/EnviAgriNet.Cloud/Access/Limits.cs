namespace EnviAgriNet.Cloud.Access;

/// <summary>The hard limits of access; they are not settings.</summary>
internal static class Limits
{
    /// <summary>Wrong tokens from one address within <see cref="FailurePeriod"/>; then it is answered 429, with a right one as well.</summary>
    public const int FailuresMax = 10;

    /// <summary>Sessions that one officer has open; one more ends the oldest.</summary>
    public const int SessionsMax = 10;

    /// <summary>The most characters of a bearer text; a longer one is not looked at.</summary>
    public const int BearerLengthMax = 200;

    /// <summary>Addresses whose failures are counted one by one; those of more share one count.</summary>
    public const int AddressesMax = 10_000;

    /// <summary>How far the last use of a session may lag behind on disk: not every request is worth a write.</summary>
    public static readonly TimeSpan SeenPeriod = TimeSpan.FromMinutes(1);

    /// <summary>For how long failures are counted.</summary>
    public static readonly TimeSpan FailurePeriod = TimeSpan.FromMinutes(1);
}

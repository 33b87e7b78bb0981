namespace EnviAgriNet.Cloud.Access.SignIn;

/// <summary>The hard limits of signing in; they are not settings.</summary>
internal static class SignInLimits
{
    /// <summary>Tries at a name before each further one has to wait.</summary>
    public const int TriesFree = 5;

    /// <summary>Names whose tries are counted one by one; those of more share one count.</summary>
    public const int NamesMax = 10_000;

    /// <summary>The bytes of an order's JSON.</summary>
    public const int OrderBytesMax = 4 * 1024;

    /// <summary>The first wait.</summary>
    public static readonly TimeSpan WaitMin = TimeSpan.FromSeconds(30);

    /// <summary>The longest wait: a name is never locked for longer, whoever knocks.</summary>
    public static readonly TimeSpan WaitMax = TimeSpan.FromMinutes(15);

    /// <summary>After so long without a try the count begins anew.</summary>
    public static readonly TimeSpan TriesForgotten = TimeSpan.FromHours(2);

    /// <summary>For how long a browser is known from which an officer once signed in.</summary>
    public static readonly TimeSpan DeviceFor = TimeSpan.FromDays(180);
}

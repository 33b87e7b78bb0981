namespace EnviAgriNet.Cloud.Registry.Rehearsals;

/// <summary>How much is kept of drills and back-tests that a page starts, and how much they may take of the running cloud; at the shell there are no such limits.</summary>
internal static class RehearsalLimits
{
    /// <summary>Drills, and as many back-tests, that are kept with their results.</summary>
    public const int RehearsalsKeptMax = 30;

    /// <summary>Past events that are offered for a replay.</summary>
    public const int PastEventsMax = 30;

    /// <summary>The most characters of a reason.</summary>
    public const int ReasonLengthMax = 500;

    /// <summary>The most characters of any other field.</summary>
    public const int FieldLengthMax = 100;

    /// <summary>The most bytes of a call.</summary>
    public const int BodyBytesMax = 4 * 1024;

    /// <summary>The most made-up people.</summary>
    public const int PeopleMax = 20_000;

    /// <summary>The longest span of a drill.</summary>
    public static readonly TimeSpan DrillSpanMax = TimeSpan.FromDays(31);

    /// <summary>The longest span of a back-test.</summary>
    public static readonly TimeSpan BacktestSpanMax = TimeSpan.FromDays(3 * 366);

    /// <summary>The longest time a rehearsal may run.</summary>
    public static readonly TimeSpan RunMax = TimeSpan.FromMinutes(10);

    /// <summary>How long the end of the program waits for one to stop.</summary>
    public static readonly TimeSpan StopMax = TimeSpan.FromSeconds(5);
}

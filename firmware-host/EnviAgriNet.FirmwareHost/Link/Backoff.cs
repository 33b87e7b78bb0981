namespace EnviAgriNet.FirmwareHost.Link;

/// <summary>How long to wait after failures: twice as long each time, with jitter so that centres do not come back in step. Pure.</summary>
internal sealed class Backoff(TimeSpan delayMin, TimeSpan delayMax, int seed)
{
    private static readonly TimeSpan AskedMax = TimeSpan.FromMinutes(10);

    private readonly Random _jitter = new(seed);
    private int _failures;

    /// <summary>How many failures in a row.</summary>
    public int Failures => _failures;

    /// <summary>Begins anew.</summary>
    public void OnSuccess() => _failures = 0;

    /// <summary>
    /// The wait after one more failure. An edge that says when to come back knows better than a guess: it is asked again then, at most
    /// ten minutes later, and never sooner than the shortest wait.
    /// </summary>
    public TimeSpan OnFailure(TimeSpan? asked)
    {
        double doubled = delayMin.TotalMilliseconds * Math.Pow(2, Math.Min(_failures, 30));
        _failures++;
        if (asked is { } wanted)
        {
            return wanted > AskedMax ? AskedMax : wanted > delayMin ? wanted : delayMin;
        }

        TimeSpan full = TimeSpan.FromMilliseconds(Math.Min(doubled, delayMax.TotalMilliseconds));
        return full * (0.5 + (0.5 * _jitter.NextDouble()));
    }
}

namespace EnviAgriNet.Pages.Tests;

/// <summary>What a first visit to a page may cost at most.</summary>
/// <param name="ScriptKilobytes">Scripts, compressed.</param>
/// <param name="Requests">Requests of all kinds.</param>
internal sealed record PageBudget(int ScriptKilobytes, int Requests)
{
    /// <summary>The most that parts may move while a page loads: what browsers call good.</summary>
    public const double ShiftMax = 0.1;

    /// <summary>Style sheets, compressed.</summary>
    public const int StyleKilobytes = 20;

    private const int Kilobyte = 1024;

    // The library of maps alone is 270 kB, that of charts 20.
    private static readonly PageBudget Resident = new(50, 22);
    private static readonly PageBudget Officer = new(70, 28);
    private static readonly PageBudget Map = new(300, 30);

    /// <summary>The budget of a page.</summary>
    public static PageBudget Of(string path) =>
        path is "/agency" or "/map" or "/story" || path.StartsWith("/agency/regions/", StringComparison.Ordinal) ? Map
        : path.StartsWith("/agency", StringComparison.Ordinal) ? Officer
        : Resident;

    /// <summary>What a visit cost too much.</summary>
    public IEnumerable<string> FaultsOf(PageWeight weight)
    {
        if (weight.ScriptBytes > ScriptKilobytes * Kilobyte)
        {
            yield return $"budget: {weight.ScriptBytes} bytes of script, {ScriptKilobytes} kB are allowed";
        }

        if (weight.StyleBytes > StyleKilobytes * Kilobyte)
        {
            yield return $"budget: {weight.StyleBytes} bytes of styles, {StyleKilobytes} kB are allowed";
        }

        if (weight.Requests > Requests)
        {
            yield return $"budget: {weight.Requests} requests, {Requests} are allowed";
        }

        foreach (string repeated in weight.Repeated)
        {
            yield return $"budget: it asked for {repeated}";
        }

        if (weight.Shift > ShiftMax)
        {
            yield return $"budget: its parts move by {weight.Shift:F3}, {ShiftMax} is allowed ({weight.Moved})";
        }
    }
}

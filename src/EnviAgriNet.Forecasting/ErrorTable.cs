namespace EnviAgriNet.Forecasting;

/// <summary>Errors of what is published beside those of naive and seasonal naive.</summary>
/// <param name="Origins">From how many points in the past forecasts were made.</param>
/// <param name="Rows">What was published first, then the others.</param>
public sealed record ErrorTable(int Origins, IReadOnlyList<ErrorRow> Rows)
{
    /// <summary>No past was long enough to try.</summary>
    public static ErrorTable None { get; } = new(0, []);
}

namespace EnviAgriNet.Forecasting.Models.Simple;

/// <summary>
/// A fit given by two formulas, kept from ever saying anything infinite: a forecast that left the numbers falls back on
/// the last value, a standard error is held between zero and a bound far above any price.
/// </summary>
internal sealed class StoredFit(
    string description,
    int parameters,
    double[] residuals,
    double last,
    AppliedTo apply,
    Func<int, double[]> forecast,
    Func<int, double[]> errors) : ModelFit
{
    private const double Bound = 1e150;

    /// <summary>Akaike's corrected criterion where the model has one; NaN otherwise.</summary>
    public double Aicc { get; init; } = double.NaN;

    public override string Description => description;

    public override int Parameters => parameters;

    public override IReadOnlyList<double> Residuals => residuals;

    public override ModelFit Apply(ReadOnlySpan<double> values) => apply(values);

    public override double[] Forecast(int horizon)
    {
        double[] steps = forecast(horizon);
        double before = last;
        for (int h = 0; h < horizon; h++)
        {
            steps[h] = Math.Abs(steps[h]) <= Bound ? steps[h] : before;
            before = steps[h];
        }

        return steps;
    }

    public override double[] StandardErrors(int horizon)
    {
        double[] steps = errors(horizon);
        double before = 0;
        for (int h = 0; h < horizon; h++)
        {
            steps[h] = steps[h] is >= 0 and <= Bound ? steps[h] : before;
            before = steps[h];
        }

        return steps;
    }
}

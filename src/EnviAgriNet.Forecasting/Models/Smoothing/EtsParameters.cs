namespace EnviAgriNet.Forecasting.Models.Smoothing;

/// <summary>
/// The numbers of an exponential smoothing model, also used to hold the slope by each of them.
/// The first states are those before the first value; season 0 is the one the first value meets.
/// </summary>
internal sealed class EtsParameters(int season)
{
    public double Alpha { get; set; }

    public double Beta { get; set; }

    public double Gamma { get; set; }

    public double Phi { get; set; } = 1;

    public double Level { get; set; }

    public double Growth { get; set; }

    public double[] Season { get; } = new double[season];

    public EtsParameters Copy()
    {
        var copy = new EtsParameters(Season.Length)
        {
            Alpha = Alpha,
            Beta = Beta,
            Gamma = Gamma,
            Phi = Phi,
            Level = Level,
            Growth = Growth,
        };
        Season.CopyTo(copy.Season, 0);
        return copy;
    }
}

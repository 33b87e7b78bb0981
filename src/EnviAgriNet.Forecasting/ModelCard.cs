namespace EnviAgriNet.Forecasting;

/// <summary>What stands behind a forecast, for whoever wants to judge it.</summary>
public sealed record ModelCard
{
    /// <summary>The first date of the series.</summary>
    public required DateOnly DataFrom { get; init; }

    /// <summary>The last date of the series.</summary>
    public required DateOnly DataTo { get; init; }

    /// <summary>Values that were given.</summary>
    public required int Points { get; init; }

    /// <summary>Gaps that were filled for the fit.</summary>
    public required int Filled { get; init; }

    /// <summary>Values that were taken as outliers and replaced for the fit.</summary>
    public required int Outliers { get; init; }

    /// <summary>What was combined, largest share first.</summary>
    public required IReadOnlyList<ModelWeight> Weights { get; init; }

    /// <summary>Errors over the last year's origins, or as many as there are.</summary>
    public required ErrorTable LastYear { get; init; }

    /// <summary>Whether the last value is published because nothing beat it.</summary>
    public required bool IsNaive { get; init; }

    /// <summary>Why this was chosen.</summary>
    public required ForecastReason Reason { get; init; }

    /// <summary>Where the bands come from.</summary>
    public required BandSource Bands { get; init; }

    /// <summary>Regressors that were left out, such as <c>rain: UnknownAhead</c>; the reasons are those of <see cref="Models.Regression.LeftOutReason"/>.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];
}

/// <summary>Why a forecast is what it is.</summary>
public enum ForecastReason
{
    /// <summary>The combination was better than naive over the rolling origins.</summary>
    BeatsNaive,

    /// <summary>
    /// The series comes back to its level (variance ratio), which the combination knows and naive does not; over the few rolling origins it
    /// was not better all the same.
    /// </summary>
    ReturnsToLevel,

    /// <summary>Nothing was better than naive over the rolling origins: the series walks at random.</summary>
    NothingBeatsNaive,

    /// <summary>The series is too short to try anything.</summary>
    TooShortToTry,

    /// <summary>Every value is the same.</summary>
    Constant,
}

/// <summary>Where the bands come from.</summary>
public enum BandSource
{
    /// <summary>Errors of forecasts made in the past (conformal calibration).</summary>
    PastErrors,

    /// <summary>The model's theory, widened, because the past is too short.</summary>
    Theory,

    /// <summary>Nothing: the series never moved, so that its own past gives no measure of doubt.</summary>
    NoMovement,
}

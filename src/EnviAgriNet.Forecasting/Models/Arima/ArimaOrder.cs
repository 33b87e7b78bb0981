using System.Globalization;

namespace EnviAgriNet.Forecasting.Models.Arima;

/// <summary>Which ARIMA it is: ARIMA(p,d,q)(P,D,Q)[season], with or without a constant.</summary>
/// <param name="Ar">Lags of the value, p.</param>
/// <param name="Differences">Differences, d.</param>
/// <param name="Ma">Lags of the error, q.</param>
/// <param name="SeasonalAr">Seasonal lags of the value, P.</param>
/// <param name="SeasonalDifferences">Seasonal differences, D.</param>
/// <param name="SeasonalMa">Seasonal lags of the error, Q.</param>
/// <param name="Season">Steps in a season, 1 for none.</param>
/// <param name="Constant">A mean when nothing is differenced, a drift when one difference is taken.</param>
internal readonly record struct ArimaOrder(
    int Ar, int Differences, int Ma, int SeasonalAr, int SeasonalDifferences, int SeasonalMa, int Season, bool Constant)
{
    /// <summary>Values lost by differencing.</summary>
    public int Lost => Differences + (SeasonalDifferences * Season);

    /// <summary>Coefficients of the ARMA part.</summary>
    public int Coefficients => Ar + Ma + SeasonalAr + SeasonalMa;

    /// <summary>Values the autoregression reaches back, after differencing.</summary>
    public int ArReach => Ar + (SeasonalAr * Season);

    /// <inheritdoc/>
    public override string ToString()
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"ARIMA({Ar},{Differences},{Ma})");
        if (Season > 1 && (SeasonalAr | SeasonalDifferences | SeasonalMa) != 0)
        {
            text += string.Create(CultureInfo.InvariantCulture, $"({SeasonalAr},{SeasonalDifferences},{SeasonalMa})[{Season}]");
        }

        return !Constant ? text : Differences + SeasonalDifferences > 0 ? text + " with drift" : text + " with mean";
    }
}

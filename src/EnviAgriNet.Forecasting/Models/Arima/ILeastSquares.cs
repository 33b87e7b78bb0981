namespace EnviAgriNet.Forecasting.Models.Arima;

/// <summary>A sum of squares to be made small.</summary>
internal interface ILeastSquares
{
    /// <summary>Coefficients.</summary>
    int Size { get; }

    /// <summary>Sum of the squared errors at <paramref name="point"/>; infinite where the model is not admissible.</summary>
    double Squares(ReadOnlySpan<double> point);

    /// <summary>Normal equations at the point asked last: <paramref name="normal"/> = J'J row by row, <paramref name="slope"/> = J'e.</summary>
    void Slopes(ReadOnlySpan<double> point, double[] normal, double[] slope);
}

using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Core.Quality;

/// <summary>
/// A station against the median of the stations around it, the nearest ones first. QARTOD asks for suspect at least; a neighbour can
/// cast doubt, but cannot prove a sensor wrong, so it is never more.
/// </summary>
/// <param name="Tolerance">Suspect when the distance to the median is strictly above this, in the unit of the quantity …</param>
/// <param name="Share">… and strictly above this share of the median's size; 0 for none.</param>
/// <param name="KilometresMax">A station further away says nothing.</param>
/// <param name="NeighboursMin">With fewer of them it cannot be judged: 2.</param>
/// <param name="NeighboursMax">No more than so many, the nearest, are asked.</param>
public sealed record NeighbourTest(
    double Tolerance,
    double Share,
    double KilometresMax = NeighbourTest.UsualKilometres,
    int NeighboursMin = NeighbourTest.UsualMin,
    int NeighboursMax = NeighbourTest.UsualMax)
{
    internal const double UsualKilometres = 30;
    internal const int UsualMin = 3;
    internal const int UsualMax = 8;

    private const double FullCircle = 360;

    /// <summary>The flag of a value; missing values on either side are passed over.</summary>
    /// <param name="value">The station's value.</param>
    /// <param name="neighbours">What the others measure at about the same time.</param>
    /// <param name="isDirection">Whether values are degrees of a circle.</param>
    public QualityFlag Judge(double value, IEnumerable<NeighbourValue> neighbours, bool isDirection = false)
    {
        if (!double.IsFinite(value))
        {
            return QualityFlag.Missing;
        }

        // Around the value itself, so that directions on both sides of north are near each other.
        double[] distances =
        [
            .. neighbours.Where(n => n.Kilometres <= KilometresMax && double.IsFinite(n.Value))
                .OrderBy(n => n.Kilometres)
                .Take(NeighboursMax)
                .Select(n => isDirection ? Math.IEEERemainder(n.Value - value, FullCircle) : n.Value - value)
                .Order(),
        ];
        if (distances.Length < Math.Max(1, NeighboursMin))
        {
            return QualityFlag.NotEvaluated;
        }

        int middle = distances.Length / 2;
        double median = distances.Length % 2 == 1 ? distances[middle] : (distances[middle - 1] + distances[middle]) / 2;
        double allowed = isDirection ? Tolerance : Math.Max(Tolerance, Share * Math.Abs(value + median));
        return Math.Abs(median) > allowed ? QualityFlag.Suspect : QualityFlag.Pass;
    }

    /// <summary>What is wrong with the limits.</summary>
    public IEnumerable<string> Faults()
    {
        foreach ((string key, double value) in new[] { ("tolerance", Tolerance), ("share", Share), ("km_max", KilometresMax) })
        {
            if (!(value >= 0 && double.IsFinite(value)))
            {
                yield return $"{key} {value} must be 0 or more";
            }
        }

        if (NeighboursMin < 1 || NeighboursMax < NeighboursMin)
        {
            yield return $"neighbours_min {NeighboursMin} must be from 1 to neighbours_max {NeighboursMax}";
        }
    }
}

/// <summary>What a station nearby measures.</summary>
/// <param name="Kilometres">How far away it is.</param>
/// <param name="Value">Its value; not finite is missing.</param>
public readonly record struct NeighbourValue(double Kilometres, double Value);

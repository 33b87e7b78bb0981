using System.Globalization;

namespace EnviAgriNet.Protocol.Cap;

/// <summary>Checks polygons and circles.</summary>
internal static class CapShapes
{
    /// <summary>The most points of a polygon that is checked for crossing itself; the check takes their square.</summary>
    public const int PointsCheckedMax = 2000;

    private const int PointsMin = 4;
    private const NumberStyles Number = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>The rule a polygon breaks, or null.</summary>
    public static string? FaultOfPolygon(string text)
    {
        List<(double Lat, double Lon)> points = [];
        foreach (string pair in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (!TryPoint(pair, out (double Lat, double Lon) point))
            {
                return "holds a pair that is not lat,lon within -90 to 90 and -180 to 180";
            }

            points.Add(point);
        }

        if (points.Count < PointsMin)
        {
            return $"has {points.Count} pairs, at least {PointsMin} are needed";
        }

        if (points[0] != points[^1])
        {
            return "is not closed: the last pair is not the first";
        }

        return points.Count <= PointsCheckedMax && CrossesItself(points) ? "crosses itself" : null;
    }

    /// <summary>The rule a circle breaks, or null.</summary>
    public static string? FaultOfCircle(string text)
    {
        string[] parts = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 2 && TryPoint(parts[0], out _)
            && double.TryParse(parts[1], Number, CultureInfo.InvariantCulture, out double radius) && radius >= 0
            ? null
            : "is not lat,lon and a radius in km";
    }

    private static bool TryPoint(string pair, out (double Lat, double Lon) point)
    {
        point = default;
        string[] parts = pair.Split(',');
        if (parts.Length != 2
            || !double.TryParse(parts[0], Number, CultureInfo.InvariantCulture, out double lat)
            || !double.TryParse(parts[1], Number, CultureInfo.InvariantCulture, out double lon)
            || !(Math.Abs(lat) <= 90) || !(Math.Abs(lon) <= 180))
        {
            return false;
        }

        point = (lat, lon);
        return true;
    }

    private static bool CrossesItself(List<(double Lat, double Lon)> points)
    {
        int edges = points.Count - 1;
        for (int i = 0; i < edges; i++)
        {
            for (int j = i + 2; j < edges; j++)
            {
                bool isNeighbour = i == 0 && j == edges - 1;
                if (!isNeighbour && Cross(points[i], points[i + 1], points[j], points[j + 1]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Cross(
        (double Lat, double Lon) a, (double Lat, double Lon) b, (double Lat, double Lon) c, (double Lat, double Lon) d) =>
        Side(a, b, c) * Side(a, b, d) < 0 && Side(c, d, a) * Side(c, d, b) < 0;

    private static int Side((double Lat, double Lon) a, (double Lat, double Lon) b, (double Lat, double Lon) p) =>
        Math.Sign(((b.Lon - a.Lon) * (p.Lat - a.Lat)) - ((b.Lat - a.Lat) * (p.Lon - a.Lon)));
}

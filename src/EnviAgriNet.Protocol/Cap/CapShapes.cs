using System.Globalization;

namespace EnviAgriNet.Protocol.Cap;

/// <summary>Checks polygons and circles.</summary>
internal static class CapShapes
{
    /// <summary>
    /// How many pairs of edges of one document are compared at most; a document that would take more is refused instead of believed.
    /// A coast line of ten thousand points takes a tenth of it.
    /// </summary>
    public const int EffortMax = 20_000_000;

    private const int PointsMin = 4;
    private const NumberStyles Number = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>The rule a polygon breaks, or null.</summary>
    public static string? FaultOfPolygon(string text, ref int effort)
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

        bool doesCross = CrossesItself(points, ref effort);
        return effort <= 0 ? "is too intricate to be checked for crossing itself" : doesCross ? "crosses itself" : null;
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

    // Edges in the order of their western ends: only those that begin before an edge ends can cross it.
    private static bool CrossesItself(List<(double Lat, double Lon)> points, ref int effort)
    {
        int edges = points.Count - 1;
        int[] order = [.. Enumerable.Range(0, edges).OrderBy(i => West(points, i))];
        for (int a = 0; a < edges; a++)
        {
            int i = order[a];
            double east = Math.Max(points[i].Lon, points[i + 1].Lon);
            for (int b = a + 1; b < edges && West(points, order[b]) <= east; b++)
            {
                if (--effort <= 0)
                {
                    return false;
                }

                int j = order[b];
                int apart = Math.Abs(i - j);
                if (apart > 1 && apart < edges - 1 && Cross(points[i], points[i + 1], points[j], points[j + 1]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static double West(List<(double Lat, double Lon)> points, int edge) => Math.Min(points[edge].Lon, points[edge + 1].Lon);

    private static bool Cross(
        (double Lat, double Lon) a, (double Lat, double Lon) b, (double Lat, double Lon) c, (double Lat, double Lon) d) =>
        Side(a, b, c) * Side(a, b, d) < 0 && Side(c, d, a) * Side(c, d, b) < 0;

    private static int Side((double Lat, double Lon) a, (double Lat, double Lon) b, (double Lat, double Lon) p) =>
        Math.Sign(((b.Lon - a.Lon) * (p.Lat - a.Lat)) - ((b.Lat - a.Lat) * (p.Lon - a.Lon)));
}

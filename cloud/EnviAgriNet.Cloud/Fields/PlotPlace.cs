using System.Globalization;
using EnviAgriNet.Cloud.Registry.Places;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Fields;

/// <summary>Where a plot lies: the middle of the border of its subdistrict, or of the smallest region around it that has one.</summary>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
internal readonly record struct PlotPlace(double Latitude, double Longitude)
{
    private const double EarthKilometres = 6371;

    /// <summary>The place of a region; null where neither it nor its district has a border. A province is too wide to have a middle.</summary>
    public static PlotPlace? Of(PlaceBook places, RegionId region)
    {
        for (RegionId? at = region; at is { Level: > RegionLevel.Province } candidate; at = candidate.Parent)
        {
            if (places.Find(candidate)?.Polygon is { } polygon && MiddleOf(polygon) is { } middle)
            {
                return middle;
            }
        }

        return null;
    }

    /// <summary>How far another place is.</summary>
    public double KilometresTo(double latitude, double longitude)
    {
        double dLat = Radians(latitude - Latitude) / 2;
        double dLon = Radians(longitude - Longitude) / 2;
        double h = (Math.Sin(dLat) * Math.Sin(dLat))
            + (Math.Cos(Radians(Latitude)) * Math.Cos(Radians(latitude)) * Math.Sin(dLon) * Math.Sin(dLon));
        return 2 * EarthKilometres * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    private static PlotPlace? MiddleOf(string polygon)
    {
        double latitude = 0;
        double longitude = 0;
        int count = 0;
        foreach (string pair in polygon.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = pair.Split(',');
            if (parts.Length == 2
                && double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double lat)
                && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double lon))
            {
                latitude += lat;
                longitude += lon;
                count++;
            }
        }

        return count == 0 ? null : new PlotPlace(latitude / count, longitude / count);
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}

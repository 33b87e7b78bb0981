using System.Globalization;
using EnviAgriNet.Cloud.Registry.Places;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Api.Map;

/// <summary>The imported borders of the regions right within another one.</summary>
internal sealed class ShapePages(PlaceBook places)
{
    /// <summary>The districts of a province, or the subdistricts of a district, as far as their borders were imported.</summary>
    public ShapesView Within(RegionId region) => new("FeatureCollection", [.. places.Borders(region).Select(View)]);

    private static ShapeView View(NamedRegion place) => new(
        "Feature",
        place.Region.Code,
        new ShapeNamesView(place.Region.Code, place.Name.NameTh, place.Name.NameEn),
        new ShapeLinesView("Polygon", [[.. place.Polygon!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Point)]]));

    // CAP writes latitude before longitude, GeoJSON the other way round.
    private static double[] Point(string pair)
    {
        string[] parts = pair.Split(',');
        return [double.Parse(parts[1], CultureInfo.InvariantCulture), double.Parse(parts[0], CultureInfo.InvariantCulture)];
    }
}

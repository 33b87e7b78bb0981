using System.Globalization;

namespace EnviAgriNet.Demo.Field;

/// <summary>What the registry is told of a station.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Region">Its region, a DOPA code of 2, 4 or 6 digits.</param>
/// <param name="NameTh">Its name in Thai.</param>
/// <param name="NameEn">Its name in English.</param>
/// <param name="Latitude">Degrees north, or null.</param>
/// <param name="Longitude">Degrees east, or null.</param>
/// <param name="Bank">Level of the river bank in metres, or null.</param>
/// <param name="Ground">Level of the river bed in metres, or null.</param>
public sealed record StationPlan(
    string Id,
    string Region,
    string NameTh,
    string NameEn,
    double? Latitude = null,
    double? Longitude = null,
    double? Bank = null,
    double? Ground = null)
{
    /// <summary>The first line of the file that <c>eag-cloud station import</c> reads.</summary>
    public const string CsvHeader = "id,region,name_th,name_en,latitude,longitude,bank_m,ground_m";

    /// <summary>This station's line of that file.</summary>
    public string ToCsv() => string.Join(
        ',', Id, Region, NameTh, NameEn, Number(Latitude), Number(Longitude), Number(Bank), Number(Ground));

    private static string Number(double? value) => value?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;
}

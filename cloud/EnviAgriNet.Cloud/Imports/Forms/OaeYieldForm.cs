using System.Globalization;
using EnviAgriNet.Cloud.Imports.Reports;
using EnviAgriNet.Cloud.Imports.Workbooks;
using EnviAgriNet.Cloud.Registry.Markets;
using EnviAgriNet.Core.Markets;

namespace EnviAgriNet.Cloud.Imports.Forms;

/// <summary>
/// Areas planted and harvested, harvest and yield by province: a sheet for each year with the year in the title, or one sheet with a column of
/// years. Districts are left out: the registry keeps provinces.
/// </summary>
internal sealed class OaeYieldForm : IWorkbookForm
{
    private const double RaiMax = 100_000_000;
    private const double TonsMax = 200_000_000;
    private const double YieldSlackKg = 1.5;
    private const double YieldSlackShare = 0.02;

    /// <inheritdoc/>
    public string Code => "oae-yield";

    /// <inheritdoc/>
    public ImportTopic Topic => ImportTopic.Yields;

    /// <inheritdoc/>
    public bool Fits(Sheet sheet) => YieldColumns.HeadRow(sheet) >= 0;

    /// <inheritdoc/>
    public void Read(Sheet sheet, ImportRun run)
    {
        YieldColumns columns = YieldColumns.Of(sheet);
        string title = sheet.FindText(columns.Head, t => CropTitle.Of(t) is not null)
            ?? throw new ImportException($"sheet '{sheet.Name}': the title names no crop that is known");
        (string crop, string season) = CropTitle.Of(title)!.Value;
        int? titleYear = ThaiCalendar.YearsIn(title) is [int first, ..] ? first : null;
        if (columns.Year < 0 && titleYear is null)
        {
            throw new ImportException($"sheet '{sheet.Name}': the title names no year");
        }

        run.Log.Correct("a Buddhist year turned into a year of our era", $"{sheet.Name}{(columns.Year < 0 ? ", title" : ", column of years")}");
        Consistency consistency = new(run, sheet.Name);
        HashSet<string> seen = [];
        for (int row = columns.Head + 1; row < sheet.Rows; row++)
        {
            int? year = columns.Year < 0 ? titleYear : sheet.Year(row, columns.Year);
            if (year is not null && sheet.Text(row, columns.Name).Length > 0 && sheet.Number(row, columns.Planted) is not null)
            {
                ReadRow(sheet, run, columns, row, new YieldYear(crop, season, null, year.Value, null, null, null, run.SourceOr("oae")), seen, consistency);
            }
        }

        consistency.Require();
    }

    private static void ReadRow(
        Sheet sheet, ImportRun run, YieldColumns columns, int row, YieldYear year, HashSet<string> seen, Consistency consistency)
    {
        CellPlace at = new(sheet.Name, row + 1, Sheet.NameOf(row, columns.Name));
        string name = sheet.Text(row, columns.Name);
        RegionName region = RegionName.Of(name);

        // A district may be called as its province, which comes first.
        bool isDistrict = columns.HasDistricts && !region.IsCountry && !region.IsPart && (region.Province is null || !seen.Add(region.Province.Value.Code));
        if (region.IsPart || isDistrict)
        {
            run.Log.LeaveOut(region.IsPart ? "totals of parts of the country" : "districts: provinces are kept", at.ToString());
            return;
        }

        if (region.Province is null && !region.IsCountry)
        {
            run.Log.Refuse(at.Sheet, at.Row, at.Cell, $"{ImportLog.Quote(name)} is no province");
            return;
        }

        YieldYear read = year with
        {
            Region = region.Province,
            PlantedRai = Round(sheet.Number(row, columns.Planted) * columns.RaiPerUnit),
            HarvestedRai = columns.Harvested < 0 ? null : Round(sheet.Number(row, columns.Harvested) * columns.RaiPerUnit),
            Tons = columns.Tons < 0 ? null : Round(sheet.Number(row, columns.Tons) * columns.TonsPerUnit),
        };
        if (Fault(sheet, columns, row, read) is { } fault)
        {
            consistency.Fail(row + 1, at.Cell, fault);
            return;
        }

        consistency.Pass();
        if (!region.IsExact)
        {
            run.Log.Correct("a province spelt another way", $"{at} {ImportLog.Quote(name)}");
        }

        run.Add(read, at);
    }

    // Sums of a spreadsheet carry the dust of binary fractions.
    private static double? Round(double? figure) => figure is { } number ? Math.Round(number, 3) : null;

    private static string? Fault(Sheet sheet, YieldColumns columns, int row, YieldYear year)
    {
        if (year.PlantedRai is < 0 or > RaiMax || year.HarvestedRai is < 0 or > RaiMax || year.Tons is < 0 or > TonsMax)
        {
            return $"an area or harvest is not from 0 to {RaiMax:N0} rai and {TonsMax:N0} tons";
        }

        if (year.HarvestedRai > year.PlantedRai * 1.001)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{year.HarvestedRai} rai were harvested, and only {year.PlantedRai} planted");
        }

        return WrongYield(year.KgPerPlantedRai, columns.KgPerPlanted < 0 ? null : sheet.Number(row, columns.KgPerPlanted))
            ?? WrongYield(year.KgPerHarvestedRai, columns.KgPerHarvested < 0 ? null : sheet.Number(row, columns.KgPerHarvested));
    }

    private static string? WrongYield(double? made, double? stated) =>
        made is { } kg && stated is { } said and > 0 && Math.Abs(kg - said) > YieldSlackKg + (said * YieldSlackShare)
            ? string.Create(CultureInfo.InvariantCulture, $"{said:0} kg/rai is stated, the area and the harvest make {kg:0}")
            : null;
}

using EnviAgriNet.Cloud.Imports.Workbooks;
using EnviAgriNet.Core.Markets;

namespace EnviAgriNet.Cloud.Imports.Forms;

/// <summary>Where the figures of a table of areas and harvests stand, found by two rows of headings with their units.</summary>
internal sealed record YieldColumns(
    int Head, int Name, int Year, int Planted, int Harvested, int Tons, int KgPerPlanted, int KgPerHarvested, double RaiPerUnit,
    double TonsPerUnit, bool HasDistricts)
{
    private const int HeadRowsMax = 10;
    private const string Area = "เนื้อที่";

    /// <summary>The row of headings, or -1.</summary>
    public static int HeadRow(Sheet sheet)
    {
        for (int row = 0; row < Math.Min(HeadRowsMax, sheet.Rows); row++)
        {
            // A title may name all columns in one cell; headings stand apart.
            if (sheet.FindColumn(row, t => t.Contains("จังหวัด", StringComparison.Ordinal)) >= 0 && sheet.FindColumn(row, IsPlanted, 1) >= 0)
            {
                return row;
            }
        }

        return -1;
    }

    /// <summary>Reads the headings; throws when a column or its unit is missing.</summary>
    public static YieldColumns Of(Sheet sheet)
    {
        int head = HeadRow(sheet);
        int name = sheet.FindColumn(head, t => t.Contains("จังหวัด", StringComparison.Ordinal));
        int planted = sheet.FindColumn(head, IsPlanted);
        int harvested = sheet.FindColumn(head, t => t.StartsWith(Area + "เก็บเกี่ยว", StringComparison.Ordinal)
            || t.StartsWith(Area + "ให้ผล", StringComparison.Ordinal));
        int tons = sheet.FindColumn(head, t => t is "ผลผลิต" || t.StartsWith("ผลผลิต(", StringComparison.Ordinal) || t is "ปริมาณผลผลิต" or "ผลผลิตรวม");
        int yield = sheet.FindColumn(head, t => t.Contains("ต่อไร่", StringComparison.Ordinal));
        int year = sheet.FindColumn(head, t => t is "ปี" or "พ.ศ." or "ปีพ.ศ.");
        int kgPlanted = yield < 0 ? -1 : sheet.FindColumn(head + 1, t => t is "ปลูก" or "เพาะปลูก" or "ยืนต้น", yield);
        int kgHarvested = yield < 0 ? -1 : sheet.FindColumn(head + 1, t => t is "เก็บ" or "เก็บเกี่ยว" or "ให้ผล", yield);
        return new YieldColumns(
            head, name, year, planted, harvested, tons, kgPlanted, kgHarvested, RaiOf(sheet, head, planted), tons < 0 ? 1 : TonsOf(sheet, head, tons),
            sheet.Tight(head, name).Contains("อำเภอ", StringComparison.Ordinal));
    }

    private static bool IsPlanted(string text) => text.StartsWith(Area + "เพาะปลูก", StringComparison.Ordinal)
        || text.StartsWith(Area + "ปลูก", StringComparison.Ordinal) || text.StartsWith(Area + "ยืนต้น", StringComparison.Ordinal);

    private static double RaiOf(Sheet sheet, int head, int column) => UnitOf(sheet, head, column) switch
    {
        var u when u.Contains("ไร่", StringComparison.Ordinal) || u.Contains("rai", StringComparison.OrdinalIgnoreCase) => 1,
        var u when u.Contains("เฮก", StringComparison.Ordinal) || u.Contains("ha", StringComparison.OrdinalIgnoreCase) => LandArea.RaiOfHectares(1),
        _ => throw new ImportException($"sheet '{sheet.Name}', {Sheet.NameOf(head, column)}: the heading states neither rai nor hectares"),
    };

    private static double TonsOf(Sheet sheet, int head, int column) => UnitOf(sheet, head, column) switch
    {
        var u when u.Contains("ตัน", StringComparison.Ordinal) || u.Contains("ton", StringComparison.OrdinalIgnoreCase) => 1,
        var u when u.Contains("กก", StringComparison.Ordinal) || u.Contains("kg", StringComparison.OrdinalIgnoreCase) => 0.001,
        _ => throw new ImportException($"sheet '{sheet.Name}', {Sheet.NameOf(head, column)}: the heading states neither tons nor kilograms"),
    };

    private static string UnitOf(Sheet sheet, int head, int column) => sheet.Tight(head, column) + sheet.Tight(head + 1, column);
}

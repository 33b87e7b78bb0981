using System.Globalization;
using System.Text;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Edge.Status;

/// <summary>The part of the centre's screen that says what is measured now: a card per series, and a table to whoever hears it read out.</summary>
internal static class ValueTable
{
    private const int Few = 6;
    private const int Some = 24;

    private static readonly Dictionary<string, string> Units = new()
    {
        ["ug/m3"] = "µg/m³",
        ["Cel"] = "°C",
        ["m3/s"] = "m³/s",
        ["deg"] = "°",
        ["W/m2"] = "W/m²",
        ["uS/cm"] = "µS/cm",
        ["dB[mW]"] = "dBm",
        ["1"] = string.Empty,
    };

    /// <summary>Writes the table.</summary>
    public static void Write(StringBuilder page, StatusReport report)
    {
        SeriesStatus[] shown = [.. report.Shown];
        if (shown.Length == 0)
        {
            return;
        }

        // The roles say once more what the elements are: some browsers forget it when rows are laid out as cards.
        page.Append(CultureInfo.InvariantCulture, $"""
            <table role="table" class="{(shown.Length <= Few ? "few" : shown.Length <= Some ? "some" : "many")}">
            <caption>ค่าที่วัดตอนนี้ <span lang="en">Measured now</span></caption>
            <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">สิ่งที่วัด <span lang="en">What</span></th>
            <th role="columnheader" scope="col">ค่า <span lang="en">Value</span></th>
            <th role="columnheader" scope="col">วัดเมื่อ <span lang="en">Measured</span></th></tr></thead><tbody role="rowgroup">
            """);
        foreach (SeriesStatus series in shown)
        {
            Row(page, series, report.At);
        }

        page.Append("</tbody></table>");
    }

    private static void Row(StringBuilder page, SeriesStatus series, DateTimeOffset now)
    {
        SeriesName name = SeriesName.Parse(series.Name);
        (string thai, string english) = AgeWords.Of(now.AddSeconds(-series.AgeSeconds), now);
        string look = series.IsSilent ? " class=\"silent\"" : series.IsDoubtful ? " class=\"doubt\"" : string.Empty;
        string value = series.IsSilent
            ? "ไม่มีสัญญาณ <span lang=\"en\">silent</span>"
            : $"<b>{Number(series.Value, name.Quantity.Resolution)}</b> {UnitOf(series.Unit)}";
        string doubt = string.Empty;
        if (series.IsDoubtful && !series.IsSilent)
        {
            (string doubtTh, string doubtEn) = DoubtWords.Of(series.Test);
            doubt = $" <span class=\"why\">⚠ {doubtTh} <span lang=\"en\">{doubtEn}</span></span>";
        }

        page.Append(CultureInfo.InvariantCulture, $"""
            <tr role="row"{look}><th role="rowheader" scope="row">{name.Quantity.NameTh}{Place(name, "ลึก", "สูง", "ม.")} <span lang="en">{PageWords.Html(name.Quantity.NameEn)}{Place(name, "depth", "height", "m")}</span></th>
            <td role="cell" class="v">{value}{doubt}</td><td role="cell" class="t">{thai} <span lang="en">{english}</span></td></tr>
            """);
    }

    private static string Place(SeriesName name, string deep, string high, string unit)
    {
        string metres = name.Metres is not { } m ? string.Empty
            : string.Create(CultureInfo.InvariantCulture, $" {(m < 0 ? deep : high)} {Math.Abs(m):0.##} {unit}");
        return name.Channel is { } channel ? $"{metres} ({PageWords.Html(channel)})" : metres;
    }

    private static string Number(double value, double resolution) =>
        value.ToString($"N{Math.Clamp((int)Math.Ceiling(-Math.Log10(resolution) - 1e-9), 0, 3)}", CultureInfo.InvariantCulture);

    private static string UnitOf(string unit) =>
        Units.TryGetValue(unit, out string? words) ? words : PageWords.Html(string.Concat(unit.Where(c => c is not ('[' or ']'))));
}

using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using EnviAgriNet.Cloud.Imports.Workbooks;

namespace EnviAgriNet.Cloud.Tests.Imports;

/// <summary>Makes small packed workbooks by hand.</summary>
internal static class TestWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    public static readonly string[] MonthHeads = ["ม.ค.", "ก.พ.", "มี.ค.", "*เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."];

    /// <summary>A workbook of sheets of rows of texts, numbers and nulls.</summary>
    public static byte[] Of(params (string Name, object?[][] Rows)[] sheets) => Of(sheets, _ => { });

    /// <summary>A workbook to which more parts are added.</summary>
    public static byte[] Of((string Name, object?[][] Rows)[] sheets, Action<ZipArchive> more)
    {
        using MemoryStream stream = new();
        using (ZipArchive zip = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            IEnumerable<int> numbers = Enumerable.Range(1, sheets.Length);
            Write(zip, "[Content_Types].xml", $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>""");
            Write(zip, "_rels/.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Write(zip, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets>{string.Concat(numbers.Select(n => $"""<sheet name="{SecurityElement.Escape(sheets[n - 1].Name)}" sheetId="{n}" r:id="rId{n}"/>"""))}</sheets></workbook>""");
            Write(zip, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Package}/relationships">{string.Concat(numbers.Select(n => $"""<Relationship Id="rId{n}" Type="{Relations}/worksheet" Target="worksheets/sheet{n}.xml"/>"""))}</Relationships>""");
            foreach (int n in numbers)
            {
                Write(zip, $"xl/worksheets/sheet{n}.xml", SheetXml(sheets[n - 1].Rows));
            }

            more(zip);
        }

        return stream.ToArray();
    }

    /// <summary>A sheet of one commodity's monthly farm-gate prices.</summary>
    public static object?[][] Monthly(string title, string unit, params object?[][] years) =>
        [[title], [null, null, $"   หน่วย:{unit}"], ["ปี", .. MonthHeads], .. years];

    public static void Write(ZipArchive zip, string name, string text)
    {
        using StreamWriter writer = new(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write(text);
    }

    private static string SheetXml(object?[][] rows)
    {
        StringBuilder xml = new($"""<worksheet xmlns="{Main}"><sheetData>""");
        for (int row = 0; row < rows.Length; row++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"""<row r="{row + 1}">""");
            for (int column = 0; column < rows[row].Length; column++)
            {
                string at = Sheet.NameOf(row, column);
                _ = rows[row][column] switch
                {
                    null => xml,
                    string text => xml.Append(CultureInfo.InvariantCulture, $"""<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{SecurityElement.Escape(text)}</t></is></c>"""),
                    var number => xml.Append(CultureInfo.InvariantCulture, $"""<c r="{at}"><v>{number}</v></c>"""),
                };
            }

            xml.Append("</row>");
        }

        return xml.Append("</sheetData></worksheet>").ToString();
    }
}

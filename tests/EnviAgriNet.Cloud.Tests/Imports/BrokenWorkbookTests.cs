using System.IO.Compression;
using System.Text;
using EnviAgriNet.Cloud.Imports;
using EnviAgriNet.Cloud.Imports.Files;
using EnviAgriNet.Cloud.Imports.Reports;

namespace EnviAgriNet.Cloud.Tests.Imports;

public sealed class BrokenWorkbookTests : IDisposable
{
    private const string Title = "ข้าวโพด : ราคาข้าวโพดเลี้ยงสัตว์ รายเดือนที่เกษตรกรขายได้ที่ไร่นา ทั้งประเทศ ปี 2567 - 2568";

    private readonly ImportRoom _room = new();

    private static object?[] Year => ["2567", 9.1, 9.2, "9.3", 9.4, "-", 0, "หยุดรับซื้อ", null, 9.9, 10, 10.1, 10.2];

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task Import_AMonthlySheet_TellsWhatItTookAndWhatNot()
    {
        byte[] book = TestWorkbook.Of(("กราฟ", [["x"]]), ("ราคา", TestWorkbook.Monthly(Title, "บาท/กก.", Year, ["หมายเหตุ"], ["SELL", 1, 2, 3])));

        MarketReport report = await _room.ImportAsync("m.xlsx", book);

        Assert.Equal(("oae-monthly", 8, 1, 0), (report.Form, report.Figures, report.Log.RowsTaken, report.Log.RefusedCount));
        Assert.Equal(["0, which means no quote", "a dash", "buying stopped (หยุดรับซื้อ)", "empty"], report.Log.NoQuote.Select(t => t.What));
        Assert.Contains(report.Log.Corrected, t => t.What == "a text read as a number" && t.Places[0] == "ราคา!D4");
        long id = Assert.Single(_room.Prices.All()).Id;
        Assert.Equal(new DateOnly(2024, 1, 1), _room.Prices.Values(id)[0].Date);
        Assert.Equal(new Cloud.Registry.Markets.MarketCounts(0, 0, 8), (await _room.ImportAsync("m.xlsx", book)).Counts);
    }

    [Fact]
    public async Task Import_SwappedMonths_AreRefused()
    {
        object?[][] rows = TestWorkbook.Monthly(Title, "บาท/กก.", Year);
        (rows[2][1], rows[2][2]) = (rows[2][2], rows[2][1]);
        Assert.Contains("not January to December in order", await _room.RefusedAsync("m.xlsx", TestWorkbook.Of(("ราคา", rows))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("บาท/ตัว", "is no unit of price by weight")]
    [InlineData("บาท/ตัน", "not one figure can be taken; the first reason: sheet 'ราคา', row 4, B4: 9.1 baht/ton is 0.0091 baht/kg")]
    public async Task Import_AnotherUnit_IsRefused(string unit, string reason) => Assert.Contains(
        reason, await _room.RefusedAsync("m.xlsx", TestWorkbook.Of(("ราคา", TestWorkbook.Monthly(Title, unit, Year)))), StringComparison.Ordinal);

    [Fact]
    public async Task Import_AnotherSheetTopicOrForm_IsRefused()
    {
        byte[] book = TestWorkbook.Of(("ราคา", TestWorkbook.Monthly(Title, "บาท/กก.", Year)));
        Assert.Contains("no sheet has the headings of a known form", await _room.RefusedAsync("m.xlsx", TestWorkbook.Of(("A", [["x", 1]]))), StringComparison.Ordinal);
        Assert.Contains("holds prices (oae-monthly), not yields", await _room.RefusedAsync("m.xlsx", book, ImportTopic.Yields), StringComparison.Ordinal);
        Assert.Contains("no sheet has the headings of oae-daily", await _room.RefusedAsync("m.xlsx", book, ImportTopic.Prices, "oae-daily"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_SwappedAreas_AreRefusedAsAWhole()
    {
        object?[][] rows =
        [
            ["ข้าวนาปี : เนื้อที่เพาะปลูก ปี 2554"], ["จังหวัด", "เนื้อที่เพาะปลูก", "เนื้อที่เก็บเกี่ยว", "ผลผลิต", "ผลผลิตต่อไร่ (กก.)"],
            [null, "(ไร่)", "(ไร่)", "(ตัน)", "ปลูก", "เก็บ"], ["เชียงใหม่", 100, 80, 40, 400, 500], ["เชียงราย", 80, 100, 40, 400, 500],
            ["ลำพูน", 80, 100, 40, 400, 500], ["ลำปาง", 80, 100, 40, 400, 500],
        ];
        Assert.Contains("as if columns were swapped", await _room.RefusedAsync("y.xlsx", TestWorkbook.Of(("54", rows)), ImportTopic.Yields), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_MacrosInAPackedWorkbook_AreRefused()
    {
        byte[] book = TestWorkbook.Of([("ราคา", TestWorkbook.Monthly(Title, "บาท/กก.", Year))], zip => TestWorkbook.Write(zip, "xl/vbaProject.bin", "x"));
        Assert.Contains("holds macros", await _room.RefusedAsync("m.xlsx", book), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_AWorkbookThatUnpacksToGigabytes_IsRefused()
    {
        byte[] zeros = new byte[1 << 20];
        byte[] book = TestWorkbook.Of([("ราคา", TestWorkbook.Monthly(Title, "บาท/กก.", Year))], zip =>
        {
            using Stream part = zip.CreateEntry("xl/media/a.bin", CompressionLevel.Optimal).Open();
            for (int i = 0; i < 140; i++)
            {
                part.Write(zeros);
            }
        });
        Assert.True(book.Length < 1_000_000);
        Assert.Contains("unpacks to more than 128 MiB", await _room.RefusedAsync("m.xlsx", book), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_TwoHundredMegabytesOfZeros_IsRefusedUnread()
    {
        string file = Path.Combine(Path.GetTempPath(), $"eag-zeros-{Environment.ProcessId}.xls");
        try
        {
            using (FileStream stream = File.Create(file))
            {
                stream.SetLength(200L * 1024 * 1024);
            }

            ImportException e = await Assert.ThrowsAsync<ImportException>(() => SourceFile.ReadAsync(new FileInfo(file), CancellationToken.None));
            Assert.Contains("more than 32 MiB", e.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }

        Assert.Contains("bytes that no text has", await _room.RefusedAsync("z.xls", new byte[100_000]), StringComparison.Ordinal);
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 130; i++)
            {
                gzip.Write(zeros);
            }
        }

        Assert.Contains("unpacks to more than 128 MiB", await _room.RefusedAsync("z.csv.gz", packed.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_ALockedOrForeignContainer_IsRefused()
    {
        Assert.Contains("locked with a password", await _room.RefusedAsync("l.xls", Container("EncryptedPackage")), StringComparison.Ordinal);
        Assert.Contains("is no workbook", await _room.RefusedAsync("d.xls", Container("WordDocument")), StringComparison.Ordinal);
        Assert.Contains("cut", await _room.RefusedAsync("d.xls", Container("Workbook")[..1_000]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Attribute VB_Name = \"Sheet1\"\r\nSub Auto_Open()\r\nEnd Sub\r\n", true)]
    [InlineData("Attribute VB_Name = \"Sheet1\"\r\n\r\n", false)]
    public void Check_AProjectOfMacros_CountsOnlyWithCode(string source, bool isRefused)
    {
        byte[] module = Module(source);
        byte[] bytes = [.. Container("Workbook"), .. new byte[512]];
        BitConverter.GetBytes(0).CopyTo(bytes, 56);
        BitConverter.GetBytes(0xFFFFFFFE).CopyTo(bytes, 520);
        Entry(bytes, 1280, "_VBA_PROJECT_CUR", 1);
        Entry(bytes, 1408, "Sheet1", 2);
        BitConverter.GetBytes(2).CopyTo(bytes, 1408 + 116);
        BitConverter.GetBytes(module.Length).CopyTo(bytes, 1408 + 120);
        module.CopyTo(bytes, 1536);
        SourceFile file = SourceFile.Of("m.xls", bytes);

        if (isRefused)
        {
            Assert.Contains("holds macros", Assert.Throws<ImportException>(() => WorkbookGuard.Check(file)).Message, StringComparison.Ordinal);
        }
        else
        {
            Assert.True(WorkbookGuard.Check(file));
        }
    }

    // A module as Office packs it, with letters alone and no repeats.
    private static byte[] Module(string source)
    {
        List<byte> packed = [];
        foreach (byte[] eight in Encoding.ASCII.GetBytes(source).Chunk(8))
        {
            packed.Add(0);
            packed.AddRange(eight);
        }

        int header = 0xB000 | (packed.Count - 1);
        return [9, 9, 9, 1, (byte)header, (byte)(header >> 8), .. packed];
    }

    // A container of one sector of its table and one of its directory, with a root and one stream.
    private static byte[] Container(string name)
    {
        byte[] bytes = new byte[512 * 3];
        ((byte[])[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(bytes, 0);
        BitConverter.GetBytes((ushort)9).CopyTo(bytes, 30);
        BitConverter.GetBytes(1).CopyTo(bytes, 44);
        BitConverter.GetBytes(1).CopyTo(bytes, 48);
        BitConverter.GetBytes(4096).CopyTo(bytes, 56);
        BitConverter.GetBytes(0xFFFFFFFE).CopyTo(bytes, 60);
        BitConverter.GetBytes(0xFFFFFFFE).CopyTo(bytes, 68);
        bytes.AsSpan(80, 432).Fill(0xFF);
        bytes.AsSpan(512, 512).Fill(0xFF);
        BitConverter.GetBytes(0xFFFFFFFD).CopyTo(bytes, 512);
        BitConverter.GetBytes(0xFFFFFFFE).CopyTo(bytes, 516);
        Entry(bytes, 1024, "Root Entry", 5);
        Entry(bytes, 1152, name, 2);
        return bytes;
    }

    private static void Entry(byte[] bytes, int at, string name, byte kind)
    {
        Encoding.Unicode.GetBytes(name).CopyTo(bytes, at);
        BitConverter.GetBytes((ushort)((name.Length + 1) * 2)).CopyTo(bytes, at + 64);
        bytes[at + 66] = kind;
        BitConverter.GetBytes(0xFFFFFFFE).CopyTo(bytes, at + 116);
    }
}

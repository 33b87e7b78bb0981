using System.IO.Compression;
using System.Text;
using EnviAgriNet.FirmwareHost.Boards;
using EnviAgriNet.FirmwareHost.Boards.Replay;
using EnviAgriNet.FirmwareHost.Sampling;
using EnviAgriNet.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace EnviAgriNet.FirmwareHost.Tests.Boards.Replay;

public sealed class CsvRecordingTests
{
    [Theory]
    [InlineData("time,v\n2026-01-01 00:00,1\n", 1)]
    [InlineData("time;v\n2026-01-01 00:00;1\n2026-01-01 01:00;2\n", 2)]
    [InlineData("time\tv\r\n2026-01-01 00:00\t1\r\n", 1)]
    [InlineData("\uFEFFtime,v\n2026-01-01 00:00,1\n", 1)]
    [InlineData("\"time\";\"v\"\n\"2026-01-01 00:00\";\"1\"\n", 1)]
    [InlineData("time,v\n\n2026-01-01 00:00,1\n\n\n2026-01-01 01:00,2", 2)]
    [InlineData(" time , v \n 2026-01-01 00:00 , 1 \n", 1)]
    [InlineData("other,time,v\n\"a,b;c\",2026-01-01 00:00,1\n", 1)]
    public void Read_AnySpellingOfTheSameTable_TakesIt(string text, int samples) =>
        Assert.Equal(samples, Read(text).Samples.Count);

    [Theory]
    [InlineData("2026-01-01 00:00,abc", "is not a number")]
    [InlineData("2026-01-01 00:00,NaN", "is not a number")]
    [InlineData("2026-01-01 00:00,1e999", "is not a number")]
    [InlineData("2026-01-01 00:00,\"1,5\"", "is not a number")]
    [InlineData("2026-13-01 00:00,1", "is not a time")]
    [InlineData("yesterday,1", "is not a time")]
    [InlineData(",1", "is not a time")]
    [InlineData("2569-01-01 00:00,1", "Buddhist")]
    [InlineData("1969-01-01 00:00,1", "is not from 1970")]
    [InlineData("2026-01-01 00:00", "1 cells")]
    [InlineData("2026-01-01 00:00,\"1", "quotes")]
    public void Read_BadRow_CostsItselfAndNothingElse(string row, string reason)
    {
        (List<ReplaySample> samples, RecordingCounts counts) = Read($"time,v\n2026-01-01 00:00,1\n{row}\n2026-01-01 02:00,2\n");

        Assert.Equal([1, 2], samples.Select(s => s.Value));
        Assert.Equal(1, counts.RowsBad);
        Assert.Contains(reason, counts.FirstFault, StringComparison.Ordinal);
        Assert.StartsWith("row 3", counts.FirstFault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-01-01T00:00:00Z", 0)]
    [InlineData("2026-01-01T07:00:00+07:00", 0)]
    [InlineData("2026-01-01T07:00+07:00", 0)]
    [InlineData("2026-01-01 07:00:00+07:00", 0)]
    [InlineData("2026-01-01 07:00:00", 0)]
    [InlineData("2026-01-01 07:00", 0)]
    [InlineData("2026-01-01T07:00:00.250", 250)]
    [InlineData("01/01/2026 07:00", 0)]
    [InlineData("01/01/2026 07:00:00", 0)]
    [InlineData("2026/01/01 07:00", 0)]
    [InlineData("2026-01-01 7:00", 0)]
    [InlineData("2026-01-01 24:00", 17 * 3600_000)]
    public void Read_TimeInAnyForm_IsThatTime(string text, int msAfterMidnightUtc)
    {
        ReplaySample sample = Assert.Single(Read($"time,v\n{text},1\n").Samples);
        DateTimeOffset expected = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMilliseconds(msAfterMidnightUtc);
        Assert.Equal(expected, DateTimeOffset.FromUnixTimeMilliseconds(sample.TakenMs));
    }

    [Fact]
    public void Read_TimeInColumnsOfItsOwn_PutsThemTogether()
    {
        (List<ReplaySample> samples, _) = Read(
            "year,month,day,hour,v\n2013,3,1,0,5\n2013,3,1,23,6\n2013,2,30,0,7\n", map: "year+month+day+hour=time,v=pm25");
        Assert.Equal(2, samples.Count);
        Assert.Equal(new DateTimeOffset(2013, 3, 1, 23, 0, 0, TimeSpan.FromHours(7)).ToUnixTimeMilliseconds(), samples[1].TakenMs);
    }

    [Theory]
    [InlineData("")]
    [InlineData("NA")]
    [InlineData("null")]
    [InlineData("-1")]
    [InlineData("-999")]
    [InlineData("-999.0")]
    public void Read_Missing_IsNoSampleAndNoFault(string cell)
    {
        (List<ReplaySample> samples, RecordingCounts counts) = Read($"time,v\n2026-01-01 00:00,{cell}\n2026-01-01 01:00,-1.0\n");
        Assert.Equal(-1, Assert.Single(samples).Value);
        Assert.Equal((1, 0), (counts.CellsMissing, counts.RowsBad));
    }

    [Fact]
    public void Read_TwoBadCellsInARow_IsOneBadRowAndTheThirdIsTaken()
    {
        (List<ReplaySample> samples, RecordingCounts counts) = Read(
            "time,a,b,c\n2026-01-01 00:00,x,y,3\n", map: "time=time,a=pm25,b=pm10,c=rain");
        Assert.Equal(3, Assert.Single(samples).Value);
        Assert.Equal(1, counts.RowsBad);
    }

    [Fact]
    public void Read_Where_LeavesOtherRowsOut()
    {
        (List<ReplaySample> samples, RecordingCounts counts) = Read(
            "time,kind,v\n2026-01-01 00:00,H,1\n2026-01-01 00:00,Q,2\n", where: "kind=H");
        Assert.Equal(1, Assert.Single(samples).Value);
        Assert.Equal(1, counts.RowsFiltered);
    }

    [Fact]
    public void Open_NewestFirstWithARepeat_IsSortedAndTheRepeatStays()
    {
        ReplayBoard board = Board("time,v\n2026-01-01 02:00,3\n2026-01-01 01:00,2\n2026-01-01 01:00,9\n2026-01-01 00:00,1\n");
        Assert.Equal([1, 2, 9, 3], board.After(0).Select(s => s.Reading.Value));
        Assert.Equal([1L, 2, 3, 4], board.After(0).Select(s => s.Index));
        Assert.Equal([9.0, 3], board.After(2).Select(s => s.Reading.Value));
    }

    [Theory]
    [InlineData("v=pm25", "one column must be the time")]
    [InlineData("time=time,time=time,v=pm25", "one column must be the time")]
    [InlineData("time=time", "no column is a series")]
    [InlineData("time=time,v", "is not column=series")]
    [InlineData("time=time,v=foo", "quantity 'foo' is not known")]
    [InlineData("time=time,v=no2[ug/m3]", "molar mass")]
    [InlineData("time=time,v=pm25[furlong]", "is not known for pm25")]
    [InlineData("time=time,v=pm25[mg/m3", "bracket")]
    [InlineData("time=time,nope=pm25", "no column 'nope'")]
    [InlineData("time=time,v=pm25,w=pm25", "stands 2 times")]
    public void Open_BadMap_SaysWhatIsWrong(string map, string reason) =>
        Assert.Contains(
            reason, Assert.Throws<BoardException>(() => Board("time,v,w\n2026-01-01 00:00,1,2\n", map)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("time,v\n", "no row of 0")]
    [InlineData("time,v\n2026-01-01 00:00,NA\n", "1 cells missing")]
    public void Open_NothingToReplay_SaysWhy(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<BoardException>(() => Board(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Open_NoZoneAndNoOffset_SaysSo() =>
        Assert.Contains(
            "Zone is not set",
            Assert.Throws<BoardException>(() => Board("time,v\n2026-01-01 00:00,1\n", zone: null)).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_MoreSamplesThanAllowed_IsAnErrorAndNotHalfARecording()
    {
        ReplayPlan plan = ReplayPlan.Read(new ReplayOptions { File = "x", Map = "time=time,v=pm25", Zone = "Z" }, null, null) with { SamplesMax = 2 };
        using MemoryStream text = new("time,v\n2026-01-01,1\n2026-01-02,1\n2026-01-03,1\n"u8.ToArray());
        Assert.Contains(
            "more than 2 samples",
            Assert.Throws<BoardException>(() => ReplayBoard.Read(plan, text, NullLogger.Instance)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_ZipEntryWhoseNameIsNotUtf8_IsFoundByAPartOfIt()
    {
        using TempFolder folder = new();
        string path = folder.File("a.zip");
        using (ZipArchive zip = ZipFile.Open(path, ZipArchiveMode.Create, Encoding.Latin1))
        {
            foreach (string name in new[] { "L'H\u00e9rault_10m.csv", "Le Gard_10m.csv" })
            {
                using StreamWriter text = new(zip.CreateEntry(name).Open());
                text.Write($"time,v\n2026-01-01 00:00,{name.Length}\n");
            }
        }

        ReplayOptions options = new() { File = path + "#rault_10m", Map = "time=time,v=pm25", Zone = "+07:00" };
        Assert.Equal(17, ReplayBoard.Open(options, null, null, NullLogger.Instance).After(0).Single().Reading.Value);
        options.File = path + "#10m";
        Assert.Contains("2 entries", Open(options).Message, StringComparison.Ordinal);
        options.File = path + "#none";
        Assert.Contains("'Le Gard_10m.csv'", Open(options).Message, StringComparison.Ordinal);
        options.File = folder.File("absent.csv");
        Assert.Contains("cannot be read", Open(options).Message, StringComparison.Ordinal);
        File.WriteAllText(folder.File("bad.csv.gz"), "this is not gzip");
        options.File = folder.File("bad.csv.gz");
        Assert.Contains("cannot be read", Open(options).Message, StringComparison.Ordinal);

        static BoardException Open(ReplayOptions o) =>
            Assert.Throws<BoardException>(() => ReplayBoard.Open(o, null, null, NullLogger.Instance));
    }

    [SharedDataFact("air/th6/chiangmai_train.csv.gz")]
    public void Open_ChiangMai_HasTheHazeOf2019()
    {
        ReplayBoard board = Recording("air/th6/chiangmai_train.csv.gz", "date_time=time,PM2.5=pm25", "+07:00");
        Assert.Equal(26304, board.Count);
        Sample peak = board.After(0).First(s => s.Reading.TakenAt == new DateTimeOffset(2019, 3, 30, 11, 0, 0, TimeSpan.FromHours(7)));
        Assert.Equal(470, peak.Reading.Value);
    }

    [SharedDataFact("air/bangkok/station_114_long.csv.gz")]
    public void Open_Bangkok_TakesOneParameterAndSkipsEmptyCells()
    {
        ReplayBoard board = Recording(
            "air/bangkok/station_114_long.csv.gz", "Date_Time=time,Value=pm25", "+07:00", "Parameter=PM2.5");
        Assert.True(board.Count > 40_000);
        Assert.Equal(69, board.After(0).First().Reading.Value);
    }

    [SharedDataFact("air/beijing/PRSA_Data_Dongsi_20130301-20170228.csv.gz")]
    public void Open_Beijing_ReadsTheTimeFromFourColumns()
    {
        ReplayBoard board = Recording(
            "air/beijing/PRSA_Data_Dongsi_20130301-20170228.csv.gz", "year+month+day+hour=time,PM2.5=pm25,TEMP=air_temperature", "+08:00");
        Assert.Equal(new DateTimeOffset(2013, 3, 1, 0, 0, 0, TimeSpan.FromHours(8)), board.First);
        Assert.True(board.Count > 69_000);
    }

    [SharedDataFact("water/hubeau_2020-09_flood.zip")]
    public void Open_Hubeau_HasTheFloodInMetresOldestFirst()
    {
        ReplayBoard board = Recording(
            "water/hubeau_2020-09_flood.zip#Y2100020_2020-08-26_30d_10m", "date_obs=time,resultat_obs=water_level[mm]", null,
            "grandeur_hydro=H");
        List<Sample> samples = [.. board.After(0)];
        Assert.True(samples.Zip(samples.Skip(1)).All(p => p.First.Reading.TakenAt <= p.Second.Reading.TakenAt));
        Assert.InRange(samples.Max(s => s.Reading.Value) - samples.Min(s => s.Reading.Value), 2, 15);
    }

    private static ReplayBoard Recording(string file, string map, string? zone, string? where = null) => ReplayBoard.Open(
        new ReplayOptions { File = SharedData.PathOf(file.Split('#')[0]) + (file.Contains('#') ? "#" + file.Split('#')[1] : ""), Map = map, Zone = zone, Where = where },
        null, null, NullLogger.Instance);

    private static (List<ReplaySample> Samples, RecordingCounts Counts) Read(
        string text, string map = "time=time,v=air_temperature", string? where = null)
    {
        ReplayOptions options = new() { File = "x", Map = map, Zone = "+07:00", Where = where };
        CsvRecording recording = new(ReplayPlan.Read(options, null, null), NullLogger.Instance);
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(text));
        return (recording.Read(stream), recording.Counts);
    }

    private static ReplayBoard Board(string text, string map = "time=time,v=pm25", string? zone = "+07:00")
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(text));
        return ReplayBoard.Read(
            ReplayPlan.Read(new ReplayOptions { File = "x", Map = map, Zone = zone }, null, null), stream, NullLogger.Instance);
    }
}

using System.CommandLine;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Commands.Forecasts;
using EnviAgriNet.Cloud.Tests.Forecasts;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Tests.Commands.Forecasts;

public sealed class ForecastCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("eag-forecast-").FullName;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Price_AMessyTable_IsForecast_AndEachBadRowIsCounted()
    {
        StringBuilder csv = new("Week;\"Price (baht)\";Rain\n");
        for (int i = 0; i < 80; i++)
        {
            DateOnly day = new DateOnly(2024, 1, 3).AddDays(7 * i);
            csv.Append(CultureInfo.InvariantCulture, $"{day.Day}/{day.Month}/{day.Year + 543};\"{12_000 + (90 * Math.Sin(i * 7.7)):#,##0.00}\";{i % 9}\n");
        }

        csv.Append("rubbish;1;1\n3/1/2567;12,5;1\n10/1/2567;-;1\n17/1/2567;9999;1\n");
        string file = Path.Combine(_folder, "messy.csv.gz");
        using (GZipStream gzip = new(File.Create(file), CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(csv.ToString()));
        }

        (int code, Screen screen) = await RunAsync("price", "--csv", file, "--time", "week", "--value", "price baht", "--frequency", "weekly", "--horizon", "3", "--json");
        Assert.Equal(ExitCodes.Ok, code);
        JsonNode json = JsonNode.Parse(Assert.Single(screen.Lines))!;
        Assert.Equal(
            """{"read":84,"filtered":0,"bad":2,"missing":1,"repeated":1,"contradicting":1}""",
            Without(json["rows"]!, "faults"));
        Assert.Equal("2025-07-14", json["steps"]![0]!["date"]!.GetValue<string>());
        Assert.Equal(3, json["steps"]!.AsArray().Count);
        Assert.Contains("row 82: time 'rubbish'", screen.Errors[0], StringComparison.Ordinal);
        Assert.Contains("decimals are written with a point", screen.Errors[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--time when --value v --frequency daily", "--time: there is no column 'when'; the file has day, v")]
    [InlineData("--time day --value v --frequency hourly", "--frequency 'hourly' is not daily, weekly or monthly")]
    [InlineData("--time day --value v", "--frequency is missing")]
    [InlineData("--time day --frequency daily", "--value COLUMN is missing")]
    [InlineData("--time day --value v --frequency daily --regressor fx", "--regressor: there is no column 'fx'")]
    [InlineData("--time day --value v --frequency daily --where x", "--Where: 'x' is not column=value")]
    [InlineData("--time day --value v --frequency daily --commodity maize", "give either --csv")]
    public async Task Price_AWrongCall_IsToldSo(string words, string told)
    {
        string file = Write("day,v\n2024-01-01,1\n");
        (int code, Screen screen) = await RunAsync(["price", "--csv", file, .. words.Split(' ')]);
        Assert.Equal(ExitCodes.Usage, code);
        Assert.Contains(told, Assert.Single(screen.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Price_NothingToGoBy_FailsWithAReason()
    {
        (int code, Screen screen) = await RunAsync("price", "--csv", Write("day,v\n2024-01-01,-\n2024-01-02,x\n"), "--time", "day", "--value", "v", "--frequency", "daily");
        Assert.Equal((ExitCodes.Failed, 0), (code, screen.Lines.Count));
        Assert.Contains("no forecast: points", screen.Errors[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backtest_ARandomWalk_ReportsNaiveBeside()
    {
        string file = Write("day,v\n" + string.Concat(Walk(seed: 7, 90).Select((v, i) =>
            string.Create(CultureInfo.InvariantCulture, $"{new DateOnly(2018, 1, 1).AddMonths(i):yyyy-MM},{v:0.000}\n"))));
        (int code, Screen screen) = await RunAsync(
            "backtest", "--csv", file, "--time", "day", "--value", "v", "--frequency", "monthly", "--horizon", "3", "--origins", "4", "--json");
        Assert.Equal(ExitCodes.Ok, code);
        JsonNode json = JsonNode.Parse(screen.Lines.Single())!;
        Assert.Equal(["published", "naive", "snaive"], json["errors"]!.AsArray().Select(r => r!["name"]!.GetValue<string>()));
        Assert.Equal((4, 3), (json["origins"]!.GetValue<int>(), json["by_step"]!.AsArray().Count));
        (code, screen) = await RunAsync("backtest", "--csv", file, "--time", "day", "--value", "v", "--frequency", "monthly", "--horizon", "3", "--origins", "0");
        Assert.Equal(ExitCodes.Usage, code);
        Assert.Contains("origins must be 1 to", screen.Errors[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_ThenShowAndCard_TellTheSame()
    {
        DateOnly month = new(DateTime.UtcNow.Year, DateTime.UtcNow.Month, 1);
        using (ForecastRoom room = new(DateTimeOffset.UtcNow))
        {
            room.Prices.Put(ForecastRoom.Jasmine, ForecastRoom.Months(month, 40), "test");
            room.Prices.Put(ForecastRoom.Jasmine with { Commodity = "maize" }, ForecastRoom.Months(month.AddYears(-3), 40), "test");
            room.Database.Dispose();
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            File.Copy(Path.Combine(room.Folder, "registry.db"), Path.Combine(_folder, "registry.db"));
        }

        (int code, Screen screen) = await RunAsync("publish");
        Assert.Equal(ExitCodes.Ok, code);
        Assert.Equal("1 published, 0 unchanged, 1 too old, 0 refused", screen.Lines[^1]);
        Assert.Contains("maize", screen.Lines[0], StringComparison.Ordinal);
        Assert.Equal("0 published, 1 unchanged, 1 too old, 0 refused", (await RunAsync("publish")).Screen.Lines[^1]);
        Assert.Equal("paddy-jasmine", JsonNode.Parse((await RunAsync("show", "--json")).Screen.Lines.Single())![0]!["commodity"]!.GetValue<string>());
        (code, screen) = await RunAsync("show", "--commodity", "ข้าวหอมมะลิ");
        Assert.Equal(ExitCodes.Ok, code);
        Assert.Contains(screen.Lines, l => l.Contains("is shown because", StringComparison.Ordinal));
        Assert.Contains((await RunAsync("card", "1")).Screen.Lines, l => l.StartsWith("what would make it wrong", StringComparison.Ordinal));
        Assert.Equal(ExitCodes.Failed, (await RunAsync("card", "99")).Code);
        Assert.Equal(ExitCodes.Ok, (await RunAsync("price", "--commodity", "paddy-jasmine", "--horizon", "2", "--json")).Code);
    }

    [Fact]
    public void Read_TablesOfAnyBytes_NeverThrowAnythingButAFault()
    {
        const int Seed = 20_261_123;
        Random random = new(Seed);
        string[] parts = ["1/2/2567", "2024-01-05", ",", "\"", "\n", "1,234.5", "-", "ม.ค.60", ";", "\t", "NaN", "1e308", "๑๒", "2024-W53", "\0", "32/13/2024", "9999-99-99", ":", " 12:"];
        for (int run = 0; run < 300; run++)
        {
            string text = "day,v\n" + string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => parts[random.Next(parts.Length)]));
            try
            {
                PriceFile file = PriceFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "day", "v", ["v"], null);
                Assert.True(file.Points.All(p => p.Value is null || double.IsFinite(p.Value.Value)));
            }
            catch (Exception e) when (e is SeriesFault or Cloud.Commands.Calc.CalcFault)
            {
                Assert.NotEmpty(e.Message);
            }
            catch (Exception e)
            {
                Assert.Fail($"seed {Seed}, run {run}: {e}\n{text}");
            }
        }
    }

    [Theory]
    [InlineData("2024-02-29", "2024-02-29")]
    [InlineData("2024-02-29T07:00:00+07:00", "2024-02-29")]
    [InlineData("2024-02-29 07:00", "2024-02-29")]
    [InlineData("29/2/2567", "2024-02-29")]
    [InlineData("๒๙/๒/๒๕๖๗", "2024-02-29")]
    [InlineData("2567-02", "2024-02-01")]
    [InlineData("20240229", "2024-02-29")]
    [InlineData("2024-W09", "2024-02-26")]
    [InlineData("2024-W09-3", "2024-02-26")]
    [InlineData("ก.พ. 2567", "2024-02-01")]
    [InlineData("29 กุมภาพันธ์ 2567", "2024-02-29")]
    [InlineData("ม.ค.60", "2017-01-01")]
    [InlineData("Feb 29, 2024", "2024-02-29")]
    [InlineData("2024", "2024-01-01")]
    [InlineData("2024Q3", "2024-07-01")]
    public void TryRead_DatesAsPublished_AreRead(string text, string expected)
    {
        Assert.True(CellDate.For([]).TryRead(text, out DateOnly date, out string? fault), fault);
        Assert.Equal(expected, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void For_AMonthFirstTable_IsReadThatWay()
    {
        Assert.True(CellDate.For(["1/2/2024", "1/15/2024"]).TryRead("1/2/2024", out DateOnly date, out _));
        Assert.Equal(new DateOnly(2024, 1, 2), date);
        Assert.True(CellDate.For(["1/2/2024", "15/1/2024"]).TryRead("1/2/2024", out date, out _));
        Assert.Equal(new DateOnly(2024, 2, 1), date);
    }

    private static IEnumerable<double> Walk(int seed, int count)
    {
        Random random = new(seed);
        double value = 20;
        for (int i = 0; i < count; i++)
        {
            value *= Math.Exp(0.03 * (random.NextDouble() + random.NextDouble() - 1));
            yield return value;
        }
    }

    private static string Without(JsonNode node, string name)
    {
        JsonObject copy = node.DeepClone().AsObject();
        copy.Remove(name);
        return copy.ToJsonString();
    }

    private string Write(string text)
    {
        string file = Path.Combine(_folder, "prices.csv");
        File.WriteAllText(file, text);
        return file;
    }

    private async Task<(int Code, Screen Screen)> RunAsync(params string[] words)
    {
        Screen screen = new();
        RootCommand root = new();
        ForecastCommand.AddTo(root, screen);
        int code = await root.Parse(["forecast", .. words, "--set", $"Cloud:DataFolder={_folder}"]).InvokeAsync();
        return (code, screen);
    }
}

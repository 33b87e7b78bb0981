using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Commands.Crops;
using EnviAgriNet.Cloud.Tests.ReadingStore;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Tests.Commands.Crops;

public sealed class CropCommandTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Fact]
    public async Task Outlook_OfAFile_TellsStageHarvestAndWater()
    {
        (int code, Screen screen) = await RunAsync(
            "outlook", "--csv", Weather(60, 0), "--crop", "rice", "--variety", "ข้าวหอมมะลิ", "--planted", "2569-06-15", "--soil", "clay", "--lat", "15.2", "--json");
        Assert.Equal((ExitCodes.Ok, 0), (code, screen.Errors.Count));
        JsonNode outlook = JsonNode.Parse(Assert.Single(screen.Lines))!;
        Assert.Equal(("kdml105", "day_length", 60), ((string?)outlook["variety"], (string?)outlook["stage_basis"], (int)outlook["days_after_planting"]!));
        Assert.Equal(("2026-11-10", "2026-11-30"), ((string?)outlook["harvest"]!["from"], (string?)outlook["harvest"]!["to"]));
        Assert.Equal("irrigate", (string?)outlook["water"]!["action"]);
        Assert.Equal((double)outlook["water"]!["mm"]! * 1.6, (double)outlook["water"]!["m3_per_rai"]!, 0);
        Assert.Contains("yield_history", outlook["missing"]!.ToJsonString(), StringComparison.Ordinal);

        (_, screen) = await RunAsync("outlook", "--csv", Weather(60, 0), "--crop", "rice", "--planted", "2026-06-15", "--lang", "th");
        Assert.Contains("ควรให้น้ำ", string.Join('\n', screen.Lines), StringComparison.Ordinal);
        Assert.Contains("สมมติ: ", string.Join('\n', screen.Lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("outlook", "--csv")]
    [InlineData("outlook --crop rice", "--csv")]
    [InlineData("outlook --csv nofile.csv --crop rice", "nofile.csv")]
    [InlineData("outlook --csv nofile.csv --crop durian", "durian")]
    [InlineData("outlook --plot 7", "--plot 7")]
    [InlineData("plant --region abc", "abc")]
    [InlineData("plant --region 50 --soil moon", "moon")]
    public async Task Run_AWrongCall_IsToldWhatIsWrong(string words, string named)
    {
        (int code, Screen screen) = await RunAsync(words.Split(' '));
        Assert.Equal(ExitCodes.Usage, code);
        Assert.Contains(named, string.Join('\n', screen.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outlook_BadRows_CostThemselves()
    {
        string file = Write("date,tmin,tmax,rain\n2026-06-16,23,33,0\n2026-06-17,33,23,0\nx,1,2,3\n2026-06-18,23,33,-5\n2026-06-19,23,abc,0\n2026-06-20,23,33,0\n");
        (int code, Screen screen) = await RunAsync("outlook", "--csv", file, "--crop", "maize", "--planted", "2026-06-15", "--json");
        Assert.Equal(ExitCodes.Ok, code);
        Assert.Equal(
            [
                "line 3: tmax must not be below tmin (23 < 33); the row is left out",
                "line 4: date 'x' is not a day such as 2026-06-15 (or 2569-06-15), of the years 1900 to 2200; the row is left out",
                "line 5: rain must lie in 0 to 2000 mm, not -5; the row is left out",
                "line 6: tmax 'abc' is not a number; the row is left out",
            ],
            screen.Errors);
        Assert.Equal(3, (int)JsonNode.Parse(screen.Lines[0])!["weather"]!["bridged"]!);
    }

    [Fact]
    public async Task Outlook_AnyBytes_AnswersOrSaysWhatIsWrong()
    {
        byte[] good = File.ReadAllBytes(Weather(20, 3));
        for (int seed = 0; seed < 150; seed++)
        {
            Random random = new(seed);
            byte[] bytes = [.. good];
            for (int i = random.Next(1, 40); i > 0; i--)
            {
                bytes[random.Next(bytes.Length)] = random.Next(3) switch { 0 => (byte)random.Next(256), 1 => (byte)"\",;\n\r9-.e"[random.Next(9)], _ => (byte)' ' };
            }

            string file = Path.Combine(_folder.Folder, "fuzz.csv");
            File.WriteAllBytes(file, random.Next(10) == 0 ? bytes[..random.Next(bytes.Length)] : bytes);
            (int code, Screen screen) = await RunAsync("outlook", "--csv", file, "--crop", "rice", "--planted", "2026-06-15", "--json");
            Assert.True(code is ExitCodes.Ok or ExitCodes.Usage, $"seed {seed}: {code}");
            Assert.True(code == ExitCodes.Ok ? screen.Lines.Count == 1 && JsonNode.Parse(screen.Lines[0]) is not null : screen.Errors.Count > 0, $"seed {seed}");
        }
    }

    [Fact]
    public async Task YieldBacktest_OfAFile_ShowsTheFloodYear()
    {
        StringBuilder yields = new("region,year,planted_rai,harvested_rai,tons\n");
        for (int year = 1990; year <= 2013; year++)
        {
            string harvested = year == 2011 ? "600" : "950";
            yields.Append(CultureInfo.InvariantCulture, $"60,{year},1000,{harvested},{(year == 2011 ? 300 : 475 + (year % 3))}\n");
        }

        string file = Write(yields.ToString());
        (int code, Screen screen) = await RunAsync("yield-backtest", "--yields", file, "--json");
        Assert.Equal(ExitCodes.Ok, code);
        JsonNode report = JsonNode.Parse(Assert.Single(screen.Lines))!;
        JsonNode flood = report["flood"]![0]!;
        Assert.Equal((14, "60", 0.6, 0.95), ((int)report["trials"]!, (string?)flood["region"], (double)flood["harvested_share"]!, (double)flood["expected_share_before"]!));
        Assert.False((bool)flood["in_band"]!);
        (_, screen) = await RunAsync("yield-backtest", "--yields", file, "--markdown");
        Assert.Contains(screen.Lines, l => l.StartsWith("| **2011** (2554)", StringComparison.Ordinal));
        Assert.Contains(screen.Lines, l => l.Contains("นครสวรรค์", StringComparison.Ordinal));

        (code, screen) = await RunAsync("yield-backtest");
        Assert.Equal(ExitCodes.Failed, code);
        Assert.Contains("import yields", Assert.Single(screen.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plant_WithoutHistory_RanksAndSaysSo()
    {
        (int code, Screen screen) = await RunAsync("plant", "--region", "50", "--soil", "clay", "--on", "2026-06-15", "--json");
        Assert.Equal(ExitCodes.Ok, code);
        JsonArray choices = JsonNode.Parse(Assert.Single(screen.Lines))!.AsArray();
        Assert.Contains(choices, c => (string?)c!["crop"] == "rice" && c["reasons"]!.ToJsonString().Contains("soil_good", StringComparison.Ordinal));
        Assert.All(choices, c => Assert.Contains("rain_unknown", c!["reasons"]!.ToJsonString(), StringComparison.Ordinal));
    }

    private string Weather(int days, double rain)
    {
        StringBuilder csv = new("date,tmin,tmax,rain,rhmin,rhmax\n");
        for (int i = 0; i < days; i++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"{new DateOnly(2026, 6, 15).AddDays(i):yyyy-MM-dd},23,33,{rain},55,88\n");
        }

        return Write(csv.ToString());
    }

    private string Write(string text)
    {
        string file = Path.Combine(_folder.Folder, "in.csv");
        File.WriteAllText(file, text);
        return file;
    }

    private async Task<(int Code, Screen Screen)> RunAsync(params string[] words)
    {
        Screen screen = new();
        RootCommand root = new();
        CropCommand.AddTo(root, screen);
        int code = await root.Parse(["crop", .. words, "--set", $"Cloud:DataFolder={_folder.Folder}"]).InvokeAsync();
        return (code, screen);
    }
}

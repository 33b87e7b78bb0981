using System.CommandLine;
using System.Text.Json;
using EnviAgriNet.Cloud.Commands;
using EnviAgriNet.Cloud.Tests.Commands.Calc;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Tests.Commands;

/// <summary>The commands around texts: names and places, previews, files of words, the length of an SMS.</summary>
public sealed class AlertTextCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("eag-texts-").FullName;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void CalcSms_Text_IsOneLineOfJson()
    {
        CalcCall call = CalcCall.Run("sms", "--text", " น้ำท่วม โทร 1784 ");

        Assert.Equal(ExitCodes.Ok, call.Code);
        Assert.Equal("""{"encoding":"UCS-2","units":18,"parts":1,"splits":[" น้ำท่วม โทร 1784 "]}""", Assert.Single(call.Screen.Lines));
        Assert.Equal("""{"encoding":"GSM-7","units":1,"parts":1,"splits":["-"]}""", CalcCall.Run("sms", "--text", "-").Screen.Lines[0]);
        Assert.Equal(2, CalcCall.Run("sms").Code);
    }

    [Fact]
    public void CalcSms_Table_HasAColumnOfSplits()
    {
        CalcCall call = CalcCall.RunTable("id,text\n1,\"" + new string('ก', 71) + "\"\n2,hi\n", "sms", "--json");

        Assert.Equal([67, 4], call.Rows[0].GetProperty("splits").EnumerateArray().Select(s => s.GetString()!.Length));
        Assert.Equal("GSM-7", call.Rows[1].GetProperty("encoding").GetString());
    }

    [Fact]
    public void Preview_AfterImports_NamesPlaceAndShelterInBothLanguages()
    {
        string places = Write("places.csv", "region,name_th,name_en\n5001,เมืองเชียงใหม่,Mueang Chiang Mai\n500103,ช้างเผือก,Chang Phueak\n");
        string points = Write("points.csv", "id,region,name_th,name_en,latitude,longitude,capacity,phone\nwat,500103,วัดเจ็ดยอด,Wat Chet Yot,,,,053-221947\nbad,,,,,,,\n");

        Assert.Equal(ExitCodes.Ok, Run("place", "import", places).Code);
        (int code, Screen screen) = Run("evacuation", "import", points);
        Assert.Equal((ExitCodes.Failed, "row 3, column region: is empty"), (code, Assert.Single(screen.Errors)));
        Assert.Contains(Run("place", "list").Screen.Lines, l => l == "500103\tช้างเผือก\tChang Phueak");
        Assert.Equal("wat\t500103\tวัดเจ็ดยอด\tWat Chet Yot\t\t053-221947", Assert.Single(Run("evacuation", "list").Screen.Lines));

        JsonElement preview = Json(Run("alert", "preview", "--hazard", "flash-flood", "--level", "severe", "--region", "500103", "--value", "rain_24h=142", "--json"));
        JsonElement thai = preview.GetProperty("languages")[0];
        Assert.Equal("ขึ้นที่สูงทันที! ต.ช้างเผือก อ.เมืองเชียงใหม่ น้ำป่า ฝน 142 มม./24ชม.", thai.GetProperty("sms").GetProperty("text").GetString());
        Assert.Equal(1, thai.GetProperty("sms").GetProperty("parts").GetInt32());
        Assert.Contains("ไปที่ วัดเจ็ดยอด 053-221947", thai.GetProperty("detail").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("en", preview.GetProperty("languages")[1].GetProperty("language").GetString());
    }

    [Theory]
    [InlineData("--hazard", "plague", "--level", "severe")]
    [InlineData("--hazard", "haze", "--level", "worst")]
    [InlineData("--hazard", "haze", "--level", "severe", "--region", "5")]
    [InlineData("--hazard", "haze", "--level", "severe", "--value", "pm25")]
    public void Preview_WrongWord_IsAUsageError(params string[] arguments)
    {
        (int code, Screen screen) = Run(["alert", "preview", .. arguments]);

        Assert.Equal(ExitCodes.Usage, code);
        Assert.Single(screen.Errors);
        Assert.Empty(screen.Lines);
    }

    [Theory]
    [InlineData("moderate")]
    [InlineData("severe")]
    [InlineData("none")]
    [InlineData("cancel")]
    public void Preview_EveryHazard_FitsItsMessages(string level)
    {
        foreach (string hazard in Enum.GetValues<EnviAgriNet.Core.Hazards.HazardKind>().Select(EnviAgriNet.Core.Hazards.HazardCodes.Code))
        {
            foreach (JsonElement language in Json(Run("alert", "preview", "--hazard", hazard, "--level", level, "--json")).GetProperty("languages").EnumerateArray())
            {
                Assert.InRange(language.GetProperty("sms").GetProperty("text").GetString()!.Length, 10, 70);
                Assert.InRange(language.GetProperty("detail").GetProperty("parts").GetInt32(), 1, 2);
            }
        }
    }

    [Fact]
    public void Templates_ExportedAndChanged_AreCheckedAndSpoken()
    {
        string exported = string.Join('\n', Run("alert", "templates", "export", "--language", "en").Screen.Lines);
        string file = Write("qaa.json", exported.Replace("\"language\": \"en\"", "\"language\": \"qaa\"", StringComparison.Ordinal));

        (int code, Screen screen) = Run("alert", "templates", "check", file);
        Assert.Equal(ExitCodes.Ok, code);
        Assert.Equal("qaa (English): 44 cases, 0 refused, 0 missing", Assert.Single(screen.Lines));

        File.WriteAllText(file, File.ReadAllText(file).Replace("Go uphill NOW! {place}", "Go uphill NOW! {plaec}", StringComparison.Ordinal));
        (code, screen) = Run("alert", "templates", "check", file);
        Assert.Equal(ExitCodes.Failed, code);
        Assert.StartsWith("qaa.json: flash-flood, severe, sms, has the unknown placeholder {plaec}", Assert.Single(screen.Errors), StringComparison.Ordinal);

        JsonElement preview = Json(Run(
            "alert", "preview", "--hazard", "flash-flood", "--level", "severe", "--json", "--set", $"Alerts:TemplatesFolder={_folder}"));
        Assert.Equal(("qaa", "en"), (preview.GetProperty("languages")[2].GetProperty("language").GetString(), preview.GetProperty("languages")[2].GetProperty("told_in").GetString()));
    }

    private static JsonElement Json((int Code, Screen Screen) call)
    {
        Assert.Equal(ExitCodes.Ok, call.Code);
        return JsonDocument.Parse(Assert.Single(call.Screen.Lines)).RootElement;
    }

    private string Write(string name, string text)
    {
        string file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    private (int Code, Screen Screen) Run(params string[] arguments)
    {
        Screen screen = new();
        RootCommand root = new();
        AlertCommand.AddTo(root, screen);
        PlaceCommand.AddTo(root, screen);
        EvacuationCommand.AddTo(root, screen);
        bool hasSettings = arguments is not ["alert", "templates", "check", ..];
        string[] all = hasSettings ? [.. arguments, "--set", $"Cloud:DataFolder={Path.Combine(_folder, "data")}"] : arguments;
        return (root.Parse(all).Invoke(), screen);
    }
}

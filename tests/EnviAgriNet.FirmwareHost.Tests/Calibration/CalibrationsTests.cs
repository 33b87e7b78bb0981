using System.Text;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.FirmwareHost.Calibration;
using EnviAgriNet.FirmwareHost.Sensors;
using Microsoft.Extensions.Configuration;

namespace EnviAgriNet.FirmwareHost.Tests.Calibration;

public sealed class CalibrationsTests
{
    private static readonly SeriesName Soil = SeriesName.Parse("soil_moisture:-0.1");
    private static readonly DateTimeOffset Day = new(2026, 11, 20, 0, 0, 0, TimeSpan.FromHours(7));

    [Fact]
    public void Apply_GainAndOffset_KeepsTheRawValueBesideTheCorrectedOne()
    {
        Calibrations all = Read("""{ "Series": "soil_moisture:-0.1", "Gain": 1.05, "Offset": -1.2, "By": "tech-2", "On": "2026-11-20" }""");
        Measurement other = new(SeriesName.Parse("humidity"), 50);
        Assert.Equal(
            [new Measurement(SeriesName.Parse("soil_moisture:-0.1/raw"), 20), new Measurement(Soil, 19.8) { Uncalibrated = 20 }, other],
            all.Apply([new Measurement(Soil, 20), other], Day));
    }

    [Fact]
    public void Apply_RawThereAlready_IsNotWrittenOver()
    {
        SeriesName pm25 = SeriesName.Parse("pm25");
        Measurement raw = new(SeriesName.Parse("pm25/raw"), 40);
        Calibrations all = Read("""{ "Series": "pm25", "Gain": 2, "By": "tech-2", "On": "2026-11-20" }""");
        Assert.Equal([new Measurement(pm25, 60) { Uncalibrated = 30 }, raw], all.Apply([new Measurement(pm25, 30), raw], Day));
    }

    [Fact]
    public void Apply_BeforeItsDayAndAfterItsEnd_LeavesTheValueAlone()
    {
        Calibrations all = Read("""
            { "Series": "soil_moisture:-0.1", "Offset": 1, "By": "a", "On": "2026-11-20", "Until": "2026-12-01" },
            { "Series": "soil_moisture:-0.1", "Offset": 2, "By": "b", "On": "2026-11-25", "Until": null }
            """);
        double At(int days) => all.Apply([new Measurement(Soil, 10)], Day.AddDays(days))[^1].Value;
        Assert.Equal([10, 11, 12, 12], new[] { At(-1), At(0), At(5), At(30) });
        Assert.Single(all.Apply([new Measurement(Soil, 10)], Day.AddTicks(-1)));

        // The day of Until is not in it any more.
        all = Read("""{ "Series": "soil_moisture:-0.1", "Offset": 1, "By": "a", "On": "2026-11-20", "Until": "2026-12-01" }""");
        Assert.Equal([11, 10], new[] { Day.AddDays(11).AddTicks(-1), Day.AddDays(11) }.Select(at => all.Apply([new Measurement(Soil, 10)], at)[^1].Value));
    }

    [Fact]
    public void Apply_Polynomial_BeginsWithTheConstant()
    {
        Calibrations all = Read("""{ "Series": "soil_moisture:-0.1", "Polynomial": [1, 2, 3], "By": "a", "On": "2026-11-20" }""");
        Assert.Equal(1 + (2 * 4) + (3 * 16), all.Apply([new Measurement(Soil, 4)], Day)[^1].Value);
    }

    [Fact]
    public void Apply_ComputedOfAnInput_KeepsTheVoltageAndItsDoubt()
    {
        SeriesName input = SeriesName.Parse("voltage/a0");
        Calibrations all = Read("""
            { "Series": "voltage/a0", "Gain": 2, "By": "a", "On": "2026-11-20" },
            { "Series": "soil_moisture:-0.1", "Of": "voltage/a0", "Polynomial": [100, -50, 5], "By": "a", "On": "2026-11-20" },
            { "Series": "soil_moisture:-0.3", "Of": "voltage/a1", "Offset": 5, "By": "a", "On": "2026-11-20" }
            """);
        Assert.Equal(
            [
                new Measurement(SeriesName.Parse("voltage/a0raw"), 1, QualityFlag.Suspect),
                new Measurement(input, 2, QualityFlag.Suspect) { Uncalibrated = 1 },
                new Measurement(Soil, 20, QualityFlag.Suspect) { Uncalibrated = 2 },
            ],
            all.Apply([new Measurement(input, 1, QualityFlag.Suspect)], Day));
    }

    [Fact]
    public void Apply_PolynomialThatLeavesAllNumbers_GivesTheRawValueAlone()
    {
        Calibrations all = Read("""{ "Series": "soil_moisture:-0.1", "Polynomial": [0, 1, 1e300], "By": "a", "On": "2026-11-20" }""");
        Assert.Equal([new Measurement(SeriesName.Parse("soil_moisture:-0.1/raw"), 1e9)], all.Apply([new Measurement(Soil, 1e9)], Day));
    }

    [Fact]
    public void Read_WrongEntry_NamesEveryFault()
    {
        List<string> faults = [];
        Calibrations.Read(
            Settings("""{ "Series": "soil", "Gain": "much", "Polynomial": [1], "On": "20/11/2026", "Who": "me", "By": "Somchai J." }"""), faults);
        Assert.All(
            (string[])["Calibration:0:Series", "Calibration:0:By 'Somchai J.' is not 1 to 20 of", "Calibration:0:On '20/11/2026'", "Calibration:0:Who is none of", "Calibration:0:Polynomial has 2 to 6"],
            f => Assert.Contains(faults, g => g.StartsWith(f, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("\"Gain\": 2, \"Polynomial\": [1, 2]", "Polynomial has 2 to 6")]
    [InlineData("\"Offset\": 2, \"Polynomial\": [1, 2]", "Polynomial has 2 to 6")]
    [InlineData("\"Offset\": 2, \"Until\": \"2026-11-20\"", "Until '2026-11-20' is not after On")]
    public void Read_EntryThatContradictsItself_SaysSo(string rest, string fault)
    {
        List<string> faults = [];
        Calibrations.Read(Settings($$"""{ "Series": "soil_moisture:-0.1", "By": "a", "On": "2026-11-20", {{rest}} }"""), faults);
        Assert.Contains(fault, Assert.Single(faults), StringComparison.Ordinal);
    }

    private static Calibrations Read(string entries)
    {
        List<string> faults = [];
        Calibrations read = Calibrations.Read(Settings(entries), faults);
        Assert.True(faults is [], string.Join('\n', faults));
        return read;
    }

    private static IConfigurationRoot Settings(string entries) => new ConfigurationBuilder()
        .AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes($"{{ \"Calibration\": [ {entries} ] }}")))
        .Build();
}

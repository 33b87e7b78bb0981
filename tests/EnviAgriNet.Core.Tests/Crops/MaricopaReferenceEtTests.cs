using System.Globalization;
using System.IO.Compression;
using EnviAgriNet.Core.Crops;
using EnviAgriNet.Testing;
using Xunit.Abstractions;

namespace EnviAgriNet.Core.Tests.Crops;

/// <summary>
/// Daily reference evapotranspiration of the station at Maricopa, Arizona, 2003 to 2020. The recorded column is the short
/// reference of ASCE 2005 from dew point, wind at 3 m and measured radiation, printed to 0.01 mm; RefET.def describes the columns
/// of RefET.csv for the program REF-ET, whose own output is not part of the recording; both files hold the same days and
/// numbers.
/// </summary>
public sealed class MaricopaReferenceEtTests(ITestOutputHelper output)
{
    private static readonly WeatherSite Maricopa = new(33.069, 361);

    [SharedDataFact("soil/pyfao56/test02/AZMET_Maricopa_ETo.wth.gz")]
    public void TryCompute_18Years_IsTheRecordedEt0OnEveryDay()
    {
        List<(string Day, double Difference)> days = [.. Weather().Select(d => (d.Day, Et0(d.Weather, new Et0Options()) - d.Recorded))];

        output.WriteLine($"{days.Count} days, largest difference {days.Max(d => Math.Abs(d.Difference)):0.0000} mm/day");
        Assert.Equal(6575, days.Count);
        Assert.All(days, d => Assert.True(Math.Abs(d.Difference) <= 0.01, $"{d.Day}: {d.Difference}"));
    }

    [SharedDataFact("soil/pyfao56/test02/RefET.csv")]
    public void RefEtCsv_EveryDay_IsTheSameDayOfTheStation()
    {
        Dictionary<string, double> station = Weather().ToDictionary(d => d.Day, d => d.Recorded);
        string[][] rows = [.. File.ReadLines(SharedData.PathOf("soil/pyfao56/test02/RefET.csv")).Skip(1).Select(l => l.Split(','))];

        Assert.Equal(6575, rows.Length);
        Assert.All(rows, r => Assert.Equal(
            station[$"{r[0]}-{int.Parse(r[1], CultureInfo.InvariantCulture):000}"], CottonSeason.Number(r[10])));
    }

    [SharedDataFact("soil/pyfao56/test02/AZMET_Maricopa_ETo.wth.gz")]
    public void TryCompute_WithoutTheLowerLimitOfTheRatio_FailsOnlyOnVeryDarkDays()
    {
        Et0Options asPrinted = new() { RadiationRatioMin = 0 };
        int off = 0;
        foreach ((string day, DailyWeather weather, double recorded) in Weather())
        {
            if (Math.Abs(Et0(weather, asPrinted) - recorded) > 0.05)
            {
                off++;
                Assert.True(DailyReferenceEt.TryCompute(weather, Maricopa, new Et0Options(), out Et0Day? result, out _));
                Assert.True(result!.Fallbacks.HasFlag(Et0Fallbacks.RadiationRatioRaised), day);
            }
        }

        output.WriteLine($"{off} days differ by more than 0.05 mm when the ratio of radiation has no lower limit");
        Assert.InRange(off, 1, 100);
    }

    private static double Et0(DailyWeather weather, Et0Options options)
    {
        Assert.True(DailyReferenceEt.TryCompute(weather, Maricopa, options, out Et0Day? day, out InputFault? fault), $"{fault}");
        return day!.Et0;
    }

    private static IEnumerable<(string Day, DailyWeather Weather, double Recorded)> Weather()
    {
        using FileStream file = File.OpenRead(SharedData.PathOf("soil/pyfao56/test02/AZMET_Maricopa_ETo.wth.gz"));
        using GZipStream unzipped = new(file, CompressionMode.Decompress);
        using StreamReader reader = new(unzipped);
        while (reader.ReadLine() is { } line)
        {
            string[] c = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (c.Length == 12 && c[0].Length == 8 && c[0][4] == '-' && CottonSeason.IsNumber(c[1]))
            {
                DateOnly date = new DateOnly(int.Parse(c[0][..4], CultureInfo.InvariantCulture), 1, 1)
                    .AddDays(int.Parse(c[0][5..], CultureInfo.InvariantCulture) - 1);
                DailyWeather weather = new()
                {
                    Date = date,
                    Solar = CottonSeason.Number(c[1]),
                    TMax = CottonSeason.Number(c[2]),
                    TMin = CottonSeason.Number(c[3]),
                    DewPoint = CottonSeason.Number(c[5]),
                    Wind = CottonSeason.Number(c[8]),
                    WindHeight = 3,
                };
                yield return (c[0], weather, CottonSeason.Number(c[10]));
            }
        }
    }
}

using EnviAgriNet.Core.Crops;
using EnviAgriNet.Testing;
using Xunit.Abstractions;

namespace EnviAgriNet.Core.Tests.Crops;

/// <summary>
/// Every recorded column of every day of two seasons. What is not compared is the calendar (Year, DOY, DOW, Date), IrrLoss (no
/// loss in these seasons) and the columns that pyfao56 fills with -99.999 for a soil without layers.
/// </summary>
public sealed class WaterBalanceSeasonTests(ITestOutputHelper output)
{
    private const double Tolerance = 0.01;

    private static readonly string[] NotComputed =
        ["Year-DOY", "Year", "DOY", "DOW", "Date", "IrrLoss", "TAWrmax", "TAWb", "Dinc", "Drmax", "fDrmax", "Db", "fDb"];

    [SharedDataFact("soil/pyfao56/test01/cottondry2013.out")]
    public void Step_DrySeason_IsTheRecordedOneInEveryColumn() => Compare("cottondry2013");

    [SharedDataFact("soil/pyfao56/test01/cottonwet2013.out")]
    public void Step_WetSeason_IsTheRecordedOneInEveryColumn() => Compare("cottonwet2013");

    private void Compare(string name)
    {
        CottonSeason season = new(name);
        WaterBalance balance = new(season.Options);
        Dictionary<string, double> largest = [];
        Dictionary<string, double> sums = [];
        for (int day = 0; day < season.Recorded.Count; day++)
        {
            WaterBalanceDay computed = balance.Step(season.Day(day), out InputFault? fault) ?? throw new InvalidDataException($"{fault}");
            Dictionary<string, double> values = Values(computed, season);
            foreach ((string column, double value) in values)
            {
                sums[column] = sums.GetValueOrDefault(column) + value;
                int place = season.Columns.ToList().IndexOf(column);
                Assert.True(place >= 0, $"{column} is not recorded");
                double difference = Math.Abs(value - CottonSeason.Number(season.Recorded[day][place]));
                largest[column] = Math.Max(largest.GetValueOrDefault(column), difference);
                Assert.True(difference <= Tolerance, $"{name} {season.Recorded[day][0]} {column}: {value} against {season.Recorded[day][place]}");
            }
        }

        output.WriteLine($"{name}, {season.Recorded.Count} days, largest differences:");
        output.WriteLine(string.Join(", ", largest.Select(l => $"{l.Key} {l.Value:0.00000}")));
        Assert.Equal(200, season.Recorded.Count);
        Assert.Equal(season.Columns.Except(NotComputed).Order(), largest.Keys.Order());
        foreach (string sum in new[] { "ETref", "ETcm", "ETcb", "ETmax", "ETc", "ETa", "E", "T", "DP", "Irrig", "Rain", "Runoff" })
        {
            Assert.Equal(season.Summary[sum], sums[sum], Tolerance);
        }

        Assert.Equal(season.Summary["Dr_ini"], season.Options.InitialDepletion, 1e-9);
        Assert.Equal(season.Summary["Dr_end"], balance.Depletion, Tolerance);
    }

    private static Dictionary<string, double> Values(WaterBalanceDay d, CottonSeason season)
    {
        double kcm = season.Stages.CoefficientAt(season.Kc, d.Day);
        return new Dictionary<string, double>
        {
            ["ETref"] = d.Et0,
            ["Kcm"] = kcm,
            ["ETcm"] = kcm * d.Et0,
            ["tKcb"] = d.Kcb,
            ["Kcb"] = d.Kcb,
            ["ETcb"] = d.Kcb * d.Et0,
            ["h"] = d.Height,
            ["Kcmax"] = d.KcMax,
            ["ETmax"] = d.KcMax * d.Et0,
            ["fc"] = d.Cover,
            ["fw"] = d.Wetted,
            ["few"] = d.ExposedWetted,
            ["De"] = d.SurfaceDepletion,
            ["Kr"] = d.Kr,
            ["Ke"] = d.Ke,
            ["E"] = d.Evaporation,
            ["DPe"] = d.SurfacePercolation,
            ["Kc"] = d.Kc,
            ["ETc"] = d.Etc,
            ["TAW"] = d.AvailableWater,
            ["Zr"] = d.RootDepth,
            ["p"] = d.DepletionFraction,
            ["RAW"] = d.ReadilyAvailable,
            ["Ks"] = d.Ks,
            ["Ka"] = (d.Ks * d.Kcb) + d.Ke,
            ["ETa"] = d.Eta,
            ["T"] = d.Transpiration,
            ["DP"] = d.DeepPercolation,
            ["Dr"] = d.Depletion,
            ["fDr"] = d.Depletion / d.AvailableWater,
            ["Ksend"] = d.KsEnd,
            ["Irrig"] = d.Irrigation,
            ["Rain"] = d.Rain,
            ["Runoff"] = d.Runoff,
        };
    }
}

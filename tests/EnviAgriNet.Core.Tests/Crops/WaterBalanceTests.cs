using EnviAgriNet.Core.Crops;

namespace EnviAgriNet.Core.Tests.Crops;

/// <summary>What holds in every season, on weather made from a seed.</summary>
public sealed class WaterBalanceTests
{
    private static readonly Soil Loam = SoilTexture.All.First(t => t.Code == "loam").Typical;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Step_AnySeason_KeepsItsBoundsAndCloses(int seed)
    {
        Random random = new(seed);
        Crop[] crops = [.. CropTable.All.Where(c => c.Kcb is not null && c.Stages.Count > 0)];
        WaterBalanceOptions options = new()
        {
            Crop = crops[random.Next(crops.Length)],
            Soil = SoilTexture.All[random.Next(SoilTexture.All.Count)].Typical,
            WettedFraction = 0.2 + (0.8 * random.NextDouble()),
            CurveNumber = random.Next(2) == 0 ? null : random.Next(40, 95),
        };
        WaterBalance balance = new(options);
        double before = options.InitialDepletion;
        for (int day = 0; day < 400; day++)
        {
            WaterBalanceDay? d = balance.Step(RandomDay(random, day), out _);
            string at = $"seed {seed}, {options.Crop.Code}, day {day}";
            Assert.NotNull(d);
            Assert.True(d.Depletion >= 0 && d.Depletion <= d.AvailableWater, $"{at}: Dr {d.Depletion} of {d.AvailableWater}");
            Assert.True(d.SurfaceDepletion >= 0 && d.SurfaceDepletion <= options.Soil.TotalEvaporable, at);
            Assert.True(d.Ks is >= 0 and <= 1 && d.Kr is >= 0 and <= 1 && d.Ke >= 0 && d.Eta >= 0 && d.Eta <= d.Etc + 1e-12, at);
            Assert.True(d.Runoff >= 0 && d.Runoff <= d.Rain, at);
            double closing = before - d.Rain + d.Runoff - d.Irrigation + d.Eta + d.DeepPercolation - d.Unmet;
            Assert.True(Math.Abs(closing - d.Depletion) < 1e-9, $"{at}: {closing} against {d.Depletion}");
            Assert.True(d.Unmet >= 0 && d.Unmet <= d.Evaporation + 1e-9, at);
            before = d.Depletion;
        }
    }

    [Fact]
    public void Step_RainThatFillsTheSoil_DrainsTheRestAndEndsAtFieldCapacity()
    {
        WaterBalance balance = new(Maize() with { InitialDepletion = 20 });

        WaterBalanceDay day = balance.Step(new FieldDay { Day = 0, Et0 = 4, Rain = 60 }, out _)!;

        Assert.Equal(0, day.Depletion);
        Assert.Equal(60 - 20 - day.Eta, day.DeepPercolation, 9);
        Assert.Equal(1, day.Wetted);
    }

    [Fact]
    public void Step_ManyDryDays_StressesTheCropAndAsksForWater()
    {
        WaterBalance balance = new(Maize() with { Efficiency = 0.5 });
        WaterBalanceDay last = null!;
        WaterBalanceDay? firstAsking = null;
        for (int day = 0; day < 90; day++)
        {
            last = balance.Step(new FieldDay { Day = day, Et0 = 6 }, out _)!;
            firstAsking ??= last.Need.NetMm > 0 ? last : null;
        }

        Assert.True(last.Ks < 0.2);
        Assert.NotNull(firstAsking);
        Assert.True(firstAsking.Depletion >= firstAsking.ReadilyAvailable);
        Assert.Equal(firstAsking.Depletion, firstAsking.Need.NetMm);
        Assert.Equal(2 * firstAsking.Depletion, firstAsking.Need.GrossMm, 9);
    }

    [Fact]
    public void Step_LightRainAfterADrip_LeavesTheWettedShare()
    {
        WaterBalance balance = new(Maize() with { WettedFraction = 0.3 });
        Assert.Equal(1, balance.Step(new FieldDay { Day = 0, Et0 = 5 }, out _)!.Wetted);
        Assert.Equal(0.3, balance.Step(new FieldDay { Day = 1, Et0 = 5, Irrigation = 10 }, out _)!.Wetted);
        Assert.Equal(0.3, balance.Step(new FieldDay { Day = 2, Et0 = 5, Rain = 2.9 }, out _)!.Wetted);
        Assert.Equal(0.3, balance.Step(new FieldDay { Day = 3, Et0 = 5, Irrigation = 10, Rain = 20 }, out _)!.Wetted);
        Assert.Equal(1, balance.Step(new FieldDay { Day = 4, Et0 = 5, Rain = 3 }, out _)!.Wetted);
    }

    [Fact]
    public void Step_ImpossibleDay_ChangesNothing()
    {
        WaterBalance balance = new(Maize() with { InitialDepletion = 10 });

        Assert.Null(balance.Step(new FieldDay { Day = 0, Et0 = 5, Rain = -1 }, out InputFault? fault));

        Assert.Equal("rain", fault!.Field);
        Assert.Equal(10, balance.Depletion);
        Assert.Equal(Loam.TotalEvaporable, balance.SurfaceDepletion);
    }

    [Fact]
    public void Step_LateSeason_NeitherPlantNorRootsShrink()
    {
        WaterBalance balance = new(Maize());
        double height = 0;
        double roots = 0;
        for (int day = 0; day < 140; day++)
        {
            WaterBalanceDay d = balance.Step(new FieldDay { Day = day, Et0 = 5, Rain = 10 }, out _)!;
            Assert.True(d.Height >= height && d.RootDepth >= roots);
            (height, roots) = (d.Height, d.RootDepth);
        }

        Assert.Equal(2, height, 9);
        Assert.Equal(1, roots, 9);
    }

    [Fact]
    public void Fault_ImpossibleField_NamesTheInput()
    {
        Crop rubber = CropTable.All.First(c => c.Code == "rubber");
        (WaterBalanceOptions Options, string Field)[] cases =
        [
            (Maize() with { Soil = new Soil(0.2, 0.25, 0.1, 8) }, "wp"),
            (Maize() with { Soil = new Soil(0.25, 0.1, 0.1, 20) }, "rew"),
            (Maize() with { InitialDepletion = 1000 }, "initial-depletion"),
            (Maize() with { WettedFraction = 0 }, "fw"),
            (Maize() with { Efficiency = 0 }, "efficiency"),
            (Maize() with { Crop = rubber }, "stages"),
            (Maize() with { Crop = CropTable.All.First(c => c.Code == "pineapple") with { Kcb = null } }, "crop"),
        ];

        Assert.All(cases, c => Assert.Equal(c.Field, c.Options.Fault()?.Field));
        Assert.Null((Maize() with { Crop = rubber, Stages = new StageLengths(60, 90, 120, 95) }).Fault());
    }

    [Theory]
    [InlineData(20, 70, 0)]
    [InlineData(50, 70, 6.0150)]
    [InlineData(50, 100, 50)]
    public void Runoff_CurveNumber_IsTheEquation(double rain, double number, double expected) =>
        Assert.Equal(expected, CurveNumber.Runoff(rain, number), 0.0005);

    /// <summary>Vectors: days of corn in Illinois as pyfao56 recorded them (its test08: curve number 75, runoff by ASCE Manual 70).</summary>
    [Theory]
    [InlineData(17.6, 9.211, 0.000)]
    [InlineData(8.0, 4.381, 0.021)]
    [InlineData(16.1, 3.900, 1.811)]
    [InlineData(12.2, 2.500, 0.635)]
    [InlineData(24.2, 17.950, 0.000)]
    [InlineData(73.9, 22.767, 5.698)]
    public void Runoff_RecordedDay_IsTheRecordedOne(double rain, double depletionBefore, double expected)
    {
        Soil illinois = new(0.290, 0.068, 0.1, 9);

        Assert.Equal(expected, CurveNumber.Runoff(rain, CurveNumber.Of(75, depletionBefore, illinois)), 0.0006);
    }

    [Fact]
    public void Of_WetnessOfTheTopLayer_GoesFromWetToDry()
    {
        Assert.Equal(CurveNumber.Wet(70), CurveNumber.Of(70, 0, Loam));
        Assert.Equal(CurveNumber.Dry(70), CurveNumber.Of(70, Loam.TotalEvaporable, Loam));
        Assert.Equal(70 / (2.281 - (0.01281 * 70)), CurveNumber.Dry(70), 12);
        double before = double.PositiveInfinity;
        for (double depletion = 0; depletion <= Loam.TotalEvaporable; depletion += 0.1)
        {
            double number = CurveNumber.Of(70, depletion, Loam);
            Assert.True(number <= before + 1e-9);
            before = number;
        }
    }

    [Fact]
    public void IrrigationNeed_OneMillimetreOnARai_Is1600Litres() => Assert.Equal(1.6, IrrigationNeed.CubicMetresPerRai(1), 12);

    [Theory]
    [InlineData(29.9, 30, 0)]
    [InlineData(30, 30, 30)]
    [InlineData(0, 0, 0)]
    public void IrrigationNeed_DepletionAtTheReadilyAvailable_IsDue(double depletion, double readily, double net) =>
        Assert.Equal(net, IrrigationNeed.Of(depletion, readily, 1).NetMm);

    private static WaterBalanceOptions Maize() => new() { Crop = CropTable.All.First(c => c.Code == "maize"), Soil = Loam };

    private static FieldDay RandomDay(Random random, int day) => new()
    {
        Day = day,
        Et0 = 10 * random.NextDouble(),
        Rain = random.Next(4) == 0 ? 120 * random.NextDouble() * random.NextDouble() : 0,
        Irrigation = random.Next(9) == 0 ? 60 * random.NextDouble() : 0,
        Wind = 8 * random.NextDouble(),
        RhMin = 100 * random.NextDouble(),
    };
}

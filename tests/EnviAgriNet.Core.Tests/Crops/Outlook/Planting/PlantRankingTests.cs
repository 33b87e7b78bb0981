using EnviAgriNet.Core.Crops.Outlook.Planting;

namespace EnviAgriNet.Core.Tests.Crops.Outlook.Planting;

public sealed class PlantRankingTests
{
    private static readonly double[] Rain = [5, 10, 30, 60, 160, 180, 200, 230, 240, 110, 20, 5];

    [Fact]
    public void Rank_ClayInTheRains_PutsRiceFirst()
    {
        PlantChoice first = PlantRanking.Rank(["rice", "cassava-1", "groundnut"], new DateOnly(2026, 7, 1), 16, "clay", [.. Rain.Select(r => r * 1.6)], null, (_, _) => null)[0];
        Assert.Equal(("rice", 1d), (first.Crop, first.SoilFit));
        Assert.Equal([PlantReason.RainEnough, PlantReason.SoilGood, PlantReason.PriceUnknown], first.Reasons);
    }

    [Fact]
    public void Rank_SandInTheDrySeason_PutsRiceLast()
    {
        IReadOnlyList<PlantChoice> all = PlantRanking.Rank(null, new DateOnly(2026, 12, 1), 16, "sand", Rain, false, (_, _) => null);
        PlantChoice rice = all.Single(c => c.Crop == "rice");
        Assert.Contains(PlantReason.RainShort, rice.Reasons);
        Assert.Contains(PlantReason.SoilPoor, rice.Reasons);
        Assert.True(rice.Score < all[0].Score);
        Assert.InRange(rice.NeedMm, 700, 1100); // 120 days of about 5 mm × 1.1, and 2 mm of seepage.
        Assert.True(rice.IrrigationMm > 600);
    }

    [Fact]
    public void Rank_PriceForecast_MovesTheOrder()
    {
        IReadOnlyList<PlantChoice> all = PlantRanking.Rank(
            ["maize", "soybean"], new DateOnly(2026, 7, 1), 16, "loam", Rain, null, (crop, _) => crop == "soybean" ? 0.2 : -0.2);
        Assert.Equal(["soybean", "maize"], all.Select(c => c.Crop));
        Assert.Contains(PlantReason.PriceUp, all[0].Reasons);
    }

    [Fact]
    public void Rank_NothingKnown_SaysSo()
    {
        IReadOnlyList<PlantChoice> all = PlantRanking.Rank(null, DateOnly.MaxValue, 0, null, null, null, (_, _) => double.NaN);
        Assert.NotEmpty(all);
        Assert.All(all, c => Assert.Equal([PlantReason.RainUnknown, PlantReason.SoilUnknown, PlantReason.PriceUnknown], c.Reasons));
        Assert.All(all, c => Assert.True(double.IsFinite(c.Score) && c.NeedMm > 0));
        Assert.All(Enum.GetValues<PlantReason>(), r => Assert.NotEqual(PlantWords.Of(r).Th, PlantWords.Of(r).En));
    }
}

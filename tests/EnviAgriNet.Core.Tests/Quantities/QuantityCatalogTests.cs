using EnviAgriNet.Core.Quantities;

namespace EnviAgriNet.Core.Tests.Quantities;

public sealed class QuantityCatalogTests
{
    public static TheoryData<string> Promised =>
    [
        "pm1", "pm25", "pm10", "o3", "co", "no2", "so2", "co2", "air_temperature", "humidity", "pressure", "wind_speed",
        "wind_gust", "wind_direction", "rain", "rain_total", "solar_irradiance", "water_level", "water_level_msl", "flow",
        "water_temperature", "water_ph", "dissolved_oxygen", "water_conductivity", "turbidity", "salinity", "ammonium",
        "soil_moisture", "soil_temperature", "soil_conductivity", "soil_nitrogen", "soil_phosphorus", "soil_potassium",
        "soil_ph", "leaf_wetness", "battery", "voltage", "signal",
    ];

    [Theory]
    [MemberData(nameof(Promised))]
    public void TryGet_PromisedQuantity_IsThere(string code) => Assert.True(QuantityCatalog.TryGet(code, out _));

    [Fact]
    public void All_HaveOneCodeEach_AndARangeThatCanBeShown()
    {
        Assert.Equal(QuantityCatalog.All.Count, QuantityCatalog.All.Select(q => q.Code).Distinct().Count());
        Assert.All(QuantityCatalog.All, q =>
        {
            Assert.Matches("^[a-z][a-z0-9_]*$", q.Code);
            Assert.True(q.Min < q.Max, q.Code);
            Assert.InRange(q.Resolution, 0.001, q.Max - q.Min);
            Assert.False(string.IsNullOrWhiteSpace(q.NameTh), q.Code);
        });
    }

    [Theory]
    [InlineData("air_temperature", -80, true)]
    [InlineData("air_temperature", 60, true)]
    [InlineData("air_temperature", 60.1, false)]
    [InlineData("humidity", 100, true)]
    [InlineData("humidity", 100.1, false)]
    [InlineData("pressure", 499.9, false)]
    [InlineData("wind_speed", 75, true)]
    public void IsPlausible_EndsOfTheRange_AreInside(string code, double value, bool plausible) =>
        Assert.Equal(plausible, QuantityCatalog.Get(code).IsPlausible(value));
}

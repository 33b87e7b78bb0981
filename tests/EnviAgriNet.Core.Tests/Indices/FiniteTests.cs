using EnviAgriNet.Core.Indices;
using FsCheck;
using FsCheck.Fluent;

namespace EnviAgriNet.Core.Tests.Indices;

/// <summary>Whatever number comes in, not finite and absurd ones among them, an index is a finite number or none.</summary>
public sealed class FiniteTests
{
    private static readonly (string Name, Func<double, double, double?> Index)[] Indices =
    [
        ("heat index", HeatIndex.Of),
        ("heat index in Fahrenheit", HeatIndex.OfFahrenheit),
        ("dew point", DewPoint.Of),
        ("wet bulb", WetBulb.Of),
        ("THI", TemperatureHumidity.Index),
        ("THI of 1971", TemperatureHumidity.IndexOf1971),
        ("cf_1", PurpleAir.CorrectCf1),
        ("ATM", PurpleAir.CorrectAtm),
        ("NowCast", (a, b) => NowCast.Of([a, b, a])),
        ("Thai AQI", (a, _) => ThaiAqiTable.Since2023.ValueOf(Pollutant.Pm25, a)?.Number),
        ("US AQI", (a, _) => UsAqiTable.ValueOf(UsPollutant.Pm25, a)?.Number),
        ("SO2", (a, b) => UsAqiTable.So2(a, b)?.Number),
        ("bank", (a, b) => RiverBank.Of(a, b, a / 2)?.Percent),
        ("hours to bank", (a, b) => RiverRise.HoursToBank(a, b, b / 3)),
        ("rain index", (a, b) => new RainFit(2, 30, 0.1, 30).IndexOf(a + b)),
    ];

    [Fact]
    public void EveryIndex_AnyNumbers_IsFiniteOrNull() =>
        Prop.ForAll<double, double>((a, b) => Indices.All(i => i.Index(a, b) is not { } value || double.IsFinite(value)))
            .QuickCheckThrowOnFailure();

    public static TheoryData<double> Extremes =>
        [0, -0.0, 1e-300, 99.999, 100, 1e3, 1e15, 1e30, 1e160, 1e300, double.MaxValue, double.MinValue, double.NaN, double.PositiveInfinity];

    [Theory]
    [MemberData(nameof(Extremes))]
    public void EveryIndex_ExtremeNumbers_IsFiniteOrNull(double extreme)
    {
        foreach (double other in new[] { 0, 50, extreme })
        {
            Assert.All(Indices, i => Assert.True(
                i.Index(extreme, other) is not { } value || double.IsFinite(value), $"{i.Name} of {extreme} and {other}"));
            Assert.All(Indices, i => Assert.True(
                i.Index(other, extreme) is not { } value || double.IsFinite(value), $"{i.Name} of {other} and {extreme}"));
        }
    }
}

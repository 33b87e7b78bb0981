using System.Globalization;

namespace EnviAgriNet.FirmwareHost.Tests.Kernel;

/// <summary>Chips made of the registers of the kernel's i2c-stub, on bus 0: the lines of a script that fill them.</summary>
internal static class StubChips
{
    public const int Bmp280 = 0x76;
    public const int Bme280 = 0x77;
    public const int Ads1115 = 0x48;
    public const int Lm75 = 0x49;
    public const int Sht21 = 0x40;

    /// <summary>What Bosch's chips give for a measurement that was skipped.</summary>
    public const int Skipped = 0x80000;

    // The worked example of Bosch's data sheet (BMP280, section 3.12); humidity has none, so these are from a chip.
    private static readonly int[] Calibration = [27504, 26435, -1000, 36477, -10685, 3024, 2855, 140, -7, 15500, -14600, 6000];
    private static readonly (int H1, int H2, int H3, int H4, int H5, int H6) Humid = (75, 362, 0, 313, 50, 30);

    public static string Bosch(int address, int id, int temperature = 519888, int pressure = 415148) => Lines(
        Bytes(address, 0xd0, id),
        Bytes(address, 0x88, [.. Calibration.SelectMany(n => new[] { n & 255, n >> 8 & 255 })]),
        BoschPressure(address, pressure),
        BoschTemperature(address, temperature));

    public static string BoschTemperature(int address, int raw) => Bytes(address, 0xfa, Adc20(raw));

    public static string BoschPressure(int address, int raw) => Bytes(address, 0xf7, Adc20(raw));

    public static string BoschHumidity(int address, int raw) => Lines(
        Bytes(address, 0xa1, Humid.H1),
        Bytes(address, 0xe1, Humid.H2 & 255, Humid.H2 >> 8, Humid.H3, Humid.H4 >> 4, Humid.H4 & 15 | (Humid.H5 & 15) << 4, Humid.H5 >> 4, Humid.H6),
        Bytes(address, 0xfd, raw >> 8, raw & 255));

    /// <summary>The data sheet's own formula in floating point (BME280, appendix A), at the t_fine of its worked example.</summary>
    public static double BoschHumidityPercent(int raw)
    {
        const double FineTemperature = 128422 - 76800.0;
        double h = (raw - (Humid.H4 * 64.0 + Humid.H5 / 16384.0 * FineTemperature))
            * (Humid.H2 / 65536.0 * (1 + Humid.H6 / 67108864.0 * FineTemperature * (1 + Humid.H3 / 67108864.0 * FineTemperature)));
        return h * (1 - Humid.H1 * h / 524288.0);
    }

    /// <summary>A register of 16 bits, the high byte first: SMBus has the low one first.</summary>
    public static string Word(int address, int register, int value) =>
        Line($"i2cset -f -y 0 0x{address:x2} 0x{register:x2} 0x{(value & 255) << 8 | value >> 8:x4} w");

    public static string Lines(params IEnumerable<string> lines) => string.Join('\n', lines);

    private static int[] Adc20(int raw) => [raw >> 12, raw >> 4 & 255, raw << 4 & 255];

    // A driver may hold the address already, hence -f.
    private static string Bytes(int address, int register, params int[] values) =>
        Lines(values.Select((v, i) => Line($"i2cset -f -y 0 0x{address:x2} 0x{register + i:x2} 0x{v:x2} b")));

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace EnviAgriNet.Core.Quantities;

/// <summary>
/// Every quantity the network knows. Plausible ranges are those of the instruments in use and of WMO-No. 8 for the weather
/// (air temperature -80 to 60 Cel, humidity 0 to 100 %, pressure 500 to 1100 hPa, wind 0 to 75 m/s).
/// </summary>
public static class QuantityCatalog
{
    /// <summary>All quantities: air, weather, water, soil, derived indices of drought, then the station's own.</summary>
    public static IReadOnlyList<Quantity> All { get; } =
    [
        new("pm1", "ug/m3", 0, 2000, 0.1, AveragingRule.Mean, "PM1", "ฝุ่น PM1"),
        new("pm25", "ug/m3", 0, 2000, 0.1, AveragingRule.Mean, "PM2.5", "ฝุ่น PM2.5"),
        new("pm10", "ug/m3", 0, 5000, 0.1, AveragingRule.Mean, "PM10", "ฝุ่น PM10"),
        new("o3", "[ppb]", 0, 1000, 0.1, AveragingRule.Mean, "Ozone", "โอโซน"),
        new("co", "[ppm]", 0, 500, 0.01, AveragingRule.Mean, "Carbon monoxide", "คาร์บอนมอนอกไซด์"),
        new("no2", "[ppb]", 0, 5000, 0.1, AveragingRule.Mean, "Nitrogen dioxide", "ไนโตรเจนไดออกไซด์"),
        new("so2", "[ppb]", 0, 5000, 0.1, AveragingRule.Mean, "Sulphur dioxide", "ซัลเฟอร์ไดออกไซด์"),
        new("co2", "[ppm]", 200, 40000, 1, AveragingRule.Mean, "Carbon dioxide", "คาร์บอนไดออกไซด์"),

        new("air_temperature", "Cel", -80, 60, 0.1, AveragingRule.Mean, "Air temperature", "อุณหภูมิอากาศ"),
        new("humidity", "%", 0, 100, 0.1, AveragingRule.Mean, "Relative humidity", "ความชื้นสัมพัทธ์"),
        new("pressure", "hPa", 500, 1100, 0.1, AveragingRule.Mean, "Air pressure", "ความกดอากาศ"),
        new("wind_speed", "m/s", 0, 75, 0.1, AveragingRule.Mean, "Wind speed", "ความเร็วลม"),
        new("wind_gust", "m/s", 0, 110, 0.1, AveragingRule.Maximum, "Wind gust", "ลมกระโชก"),
        new("wind_direction", "deg", 0, 360, 1, AveragingRule.CircularMean, "Wind direction", "ทิศทางลม"),
        new("rain", "mm", 0, 40, 0.1, AveragingRule.Sum, "Rain since the last reading", "ปริมาณฝน"),
        new("rain_total", "mm", 0, 100000, 0.1, AveragingRule.Increase, "Rain, running total", "ปริมาณฝนสะสม"),
        new("solar_irradiance", "W/m2", 0, 1600, 1, AveragingRule.Mean, "Solar irradiance", "ความเข้มรังสีดวงอาทิตย์"),

        new("water_level", "m", -20, 60, 0.01, AveragingRule.Mean, "Water level at the staff", "ระดับน้ำ"),
        new("water_level_msl", "m", -30, 1500, 0.01, AveragingRule.Mean, "Water level above sea", "ระดับน้ำ (ม.รทก.)"),
        new("flow", "m3/s", -1000, 30000, 0.01, AveragingRule.Mean, "Flow", "อัตราการไหล"),
        new("water_temperature", "Cel", -2, 60, 0.1, AveragingRule.Mean, "Water temperature", "อุณหภูมิน้ำ"),
        new("water_ph", "[pH]", 0, 14, 0.01, AveragingRule.Mean, "Water pH", "ความเป็นกรด-ด่างของน้ำ"),
        new("dissolved_oxygen", "mg/L", 0, 30, 0.01, AveragingRule.Mean, "Dissolved oxygen", "ออกซิเจนละลายน้ำ"),
        new("water_conductivity", "uS/cm", 0, 100000, 1, AveragingRule.Mean, "Water conductivity", "ค่าการนำไฟฟ้าของน้ำ"),
        new("turbidity", "[NTU]", 0, 10000, 0.1, AveragingRule.Mean, "Turbidity", "ความขุ่น"),
        new("salinity", "g/L", 0, 50, 0.01, AveragingRule.Mean, "Salinity", "ความเค็ม"),
        new("ammonium", "mg/L", 0, 1000, 0.01, AveragingRule.Mean, "Ammonium", "แอมโมเนียม"),

        new("soil_moisture", "%", 0, 100, 0.1, AveragingRule.Mean, "Soil moisture by volume", "ความชื้นในดิน"),
        new("soil_temperature", "Cel", -50, 80, 0.1, AveragingRule.Mean, "Soil temperature", "อุณหภูมิดิน"),
        new("soil_conductivity", "uS/cm", 0, 20000, 1, AveragingRule.Mean, "Soil conductivity", "ค่าการนำไฟฟ้าของดิน"),
        new("soil_nitrogen", "mg/kg", 0, 3000, 1, AveragingRule.Mean, "Soil nitrogen", "ไนโตรเจนในดิน"),
        new("soil_phosphorus", "mg/kg", 0, 3000, 1, AveragingRule.Mean, "Soil phosphorus", "ฟอสฟอรัสในดิน"),
        new("soil_potassium", "mg/kg", 0, 3000, 1, AveragingRule.Mean, "Soil potassium", "โพแทสเซียมในดิน"),
        new("soil_ph", "[pH]", 0, 14, 0.01, AveragingRule.Mean, "Soil pH", "ความเป็นกรด-ด่างของดิน"),
        new("leaf_wetness", "%", 0, 100, 1, AveragingRule.Mean, "Leaf wetness", "ความเปียกของใบ"),

        new("spi_1", "1", -5, 5, 0.01, AveragingRule.Last, "Precipitation index, 1 month", "ดัชนีฝนมาตรฐาน 1 เดือน"),
        new("spi_3", "1", -5, 5, 0.01, AveragingRule.Last, "Precipitation index, 3 months", "ดัชนีฝนมาตรฐาน 3 เดือน"),
        new("spi_6", "1", -5, 5, 0.01, AveragingRule.Last, "Precipitation index, 6 months", "ดัชนีฝนมาตรฐาน 6 เดือน"),
        new("spi_12", "1", -5, 5, 0.01, AveragingRule.Last, "Precipitation index, 12 months", "ดัชนีฝนมาตรฐาน 12 เดือน"),

        new("battery", "V", 0, 60, 0.01, AveragingRule.Last, "Battery", "แบตเตอรี่"),
        new("voltage", "V", -60, 60, 0.001, AveragingRule.Mean, "Voltage of an input", "แรงดันของช่องสัญญาณ"),
        new("signal", "dB[mW]", -150, 0, 1, AveragingRule.Last, "Signal strength", "ความแรงสัญญาณ"),
    ];

    private static readonly FrozenDictionary<string, Quantity> ByCode = All.ToFrozenDictionary(q => q.Code);

    /// <summary>Finds a quantity by its code; false when there is none of that name.</summary>
    public static bool TryGet(string code, [NotNullWhen(true)] out Quantity? quantity) =>
        ByCode.TryGetValue(code, out quantity);

    /// <summary>The quantity of that code; a code that does not exist is a programmer's error.</summary>
    public static Quantity Get(string code) => ByCode[code];
}

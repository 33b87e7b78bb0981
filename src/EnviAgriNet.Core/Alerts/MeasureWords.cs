using System.Collections.Frozen;
using System.Globalization;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Core.Alerts;

/// <summary>How a measured number is told: whole in a text, short in an SMS.</summary>
public static class MeasureWords
{
    /// <summary>The most UTF-16 units of the short form.</summary>
    public const int ShortUnitsMax = 20;

    private const string Unknown = "0.##";

    // Whoever hears a warning thinks of wind in kilometres an hour.
    private const double KilometresPerHour = 3.6;

    private static readonly FrozenDictionary<string, Words> ByMeasure = new Dictionary<string, Words>
    {
        ["pm25_24h"] = new("PM2.5 เฉลี่ย 24 ชั่วโมง {0} มคก./ลบ.ม.", "PM2.5 {0} ug/m3 over 24 hours", "PM2.5 {0} มคก.", "PM2.5 {0}", "0"),
        ["pm10_24h"] = new("PM10 เฉลี่ย 24 ชั่วโมง {0} มคก./ลบ.ม.", "PM10 {0} ug/m3 over 24 hours", "PM10 {0} มคก.", "PM10 {0}", "0"),
        ["bank_percent"] = new("น้ำ {0}% ของความจุลำน้ำ", "river at {0}% of its bed", "น้ำ {0}% ของตลิ่ง", "river {0}%", "0"),
        ["rise_per_hour"] = new("น้ำขึ้น {0} ม. ต่อชั่วโมง", "water rising {0} m an hour", "น้ำขึ้น {0} ม./ชม.", "water +{0} m/h", "0.0"),
        ["hours_to_bank"] = new("น้ำจะถึงตลิ่งใน {0} ชั่วโมง", "river at its bank in {0} hours", "ถึงตลิ่งใน {0} ชม.", "at bank in {0} h", "0"),
        ["rain_1h"] = new("ฝน 1 ชั่วโมง {0} มม.", "rain {0} mm in 1 hour", "ฝน {0} มม./1ชม.", "rain {0} mm/1 h", "0"),
        ["rain_3h"] = new("ฝน 3 ชั่วโมง {0} มม.", "rain {0} mm in 3 hours", "ฝน {0} มม./3ชม.", "rain {0} mm/3 h", "0"),
        ["rain_24h"] = new("ฝน 24 ชั่วโมง {0} มม.", "rain {0} mm in 24 hours", "ฝน {0} มม./24ชม.", "rain {0} mm/24 h", "0"),
        ["rain_3d"] = new("ฝน 3 วัน {0} มม.", "rain {0} mm in 3 days", "ฝน {0} มม./3วัน", "rain {0} mm/3 d", "0"),
        ["rain_15d"] = new("ฝน 15 วัน {0} มม.", "rain {0} mm in 15 days", "ฝน {0} มม./15วัน", "rain {0} mm/15 d", "0"),
        ["heat_index_1h"] = new("ดัชนีความร้อน {0} องศา", "heat index {0} C", "รู้สึกร้อน {0} องศา", "heat index {0} C", "0"),
        ["temperature_1h"] = new("อุณหภูมิ {0} องศา", "temperature {0} C", "อากาศ {0} องศา", "air {0} C", "0.0"),
        ["temperature_min_24h"] = new("อุณหภูมิต่ำสุด {0} องศา", "lowest temperature {0} C", "ต่ำสุด {0} องศา", "low {0} C", "0.0"),
        ["temperature_max_24h"] = new("อุณหภูมิสูงสุด {0} องศา", "highest temperature {0} C", "สูงสุด {0} องศา", "high {0} C", "0.0"),
        ["humidity_1h"] = new("ความชื้นสัมพัทธ์ {0}%", "relative humidity {0}%", "ความชื้น {0}%", "humidity {0}%", "0"),
        ["wind_10min"] = new("ความเร็วลม {0} กม./ชม.", "wind {0} km/h", "ลม {0} กม./ชม.", "wind {0} km/h", "0", KilometresPerHour),
        ["gust_1h"] = new("ลมกระโชก {0} กม./ชม.", "gusts of {0} km/h", "ลมแรง {0} กม./ชม.", "gusts {0} km/h", "0", KilometresPerHour),
        ["dissolved_oxygen_1h"] = new("ออกซิเจนในน้ำ {0} มก./ล.", "dissolved oxygen {0} mg/L", "ออกซิเจน {0} มก./ล", "oxygen {0} mg/L", "0.0"),
        ["ammonium_1h"] = new("แอมโมเนียม {0} มก./ล.", "ammonium {0} mg/L", "NH4 {0} มก./ล", "NH4 {0} mg/L", "0.0"),
        ["ph_1h"] = new("ค่าความเป็นกรด-ด่าง (pH) {0}", "pH {0}", "pH {0}", "pH {0}", "0.0"),
        ["salinity_1h"] = new("ความเค็ม {0} กรัม/ลิตร", "salinity {0} g/L", "ความเค็ม {0} ก./ล", "salt {0} g/L", "0.0"),
        ["conductivity_1h"] = new("ค่าการนำไฟฟ้า {0} ไมโครซีเมนส์/ซม.", "conductivity {0} uS/cm", "EC {0} µS/cm", "EC {0} uS/cm", "0"),
        ["soil_moisture_24h"] = new("ความชื้นในดิน {0}%", "soil moisture {0}%", "ดินชื้น {0}%", "soil moisture {0}%", "0"),
        ["spi_1"] = new("ดัชนีฝน (SPI) 1 เดือน {0}", "1-month rain index (SPI) {0}", "ฝน 1 เดือน SPI {0}", "1-month SPI {0}", "0.0"),
        ["spi_3"] = new("ดัชนีฝน (SPI) 3 เดือน {0}", "3-month rain index (SPI) {0}", "ฝน 3 เดือน SPI {0}", "3-month SPI {0}", "0.0"),
        ["spi_6"] = new("ดัชนีฝน (SPI) 6 เดือน {0}", "6-month rain index (SPI) {0}", "ฝน 6 เดือน SPI {0}", "6-month SPI {0}", "0.0"),
        ["spi_12"] = new("ดัชนีฝน (SPI) 12 เดือน {0}", "12-month rain index (SPI) {0}", "ฝน12เดือน SPI {0}", "12-month SPI {0}", "0.0"),
        ["angstrom"] = new("ดัชนีไฟ (Angstrom) {0} ยิ่งต่ำไฟยิ่งลามง่าย", "Angstrom fire index {0} (low is dangerous)", "ดัชนีไฟ {0}", "fire index {0}", "0.0"),
    }.ToFrozenDictionary();

    /// <summary>The measures that have words of their own; any other is told by its name.</summary>
    public static IEnumerable<string> Known => ByMeasure.Keys;

    /// <summary>How a known measure is told in a built-in language.</summary>
    public static MeasurePhrase PhraseOf(string measure, string language)
    {
        Words words = ByMeasure[measure];
        return language == Languages.Thai ? new(words.LongTh, words.ShortTh) : new(words.LongEn, words.ShortEn);
    }

    /// <summary>A number as a text tells it.</summary>
    public static string Long(MeasuredValue value, string language) => Phrasebooks.BaseOf(language).Long(value);

    /// <summary>A number as an SMS tells it, in at most <see cref="ShortUnitsMax"/> units; never cut inside a number.</summary>
    public static string Short(MeasuredValue value, string language) => Phrasebooks.BaseOf(language).Short(value);

    internal static string Long(MeasuredValue value, IReadOnlyDictionary<string, MeasurePhrase> phrases) =>
        phrases.TryGetValue(value.Measure, out MeasurePhrase? phrase)
            ? Fill(phrase.Long, NumberOf(value))
            : $"{value.Measure} {NumberOf(value)} {value.Unit}";

    internal static string Short(MeasuredValue value, IReadOnlyDictionary<string, MeasurePhrase> phrases)
    {
        string number = NumberOf(value);
        string text = phrases.TryGetValue(value.Measure, out MeasurePhrase? phrase) ? Fill(phrase.Short, number) : $"{number} {value.Unit}";
        string plain = Number(value.Value, Unknown);
        return text.Length <= ShortUnitsMax ? text : plain.Length <= ShortUnitsMax ? plain : string.Empty;
    }

    internal static string Number(double value, string format)
    {
        string text = value.ToString(format, CultureInfo.InvariantCulture);
        return text is "-0" or "-0.0" ? text[1..] : text;
    }

    private static string NumberOf(MeasuredValue value) =>
        ByMeasure.TryGetValue(value.Measure, out Words? words) ? words.Number(value.Value) : Number(value.Value, Unknown);

    private static string Fill(string text, string number) => text.Replace("{0}", number, StringComparison.Ordinal);

    private sealed record Words(
        string LongTh, string LongEn, string ShortTh, string ShortEn, string Format, double Factor = 1)
    {
        public string Number(double value) => MeasureWords.Number(value * Factor, Format);
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using EnviAgriNet.Core.Crops.Outlook;
using EnviAgriNet.Core.Markets;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands.Crops;

/// <summary>Prints an outlook for people, in Thai or English, or as JSON.</summary>
internal static class OutlookPrinter
{
    /// <summary>Prints it.</summary>
    public static void Print(FieldOutlook outlook, IConsole console, bool asJson, bool inThai)
    {
        if (asJson)
        {
            console.Line(Json(outlook).ToJsonString(CloudCall.ReadableJson));
            return;
        }

        foreach (string line in Lines(outlook, inThai))
        {
            console.Line(line);
        }
    }

    /// <summary>The outlook as JSON: units in the names, null for what is not known.</summary>
    public static JsonObject Json(FieldOutlook outlook) => new()
    {
        ["on"] = Day(outlook.On),
        ["crop"] = outlook.Crop,
        ["variety"] = outlook.Variety,
        ["planted_on"] = Day(outlook.PlantedOn),
        ["days_after_planting"] = outlook.DaysAfterPlanting,
        ["stage"] = Code(outlook.Stage),
        ["stage_basis"] = Code(outlook.StageBasis),
        ["degree_days"] = Round(outlook.DegreeDays),
        ["harvest"] = outlook.Harvest is { } h ? new JsonObject { ["from"] = Day(h.From), ["to"] = Day(h.To), ["basis"] = Code(h.Basis) } : null,
        ["water"] = outlook.Water is { } w ? Water(w) : null,
        ["yield"] = outlook.Yield is { } y ? Yield(y) : null,
        ["heat"] = outlook.Heat is { } heat ? Stress(heat) : null,
        ["cold"] = outlook.Cold is { } cold ? Stress(cold) : null,
        ["disease"] = new JsonArray([.. outlook.Disease.Select(Disease)]),
        ["spray"] = outlook.Spray is { } s ? Spray(s) : null,
        ["assumed"] = new JsonArray([.. outlook.Assumed.Select(a => JsonValue.Create(Code(a)))]),
        ["missing"] = new JsonArray([.. outlook.Missing.Select(m => JsonValue.Create(Code(m)))]),
        ["weather"] = outlook.Weather is { } cover ? Weather(cover) : null,
    };

    /// <summary>The name of a value in snake case.</summary>
    public static string Code<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    private static IEnumerable<string> Lines(FieldOutlook o, bool th)
    {
        string Say(Words words) => th ? words.Th : words.En;
        yield return th
            ? $"{o.Crop}{(o.Variety is { } v ? " " + v : string.Empty)} วันที่ {Date(o.On, true)}: {Say(OutlookWords.Of(o.Stage))} ({Say(OutlookWords.Of(o.StageBasis))}{(o.DaysAfterPlanting is { } d ? $", {d} วันหลังปลูก" : string.Empty)})"
            : $"{o.Crop}{(o.Variety is { } w ? " " + w : string.Empty)} on {Date(o.On, false)}: {Say(OutlookWords.Of(o.Stage))} ({Say(OutlookWords.Of(o.StageBasis))}{(o.DaysAfterPlanting is { } e ? $", {e} days after planting" : string.Empty)})";
        if (o.Harvest is { } harvest)
        {
            yield return th ? $"เก็บเกี่ยว {Date(harvest.From, true)} ถึง {Date(harvest.To, true)}" : $"harvest {Date(harvest.From, false)} to {Date(harvest.To, false)}";
        }

        if (o.Water is { } water)
        {
            yield return th
                ? Inv($"น้ำ: {Say(OutlookWords.Of(water.Kind))} {water.Mm:0} มม. = {water.CubicMetresPerRai:0} ลบ.ม./ไร่ ({Say(OutlookWords.Of(water.Basis))}; 7 วัน ฝน {water.RainMm:0} มม. พืชใช้ {water.NeedMm:0} มม.)")
                : Inv($"water: {Say(OutlookWords.Of(water.Kind))}, {water.Mm:0} mm = {water.CubicMetresPerRai:0} m³/rai ({Say(OutlookWords.Of(water.Basis))}; in 7 days {water.RainMm:0} mm of rain, {water.NeedMm:0} mm used)");
        }

        if (o.Yield is { } yield)
        {
            yield return th
                ? Inv($"ผลผลิต: มีโอกาส 8 ใน 10 อยู่ระหว่าง {yield.Low:0} ถึง {yield.High:0} กก./ไร่ (กลาง {yield.Median:0}; ปกติ {yield.Usual:0})")
                : Inv($"yield: 8 in 10 between {yield.Low:0} and {yield.High:0} kg/rai (middle {yield.Median:0}, usual {yield.Usual:0})");
        }

        foreach ((TemperatureStress? stress, string nameTh, string nameEn) in new[] { (o.Heat, "ร้อน", "heat"), (o.Cold, "หนาว", "cold") })
        {
            if (stress is { Level: not StressLevel.None })
            {
                yield return th
                    ? Inv($"{nameTh}: {Say(OutlookWords.Of(stress.Level))} {stress.Days} วันใน {stress.OfDays} วัน ({stress.ExtremeCelsius:0.0} °C เกณฑ์ {stress.LimitCelsius:0.0})")
                    : Inv($"{nameEn}: {Say(OutlookWords.Of(stress.Level))}, {stress.Days} of {stress.OfDays} days ({stress.ExtremeCelsius:0.0} °C, limit {stress.LimitCelsius:0.0})");
            }
        }

        foreach (DiseaseRisk risk in o.Disease)
        {
            yield return th
                ? $"{Say(OutlookWords.OfDisease(risk.Disease))}: {Say(OutlookWords.Of(risk.Level))} {risk.Nights} คืนจาก {risk.NightsNeeded} (เกณฑ์ยังไม่ยืนยัน)"
                : $"{Say(OutlookWords.OfDisease(risk.Disease))}: {Say(OutlookWords.Of(risk.Level))}, {risk.Nights} nights of {risk.NightsNeeded} (rule not confirmed)";
        }

        if (o.Spray is { } spray)
        {
            string windows = string.Join(", ", spray.Windows.Select(s => $"{s.FromHour:00}-{s.ToHour:00}"));
            string now = spray.NowReason is { } reason ? Say(OutlookWords.Of(reason)) : string.Empty;
            yield return th
                ? $"พ่นยา: ช่วงเหมาะ {(windows.Length == 0 ? "ไม่มี" : windows + " น.")}{(now.Length == 0 ? string.Empty : $" ขณะนี้ไม่เหมาะ: {now}")}"
                : $"spraying: fit {(windows.Length == 0 ? "at no hour" : windows)}{(now.Length == 0 ? string.Empty : $"; not now: {now}")}";
        }

        if (o.Assumed.Count > 0)
        {
            yield return (th ? "สมมติ: " : "assumed: ") + string.Join("; ", o.Assumed.Select(a => Say(OutlookWords.Of(a))));
        }

        if (o.Missing.Count > 0)
        {
            yield return (th ? "ขาด: " : "missing: ") + string.Join("; ", o.Missing.Select(m => Say(OutlookWords.Of(m))));
        }
    }

    private static JsonObject Water(WaterAdvice water) => new()
    {
        ["action"] = Code(water.Kind),
        ["basis"] = Code(water.Basis),
        ["mm"] = Round(water.Mm),
        ["m3_per_rai"] = Round(water.CubicMetresPerRai),
        ["deficit_mm"] = Round(water.DeficitMm),
        ["stress"] = Math.Round(water.Stress, 3),
        ["days_left"] = water.DaysLeft,
        ["paddy_level_cm"] = Round(water.PaddyLevelCm),
        ["rain_mm_7d"] = Round(water.RainMm),
        ["need_mm_7d"] = Round(water.NeedMm),
    };

    private static JsonObject Yield(YieldOutlook yield) => new()
    {
        ["low_kg_per_rai"] = Round(yield.Low),
        ["median_kg_per_rai"] = Round(yield.Median),
        ["high_kg_per_rai"] = Round(yield.High),
        ["usual_kg_per_rai"] = Round(yield.Usual),
        ["water_factor"] = yield.WaterFactor is { } f ? Math.Round(f, 3) : null,
        ["years"] = yield.Years,
        ["last_year"] = yield.LastYear,
    };

    private static JsonObject Stress(TemperatureStress stress) => new()
    {
        ["level"] = Code(stress.Level),
        ["days"] = stress.Days,
        ["of_days"] = stress.OfDays,
        ["limit_celsius"] = stress.LimitCelsius,
        ["extreme_celsius"] = Round(stress.ExtremeCelsius),
        ["status"] = Code(stress.Status),
    };

    private static JsonObject Disease(DiseaseRisk risk) => new()
    {
        ["disease"] = risk.Disease,
        ["level"] = Code(risk.Level),
        ["nights"] = risk.Nights,
        ["nights_needed"] = risk.NightsNeeded,
        ["status"] = Code(risk.Status),
    };

    private static JsonObject Spray(SprayOutlook spray) => new()
    {
        ["now"] = spray.Now,
        ["now_reason"] = spray.NowReason is { } reason ? Code(reason) : null,
        ["days"] = spray.Days,
        ["windows"] = new JsonArray([.. spray.Windows.Select(w => new JsonObject
        {
            ["from_hour"] = w.FromHour, ["to_hour"] = w.ToHour, ["fit_days"] = w.FitDays, ["of_days"] = w.OfDays,
        })]),
    };

    private static JsonObject Weather(WeatherCover cover) => new()
    {
        ["from"] = Day(cover.From),
        ["to"] = Day(cover.To),
        ["days"] = cover.Days,
        ["bridged"] = cover.Bridged,
        ["sources"] = new JsonArray([.. cover.Sources.Select(s => new JsonObject
        {
            ["name"] = s.Name, ["km"] = s.Kilometres, ["gives"] = new JsonArray([.. s.Gives.Select(g => JsonValue.Create(g))]),
        })]),
    };

    private static double? Round(double? value) => value is { } v ? Math.Round(v, 1) : null;

    private static string Inv(FormattableString text) => FormattableString.Invariant(text);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Date(DateOnly day, bool th) => th
        ? $"{day.Day} {ThaiCalendar.MonthName(day.Month)} {day.Year + ThaiCalendar.BuddhistEra}"
        : day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}

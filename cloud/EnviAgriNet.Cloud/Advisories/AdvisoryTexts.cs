using System.Globalization;
using EnviAgriNet.Core.Crops.Outlook;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Cloud.Advisories;

/// <summary>What farmers are told, in Thai and English, doubt in words. Pure.</summary>
internal static class AdvisoryTexts
{
    /// <summary>Puts as many sentences behind the head as two SMS parts hold; the first ones first. Also which they were.</summary>
    /// <param name="head">What it is about.</param>
    /// <param name="sentences">The sentences; one that has no room is left out.</param>
    /// <param name="taken">The places of those that stand in the text.</param>
    public static string Fit(string head, IReadOnlyList<string> sentences, out IReadOnlyList<int> taken)
    {
        List<int> used = [];
        string text = SmsParts.Of(head).Count <= Limits.PartsMax ? head : SmsText.Shorten(head, SmsText.UnitsMax);
        for (int i = 0; i < sentences.Count; i++)
        {
            string longer = sentences[i].Length == 0 ? text : $"{text}{(used.Count == 0 ? ": " : " | ")}{sentences[i]}";
            if (longer != text && SmsParts.Of(longer).Count <= Limits.PartsMax)
            {
                text = longer;
                used.Add(i);
            }
        }

        taken = used;
        return text;
    }

    /// <summary>The same, where it does not matter which sentences had room.</summary>
    public static string Fit(string head, params IReadOnlyList<string> sentences) => Fit(head, sentences, out _);

    /// <summary>How an answer says that it was done.</summary>
    public static string SayDone(string language) => IsThai(language) ? "ทำแล้วตอบ ทำแล้ว" : "Reply DONE when done";

    /// <summary>What to do about water; empty when there is nothing to do.</summary>
    public static string Water(WaterAdvice water, string language)
    {
        bool isReckoned = water.Basis == WaterBasis.ReckonedLevel;
        string amount = IsThai(language)
            ? $"{Whole(water.Mm)} มม. ({Whole(water.CubicMetresPerRai)} ลบ.ม./ไร่)"
            : $"{Whole(water.Mm)} mm ({Whole(water.CubicMetresPerRai)} m3/rai)";
        return (water.Kind, IsThai(language)) switch
        {
            (WaterAction.Irrigate, true) => $"ควรให้น้ำราว {amount}{Level(water, language)}{(isReckoned ? " คำนวณจากฝน ดูในนาก่อน" : string.Empty)}",
            (WaterAction.Irrigate, _) => $"let in about {amount}{Level(water, language)}{(isReckoned ? ", reckoned from rain: look first" : string.Empty)}",
            (WaterAction.Short, true) => $"ดินขาดน้ำราว {Whole(water.DeficitMm)} มม. ฝน 7 วัน {Whole(water.RainMm)} มม. ถ้าหาน้ำได้ให้เติม",
            (WaterAction.Short, _) => $"soil lacks about {Whole(water.DeficitMm)} mm, rain in 7 days {Whole(water.RainMm)} mm. Add water if you can",
            (WaterAction.Drain, true) => $"ระบายน้ำออกจากนา{Level(water, language)}",
            (WaterAction.Drain, _) => $"let water out of the field{Level(water, language)}",
            _ => string.Empty,
        };
    }

    /// <summary>When it will be ready.</summary>
    public static string Harvest(HarvestWindow harvest, string language) => IsThai(language)
        ? $"คาดเก็บเกี่ยว {DayText.Range(harvest.From, harvest.To, language)}"
        : $"harvest about {DayText.Range(harvest.From, harvest.To, language)}";

    /// <summary>What to do before harvest.</summary>
    public static string PrepareHarvest(string language) => IsThai(language) ? "เตรียมคน รถเกี่ยว ที่ตาก" : "Book labour, harvester and drying floor";

    /// <summary>The yield, with its doubt.</summary>
    public static string Yield(YieldOutlook yield, string language) => IsThai(language)
        ? $"ผลผลิต 8 ใน 10 อยู่ที่ {Whole(yield.Low)}-{Whole(yield.High)} กก./ไร่"
        : $"yield 8 in 10: {Whole(yield.Low)}-{Whole(yield.High)} kg/rai";

    /// <summary>Heat or cold.</summary>
    public static string Stress(TemperatureStress stress, bool isHeat, string language)
    {
        string limit = stress.LimitCelsius.ToString("0.#", CultureInfo.InvariantCulture);
        string extreme = stress.ExtremeCelsius.ToString("0.0", CultureInfo.InvariantCulture);
        return (IsThai(language), isHeat) switch
        {
            (true, true) => $"ร้อนถึง {extreme}°C เกิน {limit}°C {stress.Days} ใน {stress.OfDays} วัน รักษาน้ำในแปลง เลี่ยงงานบ่าย{Unconfirmed(stress.Status, language)}",
            (true, false) => $"หนาวถึง {extreme}°C ต่ำกว่า {limit}°C {stress.Days} ใน {stress.OfDays} วัน ตรวจแปลง งดใส่ปุ๋ยชั่วคราว{Unconfirmed(stress.Status, language)}",
            (false, true) => $"heat {extreme} C, above {limit} C on {stress.Days} of {stress.OfDays} days. Keep the field wet{Unconfirmed(stress.Status, language)}",
            _ => $"cold {extreme} C, below {limit} C on {stress.Days} of {stress.OfDays} days. Look at the crop, hold fertiliser{Unconfirmed(stress.Status, language)}",
        };
    }

    /// <summary>Weather that favours a disease.</summary>
    public static string Disease(DiseaseRisk risk, string language) => IsThai(language)
        ? $"อากาศเอื้อต่อ{Name(risk.Disease, language)} {risk.Nights} คืนติดกัน ตรวจแปลง พบอาการถามเกษตรตำบล{Unconfirmed(risk.Status, language)}"
        : $"{risk.Nights} nights in a row favoured {Name(risk.Disease, language)}. Look at the leaves; ask your officer if found{Unconfirmed(risk.Status, language)}";

    /// <summary>Hours that were fit for spraying of late.</summary>
    public static string Spray(SprayOutlook spray, string language) => spray.Windows is not [var first, ..]
        ? string.Empty
        : IsThai(language)
            ? $"ช่วงพ่นได้บ่อย {first.FromHour}-{first.ToHour} น. ({first.FitDays} ใน {first.OfDays} วัน)"
            : $"spraying mostly fit {first.FromHour}-{first.ToHour} h ({first.FitDays} of {first.OfDays} days)";

    /// <summary>No hours are fit any more.</summary>
    public static string SprayClosed(SprayOutlook spray, string language) => IsThai(language)
        ? $"ช่วงนี้ไม่มีเวลาเหมาะพ่นยา{Reason(spray.NowReason, language)} เลื่อนการพ่นไปก่อน"
        : $"no hours fit for spraying these days{Reason(spray.NowReason, language)}. Put it off";

    /// <summary>How far a crop has grown; empty when that is not known.</summary>
    public static string Stage(FieldOutlook outlook, string language)
    {
        string name = StageName(outlook.Stage, language);
        bool isAssumed = outlook.Assumed.Contains(OutlookAssumption.PlantingDate) && outlook.StageBasis != StageBasis.DayLength;
        return name.Length == 0 ? string.Empty
            : !isAssumed || outlook.PlantedOn is not { } planted ? IsThai(language) ? $"ระยะ{name}" : name
            : IsThai(language) ? $"ถ้าปลูกราว {DayText.Short(planted, language)} ระยะ{name}" : $"{name} if planted about {DayText.Short(planted, language)}";
    }

    /// <summary>Asks for the day of planting that was not told.</summary>
    public static string AskPlanted(string language) => IsThai(language) ? "บอกวันปลูก ส่ง เช่น ปลูก 1 ก.ค." : "Tell us when: PLANTED 1 JUL";

    /// <summary>Where a price goes, and how sure that is.</summary>
    public static string PriceAhead(PriceView price, DateOnly today, string language)
    {
        if (price is not { Ahead: { } ahead, AheadOn: { } on, ChanceUp: { } up })
        {
            return string.Empty;
        }

        string when = When(on, today, language);
        string range = $"{Rough(ahead.Low80)}-{Rough(ahead.High80)} {Unit(price, language)}";
        return (price.Direction, IsThai(language)) switch
        {
            ("up", true) => $"ราคา{when}มีโอกาสขึ้น {Chance.Words(up, language)} ({range})",
            ("down", true) => $"ราคา{when}มีโอกาสลง {Chance.Words(1 - up, language)} ({range})",
            (_, true) => $"ราคา{when}ขึ้นหรือลงพอกัน 8 ใน 10 อยู่ที่ {range}",
            ("up", _) => $"price {when}: {Chance.Words(up, language)} it rises ({range})",
            ("down", _) => $"price {when}: {Chance.Words(1 - up, language)} it falls ({range})",
            _ => $"price {when}: up or down alike, 8 in 10 {range}",
        };
    }

    /// <summary>The newest price.</summary>
    public static string PriceNow(PriceView price, string language) => IsThai(language)
        ? $"{Price(price.Last)} {price.UnitTh} ({DayText.Short(price.LastOn, language)})"
        : $"{Price(price.Last)} {price.UnitEn} ({DayText.Short(price.LastOn, language)})";

    /// <summary>The unit of a price.</summary>
    public static string Unit(PriceView price, string language) => IsThai(language) ? price.UnitTh : price.UnitEn;

    /// <summary>The name of a stage; empty for one that is not known.</summary>
    public static string StageName(GrowthStage stage, string language) => (stage, IsThai(language)) switch
    {
        (GrowthStage.BeforePlanting, true) => "ก่อนปลูก",
        (GrowthStage.Establishment, true) => "ตั้งตัว",
        (GrowthStage.Vegetative, true) => "เจริญเติบโต",
        (GrowthStage.Flowering, true) => "ออกดอก",
        (GrowthStage.YieldFormation, true) => "สร้างผลผลิต",
        (GrowthStage.Ripening, true) => "สุกแก่",
        (GrowthStage.HarvestDue, true) => "เก็บเกี่ยว",
        (GrowthStage.BeforePlanting, _) => "before planting",
        (GrowthStage.Establishment, _) => "settling",
        (GrowthStage.Vegetative, _) => "growing",
        (GrowthStage.Flowering, _) => "flowering",
        (GrowthStage.YieldFormation, _) => "filling",
        (GrowthStage.Ripening, _) => "ripening",
        (GrowthStage.HarvestDue, _) => "harvest due",
        _ => string.Empty,
    };

    /// <summary>A price, with a fraction where it is small.</summary>
    public static string Price(double value) => value.ToString(Math.Abs(value) < 1_000 ? "0.##" : "#,0", CultureInfo.InvariantCulture);

    // More digits than these would say that more is known than is.
    private static string Rough(double value)
    {
        double unit = value == 0 ? 1 : Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 2);
        return Price(Math.Round(Math.Round(value / unit, MidpointRounding.AwayFromZero) * unit, 4));
    }

    private static string Whole(double value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Level(WaterAdvice water, string language) => water.PaddyLevelCm is not { } cm ? string.Empty
        : IsThai(language)
            ? cm >= 0 ? $" น้ำในนา {Whole(cm)} ซม." : $" น้ำต่ำกว่าผิวดิน {Whole(-cm)} ซม."
            : cm >= 0 ? $" (water {Whole(cm)} cm)" : $" (water {Whole(-cm)} cm below soil)";

    private static string Reason(SprayFault? fault, string language) => (fault, IsThai(language)) switch
    {
        (SprayFault.Rain, true) => " (ฝน)",
        (SprayFault.Wind, true) => " (ลมแรง)",
        (SprayFault.HotOrDry, true) => " (ร้อนแห้ง)",
        (SprayFault.Wet, true) => " (ใบเปียก)",
        (SprayFault.Rain, false) => " (rain)",
        (SprayFault.Wind, false) => " (wind)",
        (SprayFault.HotOrDry, false) => " (hot or dry)",
        (SprayFault.Wet, false) => " (wet leaves)",
        _ => string.Empty,
    };

    private static string When(DateOnly on, DateOnly today, string language)
    {
        int weeks = Math.Max(1, (int)Math.Round((on.DayNumber - today.DayNumber) / 7.0, MidpointRounding.AwayFromZero));
        return IsThai(language) ? $"อีก {weeks} สัปดาห์" : $"in {weeks} weeks";
    }

    private static string Name(string disease, string language) => (disease, IsThai(language)) switch
    {
        ("rice-blast", true) => "โรคไหม้ข้าว",
        ("rice-blast", _) => "rice blast",
        (_, true) => "โรคพืช",
        _ => disease,
    };

    private static string Unconfirmed(RuleStatus status, string language) => status == RuleStatus.Sourced ? string.Empty
        : IsThai(language) ? " (เกณฑ์ยังไม่ยืนยัน)" : " (rule not confirmed)";

    private static bool IsThai(string language) => language == Languages.Thai;
}

using System.Globalization;
using EnviAgriNet.Cloud.Inbox.Keywords;
using EnviAgriNet.Core.Indices;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Cloud.Inbox.Answers;

/// <summary>Answers in words: one SMS each, in the language of who asked. Pure.</summary>
internal static class AnswerTexts
{
    private static readonly string[] MonthsEn = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>What a station says.</summary>
    /// <param name="measured">What is known.</param>
    /// <param name="place">How the place is called; shortened where it must be.</param>
    /// <param name="language"><c>th</c> or <c>en</c>.</param>
    /// <param name="now">Now, for the age of what is told.</param>
    public static string Of(Measured measured, string place, string language, DateTimeOffset now)
    {
        bool isThai = language == Languages.Thai;
        string text = measured switch
        {
            { IsKnown: false } => Unknown(measured, isThai, now),
            MeasuredAir air => Air(air, isThai, now),
            MeasuredRain rain => Rain(rain, isThai, now),
            MeasuredRiver river => River(river, isThai, now),
            _ => throw new ArgumentOutOfRangeException(nameof(measured)),
        };
        return SmsText.Fit(text, place);
    }

    /// <summary>The station or region measures nothing of that kind.</summary>
    public static string NotMeasured(Intent intent, string place, string language)
    {
        bool isThai = language == Languages.Thai;
        return SmsText.Fit(
            isThai ? $"ยังไม่มีสถานีวัด{Topic(intent, isThai)}ที่ {SmsText.Place}" : $"No station measures {Topic(intent, isThai)} at {SmsText.Place} yet", place);
    }

    /// <summary>No place was said.</summary>
    public static string AskPlace(Intent intent, string language) => language == Languages.Thai
        ? $"ที่ไหน? พิมพ์ เช่น {Keyword(intent, isThai: true)} เชียงใหม่ (ตำบล อำเภอ หรือจังหวัด)"
        : $"Where? Send e.g. {Keyword(intent, isThai: false)} Chiang Mai (or a district)";

    /// <summary>The place is not known.</summary>
    public static string PlaceUnknown(string language) => language == Languages.Thai
        ? "ไม่พบชื่อที่นี้ ลองพิมพ์ชื่ออำเภอหรือจังหวัด เช่น อากาศ เชียงใหม่"
        : "Place not found. Try a district or province, e.g. AIR Chiang Mai";

    /// <summary>Several places have the name.</summary>
    public static string PlaceAmbiguous(string language) => language == Languages.Thai
        ? "มีหลายที่ชื่อนี้ โปรดพิมพ์ชื่อจังหวัดต่อท้ายด้วย"
        : "Several places have this name. Please add the province.";

    /// <summary>How this is used, and how to call for help.</summary>
    public static string Usage(string language) => language == Languages.Thai
        ? "พิมพ์ อากาศ ฝน น้ำ+ที่ | ราคา+พืช | สมัคร+ที่ | หยุด | ภัย: ช่วยด้วย"
        : "Send AIR, RAIN or RIVER+place, PRICE+crop. JOIN. STOP. In danger SOS";

    /// <summary>A keyword to register with a place.</summary>
    public static string AskRegister(string language) => language == Languages.Thai
        ? "พิมพ์ สมัคร ตามด้วยชื่อตำบล อำเภอ หรือจังหวัด เช่น สมัคร ช้างเผือก"
        : "Send JOIN and your district or province, e.g. JOIN Chiang Mai";

    /// <summary>The answer to our question was counted.</summary>
    public static string Thanks(string language) => language == Languages.Thai ? "ขอบคุณสำหรับคำตอบ" : "Thank you for your answer.";

    /// <summary>A number that is not one of the sender's cases, whether or not it is anybody's.</summary>
    public static string NoSuchCase(string number, string language) => language == Languages.Thai
        ? $"ไม่พบเรื่อง {number} ที่แจ้งจากเบอร์นี้"
        : $"No case {number} was opened from this number.";

    /// <summary>A moment as people read it: the time, with the day when it is not today's.</summary>
    public static string Time(DateTimeOffset at, DateTimeOffset now, bool isThai)
    {
        DateTimeOffset local = LocalTime.Of(at);
        string time = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        if (local.Date == LocalTime.Of(now).Date)
        {
            return time;
        }

        // "12 พ.ย. 2569 14:05 น." without year and ending.
        return isThai
            ? string.Join(' ', LocalTime.Text(at, Languages.Thai).Split(' ')[..2]) + " " + time
            : $"{local.Day} {MonthsEn[local.Month - 1]} {time}";
    }

    private static string Unknown(Measured measured, bool isThai, DateTimeOffset now)
    {
        string age = measured.At is { } at ? Time(at, now, isThai) : "-";
        return isThai
            ? $"{Topic(measured)} {SmsText.Place}: ไม่ทราบค่าตอนนี้ ล่าสุดเมื่อ {age}"
            : $"{TopicEn(measured)} {SmsText.Place}: unknown, no valid data, last {age}";
    }

    private static string Air(MeasuredAir air, bool isThai, DateTimeOffset now)
    {
        string pm25 = air.Pm25 is { } value ? $" PM2.5 {Number(value)}" : string.Empty;
        string time = Time(air.At!.Value, now, isThai);
        if (air.Aqi is not { } aqi)
        {
            return isThai
                ? $"อากาศ {SmsText.Place}:{pm25} (1 ชม.) ข้อมูลเมื่อ {time}"
                : $"Air {SmsText.Place}:{pm25} (1 h), data of {time}";
        }

        return isThai
            ? $"{SmsText.Place} AQI {aqi.Text} {Class(aqi.Class, true)}{pm25} เมื่อ {time}"
            : $"Air {SmsText.Place}: AQI {aqi.Text} {Class(aqi.Class, false)}{pm25} at {time}";
    }

    private static string Rain(MeasuredRain rain, bool isThai, DateTimeOffset now)
    {
        string time = Time(rain.At!.Value, now, isThai);
        string least = rain.IsWhole ? string.Empty : isThai ? "อย่างน้อย " : "at least ";
        return isThai
            ? $"ฝน {SmsText.Place} 24 ชม. {least}{Number(rain.Millimetres)} มม. {Class(rain.Millimetres, true)} เมื่อ {time}"
            : $"Rain {SmsText.Place} 24 h: {least}{Number(rain.Millimetres)} mm {Class(rain.Millimetres, false)} at {time}";
    }

    private static string River(MeasuredRiver river, bool isThai, DateTimeOffset now)
    {
        string time = Time(river.At!.Value, now, isThai);
        if (river.Bank is not { } bank)
        {
            return isThai
                ? $"น้ำ {SmsText.Place} ระดับ {river.Level:0.00} ม. (ไม่ทราบตลิ่ง) เมื่อ {time}"
                : $"River {SmsText.Place}: {river.Level:0.00} m (bank unknown) at {time}";
        }

        return isThai
            ? $"น้ำ {SmsText.Place} {bank.Percent:0}% ของตลิ่ง {Situation(bank.Situation, true)} เมื่อ {time}"
            : $"River {SmsText.Place}: {bank.Percent:0}% of bank, {Situation(bank.Situation, false)} at {time}";
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Class(AqiClass air, bool isThai) => (air, isThai) switch
    {
        (AqiClass.VeryGood, true) => "ดีมาก",
        (AqiClass.Good, true) => "ดี",
        (AqiClass.Moderate, true) => "ปานกลาง",
        (AqiClass.StartsToAffectHealth, true) => "เริ่มมีผลกระทบต่อสุขภาพ",
        (AqiClass.AffectsHealth, true) => "มีผลกระทบต่อสุขภาพ",
        (AqiClass.VeryGood, _) => "very good",
        (AqiClass.Good, _) => "good",
        (AqiClass.Moderate, _) => "moderate",
        (AqiClass.StartsToAffectHealth, _) => "unhealthy to some",
        _ => "unhealthy",
    };

    private static string Class(double millimetres, bool isThai) => (RainAmount.ClassOf(millimetres), isThai) switch
    {
        (RainClass.VeryHeavy, true) => "หนักมาก",
        (RainClass.Heavy, true) => "หนัก",
        (RainClass.Moderate, true) => "ปานกลาง",
        (RainClass.Light or RainClass.Trace, true) => "เล็กน้อย",
        (_, true) => "ไม่มีฝน",
        (RainClass.VeryHeavy, _) => "very heavy",
        (RainClass.Heavy, _) => "heavy",
        (RainClass.Moderate, _) => "moderate",
        (RainClass.Light or RainClass.Trace, _) => "light",
        _ => "none",
    };

    private static string Situation(int situation, bool isThai) => (situation, isThai) switch
    {
        (5, true) => "น้ำล้นตลิ่ง",
        (4, true) => "น้ำมาก",
        (3, true) => "น้ำปกติ",
        (2, true) => "น้ำน้อย",
        (_, true) => "น้ำน้อยวิกฤต",
        (5, _) => "over the bank",
        (4, _) => "high",
        (3, _) => "normal",
        (2, _) => "low",
        _ => "very low",
    };

    private static string Topic(Measured measured) => measured is MeasuredAir ? "อากาศ" : measured is MeasuredRain ? "ฝน" : "น้ำ";

    private static string TopicEn(Measured measured) => measured is MeasuredAir ? "Air" : measured is MeasuredRain ? "Rain" : "River";

    private static string Topic(Intent intent, bool isThai) => (intent, isThai) switch
    {
        (Intent.Air, true) => "อากาศ",
        (Intent.Rain, true) => "ฝน",
        (_, true) => "ระดับน้ำ",
        (Intent.Air, _) => "air",
        (Intent.Rain, _) => "rain",
        _ => "the river",
    };

    private static string Keyword(Intent intent, bool isThai) => (intent, isThai) switch
    {
        (Intent.Air, true) => "อากาศ",
        (Intent.Rain, true) => "ฝน",
        (_, true) => "น้ำ",
        (Intent.Air, _) => "AIR",
        (Intent.Rain, _) => "RAIN",
        _ => "RIVER",
    };
}

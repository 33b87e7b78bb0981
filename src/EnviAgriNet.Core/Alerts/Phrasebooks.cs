using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Core.Alerts;

/// <summary>The words that are built in.</summary>
public static class Phrasebooks
{
    private static readonly string[] MonthsTh =
        ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."];

    private static readonly string[] MonthsEn =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    private static readonly Dictionary<string, string> PhrasesTh = new()
    {
        ["drill"] = "[ซ้อม] ",
        ["time"] = "{day} {month} {year_be} {clock} น.",
        ["time-short"] = "{day} {month} {year_be_short} {clock}",
        ["station"] = "{place} (สถานี {station})",
        ["validity"] = "ประกาศโดย {sender} มีผลถึง {until}",
        ["sender"] = "ประกาศโดย {sender}",
        ["go"] = "จุดอพยพใกล้ที่สุด: {shelters}",
        ["call"] = "ขอความช่วยเหลือหรือสอบถามโทร {number}",
        ["or"] = " หรือ ",
        ["sms-join"] = " ",
        ["time-day"] = "{day} {month} {clock}",
        ["sms-span"] = "{since} ถึง {until}",
        ["sms-until"] = "ถึง {until}",
        ["sms-at"] = "เมื่อ {at}",
        ["sms-go"] = "ไปที่ {shelters}",
        ["sms-places"] = "จุดอพยพ {shelters}",
        ["sms-call"] = "โทร {number}",
        ["above"] = "สูงกว่าตลิ่ง",
        ["below"] = "ต่ำกว่าตลิ่ง",
        ["rises"] = "เพิ่มขึ้น {rate} ม./ชม.",
        ["falls"] = "ลดลง {rate} ม./ชม.",
        ["rise-unknown"] = "ยังไม่ทราบอัตราการเปลี่ยนแปลง",
    };

    private static readonly Dictionary<string, string> PhrasesEn = new()
    {
        ["drill"] = "[DRILL] ",
        ["time"] = "{day} {month} {year} {clock}",
        ["time-short"] = "{day} {month} {clock}",
        ["station"] = "{place} (station {station})",
        ["validity"] = "Issued by {sender}, valid until {until}.",
        ["sender"] = "Issued by {sender}.",
        ["go"] = "Nearest places of safety: {shelters}",
        ["call"] = "For help and questions call {number}.",
        ["or"] = " or ",
        ["sms-join"] = ". ",
        ["time-day"] = "{day} {month} {clock}",
        ["sms-span"] = "{since} to {until}",
        ["sms-until"] = "Until {until}",
        ["sms-at"] = "As of {at}",
        ["sms-go"] = "Go to {shelters}",
        ["sms-places"] = "Safe place: {shelters}",
        ["sms-call"] = "Call {number}",
        ["above"] = "above",
        ["below"] = "below",
        ["rises"] = "It rises by {rate} m an hour.",
        ["falls"] = "It falls by {rate} m an hour.",
        ["rise-unknown"] = "How fast it changes is not known.",
    };

    /// <summary>Thai.</summary>
    public static Phrasebook Thai { get; } = Of(Languages.Thai, PhrasesTh, MonthsTh);

    /// <summary>English.</summary>
    public static Phrasebook English { get; } = Of(Languages.English, PhrasesEn, MonthsEn);

    /// <summary>Both, Thai first.</summary>
    public static IReadOnlyList<Phrasebook> BuiltIn { get; } = [Thai, English];

    /// <summary>The built-in one a language falls back to.</summary>
    public static Phrasebook BaseOf(string language) =>
        Languages.Choose(Languages.All, language) == Languages.Thai ? Thai : English;

    private static Phrasebook Of(string language, Dictionary<string, string> phrases, string[] months) => new(
        language,
        Languages.NameOf(language),
        phrases,
        months,
        MeasureWords.Known.ToDictionary(m => m, m => MeasureWords.PhraseOf(m, language)),
        AlertTemplates.All.ToDictionary(w => w.Key, w => new HazardPhrases(w.Value.Name.In(language), CasesOf(w, language))));

    private static Dictionary<string, AlertTemplate> CasesOf(KeyValuePair<string, HazardWords> words, string language)
    {
        Dictionary<string, AlertTemplate> cases = words.Value.Cases.ToDictionary(c => c.Key, c => c.Value.In(language));
        if (words.Key == AlertTemplates.OtherKey)
        {
            cases.Add(AlertTemplates.CancelledCase, AlertTemplates.Cancelled.In(language));
        }

        return cases;
    }
}

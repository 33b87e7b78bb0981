using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Protocol.Cap;

namespace EnviAgriNet.Cloud.Platforms;

/// <summary>Which of our hazards a foreign alert is about: by the code of the OASIS event terms, else by words. Pure.</summary>
internal static class HazardGuess
{
    // The more special word stands first: a flash flood is also a flood.
    private static readonly (string Code, HazardKind Hazard, string[] Words)[] Known =
    [
        ("OET-079", HazardKind.FlashFlood, ["flash flood", "น้ำท่วมฉับพลัน", "น้ำป่า"]),
        ("OET-119", HazardKind.Landslide, ["landslide", "mudslide", "ดินถล่ม", "ดินโคลนถล่ม"]),
        ("OET-081", HazardKind.RiverFlood, ["flood", "น้ำท่วม", "น้ำล้นตลิ่ง", "อุทกภัย"]),
        ("OET-004", HazardKind.Haze, ["haze", "air quality", "pm2.5", "smog", "ฝุ่น", "หมอกควัน"]),
        ("OET-217", HazardKind.FireWeather, ["wildfire", "forest fire", "ไฟป่า"]),
        ("OET-194", HazardKind.StrongWind, ["thunderstorm", "strong wind", "storm", "พายุ", "ลมแรง"]),
        ("OET-051", HazardKind.StrongWind, ["cyclone", "typhoon", "depression", "ไต้ฝุ่น", "ดีเปรสชัน"]),
        ("OET-159", HazardKind.FlashFlood, ["heavy rain", "rain", "ฝนตกหนัก"]),
        ("OET-098", HazardKind.ExtremeHeat, ["heat", "อากาศร้อนจัด"]),
        ("OET-043", HazardKind.Cold, ["cold", "อากาศหนาว"]),
        ("OET-063", HazardKind.Drought, ["drought", "ภัยแล้ง"]),
    ];

    /// <summary>The code of the hazard of a document; <c>other</c> when it is not known.</summary>
    public static string CodeOf(ReadOnlyMemory<byte> document) =>
        CapReader.Read(document).Alert is { } alert && Of(alert) is { } hazard ? hazard.Code() : "other";

    /// <summary>The hazard, or null when neither code nor word is known.</summary>
    public static HazardKind? Of(CapAlert alert)
    {
        List<string> codes = alert.Infos.SelectMany(i => i.EventCodes).Select(c => c.Value.Trim()).ToList();
        string words = string.Join(' ', alert.Infos.Select(i => $"{i.Event} {i.Headline}")).ToLowerInvariant();
        foreach ((string code, HazardKind hazard, _) in Known)
        {
            if (codes.Contains(code))
            {
                return hazard;
            }
        }

        return Known.Where(k => k.Words.Any(w => words.Contains(w, StringComparison.Ordinal))).Select(k => (HazardKind?)k.Hazard).FirstOrDefault();
    }
}

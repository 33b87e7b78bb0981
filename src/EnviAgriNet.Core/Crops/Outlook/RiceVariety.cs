namespace EnviAgriNet.Core.Crops.Outlook;

/// <summary>
/// Rice varieties of Thailand as far as their calendar goes. Khao Dawk Mali 105 waits for days shorter than about 11 hours 52 minutes:
/// it blooms in the last two weeks of October and is harvested from the second week of November (thaihommali.com, about-thai-hom-mali-rice;
/// the Rice Department's description gives harvest about 25 November). RD6 and RD15 are its mutants; that RD15 is about ten days earlier
/// is from memory, unconfirmed. RD29 takes 99 to 103 days from sowing (gotoknow.org/posts/471172, after the Rice Department); the days of
/// the others are from memory, unconfirmed.
/// </summary>
/// <param name="Code">Its code.</param>
/// <param name="NameTh">Its Thai name.</param>
/// <param name="NameEn">Its English name.</param>
/// <param name="Days">Days from sowing where days are not waited for.</param>
/// <param name="Flowering">Month and day between which it blooms if it waits for short days; null if it does not.</param>
public sealed record RiceVariety(
    string Code, string NameTh, string NameEn, double Days, ((int Month, int Day) From, (int Month, int Day) To)? Flowering)
{
    // From flowering to harvest: first flowers of 15 October, first harvest about 10 November; last ones 31 October and 30 November.
    private const int RipeDaysMin = 26;
    private const int RipeDaysMax = 30;

    // Sown later than this before flowering, the plants are too young to answer to the days.
    private const int YoungDays = 55;

    // Sown longer before than this, it is another season's rice.
    private const int OldDays = 240;

    /// <summary>Every variety that is known.</summary>
    public static IReadOnlyList<RiceVariety> All { get; } =
    [
        new("kdml105", "ขาวดอกมะลิ 105", "Khao Dawk Mali 105", 120, ((10, 15), (10, 31))),
        new("rd15", "กข15", "RD15", 120, ((10, 5), (10, 21))),
        new("rd6", "กข6", "RD6", 120, ((10, 15), (10, 31))),
        new("rd29", "กข29", "RD29", 103, null),
        new("rd41", "กข41", "RD41", 105, null),
        new("rd43", "กข43", "RD43", 95, null),
        new("pathumthani1", "ปทุมธานี 1", "Pathum Thani 1", 115, null),
        new("suphanburi1", "สุพรรณบุรี 1", "Suphan Buri 1", 120, null),
        new("chainat1", "ชัยนาท 1", "Chai Nat 1", 120, null),
    ];

    /// <summary>Finds a variety by its code, or by its Thai or English name; null when it is not known.</summary>
    public static RiceVariety? Find(string? text)
    {
        string plain = Plain(text);
        return plain.Length == 0
            ? null
            : plain is "ข้าวหอมมะลิ" or "หอมมะลิ" or "jasmine" or "ขาวดอกมะลิ" or "มะลิ105" or "หอมมะลิ105"
                ? All[0]
                : All.FirstOrDefault(v => Plain(v.Code) == plain || Plain(v.NameTh) == plain || Plain(v.NameEn) == plain);
    }

    /// <summary>The calendar of a field of it, and what it goes by.</summary>
    public (GrowthCalendar Calendar, StageBasis Basis) CalendarFor(DateOnly planted)
    {
        GrowthCalendar usual = GrowthCalendar.Rice(Days);
        if (Flowering is not { } window)
        {
            return (usual, StageBasis.DegreeDays);
        }

        for (int year = Math.Max(planted.Year, 2); year <= Math.Min(planted.Year + 1, 9998); year++)
        {
            int from = new DateOnly(year, window.From.Month, window.From.Day).DayNumber - planted.DayNumber;
            int to = new DateOnly(year, window.To.Month, window.To.Day).DayNumber - planted.DayNumber;
            if (from is >= YoungDays and <= OldDays)
            {
                return (usual.Bound(from, to, from + RipeDaysMin, to + RipeDaysMax), StageBasis.DayLength);
            }
        }

        // Sown into the short days: it flowers as soon as it can.
        return (usual, StageBasis.DegreeDays);
    }

    private static string Plain(string? text) =>
        new([.. (text ?? string.Empty).Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '_' or '.')).Select(char.ToLowerInvariant)]);
}

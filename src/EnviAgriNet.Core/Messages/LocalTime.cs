namespace EnviAgriNet.Core.Messages;

/// <summary>Times as people in Thailand read them: Bangkok time, in Thai with the year of the Buddhist era.</summary>
public static class LocalTime
{
    private const int BuddhistEra = 543;

    private static readonly string[] MonthsTh =
        ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."];

    private static readonly string[] MonthsEn =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>Bangkok's offset; it has no summer time.</summary>
    public static TimeSpan Offset { get; } = TimeSpan.FromHours(7);

    /// <summary>The same moment in Bangkok time.</summary>
    public static DateTimeOffset Of(DateTimeOffset time) => time.ToOffset(Offset);

    /// <summary>As in <c>19 ก.ย. 2563 14:30 น.</c> or <c>19 Sep 2020 14:30</c>.</summary>
    public static string Text(DateTimeOffset time, string language)
    {
        DateTimeOffset local = Of(time);
        return language == Languages.Thai
            ? $"{local.Day} {MonthsTh[local.Month - 1]} {local.Year + BuddhistEra} {local:HH:mm} น."
            : $"{local.Day} {MonthsEn[local.Month - 1]} {local.Year} {local:HH:mm}";
    }

    /// <summary>For an SMS, as in <c>19 ก.ย. 63 14:30</c> or <c>19 Sep 14:30</c>; in Thai with the short year of the Buddhist era.</summary>
    public static string Short(DateTimeOffset time, string language)
    {
        DateTimeOffset local = Of(time);
        return language == Languages.Thai
            ? $"{local.Day} {MonthsTh[local.Month - 1]} {(local.Year + BuddhistEra) % 100:00} {local:HH:mm}"
            : $"{local.Day} {MonthsEn[local.Month - 1]} {local:HH:mm}";
    }
}

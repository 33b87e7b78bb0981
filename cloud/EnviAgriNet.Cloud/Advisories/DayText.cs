using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Cloud.Advisories;

/// <summary>Days as farmers read them: in Thai with the year of the Buddhist era. Pure.</summary>
internal static class DayText
{
    private const int BuddhistEra = 543;

    private static readonly string[] MonthsTh =
        ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."];

    private static readonly string[] MonthsEn =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>As in <c>20 พ.ย. 2569</c> or <c>20 Nov 2026</c>.</summary>
    public static string Of(DateOnly day, string language) => $"{Short(day, language)} {Year(day, language)}";

    /// <summary>As in <c>20 พ.ย.</c> or <c>20 Nov</c>.</summary>
    public static string Short(DateOnly day, string language) => $"{day.Day} {Month(day, language)}";

    /// <summary>As in <c>20-30 พ.ย. 2569</c> or <c>28 Nov-8 Dec 2026</c>.</summary>
    public static string Range(DateOnly from, DateOnly to, string language)
    {
        bool isOneYear = from.Year == to.Year;
        return from == to ? Of(from, language)
            : isOneYear && from.Month == to.Month ? $"{from.Day}-{Of(to, language)}"
            : isOneYear ? $"{Short(from, language)}-{Of(to, language)}"
            : $"{Of(from, language)}-{Of(to, language)}";
    }

    private static string Month(DateOnly day, string language) => (language == Languages.Thai ? MonthsTh : MonthsEn)[day.Month - 1];

    private static int Year(DateOnly day, string language) => language == Languages.Thai ? day.Year + BuddhistEra : day.Year;
}

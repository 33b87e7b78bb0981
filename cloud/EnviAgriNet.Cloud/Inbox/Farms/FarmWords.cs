using System.Globalization;
using System.Text.RegularExpressions;
using EnviAgriNet.Cloud.Inbox.Keywords;
using EnviAgriNet.Cloud.Registry.Farms;

namespace EnviAgriNet.Cloud.Inbox.Farms;

/// <summary>
/// Reads the day of planting and the area out of what people write: <c>ปลูก 1 ก.ค. 10 ไร่</c>, <c>planted 1 jul 2.5 rai</c>, <c>15/6/69</c>.
/// Pure, never throws; what makes no sense is not read.
/// </summary>
internal static partial class FarmWords
{
    private const int BuddhistEra = 543;
    private const int FirstBuddhistYear = 2400;
    private const int ShortBuddhistFrom = 50;
    private const int NganPerRai = 4;

    // Who tells of planting has planted, or does so in the coming weeks.
    private const int PlannedDaysMax = 60;

    private static readonly string[][] Months =
    [
        ["มกราคม", "มกรา", "ม.ค", "มค", "january", "jan"], ["กุมภาพันธ์", "กุมภา", "ก.พ", "กพ", "february", "feb"],
        ["มีนาคม", "มีนา", "มี.ค", "มีค", "march", "mar"], ["เมษายน", "เมษา", "เม.ย", "เมย", "april", "apr"],
        ["พฤษภาคม", "พฤษภา", "พ.ค", "พค", "may"], ["มิถุนายน", "มิถุนา", "มิ.ย", "มิย", "june", "jun"],
        ["กรกฎาคม", "กรกฎา", "กรกฏาคม", "ก.ค", "กค", "july", "jul"], ["สิงหาคม", "สิงหา", "ส.ค", "สค", "august", "aug"],
        ["กันยายน", "กันยา", "ก.ย", "กย", "september", "sept", "sep"], ["ตุลาคม", "ตุลา", "ต.ค", "ตค", "october", "oct"],
        ["พฤศจิกายน", "พฤศจิกา", "พ.ย", "พย", "november", "nov"], ["ธันวาคม", "ธันวา", "ธ.ค", "ธค", "december", "dec"],
    ];

    /// <summary>Reads a text; what was read is taken out of it.</summary>
    /// <param name="text">Whatever came.</param>
    /// <param name="today">The day in Bangkok.</param>
    public static FarmDetails Read(string text, DateOnly today)
    {
        string rest = TextFold.Fold(text);
        double? rai = null;
        if (Area().Match(rest) is { Success: true } area)
        {
            rai = RaiOf(area);
            rest = rest.Remove(area.Index, area.Length);
        }

        DateOnly? planted = null;
        foreach (Match match in (Match[])[ByName().Match(rest), ByNumber().Match(rest), ByWord().Match(rest)])
        {
            if (match.Success && DayOf(match, today) is { } day)
            {
                planted = day;
                rest = rest.Remove(match.Index, match.Length);
                break;
            }
        }

        return new FarmDetails(planted, rai, rest.Trim());
    }

    private static double? RaiOf(Match area)
    {
        double rai = double.Parse(area.Groups["rai"].Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        if (area.Groups["ngan"] is { Success: true } ngan)
        {
            rai += (double)(ngan.Value[0] - '0') / NganPerRai;
        }

        return rai is >= Registry.Farms.Limits.RaiMin and <= Registry.Farms.Limits.RaiMax ? rai : null;
    }

    private static DateOnly? DayOf(Match match, DateOnly today)
    {
        if (match.Groups["word"] is { Success: true } word)
        {
            return word.Value is "เมื่อวาน" or "เมื่อวานนี้" or "yesterday" ? today.AddDays(-1) : today;
        }

        int day = Number(match.Groups["day"].Value);
        int month = match.Groups["name"] is { Success: true } name
            ? Array.FindIndex(Months, names => names.Contains(name.Value)) + 1
            : Number(match.Groups["month"].Value);
        return match.Groups["year"] is { Success: true } year
            ? Checked(YearOf(year.Value), month, day, today)
            : ((int[])[today.Year + 1, today.Year, today.Year - 1]).Select(y => Checked(y, month, day, today))
                .FirstOrDefault(date => date is { } known && known.DayNumber <= today.DayNumber + PlannedDaysMax);
    }

    private static DateOnly? Checked(int year, int month, int day, DateOnly today) =>
        year is > 1900 and < 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            && new DateOnly(year, month, day) is var date && PlotForm.IsPlantingDay(date, today)
            ? date
            : null;

    private static int YearOf(string text) => Number(text) switch
    {
        < ShortBuddhistFrom and var y => 2000 + y,
        < 100 and var y => 2500 + y - BuddhistEra,
        > FirstBuddhistYear and var y => y - BuddhistEra,
        var y => y,
    };

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![0-9.,/])(?<rai>[0-9]{1,5}([.,][0-9]{1,2})?)\s?(ไร่|ไร|rai)(\s?(?<ngan>[1-3])\s?(งาน|ngan))?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Area();

    [GeneratedRegex(
        @"(เมื่อ|วันที่|วัน|on\s)?\s?(?<![0-9])(?<day>[0-9]{1,2})\s?(?<name>มกราคม|มกรา|ม\.ค|มค|january|jan|กุมภาพันธ์|กุมภา|ก\.พ|กพ|february|feb|มีนาคม|มีนา|มี\.ค|มีค|march|mar|เมษายน|เมษา|เม\.ย|เมย|april|apr|พฤษภาคม|พฤษภา|พ\.ค|พค|may|มิถุนายน|มิถุนา|มิ\.ย|มิย|june|jun|กรกฎาคม|กรกฏาคม|กรกฎา|ก\.ค|กค|july|jul|สิงหาคม|สิงหา|ส\.ค|สค|august|aug|กันยายน|กันยา|ก\.ย|กย|september|sept|sep|ตุลาคม|ตุลา|ต\.ค|ตค|october|oct|พฤศจิกายน|พฤศจิกา|พ\.ย|พย|november|nov|ธันวาคม|ธันวา|ธ\.ค|ธค|december|dec)(?![a-z])\.?\s?((พศ|พ\.ศ\.?|ปี)?\s?(?<year>[0-9]{4}|[0-9]{2})(?![0-9]))?",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ByName();

    [GeneratedRegex(@"(เมื่อ|วันที่|วัน|on\s)?\s?(?<![0-9/\-])(?<day>[0-9]{1,2})[/\-](?<month>[0-9]{1,2})([/\-](?<year>[0-9]{4}|[0-9]{2}))?(?![0-9/\-])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ByNumber();

    [GeneratedRegex(@"(?<word>เมื่อวานนี้|เมื่อวาน|yesterday|วันนี้|today)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ByWord();
}

/// <summary>What was read of a plot.</summary>
/// <param name="PlantedOn">When it was planted; null when that was not said.</param>
/// <param name="Rai">How large it is; null when that was not said.</param>
/// <param name="Rest">What else stood there, folded.</param>
internal sealed record FarmDetails(DateOnly? PlantedOn, double? Rai, string Rest);

using System.Globalization;
using EnviAgriNet.Core.Crops;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Cloud.Registry.Farms;

/// <summary>Reads a plot from named texts, whether they come from a form, a file or a command. Pure.</summary>
internal static class PlotForm
{
    /// <summary>The names of the fields. All but crop and region may be empty.</summary>
    public static readonly IReadOnlyList<string> Fields = ["crop", "variety", "region", "planted_on", "soil", "rai", "irrigated"];

    private const int DigitsOfYear = 4;
    private const int BuddhistEra = 543;
    private const int FirstBuddhistYear = 2400;

    /// <summary>Reads it; the plot has the id 0. Faults name the field and its limit, and never repeat what was given.</summary>
    /// <param name="field">The text of a field, empty when there is none.</param>
    /// <param name="subscriber">Whose it will be.</param>
    /// <param name="today">Today in Bangkok.</param>
    /// <param name="faults">What is wrong, by field; empty when a plot is returned.</param>
    public static Plot? Read(Func<string, string> field, long subscriber, DateOnly today, out IReadOnlyList<PlotFault> faults)
    {
        List<PlotFault> wrong = [];
        T? Take<T>(string name, Func<string, T?> read, string rule, bool isRequired = false)
        {
            string text = field(name).Trim();
            T? value = text.Length == 0 ? default : read(text);
            if (value is null && (text.Length > 0 || isRequired))
            {
                wrong.Add(new PlotFault(name, rule));
            }

            return value;
        }

        string? crop = Take("crop", CropOf, "is not the code of a crop, such as rice", isRequired: true);
        string? variety = Take("variety", VarietyOf, $"is not 1 to {Limits.VarietyLengthMax} characters of a-z, 0-9 and '-'");
        RegionId? region = Take("region", RegionOf, "is not a code of 2, 4 or 6 digits", isRequired: true);
        DateOnly? planted = Take(
            "planted_on", text => DayOf(text, today),
            $"is not a day as 2026-07-01, at most {Limits.PlantedYearsAgoMax} years ago and {Limits.PlantedDaysAheadMax} days ahead");
        string? soil = Take("soil", SoilOf, $"is not one of {string.Join(", ", SoilTexture.All.Select(s => s.Code))}");
        double? rai = Take("rai", RaiOf, string.Create(CultureInfo.InvariantCulture, $"is not a number from {Limits.RaiMin} to {Limits.RaiMax}"));
        bool? irrigated = Take("irrigated", YesOrNo, "is not yes or no");
        faults = wrong;
        return wrong.Count > 0 ? null : new Plot(0, subscriber, crop!, variety, region!.Value, planted, soil, rai, irrigated);
    }

    /// <summary>Whether a day may be one of planting.</summary>
    public static bool IsPlantingDay(DateOnly day, DateOnly today) =>
        day >= today.AddYears(-Limits.PlantedYearsAgoMax) && day <= today.AddDays(Limits.PlantedDaysAheadMax);

    /// <summary>Today in Bangkok.</summary>
    public static DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(LocalTime.Of(now).DateTime);

    private static string? CropOf(string text) => CropTable.TryFind(text, out Crop? crop, out _) ? crop!.Code : null;

    private static string? VarietyOf(string text) =>
        text.Length <= Limits.VarietyLengthMax && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') ? text : null;

    private static RegionId? RegionOf(string text) => RegionId.TryParse(text, out RegionId region) ? region : null;

    // Thai lists and phones write the year of the Buddhist era.
    private static DateOnly? DayOf(string text, DateOnly today)
    {
        string day = text.Length > DigitsOfYear
            && int.TryParse(text.AsSpan(0, DigitsOfYear), NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year > FirstBuddhistYear
                ? (year - BuddhistEra).ToString(CultureInfo.InvariantCulture) + text[DigitsOfYear..]
                : text;
        return DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly read) && IsPlantingDay(read, today)
            ? read
            : null;
    }

    private static string? SoilOf(string text) => SoilTexture.All.FirstOrDefault(soil => soil.Code == text)?.Code;

    private static double? RaiOf(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double rai) && rai is >= Limits.RaiMin and <= Limits.RaiMax
            ? rai
            : null;

    private static bool? YesOrNo(string text) => text switch { "yes" => true, "no" => false, _ => null };
}

/// <summary>What is wrong with a field of a plot.</summary>
/// <param name="Field">One of <see cref="PlotForm.Fields"/>.</param>
/// <param name="Rule">What it has to be.</param>
internal sealed record PlotFault(string Field, string Rule);

using EnviAgriNet.Core.Alerts;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Cloud.Alerts;

/// <summary>What is asked of a preview, in words as a command or an address has them.</summary>
internal sealed record PreviewQuery(
    string Hazard, string Level, string? Region, string? Station, IReadOnlyList<string> Values, string? Reason, bool IsExercise)
{
    /// <summary>The most numbers of one preview.</summary>
    public const int ValuesMax = 10;

    /// <summary>The most characters of a reason.</summary>
    public const int ReasonLengthMax = 200;

    // How long the warning of a preview holds.
    private static readonly TimeSpan Life = TimeSpan.FromHours(12);

    /// <summary>Answers it; throws a <see cref="FormatException"/> that says what is wrong with it.</summary>
    public AlertPreview Answer(WarningComposer composer, DateTimeOffset now)
    {
        if (!HazardCodes.TryParse(Hazard, out HazardKind hazard))
        {
            throw new FormatException($"hazard is none of {string.Join(", ", Enum.GetValues<HazardKind>().Select(h => h.Code()))}");
        }

        if (!PreviewRequest.TryLevel(Level, out HazardLevel level, out bool isCancel))
        {
            throw new FormatException("level is none of moderate, severe, none, cancel");
        }

        RegionId? region = Region is { Length: > 0 } ? RegionId.Parse(Region) : null;
        if (Values.Count > ValuesMax || Reason?.Length > ReasonLengthMax)
        {
            throw new FormatException($"more than {ValuesMax} values, or a reason of more than {ReasonLengthMax} characters");
        }

        List<MeasuredValue> values = [];
        foreach (string text in Values)
        {
            values.Add(PreviewRequest.TryValue(text, out MeasuredValue value)
                ? value
                : throw new FormatException("value is not NAME=NUMBER, as in rain_24h=105"));
        }

        PreviewRequest request = new(hazard, level, now, now + Life)
        {
            IsCancel = isCancel,
            Reason = Reason ?? string.Empty,
            IsExercise = IsExercise,
            Values = values,
        };
        return composer.Preview(request, region, Station is { Length: > 0 } ? StationId.Parse(Station) : null);
    }
}

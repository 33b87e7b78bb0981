using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Core.Alerts;

/// <summary>What a preview of a warning shows.</summary>
/// <param name="Hazard">Which hazard.</param>
/// <param name="Level">At which level; None for the end.</param>
/// <param name="At">When it is measured.</param>
/// <param name="ExpiresAt">Until when it holds.</param>
public sealed record PreviewRequest(HazardKind Hazard, HazardLevel Level, DateTimeOffset At, DateTimeOffset ExpiresAt)
{
    /// <summary>The word for a warning that is taken back, where the others are levels.</summary>
    public const string CancelWord = "cancel";

    private static readonly StationId Sample = StationId.Parse("sample");

    /// <summary>Whether the warning is taken back; then the level does not matter.</summary>
    public bool IsCancel { get; init; }

    /// <summary>Why it is taken back.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>Whether it is marked as an exercise.</summary>
    public bool IsExercise { get; init; }

    /// <summary>The measured numbers; where there are none, some that such a warning could rest on.</summary>
    public IReadOnlyList<MeasuredValue> Values { get; init; } = [];

    /// <summary>What the level is called: <c>over</c> at the end, <c>cancel</c> when it is taken back.</summary>
    public string LevelWord => IsCancel ? CancelWord : Level == HazardLevel.None ? "over" : Level.ToString().ToLowerInvariant();

    /// <summary>Reads a level or <see cref="CancelWord"/>; false for any other word.</summary>
    public static bool TryLevel(string word, out HazardLevel level, out bool isCancel)
    {
        isCancel = word == CancelWord;
        level = word == "severe" ? HazardLevel.Severe : word == "moderate" ? HazardLevel.Moderate : HazardLevel.None;
        return isCancel || word is "none" or "over" or "moderate" or "severe";
    }

    /// <summary>Reads a number as in <c>rain_24h=105</c>; false when it is none.</summary>
    public static bool TryValue(string text, out MeasuredValue value)
    {
        string[] parts = text.Split('=');
        bool isNumber = parts.Length == 2 && parts[0].Length is > 0 and <= 40 && parts[0].All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            && double.TryParse(parts[1], System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _);
        double number = isNumber ? double.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) : 0;
        value = isNumber ? new MeasuredValue(parts[0], number, string.Empty) : default;
        return isNumber && double.IsFinite(number) && Math.Abs(number) < 1e9;
    }

    /// <summary>The change a warning with these numbers would be about.</summary>
    internal HazardChange Change() => new(
        Level == HazardLevel.None ? ChangeKind.Ended : ChangeKind.Opened, RegionId.Parse("10"), Hazard, string.Empty, At, Level,
        HazardLevel.None, At, ExpiresAt, IsLive: true, PreviewEvidence.Of(Sample, this));
}

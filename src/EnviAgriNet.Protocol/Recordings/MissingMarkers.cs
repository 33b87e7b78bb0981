using System.Globalization;

namespace EnviAgriNet.Protocol.Recordings;

/// <summary>Tells a missing value from a measured one.</summary>
public sealed class MissingMarkers
{
    // -999.0 is -999 written differently, but -1.0 beside the marker -1 may have been measured.
    private const double SentinelMin = 99;

    private readonly HashSet<string> _texts;
    private readonly double[] _sentinels;

    /// <summary>Reads the setting: what stands for a missing value, with semicolons between; nothing before the first is the empty cell.</summary>
    public MissingMarkers(string setting)
    {
        _texts = new HashSet<string>(setting.Split(';', StringSplitOptions.TrimEntries), StringComparer.OrdinalIgnoreCase);
        _sentinels = [.. _texts
            .Select(t => double.TryParse(t, NumberStyles.Float, CultureInfo.InvariantCulture, out double n) ? n : 0)
            .Where(n => Math.Abs(n) >= SentinelMin)];
    }

    /// <summary>Whether a cell holds no value.</summary>
    public bool IsMissing(string cell) =>
        _texts.Contains(cell)
        || (_sentinels.Length > 0 && cell.Length > 2
            && double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && Array.IndexOf(_sentinels, number) >= 0);
}

using System.Globalization;
using EnviAgriNet.Core.Quality;

namespace EnviAgriNet.Cloud.Commands.Calc.Quality;

/// <summary>
/// The rows of a table as points of a series. A row that has no time is no point and costs only itself; a value that cannot be read is
/// a missing one.
/// </summary>
internal sealed class QcPoints
{
    private readonly List<long> _timesMs = [];
    private readonly List<double> _values = [];
    private readonly List<double> _depths = [];
    private readonly List<(int? Place, string? Error)> _rows = [];

    /// <summary>Of each row its place in the series, or why it has none; and what is wrong with it.</summary>
    public IReadOnlyList<(int? Place, string? Error)> Rows => _rows;

    public void Add(CalcRow row)
    {
        try
        {
            row.RequireReadable();
            long timeMs = QcTime.Ms(row.Text("time"))
                ?? throw new CalcFault("time", $"'{row.Text("time")}' is not a time such as 2026-04-15T13:00:00+07:00");
            double value = Number(row, "value", out string? error);
            double depth = Number(row, "depth", out string? depthError);
            _rows.Add((_values.Count, error ?? depthError));
            _timesMs.Add(timeMs);
            _values.Add(value);
            _depths.Add(depth);
        }
        catch (CalcFault fault)
        {
            _rows.Add((null, fault.Message));
        }
    }

    /// <summary>The points in the order of the rows.</summary>
    public QualitySeries Series() => new([.. _timesMs], [.. _values], [.. _depths]);

    private static double Number(CalcRow row, string name, out string? error)
    {
        error = null;
        if (row.OptionalText(name) is not { } text || text.TrimStart('+', '-').Equals("inf", StringComparison.OrdinalIgnoreCase))
        {
            return double.NaN;
        }

        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
        {
            error = $"{name} '{(text.Length > 40 ? text[..40] : text)}' is not a number and counts as missing";
            return double.NaN;
        }

        return double.IsFinite(number) ? number : double.NaN;
    }
}

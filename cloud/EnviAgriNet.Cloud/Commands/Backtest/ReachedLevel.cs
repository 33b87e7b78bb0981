using System.Globalization;

namespace EnviAgriNet.Cloud.Commands.Backtest;

/// <summary>A level that warnings should come before, such as <c>bank_percent&gt;=100</c>.</summary>
/// <param name="Measure">A quantity as it is read, or a measure of rules.</param>
/// <param name="Sign">How it is compared: <c>&gt;=</c>, <c>&gt;</c>, <c>&lt;=</c> or <c>&lt;</c>.</param>
/// <param name="Limit">The limit in the unit of the measure.</param>
internal sealed record ReachedLevel(string Measure, string Sign, double Limit)
{
    private static readonly string[] Signs = [">=", "<=", ">", "<"];

    /// <summary>Reads the text of the option. Throws a <see cref="BacktestFault"/> that says how it should look.</summary>
    public static ReachedLevel Parse(string text)
    {
        foreach (string sign in Signs)
        {
            int at = text.IndexOf(sign, StringComparison.Ordinal);
            if (at > 0 && double.TryParse(text[(at + sign.Length)..], NumberStyles.Float, CultureInfo.InvariantCulture, out double limit)
                && double.IsFinite(limit))
            {
                return new ReachedLevel(text[..at].Trim(), sign, limit);
            }
        }

        throw new BacktestFault($"--reached '{text}' is not a measure, one of >= > <= <, and a number, such as bank_percent>=100");
    }

    /// <summary>Whether a value has reached it.</summary>
    public bool IsReachedBy(double value) => Sign switch
    {
        ">=" => value >= Limit,
        ">" => value > Limit,
        "<=" => value <= Limit,
        _ => value < Limit,
    };

    /// <summary>Whether one value goes further than another.</summary>
    public bool IsFurther(double value, double than) => Sign[0] == '>' ? value > than : value < than;

    /// <inheritdoc/>
    public override string ToString() => $"{Measure} {Sign} {Limit.ToString(CultureInfo.InvariantCulture)}";
}

namespace EnviAgriNet.Core.Indices;

/// <summary>How full a river stands between its bed and its lower bank, as ThaiWater shows it.</summary>
/// <param name="Percent">0 at the bed, 100 at the bank; below 0 and above 100 are possible.</param>
/// <param name="Situation">ThaiWater's situation level, 1 (critically low) to 5 (over the bank).</param>
/// <param name="Difference">Metres between level and bank, never negative.</param>
/// <param name="IsOverBank">Whether the level has reached the bank.</param>
public readonly record struct RiverBank(double Percent, int Situation, double Difference, bool IsOverBank)
{
    /// <summary>
    /// Judges a level; null when bank and bed say nothing (bank not above the bed, as in records that hold 0 for both).
    /// </summary>
    /// <param name="level">Water level in metres.</param>
    /// <param name="bank">The lower bank in metres, same datum.</param>
    /// <param name="ground">The bed in metres, same datum.</param>
    public static RiverBank? Of(double level, double? bank, double? ground)
    {
        if (bank is not { } top || ground is not { } bed || !(top > bed) || !double.IsFinite(level))
        {
            return null;
        }

        double percent = Math.Round((level - bed) / (top - bed) * 100, ClassStep.DecimalsCompared);
        if (!double.IsFinite(percent))
        {
            return null;
        }

        return new RiverBank(percent, SituationOf(percent), Math.Abs(top - level), level >= top);
    }

    private static int SituationOf(double percent) => percent switch
    {
        > 100 => 5,
        > 70 => 4,
        > 30 => 3,
        > 10 => 2,
        _ => 1,
    };
}

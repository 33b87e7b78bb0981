using System.Globalization;

namespace EnviAgriNet.Core.Indices;

/// <summary>An index number and the class it falls into.</summary>
/// <param name="Number">0 and above. With <paramref name="IsBeyondScale"/> it is an estimate and must not be shown as official.</param>
/// <param name="Class">The class of the published table.</param>
/// <param name="IsBeyondScale">
/// Whether the value lies above 200 in a table whose continuation is not confirmed: all that may be said is "above 200".
/// </param>
public readonly record struct AqiValue(int Number, AqiClass Class, bool IsBeyondScale)
{
    /// <summary>The number as it may be shown: <c>87</c>, or <c>&gt;200</c> beyond the confirmed scale.</summary>
    public string Text => IsBeyondScale ? ">200" : Number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The classes of the Thai index; the number is the published colour id.</summary>
public enum AqiClass
{
    /// <summary>0 to 25, blue, ดีมาก.</summary>
    VeryGood = 1,

    /// <summary>26 to 50, green, ดี.</summary>
    Good = 2,

    /// <summary>51 to 100, yellow, ปานกลาง.</summary>
    Moderate = 3,

    /// <summary>101 to 200, orange, เริ่มมีผลกระทบต่อสุขภาพ.</summary>
    StartsToAffectHealth = 4,

    /// <summary>Above 200, red, มีผลกระทบต่อสุขภาพ.</summary>
    AffectsHealth = 5,
}

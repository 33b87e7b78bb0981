using System.Collections.Frozen;
using System.Text.Json;

namespace EnviAgriNet.Core.Readings;

/// <summary>The test that set a reading's flag. The numbers are kept in stored bytes and never change; at most 31.</summary>
public enum QualityTest : byte
{
    /// <summary>0: no test, a test that is not known here, or the source itself.</summary>
    None = 0,

    /// <summary>1: outside what the sensor or its user says is possible.</summary>
    GrossRange = 1,

    /// <summary>2: outside what is usual at that time of the year and depth.</summary>
    Climatology = 2,

    /// <summary>3: far from the value before and the value after.</summary>
    Spike = 3,

    /// <summary>4: changed faster than the thing measured can.</summary>
    RateOfChange = 4,

    /// <summary>5: did not change at all for too long.</summary>
    FlatLine = 5,

    /// <summary>6: changed too little over a time.</summary>
    AttenuatedSignal = 6,

    /// <summary>7: came after a gap, or too late.</summary>
    Gap = 7,

    /// <summary>8: far from what the stations around measure.</summary>
    Neighbour = 8,

    /// <summary>9: contradicts another quantity of the same station.</summary>
    Consistency = 9,

    /// <summary>10: measured under conditions under which that kind of sensor is known to be wrong.</summary>
    SensorDoubt = 10,

    /// <summary>11: a person set the flag.</summary>
    Person = 11,
}

/// <summary>The names of tests, and flag and test in one byte.</summary>
public static class QualityMark
{
    private const int TestShift = 3;
    private const byte FlagMask = 0x07;

    private static readonly string[] Names =
        [.. Enum.GetValues<QualityTest>().Select(t => JsonNamingPolicy.SnakeCaseLower.ConvertName(t.ToString()))];

    private static readonly FrozenDictionary<string, QualityTest> ByName =
        Enum.GetValues<QualityTest>().ToFrozenDictionary(t => Names[(int)t]);

    /// <summary>The test's name on the wire and for people, as in <c>gross_range</c>.</summary>
    public static string NameOf(QualityTest test) => (int)test < Names.Length ? Names[(int)test] : Names[0];

    /// <summary>The test of a name; <see cref="QualityTest.None"/> for a name that is not known here.</summary>
    public static QualityTest TestOf(string? name) =>
        name is not null && ByName.TryGetValue(name, out QualityTest test) ? test : QualityTest.None;

    /// <summary>
    /// Flag and test in one byte, <c>flag | test &lt;&lt; 3</c>. A byte written before tests were told reads as test None.
    /// A reading that exists is never <see cref="QualityFlag.Missing"/>, which has no room here.
    /// </summary>
    public static byte Pack(QualityFlag flag, QualityTest test)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((byte)flag, FlagMask, nameof(flag));
        return (byte)((byte)flag | ((byte)test << TestShift));
    }

    /// <summary>The flag of such a byte.</summary>
    public static QualityFlag FlagIn(byte packed) => (QualityFlag)(packed & FlagMask);

    /// <summary>The test of such a byte; one that is not known here is None.</summary>
    public static QualityTest TestIn(byte packed) =>
        packed >> TestShift < Names.Length ? (QualityTest)(packed >> TestShift) : QualityTest.None;
}

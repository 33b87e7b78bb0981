namespace EnviAgriNet.Core.Readings;

/// <summary>How far a reading may be trusted: the five flags of QARTOD.</summary>
public enum QualityFlag : byte
{
    /// <summary>1: passed the tests.</summary>
    Pass = 1,

    /// <summary>2: not evaluated, or the tests could not tell.</summary>
    NotEvaluated = 2,

    /// <summary>3: suspect, or of high interest.</summary>
    Suspect = 3,

    /// <summary>4: failed.</summary>
    Fail = 4,

    /// <summary>9: missing; a reading that exists never carries it.</summary>
    Missing = 9,
}

namespace EnviAgriNet.Protocol.Packs;

/// <summary>The labels of a SenML record (RFC 8428) and our own eight, which any SenML reader may pass over.</summary>
internal static class Labels
{
    public const string BaseName = "bn";
    public const string BaseTime = "bt";
    public const string BaseUnit = "bu";
    public const string BaseValue = "bv";
    public const string BaseSum = "bs";
    public const string BaseVersion = "bver";
    public const string Name = "n";
    public const string Unit = "u";
    public const string Value = "v";
    public const string StringValue = "vs";
    public const string BooleanValue = "vb";
    public const string DataValue = "vd";
    public const string Sum = "s";
    public const string Time = "t";
    public const string UpdateTime = "ut";

    /// <summary>First record only: the sequence number of the pack.</summary>
    public const string Sequence = "seq";

    /// <summary>First record only: the outbox that numbers the packs.</summary>
    public const string Outbox = "box";

    /// <summary>First record only: the boot during which the pack was formed.</summary>
    public const string Boot = "boot";

    /// <summary>First record only: seconds since 1970 when the edge took the pack over.</summary>
    public const string HeardAt = "heard";

    /// <summary>First record only: how far the times may be off, in seconds; absent means synchronised.</summary>
    public const string TimeUncertainty = "tu";

    /// <summary>
    /// First record only, from a source beside the edge: seconds since boot that belong to the base time, so that the edge can
    /// stamp anew after the clock was set.
    /// </summary>
    public const string Monotonic = "mono";

    /// <summary>The QARTOD flag of a record; absent means 2, not evaluated.</summary>
    public const string Quality = "q";

    /// <summary>The name of the test that set the flag, in snake case; absent, or a name that is not known, means none.</summary>
    public const string QualityTest = "qt";

    /// <summary>What a station's base name looks like: <c>urn:eag:{station}:</c>.</summary>
    public const string UrnPrefix = "urn:eag:";
}

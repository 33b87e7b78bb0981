namespace EnviAgriNet.Protocol.Cap;

/// <summary>What a look at a document's signature showed.</summary>
/// <param name="Verdict">Whether it holds.</param>
/// <param name="Reason">Who signed, or why it does not hold.</param>
public sealed record CapSignatureCheck(CapSignatureVerdict Verdict, string Reason)
{
    /// <summary>The document bears no signature.</summary>
    public static CapSignatureCheck Unsigned { get; } = new(CapSignatureVerdict.Unsigned, "the document bears no signature");
}

/// <summary>Whether a signature holds.</summary>
public enum CapSignatureVerdict
{
    /// <summary>There is none.</summary>
    Unsigned,

    /// <summary>One of the pinned certificates made it, and nothing was changed since.</summary>
    Valid,

    /// <summary>It is of another form, by somebody else, or the document was changed.</summary>
    Refused,
}

/// <summary>Which forms of signatures count.</summary>
public enum CapSignatureForm
{
    /// <summary>One signature: RSA-SHA256, exclusive canonical form, enveloped, the whole document, a certificate that is valid now.</summary>
    Strict,

    /// <summary>
    /// Also what was usual about 2012: SHA-1, the inclusive canonical form, several signatures side by side, and a certificate that has
    /// expired since. For looking at archives only.
    /// </summary>
    Past,
}

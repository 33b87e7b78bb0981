namespace EnviAgriNet.Testing;

/// <summary>What a test wants of its broker.</summary>
public sealed record MosquittoSettings
{
    /// <summary>
    /// Default none: plain TCP. With an authority: TLS, client certificates required, their CN is the user.
    /// </summary>
    public TestAuthority? Tls { get; init; }

    /// <summary>Default none: everybody may do everything. The text of an ACL file.</summary>
    public string? AclText { get; init; }

    /// <summary>Default none: anybody may connect. User names and passwords of those who may.</summary>
    public IReadOnlyDictionary<string, string>? Passwords { get; init; }

    /// <summary>
    /// Default false. True: sessions and retained messages are written to the folder (after 2 s at most).
    /// </summary>
    public bool Persistence { get; init; }

    /// <summary>Default 0: a free port.</summary>
    public int Port { get; init; }

    /// <summary>Further lines of the configuration; they stand last.</summary>
    public IReadOnlyList<string> ExtraLines { get; init; } = [];
}

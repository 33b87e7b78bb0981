namespace EnviAgriNet.Protocol.Cap;

/// <summary>A file that belongs to a message.</summary>
public sealed record CapResource
{
    /// <summary>What it is.</summary>
    public required string Description { get; init; }

    /// <summary>Its media type.</summary>
    public required string MimeType { get; init; }

    /// <summary>Its size in bytes.</summary>
    public long? Size { get; init; }

    /// <summary>Where it is.</summary>
    public string? Uri { get; init; }

    /// <summary>The file itself in base 64.</summary>
    public string? DerefUri { get; init; }

    /// <summary>Its SHA-1 in hex.</summary>
    public string? Digest { get; init; }
}

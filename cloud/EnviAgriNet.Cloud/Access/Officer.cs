using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Access;

/// <summary>A person who works with the cloud.</summary>
/// <param name="Name">Unique for ever: 2 to 40 characters of a-z, 0-9, '.' and '-'. It stands in the audit log.</param>
/// <param name="Roles">What was granted.</param>
internal sealed record Officer(string Name, IReadOnlySet<Role> Roles)
{
    /// <summary>The fewest characters of a name.</summary>
    public const int NameLengthMin = 2;

    /// <summary>The most characters of a name.</summary>
    public const int NameLengthMax = 40;

    /// <summary>Where the roles hold; empty for the whole country.</summary>
    public IReadOnlyList<RegionId> Regions { get; init; } = [];

    /// <summary>Whether a text may be an officer's name.</summary>
    public static bool IsName(string text) => text.Length is >= NameLengthMin and <= NameLengthMax && text.All(IsNameLetter)
        && char.IsAsciiLetterOrDigit(text[0]);

    /// <summary>Whether what was granted includes a role.</summary>
    public bool May(Role role) => Roles.Contains(role) || role switch
    {
        Role.Viewer => Roles.Count > 0,
        Role.Centre => Roles.Contains(Role.Officer) || Roles.Contains(Role.Releaser),
        Role.Officer => Roles.Contains(Role.Releaser),
        _ => false,
    };

    /// <summary>Whether the roles hold in the whole of a region.</summary>
    public bool Covers(RegionId region) => Regions.Count == 0 || Regions.Any(own => own.Contains(region));

    /// <summary>Whether the roles hold in the whole of every one of some regions.</summary>
    public bool CoversAll(IEnumerable<RegionId> regions) => regions.All(Covers);

    private static bool IsNameLetter(char letter) => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '.' or '-';
}

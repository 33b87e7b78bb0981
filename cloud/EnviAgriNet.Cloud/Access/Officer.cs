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

    /// <summary>Whether a text may be an officer's name.</summary>
    public static bool IsName(string text) => text.Length is >= NameLengthMin and <= NameLengthMax && text.All(IsNameLetter)
        && char.IsAsciiLetterOrDigit(text[0]);

    /// <summary>Whether what was granted includes a role.</summary>
    public bool May(Role role) => Roles.Contains(role) || role switch
    {
        Role.Viewer => Roles.Count > 0,
        Role.Officer => Roles.Contains(Role.Releaser),
        _ => false,
    };

    private static bool IsNameLetter(char letter) => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '.' or '-';
}

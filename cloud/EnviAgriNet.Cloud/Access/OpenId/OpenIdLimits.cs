namespace EnviAgriNet.Cloud.Access.OpenId;

/// <summary>The hard limits of sign-in by an identity provider; they are not settings.</summary>
internal static class OpenIdLimits
{
    /// <summary>The most bytes of one answer of the provider.</summary>
    public const int AnswerBytesMax = 256 * 1024;

    /// <summary>The most characters of an ID token.</summary>
    public const int TokenLengthMax = 16 * 1024;

    /// <summary>The most characters of a subject, as the standard has it.</summary>
    public const int SubjectLengthMax = 255;

    /// <summary>Keys of a provider that are looked at.</summary>
    public const int KeysMax = 20;

    /// <summary>The fewest bits of an RSA key.</summary>
    public const int RsaBitsMin = 2048;

    /// <summary>How long a person may take at the provider.</summary>
    public static readonly TimeSpan SignInMax = TimeSpan.FromMinutes(10);

    /// <summary>How long one question to the provider may take.</summary>
    public static readonly TimeSpan AnswerMax = TimeSpan.FromSeconds(10);

    /// <summary>How long what the provider says about itself, and its keys, are kept.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(12);

    /// <summary>The shortest time between two looks for a key that was not known: a stranger's token must not make us ask without end.</summary>
    public static readonly TimeSpan KeysAgainAfter = TimeSpan.FromMinutes(1);

    /// <summary>How far the provider's clock may be off.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    /// <summary>How old an ID token may be: it comes straight from the provider.</summary>
    public static readonly TimeSpan TokenAgeMax = TimeSpan.FromMinutes(10);
}

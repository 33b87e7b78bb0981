namespace EnviAgriNet.Cloud.Access.Passkeys;

/// <summary>The hard limits of passkeys; they are not settings.</summary>
internal static class PasskeyLimits
{
    /// <summary>Passkeys of one officer.</summary>
    public const int PerOfficerMax = 10;

    /// <summary>The most characters of a passkey's name.</summary>
    public const int NameLengthMax = 60;

    /// <summary>The most characters of what a browser answers in a ceremony.</summary>
    public const int CredentialLengthMax = 16 * 1024;

    /// <summary>For how long a ceremony may go on: 5 minutes, as long as a person needs to find the phone.</summary>
    public static readonly TimeSpan CeremonyMax = TimeSpan.FromMinutes(5);

    /// <summary>How recent a sign-in has to be for passkeys to be added or removed.</summary>
    public static readonly TimeSpan FreshMax = TimeSpan.FromMinutes(15);
}

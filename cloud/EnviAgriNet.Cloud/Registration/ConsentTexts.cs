using System.Reflection;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Registration;

/// <summary>
/// What people consent to, by version and language. A text is never changed once somebody has read it: a new one gets a new version,
/// and who consented to an older one stays registered under that until they withdraw or consent anew.
/// </summary>
internal sealed class ConsentTexts(IOptions<RegistrationOptions> options)
{
    /// <summary>The version that is asked for now.</summary>
    public const string Current = "2026-11";

    private const string Prefix = "consent/";
    private const string Suffix = ".txt";

    /// <summary>All versions, the oldest first.</summary>
    public static IReadOnlyList<string> Versions { get; } =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..].Split('.')[0])
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The languages every version is written in.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["th", "en"];

    /// <summary>The text with the controller's name in it, or null when there is no such version or language.</summary>
    public string? Find(string version, string language)
    {
        if (!Versions.Contains(version) || !Languages.Contains(language))
        {
            return null;
        }

        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{Prefix}{version}.{language}{Suffix}")
            ?? throw new InvalidOperationException($"consent text {version} is missing in language {language}");
        using StreamReader reader = new(stream);
        RegistrationOptions names = options.Value;
        return reader.ReadToEnd()
            .Replace("{controller}", language == "en" && names.ControllerEn.Length > 0 ? names.ControllerEn : names.Controller, StringComparison.Ordinal)
            .Replace("{contact}", names.Contact, StringComparison.Ordinal)
            .TrimEnd();
    }
}

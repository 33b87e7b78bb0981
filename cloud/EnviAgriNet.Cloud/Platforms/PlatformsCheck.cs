using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EnviAgriNet.Core.Geography;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Platforms;

/// <summary>Finds every fault of the sources' settings before the start.</summary>
internal sealed class PlatformsCheck : IValidateOptions<PlatformsOptions>
{
    private static readonly TimeSpan PollMin = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PollMax = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, PlatformsOptions options)
    {
        List<string> faults = [];
        foreach ((CapSource source, int i) in options.CapSources.Select((s, i) => (s, i)))
        {
            faults.AddRange(FaultsOf(source).Select(f => $"{PlatformsOptions.Section}:CapSources:{i} ({source.Name}): {f}"));
        }

        faults.AddRange(options.CapSources.GroupBy(s => s.Name).Where(g => g.Count() > 1)
            .Select(g => $"{PlatformsOptions.Section}:CapSources: the name {g.Key} stands {g.Count()} times"));
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> FaultsOf(CapSource source)
    {
        List<ValidationResult> results = [];
        Validator.TryValidateObject(source, new ValidationContext(source), results, validateAllProperties: true);
        foreach (ValidationResult result in results)
        {
            yield return result.ErrorMessage ?? "is wrong";
        }

        if (!Uri.TryCreate(source.Url, UriKind.Absolute, out Uri? url) || url.Scheme is not ("http" or "https"))
        {
            yield return "Url is not an http or https address";
        }

        if (source.Poll < PollMin || source.Poll > PollMax)
        {
            yield return $"Poll is {source.Poll}, allowed is {PollMin} to {PollMax}";
        }

        if (source.Certificate is null && !source.TrustUnsigned)
        {
            yield return "needs a Certificate, or TrustUnsigned to be believed without";
        }

        if (source.Certificate is { } file && FaultOf(file) is { } fault)
        {
            yield return $"Certificate: {fault}";
        }

        foreach ((string code, string regions) in source.Regions)
        {
            if (regions.Split(',').Any(r => !RegionId.TryParse(r.Trim(), out _)))
            {
                yield return $"Regions:{code} is '{regions}', allowed are codes of 2, 4 or 6 digits separated by commas";
            }
        }
    }

    private static string? FaultOf(string file)
    {
        try
        {
            X509CertificateLoader.LoadCertificateFromFile(file).Dispose();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return e.Message;
        }
    }
}

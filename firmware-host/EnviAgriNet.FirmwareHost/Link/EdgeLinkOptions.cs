using System.ComponentModel.DataAnnotations;
using EnviAgriNet.Protocol;

namespace EnviAgriNet.FirmwareHost.Link;

/// <summary>How samples reach the edge.</summary>
internal sealed class EdgeLinkOptions : IValidatableObject
{
    public const string Section = "Link";

    /// <summary>No default: the edge's Unix socket. Either this or <see cref="Url"/>.</summary>
    public string? Socket { get; set; }

    /// <summary>No default: the edge's address on the network, such as http://centre.local:8070/.</summary>
    public Uri? Url { get; set; }

    /// <summary>Null: the file whose first line is the bearer token for <see cref="Url"/>.</summary>
    public string? TokenFile { get; set; }

    /// <summary>500, from 1 to 1,000: the most samples in one request.</summary>
    [Range(1, Limits.PackReadingsMax)]
    public int BatchReadingsMax { get; set; } = 500;

    /// <summary>1 s, from 0 to 10 min: how long samples wait for company before they are sent.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan FlushEvery { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>20 s, from 1 s to 10 min: how long the edge may take to answer.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan AnswerTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>200 ms, from 1 ms to 1 min: the first wait after a failure; each further one is twice as long.</summary>
    [Range(typeof(TimeSpan), "00:00:00.0010000", "00:01:00")]
    public TimeSpan RetryDelayMin { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>15 s, from 1 ms to 10 min: the longest wait after a failure. The edge may ask for up to ten minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00.0010000", "00:10:00")]
    public TimeSpan RetryDelayMax { get; set; } = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrEmpty(Socket) == Url is null)
        {
            yield return new ValidationResult("exactly one of Socket and Url must be given", [nameof(Socket), nameof(Url)]);
        }

        if (Url is not null && Url is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
        {
            yield return new ValidationResult($"Url '{Url}' is no http or https address", [nameof(Url)]);
        }

        if (TokenFile is not null && !File.Exists(TokenFile))
        {
            yield return new ValidationResult($"TokenFile '{TokenFile}' does not exist", [nameof(TokenFile)]);
        }

        if (RetryDelayMax < RetryDelayMin)
        {
            yield return new ValidationResult("RetryDelayMax is less than RetryDelayMin", [nameof(RetryDelayMax)]);
        }
    }
}

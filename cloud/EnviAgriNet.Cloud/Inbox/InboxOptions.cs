using System.ComponentModel.DataAnnotations;

namespace EnviAgriNet.Cloud.Inbox;

/// <summary>What people write to us by SMS.</summary>
internal sealed class InboxOptions : IValidatableObject
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string Section = "Inbox";

    /// <summary>The fewest characters of the token.</summary>
    public const int TokenLengthMin = 16;

    /// <summary>
    /// Default none: then nothing is taken in. A file with a secret of 16 characters or more, and nothing else, that the gateway shows
    /// when it hands a message over.
    /// </summary>
    public string? TokenFile { get; set; }

    /// <summary>Default 90 days; 1 to 3,650 days. After it the words of a message are erased; that it came stays.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan KeepTexts { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Default 10; 1 to 1,000 answers to one sender in an hour. STOP and calls for help are taken whatever their number.</summary>
    [Range(1, 1_000)]
    public int AnswersPerHour { get; set; } = 10;

    /// <summary>Default 30; 1 to 10,000 answers to one sender in a day.</summary>
    [Range(1, 10_000)]
    public int AnswersPerDay { get; set; } = 30;

    /// <summary>Default 1 day; 1 hour to 30 days. A sender whose words are not understood is told how this works once in this time.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "30.00:00:00")]
    public TimeSpan UsageEvery { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Default 3 hours; 5 minutes to 2 days. An older value is answered as unknown.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "2.00:00:00")]
    public TimeSpan FreshFor { get; set; } = TimeSpan.FromHours(3);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrEmpty(TokenFile) && (!File.Exists(TokenFile) || File.ReadAllText(TokenFile).Trim().Length < TokenLengthMin))
        {
            yield return new ValidationResult(
                $"{Section}:TokenFile '{TokenFile}' is no file with at least {TokenLengthMin} characters", [nameof(TokenFile)]);
        }
    }
}

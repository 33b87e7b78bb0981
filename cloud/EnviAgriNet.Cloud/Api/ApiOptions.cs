using System.ComponentModel.DataAnnotations;

namespace EnviAgriNet.Cloud.Api;

/// <summary>The pages and the interface for programs.</summary>
internal sealed class ApiOptions
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string Section = "Api";

    /// <summary>Default <c>http://127.0.0.1:8080</c>; the address to listen on. Port 0 takes a free one.</summary>
    [Required]
    [RegularExpression(@"^http://[^\s/]+:\d{1,5}$", ErrorMessage = "Listen is an address as http://127.0.0.1:8080")]
    public string Listen { get; set; } = "http://127.0.0.1:8080";

    /// <summary>Default 30 minutes; 10 seconds to 7 days. A value older than this is shown as silent (it is neither good nor bad news).</summary>
    [Range(typeof(TimeSpan), "00:00:10", "7.00:00:00")]
    public TimeSpan SilentAfter { get; set; } = TimeSpan.FromMinutes(30);
}

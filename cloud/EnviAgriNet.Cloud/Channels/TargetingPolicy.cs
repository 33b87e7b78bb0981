using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Core.Alerts;
using EnviAgriNet.Core.Messages;
using EnviAgriNet.Protocol.Messages;

namespace EnviAgriNet.Cloud.Channels;

/// <summary>Who is told what of an alert version. Pure.</summary>
internal static class TargetingPolicy
{
    /// <summary>Whether people are told: of a new event, of a change that matters and of the end, not of a mere extension.</summary>
    public static bool Pages(AlertVersion alert) => alert.IsAllClear || alert.Pages;

    private const string Withdrawn = "Cancel";

    /// <summary>Added to the priority of everything but second SMS, so that all first ones leave before any second one.</summary>
    public const int FirstPart = 10;

    /// <summary>The texts in a language, or in the nearest one that has some.</summary>
    public static AlertText TextFor(AlertVersion alert, string language) =>
        alert.Texts[Languages.Choose(alert.Texts.Keys.ToList(), language)];

    /// <summary>Which goes first: 3 for Extreme to 0 for Minor. The SMS gateway knows the same four.</summary>
    public static int Priority(string severity) => severity switch
    {
        "Extreme" => 3,
        "Severe" => 2,
        "Moderate" => 1,
        _ => 0,
    };

    /// <summary>The alert as a centre's siren and board get it.</summary>
    public static AlertNotice NoticeOf(AlertVersion alert) => new()
    {
        EventId = alert.EventId,
        Identifier = alert.Identifier,
        Version = alert.Version,
        Type = alert.Type,
        Severity = alert.Severity,
        Siren = alert.Siren && alert.Type != Withdrawn,
        Text = alert.Headline,
        Instruction = alert.Type == Withdrawn ? null : alert.Texts.ToDictionary(t => t.Key, t => t.Value.Instruction),
        Voice = VoiceOf(alert),
        Expires = alert.ExpiresAt.ToUnixTimeMilliseconds() / 1000.0,
    };

    /// <summary>
    /// The clip a centre plays: one per hazard and grave severity, and one for the end; none for a mild alert, which the board tells
    /// without waking anybody. Empty stops what plays.
    /// </summary>
    public static string VoiceOf(AlertVersion alert) =>
        alert.Type == Withdrawn ? string.Empty
        : alert.IsAllClear ? "all-clear"
        : Priority(alert.Severity) >= Priority("Severe") ? $"{alert.Hazard}-{alert.Severity}".ToLowerInvariant()
        : string.Empty;

    /// <summary>
    /// When an alert's life ends by the machine's clock. In service that is its expiry. In a replay network time runs many times
    /// faster than the machine, so that the alert gets the life it was given, counted from now: retries and queues are of this world.
    /// </summary>
    public static DateTimeOffset DeadlineOf(AlertVersion alert, bool isReplay, DateTimeOffset now) =>
        isReplay ? now + (alert.ExpiresAt - alert.SentAt) : alert.ExpiresAt;
}

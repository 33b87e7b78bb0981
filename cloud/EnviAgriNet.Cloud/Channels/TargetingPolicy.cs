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

    /// <summary>Added to the priority of everything but second SMS, so that all first ones leave before any second one.</summary>
    public const int FirstPart = 10;

    /// <summary>The texts in a language; in Thai where there are none in it.</summary>
    public static AlertText TextFor(AlertVersion alert, string language) =>
        alert.Texts.GetValueOrDefault(language) ?? alert.Texts.GetValueOrDefault(Languages.Thai) ?? alert.Texts.Values.First();

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
        Siren = alert.Siren,
        Text = alert.Headline,
        Expires = alert.ExpiresAt.ToUnixTimeMilliseconds() / 1000.0,
    };

    /// <summary>
    /// When an alert's life ends by the machine's clock. In service that is its expiry. In a replay network time runs many times
    /// faster than the machine, so that the alert gets the life it was given, counted from now: retries and queues are of this world.
    /// </summary>
    public static DateTimeOffset DeadlineOf(AlertVersion alert, bool isReplay, DateTimeOffset now) =>
        isReplay ? now + (alert.ExpiresAt - alert.SentAt) : alert.ExpiresAt;
}

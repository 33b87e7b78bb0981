using System.Globalization;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Protocol.Configs;
using EnviAgriNet.Protocol.Messages;

namespace EnviAgriNet.Edge.Rules;

/// <summary>What siren and board are told of a local alarm, in the same words as of an alert of the cloud.</summary>
internal static class AlarmNotice
{
    private const string ValuePlace = "{value}";
    private const string Prefix = "local-";

    /// <summary>The name of one raising of a rule's alarm.</summary>
    public static string NameOf(string rule, AlarmState alarm) =>
        $"{Prefix}{rule}-{alarm.RaisedAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture)}";

    /// <summary>Whether an alert is one of the centre's own.</summary>
    public static bool IsLocal(string identifier) => identifier.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The notice as it stands: the first one sounds the siren, a later one renews the board.</summary>
    public static AlertNotice Of(LocalRule rule, AlarmState alarm) => Named(rule.Id, alarm) with
    {
        Type = alarm.Notice == 1 ? "Alert" : "Update",
        Severity = rule.Severity,
        Siren = rule.Siren && alarm.Notice == 1,
        Voice = alarm.Notice == 1 ? rule.Voice : null,
        Text = rule.Text.ToDictionary(t => t.Key, t => t.Value.Replace(ValuePlace, ValueOf(rule, alarm), StringComparison.Ordinal)),
        Expires = alarm.StandsUntil.ToUnixTimeSeconds(),
    };

    /// <summary>The notice that takes an alarm from board and siren.</summary>
    public static AlertNotice Withdrawn(string rule, AlarmState alarm) => Named(rule, alarm) with { Type = "Cancel" };

    /// <summary>The value with its unit.</summary>
    public static string ValueOf(LocalRule rule, AlarmState alarm) =>
        $"{alarm.Value.ToString("0.##", CultureInfo.InvariantCulture)} {SeriesName.Parse(rule.Series).Quantity.Unit}";

    private static AlertNotice Named(string rule, AlarmState alarm) => new()
    {
        EventId = NameOf(rule, alarm),
        Identifier = NameOf(rule, alarm),
        Version = alarm.Notice,
    };
}

using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Core.Alerts;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Core.Messages;
using EnviAgriNet.Protocol.Cap;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Alerts.Release;

/// <summary>
/// Warnings that officers write where nothing measures. They go the same way as others: their codes and instructions are those of the
/// hazard and severity, and evacuation needs a second person.
/// </summary>
internal sealed class ManualAlerts(
    ReleaseDesk desk, AlertBook book, HoldBook holds, AlertIssuer issuer, WarningComposer composer, NetworkClock clock, IOptions<AlertsOptions> options)
{
    // Evidence needs a station; nothing of it reaches the document.
    private static readonly StationId Nowhere = StationId.Parse("officer");

    private readonly CapComposer _cap = new(options.Value);

    private bool IsExercise => clock.Mode == NetworkTimeMode.Replay;

    /// <summary>Composes the warning, and sends it when no other person is needed. A repeat of one in force or waiting makes no second one.</summary>
    public ReleaseAnswer Compose(ManualAlert order, Officer by)
    {
        if (!by.May(Role.Officer))
        {
            return ReleaseAnswer.WithoutRole(by, Role.Officer);
        }

        order = order with { Severity = Severities.Of(order.Severity) };
        if (Fault(order) is { } fault)
        {
            return new ReleaseAnswer(ReleaseFate.Invalid, fault, null);
        }

        if (ReleaseDesk.OutsideOf(by, order.Region) is { } refusal)
        {
            return refusal;
        }

        ReleaseAnswer answer = desk.Run(c => Compose(c, order, by));
        if (!desk.IsTrial && answer is { Fate: ReleaseFate.Done, Alert.State: AlertState.Released })
        {
            book.SignalRelease();
        }

        return answer;
    }

    /// <summary>The words the program has for such a warning, without any measured number.</summary>
    /// <param name="order">Of what, where and until when; its words do not matter.</param>
    /// <param name="now">Network time.</param>
    public IReadOnlyDictionary<string, AlertText> Suggest(ManualAlert order, DateTimeOffset now) => Content(order, now).Texts.ToDictionary(
        t => t.Key,

        // A template that has no number to tell ends with what would have led to it.
        t => t.Value with { Sms = t.Value.Sms.TrimEnd(' ', ',', ':', ';'), Detail = t.Value.Detail.Trim() });

    private string? Fault(ManualAlert order) =>
        order.Words.TextTh is null || order.Words.TextEn is null ? "a warning needs a text in Thai and one in English"
        : Severities.Rank(order.Severity) == 0 ? $"'{order.Severity}' is not Minor, Moderate, Severe or Extreme"
        : order.Words.Fault(IsExercise)
            ?? AlertWording.PlaceFault("Thai name of the place", order.PlaceTh) ?? AlertWording.PlaceFault("English name of the place", order.PlaceEn);

    private ReleaseAnswer Compose(SqliteConnection connection, ManualAlert order, Officer by)
    {
        DateTimeOffset now = issuer.Now(connection);
        if (order.Expires <= now || order.Expires > now + AlertRevisions.LifeMax)
        {
            return new ReleaseAnswer(ReleaseFate.Invalid, $"it must expire after now, and within {AlertRevisions.LifeMax.TotalDays} days", null)
            {
                Code = new("until-range", ("days", AlertRevisions.LifeMax.TotalDays)),
            };
        }

        if (Same(connection, order, now) is { } same)
        {
            return ReleaseAnswer.Repeat($"alert {same.Number} says so already", same);
        }

        AlertContent content = Content(order, now);
        AlertVersion version = new(
            AlertTables.NewIdentifier(connection, options.Value.AuthorityOid, now),
            $"{order.Region}-{order.Hazard.Code()}{AlertTables.ManualMark}{now.UtcDateTime:yyyyMMdd'T'HHmmss}",
            Version: 1, "Alert", IsAllClear: false, order.Hazard.Code(), order.Severity, AlertState.Draft, order.Region, now, now, order.Expires,
            order.Words.Over(content.Texts, IsExercise), content.IsSiren && Severities.Rank(order.Severity) >= Severities.Rank("Severe"), string.Empty);
        if (AlertTables.Select(connection, "WHERE event = $event", ("$event", version.EventId)).Count > 0)
        {
            return ReleaseAnswer.Refused("another warning of this hazard and region was composed in this second: try again");
        }

        CapAlert cap = _cap.Compose(version, content, now, [], IsExercise, composer.GroundOf(order.Region, station: null));
        version = version with { CapXml = CapWriter.Write(cap) };
        AlertTables.OpenManual(connection, version.EventId, order.Region, version.Hazard, now, order.Severity);
        ReleasePlan plan = holds.PlanFor(version.Hazard, order.Severity, content.ResponseType);
        AlertVersion entered = issuer.Enter(connection, version, plan, by, "alert.composed", order.Reason);
        return ReleaseAnswer.Done(
            entered.State == AlertState.Released
                ? $"alert {entered.Number} is released"
                : $"alert {entered.Number} waits; it needs {plan.Persons} to release it",
            entered) with
        {
            Missing = AlertIssuer.MissingOf(entered, plan, by),
        };
    }

    private AlertContent Content(ManualAlert order, DateTimeOffset now)
    {
        HazardLevel level = Severities.Rank(order.Severity) >= Severities.Rank("Severe") ? HazardLevel.Severe : HazardLevel.Moderate;
        HazardChange change = new(
            ChangeKind.Opened, order.Region, order.Hazard, string.Empty, now, level, HazardLevel.None, now, order.Expires, IsLive: true,
            new MeasureEvidence(Nowhere, []));
        AlertContent content = composer.Compose(change, IsExercise);
        return content with
        {
            Parameters = [],
            Texts = content.Texts.ToDictionary(t => t.Key, t => t.Value with { Area = (t.Key == Languages.Thai ? order.PlaceTh : order.PlaceEn) ?? t.Value.Area }),
        };
    }

    private AlertVersion? Same(SqliteConnection connection, ManualAlert order, DateTimeOffset now) => AlertTables
        .Select(
            connection,
            $"""
            WHERE hazard = $hazard AND region = $region AND severity = $severity AND expires_at > $now
                AND state IN ('Draft', 'Waiting', 'Released', 'Targeted') AND is_all_clear = 0 AND instr(event, '{AlertTables.ManualMark}') > 0
                AND event IN (SELECT id FROM event WHERE ended IS NULL)
            """,
            ("$hazard", order.Hazard.Code()), ("$region", order.Region.Code), ("$severity", order.Severity),
            ("$now", now.ToUnixTimeMilliseconds()))
        .Find(a => order.Words.Over(a.Texts, IsExercise).All(t => a.Texts[t.Key].Sms == t.Value.Sms));
}

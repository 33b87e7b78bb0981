using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Core.Alerts;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Core.Messages;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Alerts.Release;

/// <summary>What officers change of warnings: their words, their life, and that they were right at all.</summary>
internal sealed class AlertRevisions(ReleaseDesk desk, HoldBook holds, AlertIssuer issuer, WarningComposer composer, NetworkClock clock)
{
    /// <summary>How far ahead a warning may be extended.</summary>
    public static readonly TimeSpan LifeMax = TimeSpan.FromDays(7);

    // An end must have the time to arrive.
    private static readonly TimeSpan EndLifeMin = TimeSpan.FromHours(2);

    private bool IsExercise => clock.Mode == NetworkTimeMode.Replay;

    /// <summary>
    /// Changes the words. Of a version that waits they change in place, and whoever said yes to the old ones is asked again; of one
    /// that went out a new version is made, which goes the way of a release.
    /// </summary>
    public ReleaseAnswer Edit(long number, AlertWording words, string? severity, Officer by, string reason)
    {
        severity = severity is null ? null : Severities.Of(severity);
        string? fault = words.IsEmpty && severity is null ? "nothing is to be changed" : words.Fault(IsExercise);
        fault ??= severity is not null && Severities.Rank(severity) == 0 ? $"'{severity}' is not Minor, Moderate, Severe or Extreme" : null;
        return fault is not null ? new ReleaseAnswer(ReleaseFate.Invalid, fault, null) : desk.Order(number, by, Role.Officer, (c, alert) =>
        {
            if (alert.State is AlertState.Draft or AlertState.Waiting)
            {
                return EditHeld(c, alert, words, severity, by, reason);
            }

            if (!by.May(Role.Releaser))
            {
                return ReleaseAnswer.WithoutRole(by, Role.Releaser, alert, $", and alert {number} went out");
            }

            (AlertVersion? told, ReleaseAnswer? refusal) = Told(c, alert);
            if (told is null)
            {
                return refusal!;
            }

            AlertVersion made = Reworded(issuer.After(c, told), words, severity);
            if (AreSame(made, told) || HoldTables.History(c, alert.EventId).Pending.Any(p => AreSame(p, made)))
            {
                return ReleaseAnswer.Repeat($"alert {told.Number} says so already", told);
            }

            bool isRise = Severities.Rank(made.Severity) > Severities.Rank(told.Severity);
            ReleasePlan plan = holds.PlanFor(told.Hazard, made.Severity, CapRevision.ResponseTypeOf(told));
            AlertVersion entered = issuer.Enter(c, made with { Siren = isRise && Severities.Rank(made.Severity) >= Severities.Rank("Severe") }, plan, by, "alert.edited", reason);
            return ReleaseAnswer.Done(
                entered.State == AlertState.Released
                    ? $"alert {entered.Number} replaces alert {told.Number}"
                    : $"alert {entered.Number} replaces alert {told.Number} when {plan.Persons} persons have released it",
                entered) with
            {
                Missing = AlertIssuer.MissingOf(entered, plan, by),
            };
        });
    }

    /// <summary>Takes a warning back. Whoever was told of it hears so; versions of its event that wait are dropped.</summary>
    public ReleaseAnswer Cancel(long number, AlertWording words, Officer by, string reason) => End(number, words, by, reason, isCancel: true);

    /// <summary>Says that what a person warned of is over. Events that are measured end by measurement.</summary>
    public ReleaseAnswer AllClear(long number, AlertWording words, Officer by, string reason) => End(number, words, by, reason, isCancel: false);

    private ReleaseAnswer End(long number, AlertWording words, Officer by, string reason, bool isCancel) => words.Fault(IsExercise) is { } fault
        ? new ReleaseAnswer(ReleaseFate.Invalid, fault, null)
        : desk.Order(number, by, Role.Releaser, (c, alert) =>
        {
            EventHistory history = HoldTables.History(c, alert.EventId);
            if (history.Last is { IsAllClear: true } last)
            {
                bool isSame = last.Type == "Cancel" == isCancel;
                string text = $"the warning of alert {number} was {(last.Type == "Cancel" ? "cancelled" : "ended")} by alert {last.Number} already";
                return isSame ? ReleaseAnswer.Repeat(text, last) : ReleaseAnswer.Refused(text, last);
            }

            bool isManual = alert.EventId.Contains(AlertTables.ManualMark, StringComparison.Ordinal);
            if (!isCancel && !isManual)
            {
                return ReleaseAnswer.Refused($"the event of alert {number} is measured and ends by measurement; cancel it when it was wrong", alert);
            }

            (AlertVersion? told, ReleaseAnswer? refusal) = Told(c, alert);
            return told is null ? refusal! : End(c, told, history, words, by, reason, isCancel);
        });

    private ReleaseAnswer End(
        SqliteConnection connection, AlertVersion told, EventHistory history, AlertWording words, Officer by, string reason, bool isCancel)
    {
        DateTimeOffset now = issuer.Now(connection);
        foreach (AlertVersion pending in history.Pending)
        {
            holds.Close(connection, pending, HoldOutcome.Overtaken, by.Name, isCancel ? "the warning was cancelled" : "it is over", now);
        }

        AlertVersion made = issuer.After(connection, told) with
        {
            Type = isCancel ? "Cancel" : "Update",
            IsAllClear = true,
            ExpiresAt = told.ExpiresAt > now + EndLifeMin ? told.ExpiresAt : now + EndLifeMin,
        };
        made = isCancel && HazardCodes.TryParse(told.Hazard, out HazardKind hazard)
            ? made with { Texts = composer.ComposeCancel(hazard, told.Region, PlaceOf(told), now, reason: string.Empty, IsExercise).Texts }
            : EndWords.Over(made, IsExercise);
        AlertVersion entered = issuer.Enter(
            connection, Reworded(made, words, null), OnePerson, by, isCancel ? "alert.cancelled" : "alert.ended", reason);
        if (told.EventId.Contains(AlertTables.ManualMark, StringComparison.Ordinal))
        {
            AlertTables.EndManual(connection, told.EventId, now);
        }

        return ReleaseAnswer.Done($"alert {entered.Number} {(isCancel ? "cancels" : "ends")} alert {told.Number}", entered);
    }

    /// <summary>Lets a warning hold longer. Nobody is sent a message.</summary>
    public ReleaseAnswer Extend(long number, DateTimeOffset until, Officer by, string reason) => desk.Order(number, by, Role.Releaser, (c, alert) =>
    {
        (AlertVersion? told, ReleaseAnswer? refusal) = Told(c, alert);
        if (told is null)
        {
            return refusal!;
        }

        if (told.ExpiresAt == until)
        {
            return ReleaseAnswer.Repeat($"alert {told.Number} holds until then already", told);
        }

        if (until < told.ExpiresAt || until > issuer.Now(c) + LifeMax)
        {
            return ReleaseAnswer.Refused(
                $"it holds until {LocalTime.Of(told.ExpiresAt):yyyy-MM-dd HH:mm}, and may hold {LifeMax.TotalDays} days from now at most", told);
        }

        AlertVersion entered = issuer.Enter(
            c, issuer.After(c, told) with { ExpiresAt = until, Pages = false }, OnePerson, by, "alert.extended", reason);
        return ReleaseAnswer.Done($"alert {entered.Number} extends alert {told.Number} until {LocalTime.Of(until):yyyy-MM-dd HH:mm}", entered);
    });

    private static ReleasePlan OnePerson { get; } = new(ReleaseWay.AtOnce, TimeSpan.Zero, ReleaseEnd.Drop, 1);

    private ReleaseAnswer EditHeld(
        SqliteConnection connection, AlertVersion alert, AlertWording words, string? severity, Officer by, string reason)
    {
        if (severity is not null && severity != alert.Severity)
        {
            return ReleaseAnswer.Refused("the severity of a warning that waits comes from its measurements: drop it and compose another", alert);
        }

        AlertVersion edited = Reworded(alert, words, null);
        if (AreSame(edited, alert))
        {
            return ReleaseAnswer.Repeat($"alert {alert.Number} says so already", alert);
        }

        AlertTables.Update(connection, edited);
        HoldTables.ForgetApprovals(connection, alert.Identifier);
        holds.Note(connection, by.Name, "alert.edited", edited, reason);
        int persons = HoldTables.Held(connection).Find(h => h.Alert.Identifier == alert.Identifier)?.Persons ?? 1;
        return ReleaseAnswer.Done($"alert {alert.Number} waits with its new words; who released it before is asked again", edited) with
        {
            Missing = persons,
        };
    }

    private (AlertVersion? Told, ReleaseAnswer? Refusal) Told(SqliteConnection connection, AlertVersion alert)
    {
        AlertVersion? told = HoldTables.History(connection, alert.EventId).Told;
        string? refusal = told is null ? $"nothing of the event of alert {alert.Number} is in force"
            : told.ExpiresAt <= issuer.Now(connection) ? $"alert {told.Number} expired at {LocalTime.Of(told.ExpiresAt):yyyy-MM-dd HH:mm}"
            : AlertTables.IsOver(connection, alert.EventId) ? $"the event of alert {alert.Number} has ended"
            : null;
        return refusal is null ? (told, null) : (null, ReleaseAnswer.Refused(refusal, alert));
    }

    // The end goes by the name that the warning had: to hear that a province is safe helps nobody who heard of a village.
    private static Place PlaceOf(AlertVersion told)
    {
        string thai = told.Texts.GetValueOrDefault(Languages.Thai)?.Area ?? told.Region.Code;
        return new Place(thai, told.Texts.GetValueOrDefault(Languages.English)?.Area ?? thai);
    }

    private AlertVersion Reworded(AlertVersion version, AlertWording words, string? severity) => version with
    {
        Texts = words.IsEmpty ? version.Texts : words.Over(version.Texts, IsExercise),
        Severity = severity ?? version.Severity,
    };

    private static bool AreSame(AlertVersion one, AlertVersion other) => one.Severity == other.Severity
        && one.Texts.All(t => other.Texts.TryGetValue(t.Key, out Core.Alerts.AlertText? text) && text == t.Value);
}

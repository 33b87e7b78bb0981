using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Messages;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Alerts.Release;

/// <summary>
/// Where officers answer what waits, and where what nobody answered comes to its end. Every order is one transaction on the state as it
/// is then, so that it does not matter which process gives it, or how often. Safe for use by several threads.
/// </summary>
internal sealed class ReleaseDesk(RegistryDatabase registry, AlertBook book, HoldBook holds, AlertIssuer issuer)
{
    /// <summary>Whether orders are only tried: each is answered as it would be, and nothing of it is kept.</summary>
    public bool IsTrial { get; init; }

    /// <summary>What waits, those first whose time ends first, and the time it is.</summary>
    public (IReadOnlyList<HeldAlert> Held, DateTimeOffset Now) Waiting() =>
        registry.Read(c => (HoldTables.Held(c), issuer.Now(c)));

    /// <summary>Says yes to a version that waits; it goes out when as many persons as are needed did.</summary>
    /// <param name="number">Which version.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="reason">Why.</param>
    /// <param name="seen">The mark of the version as the officer saw it; null to release it as it is now.</param>
    public ReleaseAnswer Release(long number, Officer by, string? reason, string? seen = null) => Order(number, by, Role.Releaser, (c, alert) =>
    {
        if (alert.State is AlertState.Released or AlertState.Targeted)
        {
            return ReleaseAnswer.Repeat($"alert {number} is released already", alert);
        }

        DateTimeOffset now = issuer.Now(c);
        if (RefusalOf(c, alert, now) is { } refusal)
        {
            return ReleaseAnswer.Refused(refusal, alert);
        }

        if (seen is not null && seen != alert.Mark)
        {
            return ReleaseAnswer.Refused(
                new Refusal($"alert {number} was changed after you read it: read it again", new("alert-changed", ("number", number))), alert);
        }

        HeldAlert held = HoldTables.Held(c).Find(h => h.Alert.Identifier == alert.Identifier)!;
        if (HoldTables.IsApprovedBy(c, alert.Identifier, by.Name))
        {
            return ReleaseAnswer.Refused($"you said yes to alert {number} already; it needs {held.Persons} persons, another one is missing", alert);
        }

        HoldTables.Approve(c, alert.Identifier, by.Name, now);
        int missing = held.Persons - held.Approvals.Count - 1;
        if (missing > 0)
        {
            holds.Note(c, by.Name, "alert.approved", alert, $"{missing} more needed: {reason}");
            return ReleaseAnswer.Done($"alert {number} needs {missing} more person{(missing == 1 ? string.Empty : "s")} until {Clock(held.Ends)}", alert) with
            {
                Missing = missing,
            };
        }

        string who = string.Join(", ", held.Approvals.Append(by.Name));
        return ReleaseAnswer.Done($"alert {number} is released", issuer.Send(c, alert, HoldOutcome.Released, by.Name, $"by {who}: {reason}"));
    });

    /// <summary>Drops a version that waits.</summary>
    public ReleaseAnswer Drop(long number, Officer by, string reason) => Order(number, by, Role.Releaser, (c, alert) =>
    {
        switch (alert.State)
        {
            case AlertState.Dropped:
                return ReleaseAnswer.Repeat($"alert {number} is dropped already", alert);
            case AlertState.Draft or AlertState.Waiting:
                holds.Close(c, alert, HoldOutcome.Dropped, by.Name, reason, issuer.Now(c));
                return ReleaseAnswer.Done($"alert {number} is dropped", alert with { State = AlertState.Dropped });
            default:
                return ReleaseAnswer.Refused(
                    alert.State == AlertState.Recorded ? $"alert {number} is for the record only" : $"alert {number} went out: cancel it", alert);
        }
    });

    /// <summary>Ends what nobody answered in time, by its policy. What it did to which version.</summary>
    public IReadOnlyList<(AlertVersion Alert, HoldOutcome Outcome)> Sweep()
    {
        // Mostly nothing is due, and then nothing is locked.
        (IReadOnlyList<HeldAlert> held, DateTimeOffset now) = Waiting();
        bool isDue = held.Any(h => h.Ends <= now);
        List<(AlertVersion, HoldOutcome)> ended = !isDue ? [] : registry.Write(c =>
        {
            List<(AlertVersion, HoldOutcome)> done = [];
            foreach (HeldAlert due in HoldTables.Held(c).Where(h => h.Ends <= now))
            {
                // The one before may have overtaken it.
                if (AlertTables.ByNumber(c, due.Alert.Number)!.State is AlertState.Draft or AlertState.Waiting)
                {
                    done.Add(End(c, due, now));
                }
            }

            return done;
        });
        if (ended.Exists(e => e.Item2 == HoldOutcome.SentUnanswered))
        {
            book.SignalRelease();
        }

        return ended;
    }

    /// <summary>Ends the events of persons of which nothing holds any more.</summary>
    public int EndRunOut() => registry.Read(c => AlertTables.HasManual(c))
        ? registry.Write(c => AlertTables.EndRunOut(c, issuer.Now(c)))
        : 0;

    /// <summary>Runs an order on the version of a number.</summary>
    internal ReleaseAnswer Order(long number, Officer by, Role role, Func<SqliteConnection, AlertVersion, ReleaseAnswer> order)
    {
        if (!by.May(role))
        {
            return ReleaseAnswer.WithoutRole(by, role);
        }

        ReleaseAnswer answer = Run(c => AlertTables.ByNumber(c, number) is { } alert
            ? OutsideOf(by, alert.Region) ?? order(c, alert)
            : new ReleaseAnswer(ReleaseFate.Unknown, $"there is no alert {number}", null) { Code = new("alert-unknown", ("number", number)) });
        if (!IsTrial && answer is { Fate: ReleaseFate.Done, Alert.State: AlertState.Released })
        {
            book.SignalRelease();
        }

        return answer;
    }

    /// <summary>The refusal where an officer's regions do not reach that far, or null.</summary>
    internal static ReleaseAnswer? OutsideOf(Officer by, RegionId region) => by.Covers(region)
        ? null
        : new ReleaseAnswer(ReleaseFate.Forbidden, $"{by.Name} is an officer of {string.Join(", ", by.Regions)}, not of {region}", null)
        {
            Code = new("outside-regions", ("regions", string.Join(", ", by.Regions))),
        };

    /// <summary>Runs an order's transaction, or tries it.</summary>
    internal ReleaseAnswer Run(Func<SqliteConnection, ReleaseAnswer> work) => IsTrial ? registry.Rehearse(work) : registry.Write(work);

    private static Refusal? RefusalOf(SqliteConnection connection, AlertVersion alert, DateTimeOffset now) => alert.State switch
    {
        AlertState.Dropped => new($"alert {alert.Number} was dropped; compose a new one if it is needed after all", new("alert-dropped", ("number", alert.Number))),
        AlertState.Recorded => new($"alert {alert.Number} is for the record only", new("alert-recorded", ("number", alert.Number))),
        _ when alert.ExpiresAt <= now => new($"alert {alert.Number} expired at {Clock(alert.ExpiresAt)}", new("alert-expired", ("number", alert.Number))),
        _ when AlertTables.IsOver(connection, alert.EventId) => new($"the event of alert {alert.Number} has ended", new("event-ended", ("number", alert.Number))),
        _ => null,
    };

    private (AlertVersion Alert, HoldOutcome Outcome) End(SqliteConnection connection, HeldAlert due, DateTimeOffset now)
    {
        bool isExpired = due.Alert.ExpiresAt <= now;
        HoldOutcome outcome = isExpired ? HoldOutcome.Expired
            : due.Then == ReleaseEnd.Send ? HoldOutcome.SentUnanswered
            : HoldOutcome.DroppedUnanswered;
        string why = $"{due.Approvals.Count} of {due.Persons} persons said yes by {Clock(due.Ends)}";
        if (outcome == HoldOutcome.SentUnanswered)
        {
            return (issuer.Send(connection, due.Alert, outcome, AuditEntry.System, why), outcome);
        }

        holds.Close(connection, due.Alert, outcome, AuditEntry.System, why, now);
        return (due.Alert with { State = AlertState.Dropped }, outcome);
    }

    private static string Clock(DateTimeOffset time) => $"{LocalTime.Of(time):yyyy-MM-dd HH:mm}";
}

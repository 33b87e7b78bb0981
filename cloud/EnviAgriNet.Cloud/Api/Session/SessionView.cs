using EnviAgriNet.Cloud.Access;

namespace EnviAgriNet.Cloud.Api.Session;

/// <summary>Who is signed in.</summary>
/// <param name="Officer">Null for a stranger.</param>
/// <param name="SecondFactor">Whether the officer has a password with codes beside it.</param>
/// <param name="Passkeys">How many passkeys the officer has.</param>
internal sealed record SessionView(OfficerView? Officer, bool SecondFactor, int Passkeys);

/// <summary>An officer as pages see one.</summary>
internal sealed record OfficerView(string Name, IReadOnlyList<string> Roles, IReadOnlyList<string> Regions)
{
    /// <summary>The view of an officer.</summary>
    public static OfficerView Of(Officer officer) => new(
        officer.Name, [.. officer.Roles.Order().Select(r => r.ToString().ToLowerInvariant())], [.. officer.Regions.Order().Select(r => r.Code)]);
}

/// <summary>An officer's own account.</summary>
internal sealed record AccountView(bool HasPassword, DateTimeOffset? PasswordAt, int RecoveryLeft, bool HasToken, IReadOnlyList<SessionLine> Sessions);

/// <summary>An open session.</summary>
internal sealed record SessionLine(long Number, string How, string Agent, DateTimeOffset OpenedAt, DateTimeOffset SeenAt, bool IsThis);

/// <summary>A secret of codes, as an app takes it.</summary>
internal sealed record CodesView(string Name, string Secret, string Uri, DateTimeOffset? Until);

/// <summary>Recovery codes, which are shown once.</summary>
internal sealed record RecoveryView(IReadOnlyList<string> RecoveryCodes);

/// <summary>An officer in the list of all.</summary>
internal sealed record OfficerEntry(
    string Name, IReadOnlyList<string> Roles, IReadOnlyList<string> Regions, bool IsActive, DateTimeOffset AddedAt, bool HasPassword,
    int Passkeys, bool HasToken, bool HasNumber, int Sessions);

/// <summary>An invitation that was made.</summary>
internal sealed record InvitationView(string Path, DateTimeOffset Until);

/// <summary>Entries of the audit log, newest first.</summary>
internal sealed record AuditView(IReadOnlyList<AuditViewLine> Entries, bool IsMore);

/// <summary>An entry of the audit log.</summary>
internal sealed record AuditViewLine(long Number, DateTimeOffset At, string Actor, string Action, string Subject, string Detail);

/// <summary>What a check of the audit log found.</summary>
internal sealed record AuditCheckView(bool IsWhole, long Entries, string Head, long? FaultNumber, string? FaultWhat);

/// <summary>Why not.</summary>
internal sealed record SessionFault(string Text);

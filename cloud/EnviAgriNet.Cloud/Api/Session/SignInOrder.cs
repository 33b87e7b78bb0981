namespace EnviAgriNet.Cloud.Api.Session;

/// <summary>Signs in.</summary>
internal sealed record SignInOrder(string? Name, string? Password, string? Code);

/// <summary>Proves again who it is; with a new password where that is to be changed.</summary>
internal sealed record ProofOrder(string? Password, string? Code, string? NewPassword);

/// <summary>A code alone.</summary>
internal sealed record CodeOrder(string? Code);

/// <summary>Looks at an invitation; with password and code accepts it.</summary>
internal sealed record InvitationOrder(string? Secret, string? Password, string? Code);

/// <summary>What an officer may do, and where.</summary>
internal sealed record RightsOrder(string? Name, IReadOnlyList<string>? Roles, IReadOnlyList<string>? Regions);

/// <summary>Takes an officer's rights away.</summary>
internal sealed record DisableOrder(string? Reason);

/// <summary>Checks the audit log, against a head that was kept elsewhere where there is one.</summary>
internal sealed record AuditCheckOrder(string? Head);

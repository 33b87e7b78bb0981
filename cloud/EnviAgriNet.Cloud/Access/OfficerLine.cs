namespace EnviAgriNet.Cloud.Access;

/// <summary>An officer as a list shows one.</summary>
/// <param name="Officer">Name and roles.</param>
/// <param name="IsActive">False once disabled.</param>
/// <param name="AddedAt">When registered.</param>
/// <param name="TokenAt">When the token in force was made; null without one.</param>
/// <param name="Recipient">Under which messages reach this officer, as <c>c5</c>; null without a number.</param>
internal sealed record OfficerLine(Officer Officer, bool IsActive, DateTimeOffset AddedAt, DateTimeOffset? TokenAt, string? Recipient);

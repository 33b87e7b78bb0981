using EnviAgriNet.Cloud.Access;

namespace EnviAgriNet.Cloud.Api.Session;

/// <summary>Who is signed in.</summary>
/// <param name="Officer">Null for a stranger.</param>
/// <param name="SecondFactor">Whether the officer's password has codes beside it.</param>
/// <param name="Passkeys">How many passkeys the officer has.</param>
internal sealed record SessionView(OfficerView? Officer, bool SecondFactor, int Passkeys);

/// <summary>An officer as pages see one.</summary>
internal sealed record OfficerView(string Name, IReadOnlyList<string> Roles, IReadOnlyList<string> Regions)
{
    /// <summary>The view of an officer.</summary>
    public static OfficerView Of(Officer officer) => new(
        officer.Name, [.. officer.Roles.Order().Select(r => r.ToString().ToLowerInvariant())], [.. officer.Regions.Order().Select(r => r.Code)]);
}

namespace EnviAgriNet.Cloud.Alerts.Release;

/// <summary>How one warning is released. It is fixed when the warning is made: a policy that changes later changes nothing for it.</summary>
/// <param name="Way">At once, or after a wait.</param>
/// <param name="Wait">How long it waits.</param>
/// <param name="Then">What happens at the end of the wait.</param>
/// <param name="Persons">How many persons must say so before.</param>
internal sealed record ReleasePlan(ReleaseWay Way, TimeSpan Wait, ReleaseEnd Then, int Persons)
{
    private const string Evacuate = "Evacuate";
    private const int PersonsToEvacuate = 2;

    /// <summary>The plan of a warning by the first policy that fits.</summary>
    public static ReleasePlan Of(ReleaseOptions options, string hazard, string severity, string responseType)
    {
        ReleasePolicy policy = options.Policies.FirstOrDefault(p => p.Fits(hazard, severity)) ?? new ReleasePolicy();
        int persons = policy.Persons > 0 ? policy.Persons : responseType == Evacuate ? PersonsToEvacuate : 1;
        return new ReleasePlan(policy.Way, policy.Wait, policy.Then, persons);
    }
}

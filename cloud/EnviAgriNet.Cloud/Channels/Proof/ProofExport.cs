namespace EnviAgriNet.Cloud.Channels.Proof;

/// <summary>Makes of a proof what may leave the agency.</summary>
internal static class ProofExport
{
    /// <summary>
    /// Places with fewer than five people keep their name and lose their counts. When only one place is so few, the next smallest loses
    /// its counts too: otherwise it could be had by taking the others from the sum. Who did what stays inside, as do reasons.
    /// </summary>
    public static AlertProof Of(AlertProof proof)
    {
        List<ProofTally> bySize = [.. proof.Places.OrderBy(p => p.Targeted)];
        int few = bySize.Count(p => p.Targeted < Limits.PeopleMin);
        HashSet<string> hidden = [.. bySize.Take(few == 1 ? 2 : few).Select(p => p.Name)];
        return proof with
        {
            Places = [.. proof.Places.Select(p => hidden.Contains(p.Name)
                ? new ProofTally(p.Name, p.Part, null, null, null, null, null, null, null, IsFew: true)
                : p)],
            Steps = [],
            Reasons = [.. proof.Reasons.Where(r => r.Count >= Limits.PeopleMin)],
        };
    }
}

using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Cloud.Regions;

/// <summary>The rules that judge now. Safe for use by several threads.</summary>
/// <param name="rulesOn">The rules that are on; the same list while nothing changes.</param>
/// <param name="lateAfter">How old a measurement may be to be told to people.</param>
internal sealed class RulesInForce(Func<IReadOnlyList<HazardRule>> rulesOn, TimeSpan lateAfter)
{
    private volatile Made? _made;

    /// <summary>The rules; the same object while nothing changes.</summary>
    public HazardRules Current
    {
        get
        {
            IReadOnlyList<HazardRule> on = rulesOn();
            Made? made = _made;
            if (made is null || !ReferenceEquals(made.On, on))
            {
                _made = made = new Made(on, new HazardRules(on) { LateAfter = lateAfter });
            }

            return made.Rules;
        }
    }

    private sealed record Made(IReadOnlyList<HazardRule> On, HazardRules Rules);
}

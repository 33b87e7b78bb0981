using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Cloud.Alerts.Release;

/// <summary>What happens with the warnings of a hazard and severity.</summary>
internal sealed class ReleasePolicy
{
    private const string Any = "*";
    private const int PersonsMax = 3;
    private static readonly TimeSpan WaitMin = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan WaitMax = TimeSpan.FromHours(24);

    /// <summary>Default <c>*</c>, any; or a hazard as <c>river-flood</c>.</summary>
    public string Hazard { get; set; } = Any;

    /// <summary>Default <c>*</c>, any; or Minor, Moderate, Severe, Extreme.</summary>
    public string Severity { get; set; } = Any;

    /// <summary>Default AtOnce; or Wait for a person.</summary>
    public ReleaseWay Way { get; set; } = ReleaseWay.AtOnce;

    /// <summary>Default 10 minutes; 1 minute to 24 hours: how long it waits.</summary>
    public TimeSpan Wait { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Default Send: what happens when nobody, or not everybody who is needed, said so by then; or Drop.</summary>
    public ReleaseEnd Then { get; set; } = ReleaseEnd.Send;

    /// <summary>Default 0: two persons where people are told to evacuate, else one; or 1 to 3.</summary>
    public int Persons { get; set; }

    /// <summary>Whether it is about a warning.</summary>
    public bool Fits(string hazard, string severity) => Hazard is Any || Hazard == hazard
        ? Severity is Any || Severity == severity
        : false;

    /// <summary>What is wrong with it.</summary>
    public IEnumerable<string> Faults()
    {
        if (Hazard != Any && !HazardCodes.TryParse(Hazard, out _))
        {
            yield return $"'{Hazard}' is not a hazard or *";
        }

        if (Severity != Any && Severities.Rank(Severity) == 0)
        {
            yield return $"'{Severity}' is not Minor, Moderate, Severe, Extreme or *";
        }

        if (Wait < WaitMin || Wait > WaitMax)
        {
            yield return $"Wait {Wait} is not {WaitMin} to {WaitMax}";
        }

        if (Persons is < 0 or > PersonsMax)
        {
            yield return $"Persons {Persons} is not 0 to {PersonsMax}";
        }
    }
}

/// <summary>Whether a warning waits for a person.</summary>
internal enum ReleaseWay
{
    /// <summary>It goes at once.</summary>
    AtOnce,

    /// <summary>It waits.</summary>
    Wait,
}

/// <summary>What happens with a warning for which nobody answered.</summary>
internal enum ReleaseEnd
{
    /// <summary>It is sent.</summary>
    Send,

    /// <summary>It is dropped.</summary>
    Drop,
}

namespace EnviAgriNet.Cloud.Cases;

/// <summary>How far a case has come.</summary>
internal enum CaseState
{
    /// <summary>Nobody has taken it.</summary>
    New,

    /// <summary>An officer or an agency has it.</summary>
    Assigned,

    /// <summary>Somebody is going there.</summary>
    OnTheWay,

    /// <summary>It is done.</summary>
    Done,

    /// <summary>It could not be done; the person was told so.</summary>
    Cannot,

    /// <summary>It is the same as another case.</summary>
    Duplicate,
}

/// <summary>The states' words and which may follow which. Pure.</summary>
internal static class CaseMoves
{
    /// <summary>The state as it is stored and shown to programs.</summary>
    public static string Word(this CaseState state) => state switch
    {
        CaseState.New => "new",
        CaseState.Assigned => "assigned",
        CaseState.OnTheWay => "on-the-way",
        CaseState.Done => "done",
        CaseState.Cannot => "cannot",
        CaseState.Duplicate => "duplicate",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>Reads a word; false when there is no such state.</summary>
    public static bool TryParse(string? word, out CaseState state)
    {
        foreach (CaseState candidate in Enum.GetValues<CaseState>())
        {
            if (candidate.Word() == word)
            {
                state = candidate;
                return true;
            }
        }

        state = default;
        return false;
    }

    /// <summary>Whether nothing is left to do.</summary>
    public static bool IsClosed(this CaseState state) => state is CaseState.Done or CaseState.Cannot or CaseState.Duplicate;

    /// <summary>Whether a case may go from one state to another. What is closed stays closed: a person who writes again gets a new case.</summary>
    public static bool May(CaseState from, CaseState to) => from switch
    {
        _ when from.IsClosed() => false,
        CaseState.New => to != CaseState.New,
        _ => to != CaseState.New && (to == CaseState.Assigned || to != from),
    };
}

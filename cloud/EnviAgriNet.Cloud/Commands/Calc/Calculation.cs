namespace EnviAgriNet.Cloud.Commands.Calc;

/// <summary>One calculation for people: what it needs, what it gives, and where its formula comes from.</summary>
internal abstract class Calculation
{
    /// <summary>The name of the command, in kebab case.</summary>
    public abstract string Name { get; }

    /// <summary>What it calculates, for <c>--help</c>, with the units of the results.</summary>
    public abstract string Summary { get; }

    /// <summary>Where formula and limits come from.</summary>
    public abstract string Source { get; }

    /// <summary>What it needs.</summary>
    public abstract IReadOnlyList<CalcInput> Inputs { get; }

    /// <summary>Whether a call without a file makes sense.</summary>
    public virtual bool IsSingle => true;

    /// <summary>The names of the results, in the order of the columns; they may depend on the settings of the call.</summary>
    public abstract IReadOnlyList<string> Results(CalcRow settings);

    /// <summary>Calculates from options alone; throws a <see cref="CalcFault"/> when it cannot.</summary>
    public abstract CalcResult Compute(CalcRow row);

    /// <summary>
    /// Calculates row after row, one result for each in the same order. What it holds back before a result comes is its own
    /// matter; a row that is bad gives a result with an error, and the others go on.
    /// </summary>
    public virtual IEnumerable<CalcResult> ComputeAll(CalcRow settings, IEnumerable<CalcRow> rows) => rows.Select(ComputeOne);

    /// <summary>Calculates one row; a fault becomes its error.</summary>
    protected CalcResult ComputeOne(CalcRow row)
    {
        try
        {
            row.RequireReadable();
            return Compute(row);
        }
        catch (CalcFault fault)
        {
            return CalcResult.Fault(fault.Message);
        }
    }
}

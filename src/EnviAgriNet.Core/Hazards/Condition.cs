namespace EnviAgriNet.Core.Hazards;

/// <summary>What a rule asks of the measures of a station: a term, or any or all of several conditions.</summary>
public abstract record Condition
{
    /// <summary>How deep conditions may stand in one another.</summary>
    public const int DepthMax = 3;

    /// <summary>The most terms of one condition.</summary>
    public const int TermsMax = 16;

    private protected Condition()
    {
    }

    /// <summary>The terms in the order they are written.</summary>
    public abstract IEnumerable<Term> Terms { get; }

    /// <summary>Any of several conditions.</summary>
    public static Condition Any(params IReadOnlyList<Condition> conditions) => new AnyOf(conditions);

    /// <summary>All of several conditions.</summary>
    public static Condition All(params IReadOnlyList<Condition> conditions) => new AllOf(conditions);

    /// <summary>A measure above a limit.</summary>
    public static Condition Above(string measure, double limit) => new Term(measure, Comparison.Above, limit);

    /// <summary>A measure at a limit or above.</summary>
    public static Condition AtLeast(string measure, double limit) => new Term(measure, Comparison.AtLeast, limit);

    /// <summary>A measure below a limit.</summary>
    public static Condition Below(string measure, double limit) => new Term(measure, Comparison.Below, limit);

    /// <summary>A measure at a limit or below.</summary>
    public static Condition AtMost(string measure, double limit) => new Term(measure, Comparison.AtMost, limit);

    /// <summary>What the measures of a station say to it.</summary>
    internal abstract Verdict Judge(IMeasures measures);
}

/// <summary>One measure against one limit.</summary>
/// <param name="Measure">A name of <see cref="Measures"/>.</param>
/// <param name="Is">How they are compared.</param>
/// <param name="Value">The limit, in the unit of the measure.</param>
public sealed record Term(string Measure, Comparison Is, double Value) : Condition
{
    /// <inheritdoc/>
    public override IEnumerable<Term> Terms => [this];

    /// <inheritdoc/>
    internal override Verdict Judge(IMeasures measures) => measures.Of(Measure) switch
    {
        { IsAbsent: true } => Verdict.Absent,
        { Value: null } => Verdict.Unknown,
        { Value: { } value, At: var at } => Judge(value, at),
    };

    // A partial sum proves that a limit is passed, never that it is not.
    private Verdict Judge(MeasureValue measured, DateTimeOffset at)
    {
        bool holds = Is.Holds(measured.Value, Value);
        bool isCertain = measured.Bound switch
        {
            Bound.AtLeast => holds == Is.IsUpward(),
            Bound.AtMost => holds != Is.IsUpward(),
            _ => true,
        };
        return !isCertain ? Verdict.Unknown : holds ? new Verdict(Truth.Yes, at, Measure) : Verdict.No;
    }
}

/// <summary>Any of several conditions. What a station has no sensor for is left out.</summary>
/// <param name="Conditions">One or more.</param>
public sealed record AnyOf(IReadOnlyList<Condition> Conditions) : Condition
{
    /// <inheritdoc/>
    public override IEnumerable<Term> Terms => Conditions.SelectMany(c => c.Terms);

    /// <inheritdoc/>
    internal override Verdict Judge(IMeasures measures)
    {
        Verdict any = Verdict.Absent;
        foreach (Condition condition in Conditions)
        {
            any = any.Or(condition.Judge(measures));
        }

        return any;
    }
}

/// <summary>All of several conditions. A station without a sensor for one of them cannot tell, unless another one fails.</summary>
/// <param name="Conditions">One or more.</param>
public sealed record AllOf(IReadOnlyList<Condition> Conditions) : Condition
{
    /// <inheritdoc/>
    public override IEnumerable<Term> Terms => Conditions.SelectMany(c => c.Terms);

    /// <inheritdoc/>
    internal override Verdict Judge(IMeasures measures)
    {
        Verdict all = Conditions[0].Judge(measures);
        for (int i = 1; i < Conditions.Count; i++)
        {
            all = all.And(Conditions[i].Judge(measures));
        }

        return all;
    }
}

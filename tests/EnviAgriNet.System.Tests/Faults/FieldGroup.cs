namespace EnviAgriNet.System.Tests.Faults;

/// <summary>Tests of the whole field run one after the other: each wants the machine for itself.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class FieldGroup
{
    public const string Name = "field";
}

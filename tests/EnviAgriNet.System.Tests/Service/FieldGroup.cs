namespace EnviAgriNet.System.Tests.Service;

/// <summary>
/// Tests that keep the machine busy and tell how fast something went: one after the other, and after all the others. Those of the
/// <c>Faults</c> mostly wait, so two of them run side by side.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class FieldGroup
{
    public const string Name = "field";
}

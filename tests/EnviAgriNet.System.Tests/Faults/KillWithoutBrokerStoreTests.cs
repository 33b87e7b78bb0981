namespace EnviAgriNet.System.Tests.Faults;

/// <summary>kill -9 of every program, with a broker that forgets what it holds. Runs beside its sibling: mostly the two wait.</summary>
public sealed class KillWithoutBrokerStoreTests
{
    public static TheoryData<int> Seeds() => [.. Enumerable.Range(0, 10).Select(n => 1 + (2 * n))];

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Kill_AnyProgramAtAnyMoment_LosesNothing(int seed) => KillScript.RunAsync(seed, brokerKeepsItsStore: false);
}

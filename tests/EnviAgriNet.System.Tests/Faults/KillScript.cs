using EnviAgriNet.Demo.Field;

namespace EnviAgriNet.System.Tests.Faults;

/// <summary>kill -9 of every program at random moments under load: nothing is lost, nothing is said twice.</summary>
internal static class KillScript
{
    // One centre: with two, the one that goes on moves network time for both, and a killed one is rightly called unknown.
    private static readonly FieldScript Script = new() { SampleEvery = TimeSpan.FromMinutes(1) };

    /// <summary>Runs one seed, which hits each kind of program once, in an order and at moments of its own.</summary>
    public static Task RunAsync(int seed, bool brokerKeepsItsStore) => FaultField.RunAsync(
        $"{seed}",
        Script,
        async field =>
        {
            Random random = new(seed);
            field.Network.Broker.IsPersistent = brokerKeepsItsStore;
            await field.StartAsync();
            Victim[] victims = Enum.GetValues<Victim>();
            random.Shuffle(victims);
            foreach (Victim victim in victims)
            {
                await Task.Delay(TimeSpan.FromSeconds(0.2 + (random.NextDouble() * 1.5)));
                await KillAsync(field, victim, random);
            }

            await Promises.AllHoldAsync(await field.FinishAsync(), field);
        });

    private static async Task KillAsync(FaultField field, Victim victim, Random random)
    {
        Centre centre = field.Network.Centres[random.Next(field.Network.Centres.Count)];
        TimeSpan away = TimeSpan.FromSeconds(random.NextDouble());
        switch (victim)
        {
            case Victim.Firmware:
                centre.Firmware.Process.Kill();
                await Task.Delay(away);
                centre.Firmware.StartOnly();
                break;
            case Victim.Edge:
                centre.Edge.Process.Kill();
                await Task.Delay(away);
                centre.Edge.StartOnly();
                break;
            case Victim.Broker:
                field.Network.Broker.Process.Kill();
                await Task.Delay(away);
                await field.Network.Broker.StartAsync(CancellationToken.None);
                break;
            default:
                field.Network.Cloud.Process.Kill();
                await Task.Delay(away);
                field.Network.Cloud.StartOnly();
                break;
        }
    }

    private enum Victim
    {
        Firmware,
        Edge,
        Broker,
        Cloud,
    }
}

using EnviAgriNet.Demo.Field;
using EnviAgriNet.System.Tests.Architecture;
using FreePort = EnviAgriNet.Testing.FreePort;

namespace EnviAgriNet.System.Tests.Service;

/// <summary>Mosquitto on the very files of <c>deploy/broker</c>.</summary>
internal static class ServiceBroker
{
    /// <summary>Makes it in a folder that has <c>certs</c>; it has not started.</summary>
    public static async Task<(FieldProcess Broker, int Port)> MakeAsync(string folder)
    {
        int port = FreePort.Next();
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        string source = Path.Combine(SourceTree.Root, "deploy", "broker");
        File.Copy(Path.Combine(source, "acl"), Path.Combine(folder, "acl"));
        string config = await File.ReadAllTextAsync(Path.Combine(source, "mosquitto.conf"));
        Assert.Contains("\nlistener 8883\n", config, StringComparison.Ordinal);
        // Only the port is another, and as root Mosquitto keeps its user so that it may read this folder.
        config = config.Replace("\nlistener 8883\n", $"\nlistener {port} 127.0.0.1\n", StringComparison.Ordinal);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "mosquitto.conf"), (Environment.IsPrivilegedProcess ? "user root\n" : string.Empty) + config);
        return (new FieldProcess("service", folder, () => [BrokerNode.Executable(), "-c", "mosquitto.conf"]), port);
    }
}

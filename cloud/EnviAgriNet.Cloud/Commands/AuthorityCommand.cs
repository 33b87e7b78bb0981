using System.CommandLine;
using EnviAgriNet.Cloud.Registry.Enrolment;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands;

/// <summary><c>authority make</c>: what the broker and the cloud need to know each other and the stations.</summary>
internal static class AuthorityCommand
{
    /// <summary>Adds the command.</summary>
    public static void AddTo(RootCommand root, IConsole console)
    {
        Command authority = new("authority", "the authority that signs the stations' certificates");
        Command make = new("make", "write ca.crt, ca.crl, broker.crt, broker.key, cloud.crt and cloud.key into a folder; the authority is made if there is none");
        Option<string[]> hosts = new("--broker")
        {
            Description = "a name or address under which stations and cloud call the broker; may be given several times",
            HelpName = "HOST",
            Required = true,
        };
        Option<string> output = new("--out") { Description = "the folder; keys that are there are not overwritten", HelpName = "FOLDER", Required = true };
        make.Options.Add(hosts);
        make.Options.Add(output);
        make.Act(console, async (call, configuration, cancellationToken) =>
        {
            await using ServiceProvider registry = CloudCall.Registry(configuration);
            StationAuthority signer = registry.GetRequiredService<StationAuthority>();
            registry.GetRequiredService<EnrolmentBook>().WriteList();
            string folder = Directory.CreateDirectory(call.GetRequiredValue(output)).FullName;
            try
            {
                Write(folder, "broker", signer.MakeServer(call.GetRequiredValue(hosts)));
                Write(folder, "cloud", signer.MakeCloud());
            }
            catch (IOException e)
            {
                console.Error($"{folder}: {e.Message}");
                return ExitCodes.Failed;
            }

            AuthorityFiles.Replace(Path.Combine(folder, "ca.crt"), signer.Pem);
            AuthorityFiles.Replace(Path.Combine(folder, "ca.crl"), await File.ReadAllTextAsync(Path.Combine(signer.Folder, "ca.crl"), cancellationToken));
            console.Line($"written into {folder}; broker and cloud hold {EnrolmentLimits.ServerAge.TotalDays:0} days");
            return ExitCodes.Ok;
        });
        authority.Subcommands.Add(make);
        root.Subcommands.Add(authority);
    }

    private static void Write(string folder, string name, (string Certificate, string Key) made)
    {
        AuthorityFiles.WriteSecret(Path.Combine(folder, $"{name}.key"), made.Key);
        AuthorityFiles.Replace(Path.Combine(folder, $"{name}.crt"), made.Certificate);
    }
}

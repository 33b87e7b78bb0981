using System.CommandLine;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EnviAgriNet.Hosting;
using Microsoft.Win32.SafeHandles;

namespace EnviAgriNet.Edge.Identity;

/// <summary><c>eag-edge enrol</c>: makes the station's key and gets its certificate for a one-time code.</summary>
internal static class EnrolCommand
{
    // Arguments are seen by every process of the machine and stay in a shell's history; what is typed here does not.
    // Its handle and not its name: the pipe of a root's shell cannot be opened again by the edge's own user.
    private const int StandardInput = 0;

    /// <summary>Makes the command.</summary>
    public static Command Create(ProgramOptions program, IConsole console)
    {
        Option<string?> code = new("--code")
        {
            Description = "the code that `eag-cloud station add` printed; without it, it is read from the first line of standard input",
            HelpName = "CODE",
        };
        Option<bool> renew = new("--renew") { Description = "get a new key and certificate now for the one that is held; no code is needed" };
        Command command = new("enrol", "Make this station's key and get its certificate from the cloud, for a one-time code");
        program.AddTo(command);
        command.Options.Add(code);
        command.Options.Add(renew);
        command.SetAction(async (call, cancellationToken) =>
        {
            try
            {
                (StationOptions station, IdentityOptions identity) = Read(program.Read(call));
                IdentityFiles files = new(identity.Folder);
                IdentityClient client = new(identity.CloudUrl!, station.StationId, files);
                if (call.GetValue(renew))
                {
                    using X509Certificate2 held = files.Held() ?? throw new IdentityException($"there is no {files.StationFile} to renew");
                    await client.RenewAsync(held, cancellationToken);
                }
                else
                {
                    await client.EnrolAsync(call.GetValue(code) ?? await TypedAsync(cancellationToken), cancellationToken);
                }

                console.Line($"station {station.Id} is enrolled; Mqtt:CertificateFile and Mqtt:KeyFile are {Path.GetFullPath(files.StationFile)}, "
                    + $"Mqtt:CaFile is {Path.GetFullPath(files.AuthorityFile)}");
                return ExitCodes.Ok;
            }
            catch (Exception e) when (e is FormatException or FileNotFoundException or InvalidDataException or InvalidOperationException)
            {
                console.Error(e.Message);
                return ExitCodes.Usage;
            }
            catch (Exception e) when (e is IdentityException or IOException or UnauthorizedAccessException or CryptographicException)
            {
                console.Error(e.Message);
                return ExitCodes.Failed;
            }
        });
        return command;
    }

    private static async Task<string> TypedAsync(CancellationToken cancellationToken)
    {
        using SafeFileHandle handle = new(StandardInput, ownsHandle: false);
        using StreamReader input = new(new FileStream(handle, FileAccess.Read));
        return await input.ReadLineAsync(cancellationToken) ?? string.Empty;
    }

    private static (StationOptions Station, IdentityOptions Identity) Read(IConfigurationRoot configuration)
    {
        StationOptions station = new();
        IdentityOptions identity = new();
        configuration.GetSection(StationOptions.Section).Bind(station, binder => binder.ErrorOnUnknownConfiguration = true);
        configuration.GetSection(IdentityOptions.Section).Bind(identity, binder => binder.ErrorOnUnknownConfiguration = true);
        string[] faults =
        [
            .. station.Validate(new(station)).Concat(identity.Validate(new(identity))).Select(f => f.ErrorMessage ?? string.Empty),
            .. string.IsNullOrEmpty(identity.CloudUrl) ? (string[])[$"{IdentityOptions.Section}:CloudUrl is needed to enrol"] : [],
        ];
        return faults.Length == 0 ? (station, identity) : throw new FormatException(string.Join('\n', faults));
    }
}

using System.Runtime.InteropServices;

namespace EnviAgriNet.Demo.Field;

/// <summary>Where the built programs lie, and how they are started.</summary>
public sealed class ProgramFiles
{
    private readonly string _dotnet;
    private readonly Func<FieldProgram, string> _file;

    private ProgramFiles(string dotnet, Func<FieldProgram, string> file)
    {
        _dotnet = dotnet;
        _file = file;
    }

    /// <summary>
    /// The programs that were built beside a project of this repository: same configuration, same <c>artifacts</c> folder.
    /// </summary>
    /// <param name="baseDirectory">The output folder of that project, <c>artifacts/bin/PROJECT/CONFIGURATION</c>.</param>
    /// <exception cref="FieldException">A program is not built there.</exception>
    public static ProgramFiles Beside(string baseDirectory)
    {
        DirectoryInfo own = new(Path.TrimEndingDirectorySeparator(Path.GetFullPath(baseDirectory)));
        string bin = own.Parent?.Parent?.FullName ?? throw new FieldException($"'{baseDirectory}' is no output folder");
        ProgramFiles files = new(DotnetHost(), program => Path.Combine(bin, Project(program), own.Name, Assembly(program)));
        foreach (FieldProgram program in Enum.GetValues<FieldProgram>())
        {
            if (!File.Exists(files._file(program)))
            {
                throw new FieldException($"The program '{files._file(program)}' is not built");
            }
        }

        return files;
    }

    /// <summary>The command line that runs a program.</summary>
    public IReadOnlyList<string> Command(FieldProgram program, params IEnumerable<string> arguments) =>
        [_dotnet, _file(program), .. arguments];

    /// <summary>The <c>dotnet</c> this process runs under, so that the programs run on the same runtime.</summary>
    private static string DotnetHost()
    {
        DirectoryInfo runtime = new(Path.TrimEndingDirectorySeparator(RuntimeEnvironment.GetRuntimeDirectory()));
        string host = Path.Combine(runtime.Parent?.Parent?.Parent?.FullName ?? string.Empty, "dotnet");
        return File.Exists(host) ? host : "dotnet";
    }

    private static string Project(FieldProgram program) => program switch
    {
        FieldProgram.Cloud => "EnviAgriNet.Cloud",
        FieldProgram.Edge => "EnviAgriNet.Edge",
        _ => "EnviAgriNet.FirmwareHost",
    };

    private static string Assembly(FieldProgram program) => program switch
    {
        FieldProgram.Cloud => "eag-cloud.dll",
        FieldProgram.Edge => "eag-edge.dll",
        _ => "eag-firmware.dll",
    };
}

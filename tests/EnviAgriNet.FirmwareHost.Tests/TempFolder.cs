namespace EnviAgriNet.FirmwareHost.Tests;

/// <summary>A folder that goes with the test. Its path is short enough for Unix sockets.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("eag-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

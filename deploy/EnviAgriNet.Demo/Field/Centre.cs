using EnviAgriNet.Demo.StandIns;

namespace EnviAgriNet.Demo.Field;

/// <summary>A community digital centre: an edge and a firmware host in one folder.</summary>
public sealed class Centre : IDisposable
{
    /// <summary>A centre that is not started yet.</summary>
    /// <param name="programs">Where the programs are.</param>
    /// <param name="folder">A folder of its own; must exist.</param>
    /// <param name="station">The station.</param>
    public Centre(ProgramFiles programs, string folder, StationPlan station)
    {
        Station = station;
        Folder = folder;
        Edge = new EdgeNode(programs, folder, station.Id, station.Region, FirmwareNode.ActuatorSocket(folder));
        Firmware = new FirmwareNode(programs, folder, station.Id, station.Region, Edge.SocketPath);
    }

    /// <summary>The station.</summary>
    public StationPlan Station { get; }

    /// <summary>Where everything of it is kept.</summary>
    public string Folder { get; }

    /// <summary>Its edge.</summary>
    public EdgeNode Edge { get; }

    /// <summary>Its firmware host.</summary>
    public FirmwareNode Firmware { get; }

    /// <summary>What its firmware host reads instead of sensors; null for a board that makes its readings itself.</summary>
    public StandInCentre? StandIns { get; set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Firmware.Dispose();
        Edge.Dispose();
        StandIns?.Dispose();
    }
}

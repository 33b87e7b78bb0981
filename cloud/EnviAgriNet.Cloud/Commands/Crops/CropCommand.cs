using System.CommandLine;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands.Crops;

/// <summary><c>crop</c>: outlooks of fields and areas.</summary>
internal static class CropCommand
{
    /// <summary>Adds the commands.</summary>
    public static void AddTo(RootCommand root, IConsole console)
    {
        Command crop = new("crop", "outlooks of fields: growth, water, yield, stress; what to plant; how good the yield outlook was");
        crop.Subcommands.Add(CropOutlookCommand.Make(console));
        crop.Subcommands.Add(CropPlantCommand.Make(console));
        crop.Subcommands.Add(CropYieldCommand.Make(console));
        crop.Subcommands.Add(YieldBacktestCommand.Make(console));
        root.Subcommands.Add(crop);
    }
}

using System.CommandLine;
using Microsoft.Extensions.Configuration;

namespace EnviAgriNet.Hosting.Tests;

public sealed class ConfigurationSetupTests
{
    [Fact]
    public void Read_SameKeyTwice_TheLastOneHolds()
    {
        IConfigurationRoot configuration = Read("--set", "Outbox:Folder=a", "--set", "Packing:AgeMax=1", "--set", "outbox:folder=b");
        Assert.Equal("b", configuration["Outbox:Folder"]);
        Assert.Equal("1", configuration["Packing:AgeMax"]);
    }

    [Fact]
    public void Read_SetWithoutValueSign_IsAFormatError() =>
        Assert.Throws<FormatException>(() => Read("--set", "Outbox:Folder"));

    private static IConfigurationRoot Read(params string[] args)
    {
        ProgramOptions options = new();
        RootCommand root = new("test");
        options.AddTo(root);
        return options.Read(root.Parse(args));
    }
}

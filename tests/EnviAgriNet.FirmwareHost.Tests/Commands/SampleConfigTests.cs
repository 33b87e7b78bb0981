using EnviAgriNet.FirmwareHost.Commands;
using EnviAgriNet.Testing;

namespace EnviAgriNet.FirmwareHost.Tests.Commands;

public sealed class SampleConfigTests
{
    /// <summary>Written anew by <c>eag-firmware --print-config > deploy/edge/firmware.sample.json</c>.</summary>
    [Fact]
    public void Text_AgainstTheFileInDeploy_IsTheSame() => Assert.Equal(
        File.ReadAllText(Path.Combine(Repository.Root, "deploy", "edge", "firmware.sample.json")).TrimEnd(),
        SampleConfig.Text);
}

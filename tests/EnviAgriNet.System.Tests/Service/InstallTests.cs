using Xunit.Abstractions;

namespace EnviAgriNet.System.Tests.Service;

/// <summary>
/// A stranger installs a centre into a fresh Debian under its own systemd, with the commands of <c>docs/operations.md</c> and nothing
/// else; updates it, and goes back. What is shown stands in <c>tests/install-root</c>.
/// </summary>
public sealed class InstallTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    [InstallFact]
    public void FreshDebian_WithTheDocumentedCommands_HasDataAndKeepsItThroughUpdates()
    {
        (int code, string said) = InstallFactAttribute.RunScript(Limit, "--no-build");
        output.WriteLine(said);
        Assert.True(code == 0, said);
    }
}

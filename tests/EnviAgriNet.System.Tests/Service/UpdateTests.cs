using System.Diagnostics;
using EnviAgriNet.System.Tests.Architecture;

namespace EnviAgriNet.System.Tests.Service;

/// <summary>
/// <c>deploy/edge/update.sh</c> on releases whose edge is a stand-in that answers or not, and with a stand-in for systemd: what is not
/// signed never gets in, and what is not well goes out again.
/// </summary>
public sealed class UpdateTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("eag-update-").FullName;

    public UpdateTests()
    {
        Directory.CreateDirectory(Path.Combine(_root, "settings"));
        Sh("openssl ecparam -name prime256v1 -genkey -noout -out release.key && openssl pkey -in release.key -pubout -out settings/release.pub"
            + " && openssl ecparam -name prime256v1 -genkey -noout -out other.key && printf '#!/bin/sh\\necho \"$@\" >>systemctl.log\\n' >systemctl && chmod +x systemctl");
        Package("1.0.0", isWell: true);
        Sh("mkdir -p base/releases && tar -xzf 1.0.0.tar.gz -C base/releases && ln -s releases/1.0.0 base/current");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Update_WellSigned_RunsAndKeepsTheOneBefore()
    {
        Package("1.1.0", isWell: true);
        Package("1.2.0", isWell: true);
        Assert.Equal(0, Update("1.1.0.tar.gz").Code);
        Assert.Equal(0, Update("1.2.0.tar.gz").Code);
        Assert.Equal("1.2.0", Current());
        Assert.Equal(["1.1.0", "1.2.0"], Releases());
        Assert.False(File.Exists(Path.Combine(_root, "base", "trial")));
    }

    [Fact]
    public void Update_NotWell_GoesBack()
    {
        Package("1.1.0", isWell: false);
        (int code, string said) = Update("1.1.0.tar.gz");
        Assert.Equal(1, code);
        Assert.Contains("1.0.0 runs again", said, StringComparison.Ordinal);
        Assert.Equal("1.0.0", Current());
        Assert.False(File.Exists(Path.Combine(_root, "base", "trial")));
        // The services were started with the new release, and again with the old one.
        Assert.Equal(2, File.ReadLines(Path.Combine(_root, "systemctl.log")).Count(l => l.StartsWith("restart", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("other key", "openssl dgst -sha256 -sign other.key -out 1.1.0.tar.gz.sig 1.1.0.tar.gz", "signature")]
    [InlineData("one byte", "printf x | dd of=1.1.0.tar.gz bs=1 seek=300 conv=notrunc 2>/dev/null", "signature")]
    [InlineData("none", "rm 1.1.0.tar.gz.sig", "no signature")]
    [InlineData("another's", "cp 1.0.0.tar.gz.sig 1.1.0.tar.gz.sig", "signature")]
    public void Update_NotSignedByUs_LeavesNothing(string what, string spoil, string words)
    {
        Package("1.1.0", isWell: true);
        Sh(spoil);
        (int code, string said) = Update("1.1.0.tar.gz");
        Assert.True(code == 1 && said.Contains(words, StringComparison.Ordinal), $"{what}: {code} {said}");
        Assert.Equal("1.0.0", Current());
        Assert.Equal(["1.0.0"], Releases());
        Assert.False(File.Exists(Path.Combine(_root, "systemctl.log")));
    }

    [Fact]
    public void Update_Older_NeedsToBeWanted()
    {
        Package("0.9.0", isWell: true);
        (int code, string said) = Update("0.9.0.tar.gz");
        Assert.Equal(1, code);
        Assert.Contains("older than 1.0.0", said, StringComparison.Ordinal);
        Assert.Equal(0, Update("--older 0.9.0.tar.gz").Code);
        Assert.Equal("0.9.0", Current());
    }

    [Theory]
    [InlineData(true, "1.1.0")]
    [InlineData(false, "1.0.0")]
    public void Settle_AfterPowerWasLostOnTrial_KeepsWhatIsWell(bool isWell, string stays)
    {
        Package("1.1.0", isWell);
        Sh("tar -xzf 1.1.0.tar.gz -C base/releases && echo 1.0.0 >base/trial && ln -sfn releases/1.1.0 base/current");
        Assert.Equal(isWell ? 0 : 1, Update("--settle").Code);
        Assert.Equal(stays, Current());
        Assert.False(File.Exists(Path.Combine(_root, "base", "trial")));
    }

    private string Current() => Path.GetFileName(new FileInfo(Path.Combine(_root, "base", "current")).LinkTarget!);

    private string[] Releases() => [.. Directory.GetDirectories(Path.Combine(_root, "base", "releases")).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    private void Package(string version, bool isWell) => Sh(
        $"mkdir -p {version}/dotnet {version}/units && echo {version} >{version}/VERSION && dpkg --print-architecture >{version}/ARCHITECTURE"
        + $" && printf '#!/bin/sh\\nexit {(isWell ? 0 : 1)}\\n' >{version}/dotnet/dotnet && chmod +x {version}/dotnet/dotnet"
        + $" && tar -czf {version}.tar.gz {version} && rm -r {version}"
        + $" && openssl dgst -sha256 -sign release.key -out {version}.tar.gz.sig {version}.tar.gz");

    private (int Code, string Said) Update(string arguments) => Run(
        $"EAG_BASE=base EAG_SETTINGS=settings EAG_HEALTH_SECONDS=4 EAG_SYSTEMCTL=./systemctl sh '{SourceTree.Root}/deploy/edge/update.sh' {arguments}");

    private void Sh(string script)
    {
        (int code, string said) = Run(script);
        Assert.True(code == 0, $"{script}: {said}");
    }

    private (int Code, string Said) Run(string script)
    {
        using Process process = Process.Start(new ProcessStartInfo("sh", ["-c", $"{{ {script}; }} 2>&1"])
        {
            WorkingDirectory = _root,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        string said = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(60)), "the script did not end within 60 s");
        return (process.ExitCode, said);
    }
}

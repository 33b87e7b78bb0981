using System.CommandLine;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using EnviAgriNet.Cloud.Commands;
using EnviAgriNet.Hosting;
using EnviAgriNet.Protocol.Cap;

namespace EnviAgriNet.Cloud.Tests.Platforms;

public sealed class CapCommandTests : IDisposable
{
    private readonly IncomingRoom _room = new();
    private readonly Lines _console = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task Verify_FilesOfAllKinds_SaysWhatIsWrongAndEndsAccordingly()
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        CapAlert alert = IncomingRoom.Alert() with { Sent = now };
        using X509Certificate2 certificate = IncomingRoom.Issue("CN=tmd");
        string pem = Write("cap.crt", certificate.ExportCertificatePem());
        string plain = Write("plain.xml", CapWriter.Write(alert));
        string broken = Write("broken.xml", CapWriter.Write(alert).Replace("<scope>Public</scope>", string.Empty, StringComparison.Ordinal));
        string folder = Path.GetDirectoryName(pem)!;

        Assert.Equal(ExitCodes.Ok, await RunAsync("cap", "verify", plain, "--json"));
        using (JsonDocument said = JsonDocument.Parse(_console.Out[^1]))
        {
            Assert.True(said.RootElement.GetProperty("valid").GetBoolean());
            Assert.Equal("unsigned", said.RootElement.GetProperty("signature").GetString());
            Assert.Contains(said.RootElement.GetProperty("warnings").EnumerateArray(), w => w.GetProperty("element").GetString() == "alert/info[1]/web");
        }

        Assert.Equal(ExitCodes.Failed, await RunAsync("cap", "verify", broken));
        Assert.Contains("fault    alert/scope: is missing", _console.Out);
        Assert.Equal(ExitCodes.Failed, await RunAsync("cap", "verify", plain, "--certificate", pem));
        Assert.Equal(ExitCodes.Usage, await RunAsync("cap", "verify", Path.Combine(folder, "nothing.xml")));
        string signed = Write("signed.xml", CapSignature.Sign(CapWriter.Write(alert), certificate));
        Assert.Equal(ExitCodes.Ok, await RunAsync("cap", "verify", signed, "--certificate", pem, "--past"));
        Assert.Equal("signature valid: CN=tmd", _console.Out[^1]);
    }

    [Fact]
    public async Task IncomingAndPass_BesideACloud_ListAndRelease()
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        CapInfo info = IncomingRoom.Alert().Infos[0] with { Expires = now.AddHours(2) };
        _room.Book.Take(_room.Source, "u", IncomingRoom.Bytes(IncomingRoom.Alert() with { Sent = now, Infos = [info] }), [], now);
        _room.Book.Take(_room.Source, "v", "<x/>"u8.ToArray(), [], now);
        _room.Book.SaveLook("tmd", now, "answers 500");
        string folder = Path.GetDirectoryName(_room.Database.Read(c => c.DataSource))!;
        string[] data = ["--set", $"Cloud:DataFolder={folder}"];

        Assert.Equal(ExitCodes.Ok, await RunAsync(["cap", "incoming", "--json", .. data]));
        using JsonDocument listing = JsonDocument.Parse(_console.Out[^1]);
        Assert.Equal(
            ["refused", "open"], listing.RootElement.GetProperty("alerts").EnumerateArray().Select(a => a.GetProperty("state").GetString()));
        Assert.Equal("answers 500", listing.RootElement.GetProperty("sources")[0].GetProperty("fault").GetString());
        Assert.Equal(ExitCodes.Ok, await RunAsync(["cap", "incoming", .. data]));
        Assert.Contains(_console.Out, l => l.StartsWith("source tmd: answers 500; never answered", StringComparison.Ordinal));

        Assert.Equal(ExitCodes.Failed, await RunAsync(["cap", "pass", "1", "--by", "suda", .. data]));
        Assert.Equal(ExitCodes.Usage, await RunAsync(["cap", "pass", "1", "--by", "malee", "--hazard", "rain", .. data]));
        Assert.Equal(ExitCodes.Ok, await RunAsync(["cap", "pass", "1", "--by", "malee", "--region", "5001", .. data]));
        Assert.Equal(_console.Out[^1], Assert.Single(_room.Alerts.Untargeted()).Identifier);
    }

    private Task<int> RunAsync(params string[] args)
    {
        RootCommand root = new();
        CapCommand.AddTo(root, _console);
        return root.Parse(args).InvokeAsync();
    }

    private string Write(string name, string text)
    {
        string file = Path.Combine(Path.GetDirectoryName(_room.Database.Read(c => c.DataSource))!, name);
        File.WriteAllText(file, text, new UTF8Encoding(false));
        return file;
    }

    private sealed class Lines : IConsole
    {
        public List<string> Out { get; } = [];

        public void Line(string text) => Out.Add(text);

        public void Error(string text) => Out.Add(text);
    }
}

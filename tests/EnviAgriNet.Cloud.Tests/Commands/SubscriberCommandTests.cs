using System.CommandLine;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Commands;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Cloud.Tests.ReadingStore;
using EnviAgriNet.Cloud.Tests.Registration;
using EnviAgriNet.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EnviAgriNet.Cloud.Tests.Commands;

public sealed class SubscriberCommandTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AtTheCounter_AddConfirmExportStopErase_AreOfficersWorkAndWrittenDown()
    {
        await using ServiceProvider services = Services();
        OfficerBook officers = services.GetRequiredService<OfficerBook>();
        officers.Add(new Officer("admin", new HashSet<Role> { Role.Admin }), null);
        officers.Add(new Officer("malee", new HashSet<Role> { Role.Officer }), "admin");
        officers.Add(new Officer("guest", new HashSet<Role> { Role.Viewer }), "admin");
        const string Add = "subscriber add --number 0812345678 --region 5001;90 --crops rice --consent 2026-11 --by";

        Assert.Equal(ExitCodes.Failed, (await RunAsync($"{Add} guest")).Code);
        (int code, Screen screen) = await RunAsync($"{Add} malee");
        Assert.Equal(ExitCodes.Ok, code);
        string name = screen.Lines[0].Split('\t')[0];
        Assert.DoesNotContain("812345678", screen.Lines[0], StringComparison.Ordinal);
        string digits = RegistrationRoom.CodeOf(services.GetRequiredService<RegistryDatabase>(), name);
        Assert.Equal(["subscriber 1"], (await RunAsync($"subscriber confirm {name} --code {digits} --by malee")).Screen.Lines);
        Assert.Equal(ExitCodes.Failed, (await RunAsync($"subscriber confirm {name} --code {digits} --by malee")).Code);
        Assert.Contains("+66812345678", string.Join('\n', (await RunAsync("subscriber export --number 0812345678 --by malee")).Screen.Lines), StringComparison.Ordinal);
        Assert.Equal(["stopped"], (await RunAsync("subscriber stop --number 0812345678 --by malee")).Screen.Lines);
        Assert.Equal(ExitCodes.Ok, (await RunAsync("subscriber list")).Code);
        Assert.Equal(["subscriber 1 is erased"], (await RunAsync("subscriber erase --number 0812345678 --reason asked --by malee")).Screen.Lines);
        Assert.Equal(ExitCodes.Failed, (await RunAsync("subscriber export --number 0812345678 --by malee")).Code);
        Assert.Equal(ExitCodes.Usage, (await RunAsync("subscriber export --number 12 --by malee")).Code);

        Assert.Equal(
            ["subscriber.consented", "subscriber.exported", "subscriber.stopped", "subscriber.erased"],
            services.GetRequiredService<AuditBook>().List(null, "subscriber 1", 10).Where(line => line.Entry.Actor == "malee").Select(line => line.Entry.Action));
        Assert.Empty(services.GetRequiredService<SubscriberBook>().All());
    }

    [Fact]
    public async Task ConsentShow_PrintsTheTextWithTheControllersName()
    {
        (int code, Screen screen) = await RunAsync("consent show --lang en --set Registration:ControllerEn=Example");

        Assert.Equal(ExitCodes.Ok, code);
        Assert.Contains("Controller of the data: Example", screen.Lines[0], StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Usage, (await RunAsync("consent show --text 1999-01")).Code);
    }

    private async Task<(int Code, Screen Screen)> RunAsync(string line)
    {
        Screen screen = new();
        RootCommand root = new();
        SubscriberCommand.AddTo(root, screen);
        ConsentCommand.AddTo(root, screen);
        int code = await root.Parse([.. line.Split(' '), "--set", $"Cloud:DataFolder={_folder.Folder}"]).InvokeAsync();
        return (code, screen);
    }

    private ServiceProvider Services() => CloudCall.Registry(new ConfigurationBuilder().AddInMemoryCollection(
        [KeyValuePair.Create<string, string?>("Cloud:DataFolder", _folder.Folder)]).Build());
}

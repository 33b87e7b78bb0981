using System.CommandLine;
using System.Net.Sockets;
using EnviAgriNet.Edge.Downlink;
using EnviAgriNet.Edge.Identity;
using EnviAgriNet.Edge.Intake;
using EnviAgriNet.Edge.Outbox;
using EnviAgriNet.Edge.Rules;
using EnviAgriNet.Edge.Status;
using EnviAgriNet.Edge.Uplink;
using EnviAgriNet.Hosting;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Edge;

/// <summary><c>eag-edge run</c>: takes readings in, keeps them, sends them up.</summary>
internal static class RunCommand
{
    /// <summary>Gives the root command and <c>run</c> the same action.</summary>
    public static void AddTo(RootCommand root, ProgramOptions program, IConsole console)
    {
        Command run = new("run", "Run the edge until it is stopped (the default)");
        Option<bool> print = new("--print-config") { Description = "print every setting with its default, and stop" };
        foreach (Command command in (Command[])[root, run])
        {
            program.AddTo(command);
            command.Options.Add(print);
            command.SetAction(async (call, cancellationToken) =>
            {
                if (call.GetValue(print))
                {
                    console.Line(SampleSettings.Text());
                    return ExitCodes.Ok;
                }

                try
                {
                    return await RunAsync(program.Read(call), console, cancellationToken);
                }
                catch (Exception e) when (e is FormatException or FileNotFoundException or InvalidDataException)
                {
                    console.Error(e.Message);
                    return ExitCodes.Usage;
                }
            });
        }

        root.Subcommands.Add(run);
    }

    private static async Task<int> RunAsync(IConfigurationRoot configuration, IConsole console, CancellationToken cancellationToken)
    {
        try
        {
            await using WebApplication app = Build(configuration);
            // A damaged setting is told before anything is opened.
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            app.Services.GetRequiredService<PackOutbox>();
            IntakeOptions intake = app.Services.GetRequiredService<IOptions<IntakeOptions>>().Value;
            IntakeSetup.ClearSocket(intake);
            app.MapDoors(intake);
            await app.RunAsync(cancellationToken);
            return ExitCodes.Ok;
        }
        catch (OptionsValidationException e)
        {
            foreach (string fault in e.Failures)
            {
                console.Error(fault);
            }

            return ExitCodes.Usage;
        }
        catch (Exception e) when (e is InvalidOperationException { InnerException: null } or InvalidDataException)
        {
            // The binder's way to say that a key is not known or a value cannot be read.
            console.Error(e.Message);
            return ExitCodes.Usage;
        }
        catch (Exception e) when (e is OutboxException or IOException or SocketException)
        {
            console.Error(e.InnerException is { } cause ? $"{e.Message}: {cause.Message}" : e.Message);
            return ExitCodes.Failed;
        }
    }

    private static WebApplication Build(IConfigurationRoot configuration)
    {
        // The empty builder and the core of Kestrel: what is not loaded takes no memory of a small computer.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddConfiguration(configuration);
        builder.Logging.ClearProviders();
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddConfiguration(configuration.GetSection("Logging"));
        builder.Logging.AddSimpleConsole(c =>
        {
            c.SingleLine = true;
            c.TimestampFormat = "yyyy-MM-ddTHH:mm:ssZ ";
            c.UseUtcTimestamp = true;
        });
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
            c => c.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddAreaOptions<StationOptions>(configuration, StationOptions.Section);
        builder.Services.AddOutbox(configuration);
        builder.Services.AddIntake(configuration);
        builder.Services.AddDownlink(configuration);
        builder.Services.AddRules(configuration);
        builder.Services.AddUplink(configuration);
        builder.Services.AddAreaOptions<IdentityOptions>(configuration, IdentityOptions.Section);
        builder.Services.AddHostedService<IdentityRenewal>();
        // The supervisor hears from us as long as the outbox answers: one that hangs is ended and started anew.
        builder.Services.AddSystemdNotice(services =>
        {
            PackOutbox outbox = services.GetRequiredService<PackOutbox>();
            return () => outbox.Figures();
        });
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();
        builder.Services.AddOptions<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>()
            .Configure<IOptions<IntakeOptions>, IOptions<StatusOptions>>((k, i, s) => IntakeSetup.Listen(k, i.Value, s.Value));
        return builder.Build();
    }
}

using System.CommandLine;
using EnviAgriNet.Cloud.Registration;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands;

/// <summary><c>consent show</c>: what people agree to, as the page shows it.</summary>
internal static class ConsentCommand
{
    /// <summary>Adds the commands.</summary>
    public static void AddTo(RootCommand root, IConsole console)
    {
        Command consent = new("consent", "the texts that subscribers agree to");
        Command show = new("show", "print a text with the controller's name of the settings");
        Option<string> version = new("--text") { Description = "which version", HelpName = "VERSION", DefaultValueFactory = _ => ConsentTexts.Current };
        Option<string> language = new("--lang") { Description = "th or en", DefaultValueFactory = _ => "th" };
        show.Options.Add(version);
        show.Options.Add(language);
        show.Act(console, async (call, configuration, _) =>
        {
            await using ServiceProvider services = CloudCall.Registry(configuration);
            if (services.GetRequiredService<ConsentTexts>().Find(call.GetRequiredValue(version), call.GetRequiredValue(language)) is not { } text)
            {
                console.Error($"there is no such text; versions are {string.Join(", ", ConsentTexts.Versions)}, languages {string.Join(", ", ConsentTexts.Languages)}");
                return ExitCodes.Usage;
            }

            console.Line(text);
            return ExitCodes.Ok;
        });
        consent.Subcommands.Add(show);
        root.Subcommands.Add(consent);
    }
}

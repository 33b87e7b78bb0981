using System.CommandLine;
using EnviAgriNet.Cloud.Access.SignIn;
using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Core.Messages;
using EnviAgriNet.Hosting;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Commands;

/// <summary><c>officer invite</c>: the link with which an officer sets password and codes, the first ones or new ones after a loss.</summary>
internal static class OfficerInviteCommand
{
    /// <summary>The command.</summary>
    public static Command Of(IConsole console)
    {
        Command invite = new("invite", "print a link with which an officer sets password and codes, once; after that the ones before are void");
        Argument<string> name = new("NAME") { Description = "the officer" };
        Option<string> by = new("--by") { Description = "which admin does it", HelpName = "NAME", Required = true };
        invite.Arguments.Add(name);
        invite.Options.Add(by);
        invite.Act(console, async (call, configuration, _) =>
        {
            await using ServiceProvider registry = CloudCall.Registry(configuration);
            (string? secret, DateTimeOffset until, string? refusal) =
                registry.GetRequiredService<InvitationDesk>().Make(call.GetRequiredValue(name), call.GetRequiredValue(by));
            if (secret is null)
            {
                console.Error(refusal ?? string.Empty);
                return ExitCodes.Failed;
            }

            string site = registry.GetRequiredService<IOptions<AlertsOptions>>().Value.PublicUrl?.TrimEnd('/') ?? string.Empty;
            console.Line(site + InvitationDesk.PathOf(secret));
            console.Error($"until {LocalTime.Of(until):yyyy-MM-dd HH:mm}, once; whoever has this link becomes {call.GetRequiredValue(name)}");
            return ExitCodes.Ok;
        });
        return invite;
    }
}

using System.CommandLine;
using System.Text.Json;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Registration;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands;

/// <summary>
/// <c>subscriber add, confirm, stop, export, erase</c>: what an officer does for one person at the counter. Each needs an officer's
/// name and is written into the audit log. Works beside a running cloud, which sends what is queued within a minute.
/// </summary>
internal static class SubscriberPersonCommand
{
    /// <summary>Adds the commands.</summary>
    public static void AddTo(Command subscriber, IConsole console)
    {
        subscriber.Subcommands.Add(Add(console));
        subscriber.Subcommands.Add(Confirm(console));
        subscriber.Subcommands.Add(Stop(console));
        subscriber.Subcommands.Add(Export(console));
        subscriber.Subcommands.Add(Erase(console));
    }

    private static Command Add(IConsole console)
    {
        Command add = new("add", "register a person who is here and has read the consent text: a code is sent to their address");
        Option<string> number = Number();
        Option<string> language = new("--language") { Description = "the language of their messages", DefaultValueFactory = _ => "th" };
        Option<string> regions = new("--region") { Description = "their places: codes of 2, 4 or 6 digits with semicolons between them", Required = true };
        Option<string> crops = new("--crops") { Description = "what they grow, as rice;maize", DefaultValueFactory = _ => string.Empty };
        Option<string> consent = new("--consent") { Description = $"the version they agreed to; now {ConsentTexts.Current} (consent show)", Required = true };
        Option<string> by = By();
        foreach (Option option in (Option[])[number, language, regions, crops, consent, by])
        {
            add.Options.Add(option);
        }

        add.OnPeople(console, by, (call, officer, services) =>
        {
            if (call.GetRequiredValue(consent) != ConsentTexts.Current)
            {
                console.Error($"the text to agree to is version {ConsentTexts.Current}");
                return ExitCodes.Usage;
            }

            (string channel, string address) = ReadAddress(call.GetRequiredValue(number));
            Wish wish = new(
                call.GetRequiredValue(language),
                [.. Split(call.GetRequiredValue(regions)).Select(RegionId.Parse).Distinct().Order()],
                Split(call.GetRequiredValue(crops)),
                ConsentTexts.Current,
                $"officer:{officer.Name}");
            if (services.GetRequiredService<RegistrationDesk>().Begin(channel, address, wish) is not { } name)
            {
                console.Error("this address has had its codes for now; wait an hour");
                return ExitCodes.Failed;
            }

            console.Line($"{name}\ta code goes to {AddressForm.Masked(channel, address)}; then: subscriber confirm {name} --code … --by {officer.Name}");
            return ExitCodes.Ok;
        });
        return add;
    }

    private static Command Confirm(IConsole console)
    {
        Command confirm = new("confirm", "finish 'add' with the code that the person reads from their phone");
        Argument<string> name = new("REGISTRATION") { Description = "what 'add' printed" };
        Option<string> code = new("--code") { Description = "the six digits", Required = true };
        Option<string> by = By();
        confirm.Arguments.Add(name);
        confirm.Options.Add(code);
        confirm.Options.Add(by);
        confirm.OnPeople(console, by, (call, _, services) =>
        {
            Confirmation answer = services.GetRequiredService<RegistrationDesk>().Confirm(call.GetRequiredValue(name), call.GetRequiredValue(code));
            if (answer.Fate == ConfirmationFate.Right)
            {
                console.Line($"subscriber {answer.Subscriber}");
                return ExitCodes.Ok;
            }

            console.Error(answer.Fate == ConfirmationFate.Wrong ? $"wrong code, {answer.TriesLeft} tries left" : "this code can no longer be used; begin again");
            return ExitCodes.Failed;
        });
        return confirm;
    }

    private static Command Stop(IConsole console)
    {
        Command stop = new("stop", "send an address nothing more, as its owner asked at the counter");
        Option<string> number = Number();
        Option<string> by = By();
        stop.Options.Add(number);
        stop.Options.Add(by);
        stop.OnPeople(console, by, (call, officer, services) =>
        {
            (string channel, string address) = ReadAddress(call.GetRequiredValue(number));
            TimeProvider time = services.GetRequiredService<TimeProvider>();
            StopAnswer answer = services.GetRequiredService<RegistryDatabase>().Write(transaction => services
                .GetRequiredService<RegistrationDesk>().Stop(transaction, channel, address, time.GetUtcNow(), actor: officer.Name));
            console.Line(answer.WasSubscribed ? "stopped" : "nothing was sent there");
            return ExitCodes.Ok;
        });
        return stop;
    }

    private static Command Export(IConsole console)
    {
        Command export = new("export", "print all that is stored about the person of an address, in clear, as JSON: for that person only");
        Option<string> number = Number();
        Option<string> by = By();
        export.Options.Add(number);
        export.Options.Add(by);
        export.OnPeople(console, by, (call, officer, services) =>
        {
            if (Owner(call.GetRequiredValue(number), services, console) is not { } subscriber)
            {
                return ExitCodes.Failed;
            }

            console.Line(services.GetRequiredService<PersonalFile>().Export(subscriber, officer.Name)!.ToJsonString(
                new JsonSerializerOptions(CloudCall.ReadableJson) { WriteIndented = true }));
            return ExitCodes.Ok;
        });
        return export;
    }

    private static Command Erase(IConsole console)
    {
        Command erase = new("erase", "erase all that is stored about the person of an address, as they asked; it cannot be undone");
        Option<string> number = Number();
        Option<string> reason = new("--reason") { Description = "why, without personal data; stands in the audit log", Required = true };
        Option<string> by = By();
        erase.Options.Add(number);
        erase.Options.Add(reason);
        erase.Options.Add(by);
        erase.OnPeople(console, by, (call, officer, services) =>
        {
            if (Owner(call.GetRequiredValue(number), services, console) is not { } subscriber)
            {
                return ExitCodes.Failed;
            }

            services.GetRequiredService<PersonalFile>().Erase(subscriber, officer.Name, call.GetRequiredValue(reason));
            console.Line($"subscriber {subscriber} is erased");
            return ExitCodes.Ok;
        });
        return erase;
    }

    private static long? Owner(string number, ServiceProvider services, IConsole console)
    {
        (_, string address) = ReadAddress(number);
        long? owner = services.GetRequiredService<RegistryDatabase>().Read(connection =>
            services.GetRequiredService<SubscriberBook>().OwnerOf(connection, address));
        if (owner is null)
        {
            console.Error("this address is no subscriber's");
        }

        return owner;
    }

    private static (string Channel, string Address) ReadAddress(string text)
    {
        string channel = text.Contains('@', StringComparison.Ordinal) ? ContactChannels.Email
            : text.StartsWith('U') ? ContactChannels.Line
            : ContactChannels.Sms;
        return AddressForm.TryRead(channel, text, out string address)
            ? (channel, address)
            : throw new FormatException("--number is neither a Thai mobile number, nor an e-mail address, nor a LINE user id");
    }

    private static string[] Split(string text) => text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static Option<string> Number() => new("--number", "--address")
    {
        Description = "mobile number, e-mail address or LINE user id",
        HelpName = "ADDRESS",
        Required = true,
    };

    private static Option<string> By() => new("--by") { Description = "which officer does it", HelpName = "NAME", Required = true };

    private static void OnPeople(
        this Command command, IConsole console, Option<string> by, Func<ParseResult, Officer, ServiceProvider, int> act) =>
        command.Act(console, async (call, configuration, _) =>
        {
            await using ServiceProvider services = CloudCall.Registry(configuration);
            (Officer? officer, string? refusal) = services.GetRequiredService<OfficerBook>().Find(call.GetRequiredValue(by), Role.Officer);
            if (officer is null)
            {
                console.Error(refusal!);
                return ExitCodes.Failed;
            }

            return act(call, officer, services);
        });
}

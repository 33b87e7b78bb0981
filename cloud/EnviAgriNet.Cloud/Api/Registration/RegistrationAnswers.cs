using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Registration;
using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Cloud.Registry.Subscribers;

namespace EnviAgriNet.Cloud.Api.Registration;

/// <summary>What each form of the registration answers, as a page or as JSON.</summary>
internal sealed class RegistrationAnswers(
    RegistrationDesk desk,
    RegistrationPage page,
    RegistrationGate gate,
    SubscriberBook subscribers,
    PersonalFile files,
    ManageTicket tickets,
    RegistrationMetrics metrics,
    IEnumerable<IChannel> channels,
    TimeProvider time)
{
    private readonly IReadOnlyCollection<string> _channelsOn = [.. channels.Select(channel => channel.Name)];

    /// <summary>The first page.</summary>
    public RegistrationAnswer First(RegistrationWords words, string province) => new(200, page.Form(words, province, null), []);

    /// <summary>Asks for a registration.</summary>
    public RegistrationAnswer Register(HttpContext context, FormFields fields, RegistrationWords words) => Register(context, fields, words, "web");

    /// <summary>The same for an officer at a counter, or for the person on the page.</summary>
    public RegistrationAnswer Register(HttpContext context, FormFields fields, RegistrationWords words, string way)
    {
        Choices choices = Choices.Read(fields);
        (string channel, string address, string? fault) = Choices.Address(fields, _channelsOn);
        choices = fault is null ? choices : choices.With("address", fault);
        string version = fields.One("consent");
        if (version != ConsentTexts.Current)
        {
            choices = choices.With("agree", version.Length == 0 ? "consent-fault" : "consent-old");
        }
        else if (fields.One("agree").Length == 0)
        {
            choices = choices.With("agree", "consent-fault");
        }

        if (choices.Faults.Count > 0)
        {
            return new RegistrationAnswer(422, page.Form(words, fields.One("province"), choices), FaultsOf(choices, words));
        }

        return gate.Ask(context, () => desk.Begin(channel, address, choices.Wish(way))) is { } name ? Sent(words, name, channel, address) : Many(words);
    }

    /// <summary>Asks for one's own data.</summary>
    public RegistrationAnswer Manage(HttpContext context, FormFields fields, RegistrationWords words)
    {
        (string channel, string address, string? fault) = Choices.Address(fields, _channelsOn);
        return fault is not null ? AddressFault(words, fault)
            : gate.Ask(context, () => desk.BeginManage(channel, address, words.Language)) is { } name ? Sent(words, name, channel, address)
            : Many(words);
    }

    /// <summary>Takes a code.</summary>
    public RegistrationAnswer Code(HttpContext context, FormFields fields, RegistrationWords words)
    {
        Confirmation confirmation = Confirm(fields);
        return confirmation.Fate switch
        {
            ConfirmationFate.Right => Mine(words, tickets.Issue(confirmation.Subscriber!.Value, time.GetUtcNow()), words["done"]),
            ConfirmationFate.Nobody => Say(404, words, "nobody"),
            ConfirmationFate.Wrong => new RegistrationAnswer(
                422,
                RegistrationPage.Code(words, fields.One("registration"), string.Empty, confirmation.TriesLeft),
                new JsonObject { ["reason"] = words["code-fault"], ["tries_left"] = confirmation.TriesLeft }),
            _ => Say(410, words, "code-gone"),
        };
    }

    /// <summary>Takes a code for an officer: the row, and no ticket to a person's data.</summary>
    public RegistrationAnswer OfficerCode(FormFields fields, RegistrationWords words)
    {
        Confirmation confirmation = Confirm(fields);
        return confirmation.Fate switch
        {
            ConfirmationFate.Right => new RegistrationAnswer(200, default, new JsonObject { ["subscriber"] = confirmation.Subscriber }),
            ConfirmationFate.Wrong => new RegistrationAnswer(
                422, default, new JsonObject { ["reason"] = words["code-fault"], ["tries_left"] = confirmation.TriesLeft }),
            _ => Say(410, words, "code-gone"),
        };
    }

    /// <summary>Changes what one chose.</summary>
    public RegistrationAnswer Change(HttpContext context, FormFields fields, RegistrationWords words)
    {
        if (Holder(fields) is not { } holder)
        {
            return Say(410, words, "expired");
        }

        Choices choices = Choices.Read(fields);
        if (choices.Faults.Count > 0)
        {
            return new RegistrationAnswer(
                422, page.Mine(words, holder.Person, fields.One("ticket"), string.Empty, choices), FaultsOf(choices, words));
        }

        desk.Change(holder.Id, choices.Language, choices.Places, choices.Crops);
        return Mine(words, fields.One("ticket"), words["saved"]);
    }

    /// <summary>Asks to add an address.</summary>
    public RegistrationAnswer Add(HttpContext context, FormFields fields, RegistrationWords words)
    {
        if (Holder(fields) is not { } holder)
        {
            return Say(410, words, "expired");
        }

        (string channel, string address, string? fault) = Choices.Address(fields, _channelsOn);
        return fault is not null ? AddressFault(words, fault)
            : gate.Ask(context, () => desk.BeginAdd(holder.Id, channel, address, words.Language)) is { } name ? Sent(words, name, channel, address)
            : Many(words);
    }

    /// <summary>Stops one contact.</summary>
    public RegistrationAnswer Stop(HttpContext context, FormFields fields, RegistrationWords words)
    {
        if (Holder(fields) is not { } holder)
        {
            return Say(410, words, "expired");
        }

        desk.StopContact(holder.Id, fields.One("channel"));
        return Mine(words, fields.One("ticket"), words["stopped-done"]);
    }

    /// <summary>All that is stored about the holder of a ticket, as a file.</summary>
    public RegistrationAnswer Export(HttpContext context, FormFields fields, RegistrationWords words) =>
        Holder(fields) is { } holder && files.Export(holder.Id, AuditEntry.System) is { } file
            ? new RegistrationAnswer(200, default, file) { FileName = "my-data.json" }
            : Say(410, words, "expired");

    /// <summary>Erases the holder of a ticket.</summary>
    public RegistrationAnswer Erase(HttpContext context, FormFields fields, RegistrationWords words)
    {
        if (Holder(fields) is not { } holder)
        {
            return Say(410, words, "expired");
        }

        if (fields.One("sure").Length == 0)
        {
            return Mine(words, fields.One("ticket"), words["erase-hint"]);
        }

        files.Erase(holder.Id, AuditEntry.System, "asked for on the page");
        return Say(200, words, "erased");
    }

    /// <summary>One sentence as an answer.</summary>
    public static RegistrationAnswer Say(int status, RegistrationWords words, string key) =>
        new(status, RegistrationPage.Message(words, words[key]), new JsonObject { ["reason"] = words[key] });

    private static RegistrationAnswer Many(RegistrationWords words) => Say(429, words, "many");

    private static RegistrationAnswer AddressFault(RegistrationWords words, string fault) => new(
        422,
        RegistrationPage.Message(words, words[fault]),
        new JsonObject { ["faults"] = new JsonObject { ["address"] = words[fault] } });

    // What is answered does not depend on whose the address is, or whether it is anybody's.
    private static RegistrationAnswer Sent(RegistrationWords words, string name, string channel, string address)
    {
        string masked = AddressForm.Masked(channel, address);
        return new RegistrationAnswer(202, RegistrationPage.Code(words, name, masked, null), new JsonObject
        {
            ["registration"] = name,
            ["sent_to"] = masked,
            ["seconds"] = (int)Cloud.Registration.Limits.CodeLife.TotalSeconds,
        });
    }

    private static JsonObject FaultsOf(Choices choices, RegistrationWords words) => new()
    {
        ["faults"] = new JsonObject(choices.Faults.Select(fault => KeyValuePair.Create(fault.Key, (JsonNode?)words[fault.Value]))),
    };

    private Confirmation Confirm(FormFields fields)
    {
        Confirmation confirmation = desk.Confirm(fields.One("registration"), fields.One("code"));
        metrics.OnAnswered(confirmation.Fate);
        return confirmation;
    }

    private RegistrationAnswer Mine(RegistrationWords words, string ticket, string said)
    {
        if (tickets.Read(ticket, time.GetUtcNow()) is not { } id || subscribers.Find(id) is not { } person)
        {
            return Say(410, words, "expired");
        }

        return new RegistrationAnswer(200, page.Mine(words, person, ticket, said, null), new JsonObject
        {
            ["ticket"] = ticket,
            ["language"] = person.Language,
            ["places"] = new JsonArray([.. person.Regions.Select(region => (JsonNode)region.Code)]),
            ["crops"] = new JsonArray([.. person.Crops.Select(crop => (JsonNode)crop)]),
            ["contacts"] = new JsonArray([.. person.Contacts.Select(contact => (JsonNode)new JsonObject
            {
                ["channel"] = contact.Channel,
                ["address"] = contact.Masked,
                ["state"] = contact.State.Word(),
            })]),
        });
    }

    private (long Id, Subscriber Person)? Holder(FormFields fields) =>
        tickets.Read(fields.One("ticket"), time.GetUtcNow()) is { } id && subscribers.Find(id) is { } person ? (id, person) : null;
}

/// <summary>An answer in both forms.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Page">The page.</param>
/// <param name="Json">The same for programs.</param>
internal sealed record RegistrationAnswer(int Status, Markup Page, JsonObject Json)
{
    /// <summary>The name of a file to download, which is JSON in either case; null for an answer.</summary>
    public string? FileName { get; init; }
}

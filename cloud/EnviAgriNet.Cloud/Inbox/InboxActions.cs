using System.Globalization;
using EnviAgriNet.Cloud.Cases;
using EnviAgriNet.Cloud.Inbox.Answers;
using EnviAgriNet.Cloud.Inbox.Farms;
using EnviAgriNet.Cloud.Inbox.Keywords;
using EnviAgriNet.Cloud.Inbox.Places;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Cloud.Registration;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Core.Geography;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Inbox;

/// <summary>Does what a message wants, one thing each, and says what to answer.</summary>
internal sealed class InboxActions(
    PlaceFinder places,
    PlaceAnswers answers,
    FarmActions farms,
    RegistrationDesk registration,
    CaseBook cases,
    CaseDesk caseDesk,
    NetworkClock clock,
    IOptions<CasesOptions> caseOptions,
    TimeProvider time)
{
    // The registry takes no more places of one person.
    private const int PlacesMax = 20;

    /// <summary>The answer to a plain question; null when the message wants something done.</summary>
    public string? Ask(Request request, Sender sender, string language)
    {
        switch (request.Intent)
        {
            case Intent.Air or Intent.Rain or Intent.River:
                return AskPlace(request, sender, language);
            case Intent.Price:
                return farms.Price(request, sender, language);
            case Intent.Forecast:
                return farms.Forecast(request, sender, language);
            case Intent.Plots:
                return farms.Plots(sender, language);
            case Intent.Usage:
                return AnswerTexts.Usage(language);
            default:
                return null;
        }
    }

    /// <summary>Does it inside the transaction; what to answer, or null for nothing.</summary>
    public string? Do(SqliteConnection transaction, Message message) => message.Request.Intent switch
    {
        Intent.Stop => registration.Stop(
            transaction, ContactChannels.Sms, message.Sms.Sender, message.Now, StopWords.LanguageOf(message.Sms.Text) ?? message.Language).Text,
        Intent.Register => farms.Register(transaction, message) ?? Register(transaction, message),
        Intent.Planted => farms.Planted(transaction, message),
        Intent.Done => FarmActions.Done(transaction, message) ?? Follow(transaction, message),
        Intent.CallForHelp => Open(transaction, message, NewCase.Help),
        Intent.Complaint => Open(transaction, message, ComplaintWords.KindOf(message.Sms.Text)),
        Intent.CaseState => Stands(transaction, message),
        Intent.Rating => Rate(transaction, message) ?? Follow(transaction, message),
        _ => Follow(transaction, message),
    };

    private string AskPlace(Request request, Sender sender, string language)
    {
        PlaceFound found = places.Find(request.Rest);
        if (found.IsAmbiguous)
        {
            return AnswerTexts.PlaceAmbiguous(language);
        }

        NamedPlace? place = found.Place ?? (request.Rest.Length == 0 && sender.Places is [var own, ..] ? places.Of(own) : null);
        if (place is null)
        {
            return request.Rest.Length == 0 ? AnswerTexts.AskPlace(request.Intent, language) : AnswerTexts.PlaceUnknown(language);
        }

        return answers.Of(request.Intent, place, language, clock.Now ?? time.GetUtcNow());
    }

    // A further place is added: nobody who asks for their parents' village means to lose their own.
    private string Register(SqliteConnection transaction, Message message)
    {
        PlaceFound found = places.Find(message.Request.Rest);
        if (found.Place is not { } place)
        {
            return found.IsAmbiguous ? AnswerTexts.PlaceAmbiguous(message.Language)
                : message.Request.Rest.Length == 0 ? AnswerTexts.AskRegister(message.Language)
                : AnswerTexts.PlaceUnknown(message.Language);
        }

        if (!message.Sms.CanBeAnswered)
        {
            return AnswerTexts.AskRegister(message.Language);
        }

        IReadOnlyList<RegionId> regions = [.. message.Sender.Places.TakeLast(PlacesMax - 1).Append(place.Region).Distinct().Order()];
        return registration.BeginBySms(transaction, message.Sms.Sender, message.Language, regions, message.Sender.Crops, message.Now).Text;
    }

    // The case answers for itself, with its number; what joins an open one is answered by nothing.
    private string? Open(SqliteConnection transaction, Message message, string kind)
    {
        caseDesk.Open(transaction, CallOf(message, kind), message.Now);
        return null;
    }

    private string? Stands(SqliteConnection transaction, Message message)
    {
        string? number = message.Request.Rest.Length == 0 ? null : message.Request.Rest;
        CaseLine? file = CaseBook.NewestOf(
            transaction, message.Recipient, number is null ? message.Now - caseOptions.Value.KeepTexts : DateTimeOffset.UnixEpoch, number);
        return file is not null ? CaseTexts.Stands(file.Number, file.State, message.Language, caseOptions.Value.Hotline)
            : number is not null ? AnswerTexts.NoSuchCase(number, message.Language)
            : Follow(transaction, message);
    }

    private static string? Rate(SqliteConnection transaction, Message message) =>
        message.Sender.Subscriber is { } subscriber && SurveyBook.Answer(
            transaction, subscriber.ToString(CultureInfo.InvariantCulture), message.Request.Score, message.Now)
            ? AnswerTexts.Thanks(message.Language)
            : null;

    // Words without a keyword belong to the case a person has just opened: "5 people, blue roof".
    private string? Follow(SqliteConnection transaction, Message message)
    {
        if (CaseBook.NewestOf(transaction, message.Recipient, message.Now - Limits.CaseFollows) is { } file && !file.State.IsClosed())
        {
            cases.Follow(transaction, file, CallOf(message, file.Kind), message.Now);
            return null;
        }

        return AnswerTexts.Usage(message.Language);
    }

    private NewCase CallOf(Message message, string kind)
    {
        NamedPlace? place = places.Find(message.Sms.Text).Place;
        RegionId? own = message.Sender.Places is [var first, ..] ? first : null;
        return new NewCase(
            kind, "sms", "sms:" + message.Sms.Id, message.Recipient, IsProven: true, message.Language, new CaseDetails(message.Sms.Text))
        {
            Region = place?.Region ?? own,
            PlaceName = place?.NameTh ?? (own is { } region ? places.Of(region).NameTh : null),
        };
    }
}

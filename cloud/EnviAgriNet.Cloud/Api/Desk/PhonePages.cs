using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Core.Alerts;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Cloud.Api.Desk;

/// <summary>Shows texts as phones of every language will have them: those with words first, and then the languages people here asked for.</summary>
internal sealed class PhonePages(WarningComposer composer)
{
    /// <summary>One phone a language.</summary>
    public IReadOnlyList<PhoneView> Of(IReadOnlyDictionary<string, AlertText> texts, Audience audience)
    {
        List<string> told = [.. texts.Keys];
        ILookup<string, AudienceTally> contacts = audience.Contacts.Where(c => c.IsOn).ToLookup(c => c.Language);
        IEnumerable<(string Language, string Name)> languages = composer.Books.Select(b => (b.Language, b.Name));
        return
        [
            .. languages.Concat(contacts.Select(c => (Language: c.Key, Name: Languages.NameOf(c.Key)))).DistinctBy(l => l.Language)
                .Select(l => Phone(l.Language, l.Name, Languages.Choose(told, l.Language), texts, contacts[l.Language].Sum(c => c.Contacts))),
        ];
    }

    private static PhoneView Phone(string language, string name, string toldIn, IReadOnlyDictionary<string, AlertText> texts, int contacts)
    {
        AlertText text = texts[toldIn];
        return new PhoneView(
            language, name, toldIn, SmsView.Of(text.Sms), text.Detail.Length > 0 ? SmsView.Of(text.Detail) : null, text.Headline, text.Description,
            text.Instruction, text.Area, text.SenderName, contacts);
    }
}

using System.Text;
using EnviAgriNet.Core.Alerts;
using EnviAgriNet.Core.Messages;
using EnviAgriNet.Protocol.Cap;

namespace EnviAgriNet.Cloud.Alerts;

/// <summary>What is said when an alert of another platform is passed on: its own words, and who said them first.</summary>
internal sealed class AdoptedDocument(AlertsOptions options, AdoptedAlert adopted, IReadOnlyList<AlertVersion> replaced)
{
    private const string RegionCode = "DOPA";
    private const string ProvinceCode = "ISO3166-2";

    /// <summary>Names the message that is passed on, as CAP's <c>source</c> carries it.</summary>
    public static string SourceOf(CapAlert original) =>
        new CapReference(original.Sender, original.Identifier, original.Sent).ToString();

    /// <summary>The CAP document of ours.</summary>
    public CapAlert Compose(string identifier, DateTimeOffset sent, CapMessageType type, DateTimeOffset expires) => new()
    {
        Identifier = identifier,
        Sender = options.Sender,
        Sent = LocalTime.Of(sent),
        Status = CapStatus.Actual,
        MessageType = type,
        Source = SourceOf(adopted.Original),
        Scope = CapScope.Public,
        Note = $"แจ้งต่อจาก {adopted.SourceName} / Passed on from {adopted.SourceName}",
        References = replaced.Count == 0
            ? null
            : string.Join(' ', replaced.Select(r => new CapReference(options.Sender, r.Identifier, LocalTime.Of(r.SentAt)))),
        Incidents = adopted.EventId,
        Infos = [.. Infos().Select(i => Ours(i, sent, expires))],
    };

    /// <summary>The words by language; a language that the platform does not speak gets the words it has.</summary>
    public IReadOnlyDictionary<string, AlertText> Texts() => Languages.All.ToDictionary(l => l, TextOf);

    private AlertText TextOf(string language)
    {
        bool isThai = language == Languages.Thai;
        IReadOnlyList<CapInfo> infos = Infos();
        CapInfo info = infos.FirstOrDefault(i => LanguageOf(i) == language) ?? infos[0];

        // The department of meteorology names events in English in its Thai messages.
        bool isForeign = LanguageOf(info) != language;
        string headline = isForeign && info.Event.All(char.IsAscii) && !isThai ? info.Event : Headline(info);
        string ended = !adopted.IsOver ? string.Empty : isThai ? "ยุติแล้ว " : "Over: ";
        return new AlertText(
            info.Event,
            SmsText.Shorten($"{ended}{headline}", CapRules.HeadlineLengthMax),
            info.Description ?? string.Empty,
            info.Instruction ?? string.Empty,
            SmsText.Shorten($"{ended}{adopted.SourceName}: {headline}", SmsText.UnitsMax),
            string.Join(", ", info.Areas.Select(a => a.Description)),
            isThai ? $"{adopted.SourceName} แจ้งต่อโดย{options.SenderNameTh}" : $"{adopted.SourceName}, passed on by {options.SenderNameEn}");
    }

    private CapInfo Ours(CapInfo info, DateTimeOffset sent, DateTimeOffset expires)
    {
        bool isThai = LanguageOf(info) == Languages.Thai;
        return info with
        {
            ResponseTypes = adopted.IsOver ? [CapResponseType.AllClear] : info.ResponseTypes,
            Effective = LocalTime.Of(sent),
            Expires = LocalTime.Of(expires),
            SenderName = isThai
                ? $"{info.SenderName ?? adopted.SourceName} แจ้งต่อโดย{options.SenderNameTh}"
                : $"{info.SenderName ?? adopted.SourceName}, passed on by {options.SenderNameEn}",
            Headline = SmsText.Shorten(Headline(info), CapRules.HeadlineLengthMax),
            Resources = [],
            Areas =
            [
                new CapArea
                {
                    Description = string.Join(", ", info.Areas.Select(a => a.Description)) is { Length: > 0 } area ? area : adopted.Region.Code,
                    Geocodes =
                    [
                        new CapValue(RegionCode, adopted.Region.Code),
                        new CapValue(ProvinceCode, "TH-" + adopted.Region.Province.Code),
                    ],
                },
            ],
        };
    }

    // A cancellation may come without words; then those of what it cancels are said to be over.
    private IReadOnlyList<CapInfo> Infos() => adopted.Original.Infos.Count > 0
        ? adopted.Original.Infos
        : CapReader.Read(Encoding.UTF8.GetBytes(replaced[^1].CapXml)).Alert?.Infos ?? [];

    private static string Headline(CapInfo info) => string.IsNullOrWhiteSpace(info.Headline) ? info.Event : info.Headline.Trim();

    private static string LanguageOf(CapInfo info) => (info.Language ?? "en-US").Split('-')[0].ToLowerInvariant();
}

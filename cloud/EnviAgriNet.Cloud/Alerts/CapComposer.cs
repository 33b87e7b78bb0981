using EnviAgriNet.Core.Alerts;
using EnviAgriNet.Core.Messages;
using EnviAgriNet.Protocol.Cap;

namespace EnviAgriNet.Cloud.Alerts;

/// <summary>Makes the CAP document of an alert version: one info per language, Thai first, times of Bangkok.</summary>
internal sealed class CapComposer(AlertsOptions options)
{
    private const string EventTerms = "OET:v1.2";
    private const string RegionCode = "DOPA";
    private const string ProvinceCode = "ISO3166-2";

    public CapAlert Compose(
        AlertVersion version,
        AlertContent content,
        DateTimeOffset onset,
        IReadOnlyList<AlertVersion> replaced,
        bool isExercise,
        WarningGround? ground = null) => new()
        {
            Identifier = version.Identifier,
            Sender = options.Sender,
            Sent = LocalTime.Of(version.SentAt),
            Status = version.State is AlertState.Draft or AlertState.Waiting ? CapStatus.Draft : isExercise ? CapStatus.Exercise : CapStatus.Actual,
            MessageType = Enum.Parse<CapMessageType>(version.Type),
            Scope = CapScope.Public,
            Note = NoteOf(version, isExercise),
            References = replaced.Count == 0 ? null : string.Join(' ', replaced.Select(ReferenceTo)),
            Incidents = version.EventId,
            Infos = content.Texts.Select(t => Info(version, content, onset, t.Key, t.Value, ground ?? WarningGround.None)).ToList(),
        };

    private static string? NoteOf(AlertVersion version, bool isExercise)
    {
        if (version.State == AlertState.Recorded)
        {
            return "For the record only: it was not sent to anybody";
        }

        return isExercise ? "Recorded measurements are replayed; nothing real is happening" : null;
    }

    private CapReference ReferenceTo(AlertVersion version) =>
        new(options.Sender, version.Identifier, LocalTime.Of(version.SentAt));

    private CapInfo Info(
        AlertVersion version, AlertContent content, DateTimeOffset onset, string language, AlertText text, WarningGround ground) => new()
        {
            Language = LanguageOf(language),
            Categories = [Enum.Parse<CapCategory>(content.Category)],
            Event = text.EventName,
            ResponseTypes = [Enum.Parse<CapResponseType>(content.ResponseType)],
            Urgency = Enum.Parse<CapUrgency>(content.Urgency),
            Severity = Enum.Parse<CapSeverity>(content.Severity),
            Certainty = Enum.Parse<CapCertainty>(content.Certainty),
            EventCodes = [new CapValue(EventTerms, content.EventCode)],
            Effective = LocalTime.Of(version.SentAt),
            Onset = LocalTime.Of(onset),
            Expires = LocalTime.Of(version.ExpiresAt),
            SenderName = text.SenderName,
            Headline = Cut(text.Headline),
            Description = text.Description,
            Instruction = text.Instruction,
            Web = options.PublicUrl,
            Contact = text.Contact.Length == 0 ? null : text.Contact,
            Parameters = content.Parameters.Select(p => new CapValue(p.Key, p.Value)).ToList(),
            Areas =
            [
                new CapArea
                {
                    Description = text.Area,
                    Polygons = ground.Polygons,
                    Circles = ground.Circles,
                    Geocodes =
                    [
                        new CapValue(RegionCode, version.Region.Code),
                        new CapValue(ProvinceCode, "TH-" + version.Region.Province.Code),
                    ],
                },
            ],
        };

    private static string LanguageOf(string language) => language switch
    {
        Languages.Thai => "th-TH",
        Languages.English => "en-US",
        _ => language,
    };

    private static string Cut(string headline) => SmsText.Shorten(headline, CapRules.HeadlineLengthMax);
}

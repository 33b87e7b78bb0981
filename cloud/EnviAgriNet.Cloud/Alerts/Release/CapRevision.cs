using System.Text;
using EnviAgriNet.Core.Alerts;
using EnviAgriNet.Core.Messages;
using EnviAgriNet.Protocol.Cap;

namespace EnviAgriNet.Cloud.Alerts.Release;

/// <summary>
/// Makes the document of a version from one that exists: areas, codes and measured values stay, what changes is put in. So whatever a
/// composer writes into a document survives an officer's edit.
/// </summary>
internal static class CapRevision
{
    private const int LanguageLength = 2;

    /// <summary>The document as it goes out: its type, its references and its times are those of this moment.</summary>
    public static string Issue(AlertVersion version, IReadOnlyList<AlertVersion> replaced, bool isExercise, string? note)
    {
        CapAlert cap = Read(version);
        return CapWriter.Write(cap with
        {
            Identifier = version.Identifier,
            Sent = LocalTime.Of(version.SentAt),
            Status = isExercise ? CapStatus.Exercise : CapStatus.Actual,
            MessageType = Enum.Parse<CapMessageType>(version.Type),
            Note = note ?? cap.Note,
            References = replaced.Count == 0
                ? null
                : string.Join(' ', replaced.Select(r => new CapReference(cap.Sender, r.Identifier, LocalTime.Of(r.SentAt)))),
            Infos = [.. cap.Infos.Where(i => version.Texts.ContainsKey(LanguageOf(i))).Select(i => Issue(i, version))],
        });
    }

    /// <summary>Whether the document asks people to evacuate; then two persons release it by default.</summary>
    public static string ResponseTypeOf(AlertVersion version) =>
        Read(version).Infos.SelectMany(i => i.ResponseTypes).Select(r => r.ToString()).FirstOrDefault() ?? string.Empty;

    private static CapInfo Issue(CapInfo info, AlertVersion version)
    {
        AlertText text = version.Texts[LanguageOf(info)];
        return info with
        {
            Effective = LocalTime.Of(version.SentAt),
            Expires = LocalTime.Of(version.ExpiresAt),
            Severity = version.IsAllClear ? CapSeverity.Minor : Enum.Parse<CapSeverity>(version.Severity),
            Urgency = version.IsAllClear ? CapUrgency.Past : info.Urgency,
            ResponseTypes = version.IsAllClear ? [CapResponseType.AllClear] : info.ResponseTypes,
            Headline = SmsText.Shorten(text.Headline, CapRules.HeadlineLengthMax),
            Description = text.Description,
            Instruction = text.Instruction,
        };
    }

    private static CapAlert Read(AlertVersion version)
    {
        CapReadResult read = CapReader.Read(Encoding.UTF8.GetBytes(version.CapXml));
        return read.Alert ?? throw new InvalidDataException($"the document of {version.Identifier} cannot be read: {string.Join("; ", read.Faults)}");
    }

    private static string LanguageOf(CapInfo info) => (info.Language ?? "en-US")[..LanguageLength];
}

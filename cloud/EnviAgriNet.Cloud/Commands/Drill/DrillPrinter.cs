using System.Globalization;
using EnviAgriNet.Cloud.Alerts.Release;
using EnviAgriNet.Cloud.Channels.Proof;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Cloud.Commands.Drill;

/// <summary>The report as people read it after a drill, in Thai and English.</summary>
internal static class DrillPrinter
{
    /// <summary>Its lines.</summary>
    public static IEnumerable<string> Lines(DrillReport report)
    {
        yield return "[ซ้อม] รายงานการฝึกซ้อม · [DRILL] report of a drill: nothing real happened and nobody was told";
        if (report.From is not { } from)
        {
            yield return "ไม่มีค่าวัดในช่วงนี้ · there was no reading in this time";
            yield break;
        }

        yield return $"ช่วงเวลา · time: {ThaiTime(from)} – {ThaiTime(report.To)} ({Time(from)} to {Time(report.To)})";
        yield return $"{report.Stations} สถานี · stations, {report.Readings} ค่าวัด · readings";
        foreach (DrilledEvent one in report.Events)
        {
            yield return $"{one.Hazard} {one.Region}: เตือนครั้งแรก · first warning {Time(one.RaisedAt)}, รุนแรง · severe {Time(one.SevereAt)}, "
                + $"พ้นภัย · all-clear {Time(one.EndedAt)}, เวลาล่วงหน้า · lead {Number(one.LeadMinutes)} นาที · min";
        }

        foreach (string line in report.Alerts.SelectMany(Alert))
        {
            yield return line;
        }

        foreach (DrilledChannel channel in report.Channels)
        {
            yield return $"{channel.Name}: {channel.Messages} ข้อความ · messages, {Number(channel.RatePerSecond)}/s";
        }
    }

    private static IEnumerable<string> Alert(DrilledAlert alert)
    {
        AlertProof proof = alert.Proof;
        yield return string.Empty;
        yield return $"{Time(proof.Times.DecidedAt)} {proof.Type} {(proof.AllClear ? "all-clear" : proof.Severity)} {proof.Hazard} {proof.Region} "
            + $"v{proof.Version} (CAP {alert.CapStatus})";
        if (alert.WaitsForOfficer)
        {
            yield return $"  รอเจ้าหน้าที่ · would have waited for an officer since {Time(proof.Times.DecidedAt)}; {Ends(alert.Outcome)}";
        }

        foreach ((string language, DrilledText text) in alert.Texts.OrderByDescending(t => t.Key, StringComparer.Ordinal))
        {
            yield return $"  {language}: {text.Sms}";
            if (text.Detail.Length > 0)
            {
                yield return $"      {text.Detail}";
            }
        }

        if (proof.People > 0)
        {
            yield return $"  {proof.People} คน · people; ในคิวนานสุด · longest in the queue {Number(alert.QueueSeconds)} s; 50 % {Since(proof, proof.Times.HalfReceiptAt)} s, "
                + $"95 % {Since(proof, proof.Times.MostReceiptAt)} s";
        }

        foreach (ProofTally place in proof.Places)
        {
            yield return $"  {place.Name}: {place.Targeted} ({place.Received} ได้รับ · received, {place.Expired} หมดเวลา · too late)";
        }
    }

    private static string Ends(string? outcome) => outcome switch
    {
        null => "ยังรออยู่ · it waits on",
        nameof(HoldOutcome.SentUnanswered) => "ไม่มีใครตอบจึงส่ง · sent unanswered",
        nameof(HoldOutcome.DroppedUnanswered) => "ไม่มีใครตอบจึงไม่ส่ง · dropped unanswered",
        nameof(HoldOutcome.Overtaken) => "มีฉบับใหม่แทน · overtaken by a newer version",
        nameof(HoldOutcome.Ended) => "เหตุการณ์สิ้นสุดก่อน · the event ended before",
        nameof(HoldOutcome.Expired) => "หมดอายุก่อน · it expired before",
        _ => outcome,
    };

    private static string Since(AlertProof proof, DateTimeOffset? at) => Number((at - proof.Times.QueuedAt)?.TotalSeconds);

    private static string Number(double? number) => number is { } known ? known.ToString("0.#", CultureInfo.InvariantCulture) : "–";

    private static string Time(DateTimeOffset? at) => at is { } known ? $"{LocalTime.Of(known):yyyy-MM-dd HH:mm}" : "–";

    private static string ThaiTime(DateTimeOffset at)
    {
        DateTimeOffset local = LocalTime.Of(at);
        return string.Create(CultureInfo.InvariantCulture, $"{local:d/M}/{local.Year + 543} {local:HH:mm} น.");
    }
}

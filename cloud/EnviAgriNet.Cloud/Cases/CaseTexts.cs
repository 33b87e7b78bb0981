using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Cloud.Cases;

/// <summary>What is told about a case: one SMS each, except an officer's own words.</summary>
internal static class CaseTexts
{
    private const string NumberMark = "{number}";

    /// <summary>A call for help was taken.</summary>
    public static string HelpOpened(string number, string language, bool needsPlace) => (language == Languages.Thai, needsPlace) switch
    {
        (true, true) => $"รับเรื่อง {number} แล้ว ส่งที่อยู่ จำนวนคน และสิ่งที่ต้องการมาเพิ่ม",
        (true, false) => $"รับเรื่อง {number} แล้ว เจ้าหน้าที่กำลังดู มีอะไรเพิ่มส่งมาได้",
        (false, true) => $"Case {number} opened. Reply with your place, people and needs.",
        (false, false) => $"Case {number} opened. Officers see it. Reply to add more.",
    };

    /// <summary>A complaint was taken.</summary>
    public static string ComplaintOpened(string number, string language, string? agency)
    {
        string text = language == Languages.Thai
            ? agency is null ? $"รับเรื่องร้องเรียน {number} แล้ว ส่งเลขนี้มาเพื่อถามความคืบหน้า" : $"รับเรื่อง {number} แล้ว ส่งต่อ {SmsText.Place}"
            : agency is null ? $"Complaint {number} taken. Send the number to ask how it stands." : $"Complaint {number} taken, sent to {SmsText.Place}";
        return SmsText.Fit(text, agency ?? string.Empty);
    }

    /// <summary>How a case stands.</summary>
    public static string Stands(string number, CaseState state, string language, string hotline) => (language == Languages.Thai
        ? state switch
        {
            CaseState.New => "{number} รอเจ้าหน้าที่รับเรื่อง",
            CaseState.Assigned => "{number} มีเจ้าหน้าที่รับเรื่องแล้ว",
            CaseState.OnTheWay => "{number} เจ้าหน้าที่กำลังเดินทางไป",
            CaseState.Done => "{number} ดำเนินการเสร็จแล้ว",
            CaseState.Cannot => $"{{number}} ขออภัย ยังช่วยไม่ได้ ด่วนโปรดโทร {hotline}",
            _ => "{number} รวมกับอีกเรื่องที่แจ้งไว้แล้ว",
        }
        : state switch
        {
            CaseState.New => "{number} waits for an officer",
            CaseState.Assigned => "{number} an officer has taken it",
            CaseState.OnTheWay => "{number} somebody is on the way",
            CaseState.Done => "{number} is done",
            CaseState.Cannot => $"{{number}} Sorry, it could not be done yet. Urgent: call {hotline}",
            _ => "{number} was joined with another report",
        }).Replace(NumberMark, number, StringComparison.Ordinal);

    /// <summary>An officer's own words, with the number before them.</summary>
    public static string Answer(string number, string words) => $"{number} {words}";

    /// <summary>What officers on duty are told: numbers and places, nothing about a person.</summary>
    public static string DutyCall(int cases, CaseLine newest)
    {
        string people = newest.People is { } count ? $" {count} คน" : string.Empty;
        string more = cases > 1 ? $" (รวม {cases} ราย)" : string.Empty;
        return SmsText.Fit($"ขอความช่วยเหลือ {newest.Number}{people}{more} {SmsText.Place}", newest.Place ?? "ไม่ทราบที่");
    }

    /// <summary>What an agency is told of a complaint.</summary>
    public static string ToAgency(CaseLine file) => SmsText.Fit(
        $"ร้องเรียน {file.Number} {ComplaintKinds.Name(file.Kind, isThai: true)} {SmsText.Place}", file.Place ?? file.Region ?? "ไม่ระบุที่");

    /// <summary>The one question after an event.</summary>
    public static string Question(string language) => language == Languages.Thai
        ? "การเตือนครั้งนี้มีประโยชน์แค่ไหน ตอบ 1-5 (5=มาก) ไม่บังคับ ขอบคุณ"
        : "How useful was this warning? Reply 1-5 (5=very). Optional. Thanks";
}

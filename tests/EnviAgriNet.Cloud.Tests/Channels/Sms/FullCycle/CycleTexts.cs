namespace EnviAgriNet.Cloud.Tests.Channels.Sms.FullCycle;

/// <summary>What everybody is told in the cycle, word by word.</summary>
internal static class CycleTexts
{
    /// <summary>The versions, in the order of the hours whose packs bring them; the last two are the officer's.</summary>
    public static readonly CycleVersion[] Versions =
    [
        new(26, "[ซ้อม] บ้านปิงน้อย: PM2.5 51.3 มคก. มีผลต่อสุขภาพ สวมหน้ากาก", "[DRILL] Ban Ping Noi: PM2.5 51.3, unhealthy. Wear a mask outdoors",
            "[ซ้อม] 2 มี.ค. 08:00 ถึง 3 มี.ค. 69 09:00 สวมหน้ากาก N95 งดเผา ลดเวลาอยู่กลางแจ้ง โทร 1650 เครือข่าย EnviAgriNet",
            "[DRILL] 2 Mar 08:00 to 3 Mar 09:00. Wear an N95 mask, do not burn, stay out less. Call 1650. EnviAgriNet network"),
        new(26, "[ซ้อม] บ้านปิงน้อย: น้ำ 76% ของตลิ่ง ยกของขึ้นที่สูง", "[DRILL] Ban Ping Noi: river 76% of bank. Move goods up",
            "[ซ้อม] 2 มี.ค. 69 08:50 ถึง 21:00 ยกของขึ้นที่สูง ย้ายสัตว์ เตรียมยาและเอกสาร โทร 1784 เครือข่าย EnviAgriNet",
            "[DRILL] 2 Mar 08:50 to 21:00. Move goods and animals up, pack medicine. Call 1784. EnviAgriNet network"),
        new(31, "[ซ้อม] บ้านปิงน้อย: PM2.5 86.7 มคก. อันตราย งดออกจากอาคาร", "[DRILL] Ban Ping Noi: PM2.5 86.7 DANGEROUS. Stay indoors, shut windows",
            "[ซ้อม] 2 มี.ค. 08:00 ถึง 3 มี.ค. 69 14:00 อยู่ในอาคาร ปิดหน้าต่าง ออกนอกบ้านสวม N95 โทร 1650 เครือข่าย EnviAgriNet",
            "[DRILL] 2 Mar 08:00 to 3 Mar 14:00. Stay in, shut windows, wear N95 outside. Call 1650. EnviAgriNet network"),
        new(47, "[ซ้อม] บ้านปิงน้อย: น้ำจะล้นตลิ่งใน 3 ชม. ไปที่สูงทันที", "[DRILL] Ban Ping Noi: FLOOD in 3 h. Go to high ground now",
            "[ซ้อม] 2 มี.ค. 08:50 ถึง 3 มี.ค. 69 18:10 ตัดไฟ อย่าลุยน้ำไหล พาเด็กและผู้สูงอายุไปด้วย โทร 1784 เครือข่าย EnviAgriNet",
            "[DRILL] 2 Mar 08:50 to 3 Mar 18:10. Cut power, keep out of flowing water. Call 1784. EnviAgriNet network"),
        new(55, "[ซ้อม] บ้านปิงน้อย: PM2.5 37.5 มคก. มีผลต่อสุขภาพ สวมหน้ากาก", "[DRILL] Ban Ping Noi: PM2.5 37.5, unhealthy. Wear a mask outdoors",
            "[ซ้อม] 2 มี.ค. 08:00 ถึง 4 มี.ค. 69 14:00 สวมหน้ากาก N95 งดเผา ลดเวลาอยู่กลางแจ้ง โทร 1650 เครือข่าย EnviAgriNet",
            "[DRILL] 2 Mar 08:00 to 4 Mar 14:00. Wear an N95 mask, do not burn, stay out less. Call 1650. EnviAgriNet network"),
        new(56, "[ซ้อม] บ้านปิงน้อย: น้ำ 86% ของตลิ่ง ยกของขึ้นที่สูง", "[DRILL] Ban Ping Noi: river 86% of bank. Move goods up",
            "[ซ้อม] 2 มี.ค. 08:50 ถึง 4 มี.ค. 69 03:10 ยกของขึ้นที่สูง ย้ายสัตว์ เตรียมยาและเอกสาร โทร 1784 เครือข่าย EnviAgriNet",
            "[DRILL] 2 Mar 08:50 to 4 Mar 03:10. Move goods and animals up, pack medicine. Call 1784. EnviAgriNet network"),
        new(59, "[ซ้อม] บ้านปิงน้อย: PM2.5 ลดเหลือ 5 มคก. สิ้นสุดการเตือน", "[DRILL] Ban Ping Noi: PM2.5 down to 5. Warning over",
            "[ซ้อม] เมื่อ 3 มี.ค. 69 18:00 ออกกลางแจ้งได้ กลุ่มเสี่ยงติดตามค่าฝุ่น โทร 1650 เครือข่าย EnviAgriNet",
            "[DRILL] As of 3 Mar 18:00. Outdoor activity is possible again. Call 1650. EnviAgriNet network"),
        new(59, "[ซ้อม] บ้านปิงน้อย: น้ำลดเหลือ 76% ของตลิ่ง สิ้นสุดการเตือน", "[DRILL] Ban Ping Noi: river down to 76%. Warning over",
            "[ซ้อม] เมื่อ 3 มี.ค. 69 18:30 กลับอย่างระวัง ตรวจไฟฟ้าก่อนใช้ ระวังงู โทร 1784 เครือข่าย EnviAgriNet",
            "[DRILL] As of 3 Mar 18:30. Go back with care, check power, mind snakes. Call 1784. EnviAgriNet network"),
        new(78, "[ซ้อม] บ้านปิงน้อย: น้ำ 76% ของตลิ่ง ยกของขึ้นที่สูง", "[DRILL] Ban Ping Noi: river 76% of bank. Move goods up",
            "[ซ้อม] 4 มี.ค. 12:50 ถึง 5 มี.ค. 69 01:00 ยกของขึ้นที่สูง ย้ายสัตว์ เตรียมยาและเอกสาร โทร 1784 เครือข่าย EnviAgriNet",
            "[DRILL] 4 Mar 12:50 to 5 Mar 01:00. Move goods and animals up, pack medicine. Call 1784. EnviAgriNet network"),
        new(79, "[ซ้อม] บ้านปิงน้อย: PM2.5 53.8 มคก. มีผลต่อสุขภาพ สวมหน้ากาก", "[DRILL] Ban Ping Noi: PM2.5 53.8, unhealthy. Wear a mask outdoors",
            "[ซ้อม] 4 มี.ค. 13:00 ถึง 5 มี.ค. 69 14:00 สวมหน้ากาก N95 งดเผา ลดเวลาอยู่กลางแจ้ง โทร 1650 เครือข่าย EnviAgriNet",
            "[DRILL] 4 Mar 13:00 to 5 Mar 14:00. Wear an N95 mask, do not burn, stay out less. Call 1650. EnviAgriNet network"),
        new(CycleStation.Hours, "[ซ้อม] บ้านปิงน้อย: ยกเลิกการเตือนน้ำล้นตลิ่งแล้ว ไม่ต้องทำตามอีก", "[DRILL] Ban Ping Noi: river flood warning CANCELLED, ignore it",
            "[ซ้อม] เมื่อ 4 มี.ค. 69 14:50 ติดตามประกาศต่อไป ขออภัยในความไม่สะดวก โทร 1784 เครือข่าย EnviAgriNet",
            "[DRILL] As of 4 Mar 14:50. Sorry for the trouble, follow the news. Call 1784. EnviAgriNet network"),
        new(CycleStation.Hours, "[ซ้อม] บ้านปิงน้อย: ยกเลิกการเตือนฝุ่นละอองแล้ว ไม่ต้องทำตามอีก", "[DRILL] Ban Ping Noi: haze warning CANCELLED, ignore it",
            "[ซ้อม] เมื่อ 4 มี.ค. 69 14:50 ติดตามประกาศต่อไป ขออภัยในความไม่สะดวก โทร 1650 เครือข่าย EnviAgriNet",
            "[DRILL] As of 4 Mar 14:50. Sorry for the trouble, follow the news. Call 1650. EnviAgriNet network"),
    ];

    /// <summary>Every text to every person, with the number.</summary>
    public static string[] Due =>
    [
        .. from version in Versions
           from person in CycleRoom.People
           let isThai = person.Language == "th"
           from text in new[] { isThai ? version.Thai : version.English, isThai ? version.ThaiDetail : version.EnglishDetail }
           select $"{person.Number} {text}",
    ];

    /// <summary>The hours of a seed's kills: onset, escalation, easing, all-clear; of haze and of flood in turn where they differ.</summary>
    public static int[] KillHours(int seed) => seed % 2 == 0 ? [26, 31, 55, 59] : [26, 47, 56, 59];
}

/// <summary>A version, the hour that brings it, and what it says.</summary>
internal sealed record CycleVersion(int Hour, string Thai, string English, string ThaiDetail, string EnglishDetail);

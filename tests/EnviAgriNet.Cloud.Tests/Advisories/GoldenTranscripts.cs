namespace EnviAgriNet.Cloud.Tests.Advisories;

/// <summary>The transcripts of <see cref="GoldenSeasonTests"/>; every line was checked against the weather and prices that made it.</summary>
internal static class GoldenTranscripts
{
    public const string Thai = """
        28 มิ.ย. 2569 → สมัคร ข้าวหอมมะลิ ช้างเผือก
        28 มิ.ย. 2569 ← รับแปลง ข้าวหอมมะลิ ต.ช้างเผือก แล้ว: บอกวันปลูก ส่ง เช่น ปลูก 1 ก.ค. | จะส่งคำแนะนำให้ เลิกส่ง หยุด
        29 มิ.ย. 2569 ● ข้าวหอมมะลิ ต.ช้างเผือก: ราคาอีก 4 สัปดาห์มีโอกาสขึ้น 9 ใน 10 (13,700-15,100 บาท/ตัน) | ผลผลิต 8 ใน 10 อยู่ที่ 369-452 กก./ไร่
        6 ก.ค. 2569 → ปลูก 1 ก.ค. 10 ไร่
        6 ก.ค. 2569 ← รับแปลง ข้าวหอมมะลิ ต.ช้างเผือก แล้ว: 10 ไร่ | ปลูก 1 ก.ค. 2569 | จะส่งคำแนะนำให้ เลิกส่ง หยุด
        13 ก.ค. 2569 ● ข้าวหอมมะลิ ต.ช้างเผือก: ระยะตั้งตัว | คาดเก็บเกี่ยว 10-30 พ.ย. 2569
        15 ก.ค. 2569 → ราคา
        15 ก.ค. 2569 ← ข้าวเปลือกเจ้าหอมมะลิ 13,720 บาท/ตัน (6 ก.ค.): ราคาอีก 4 สัปดาห์มีโอกาสขึ้น 9 ใน 10 (13,800-15,200 บาท/ตัน)
        27 ก.ค. 2569 ● ข้าวหอมมะลิ ต.ช้างเผือก: ระยะเจริญเติบโต | ช่วงพ่นได้บ่อย 7-11 น. (7 ใน 7 วัน)
        29 ก.ค. 2569 ● คำแนะนำเดือนนี้มีประโยชน์แค่ไหน ตอบ 1-5 (5=มาก) ไม่บังคับ ขอบคุณ
        30 ก.ค. 2569 → 4
        30 ก.ค. 2569 ← ขอบคุณสำหรับคำตอบ
        10 ส.ค. 2569 → พยากรณ์
        10 ส.ค. 2569 ← ข้าวหอมมะลิ ต.ช้างเผือก: ระยะเจริญเติบโต | คาดเก็บเกี่ยว 10-30 พ.ย. 2569 | ผลผลิต 8 ใน 10 อยู่ที่ 369-452 กก./ไร่
        18 ส.ค. 2569 ● ข้าวหอมมะลิ ต.ช้างเผือก: ควรให้น้ำราว 65 มม. (105 ลบ.ม./ไร่) คำนวณจากฝน ดูในนาก่อน | ทำแล้วตอบ ทำแล้ว
        20 ส.ค. 2569 → ทำแล้ว
        20 ส.ค. 2569 ← บันทึกแล้ว ทำตามคำแนะนำเรื่องน้ำ ขอบคุณ
        29 ส.ค. 2569 ● ข้าวหอมมะลิ ต.ช้างเผือก: ควรให้น้ำราว 68 มม. (108 ลบ.ม./ไร่) คำนวณจากฝน ดูในนาก่อน | ทำแล้วตอบ ทำแล้ว
        30 ส.ค. 2569 ● คำแนะนำเดือนนี้มีประโยชน์แค่ไหน ตอบ 1-5 (5=มาก) ไม่บังคับ ขอบคุณ
        14 ก.ย. 2569 ● ข้าวหอมมะลิ ต.ช้างเผือก: อากาศเอื้อต่อโรคไหม้ข้าว 7 คืนติดกัน ตรวจแปลง พบอาการถามเกษตรตำบล (เกณฑ์ยังไม่ยืนยัน) | ทำแล้วตอบ ทำแล้ว
        21 ก.ย. 2569 ● ข้าวหอมมะลิ ต.ช้างเผือก: ราคาอีก 4 สัปดาห์ขึ้นหรือลงพอกัน 8 ใน 10 อยู่ที่ 13,400-14,800 บาท/ตัน | ช่วงพ่นได้บ่อย 8-11 น. (7 ใน 7 วัน)
        29 ก.ย. 2569 ● คำแนะนำเดือนนี้มีประโยชน์แค่ไหน ตอบ 1-5 (5=มาก) ไม่บังคับ ขอบคุณ
        19 ต.ค. 2569 ● ข้าวหอมมะลิ ต.ช้างเผือก: ระยะออกดอก | ช่วงพ่นได้บ่อย 7-11 น. (7 ใน 7 วัน)
        20 ต.ค. 2569 ● ข้าวหอมมะลิ ต.ช้างเผือก: ร้อนถึง 38.0°C เกิน 35°C 1 ใน 7 วัน รักษาน้ำในแปลง เลี่ยงงานบ่าย | ทำแล้วตอบ ทำแล้ว
        22 ต.ค. 2569 ● ข้าวหอมมะลิ ต.ช้างเผือก: ควรให้น้ำราว 54 มม. (87 ลบ.ม./ไร่) คำนวณจากฝน ดูในนาก่อน | ทำแล้วตอบ ทำแล้ว
        26 ต.ค. 2569 ● ข้าวเปลือกเจ้าหอมมะลิ 14,080 บาท/ตัน (19 ต.ค.): ราคาอีก 4 สัปดาห์มีโอกาสลง 9 ใน 10 (12,600-14,000 บาท/ตัน)
        27 ต.ค. 2569 ● ข้าวหอมมะลิ ต.ช้างเผือก: คาดเก็บเกี่ยว 10-30 พ.ย. 2569 | เตรียมคน รถเกี่ยว ที่ตาก | ทำแล้วตอบ ทำแล้ว
        29 ต.ค. 2569 ● ข้าวหอมมะลิ ต.ช้างเผือก: ควรให้น้ำราว 86 มม. (138 ลบ.ม./ไร่) คำนวณจากฝน ดูในนาก่อน | ทำแล้วตอบ ทำแล้ว
        30 ต.ค. 2569 ● คำแนะนำเดือนนี้มีประโยชน์แค่ไหน ตอบ 1-5 (5=มาก) ไม่บังคับ ขอบคุณ
        2 พ.ย. 2569 ● ข้าวหอมมะลิ ต.ช้างเผือก: ระยะสุกแก่
        20 พ.ย. 2569 → แปลงของฉัน
        20 พ.ย. 2569 ← ข้าวหอมมะลิ ต.ช้างเผือก 10 ไร่ ปลูก 1 ก.ค. 2569
        23 พ.ย. 2569 ● ข้าวหอมมะลิ ต.ช้างเผือก: ระยะเก็บเกี่ยว
        29 พ.ย. 2569 ● คำแนะนำเดือนนี้มีประโยชน์แค่ไหน ตอบ 1-5 (5=มาก) ไม่บังคับ ขอบคุณ

        """;

    public const string English = """
        28 Jun 2026 → join jasmine rice chang phueak planted 1 jul 10 rai
        28 Jun 2026 ← Plot taken, Jasmine rice Chang Phueak: 10 rai | planted 1 Jul 2026 | Advice will follow. To end send STOP
        29 Jun 2026 ● Jasmine rice Chang Phueak: before planting | harvest about 10-30 Nov 2026 | price in 4 weeks: 9 in 10 it rises (13,700-15,100 baht/ton) | yield 8 in 10: 369-452 kg/rai
        6 Jul 2026 ● Jasmine rice Chang Phueak: settling
        15 Jul 2026 → price jasmine rice
        15 Jul 2026 ← Jasmine paddy 13,720 baht/ton (6 Jul): price in 4 weeks: 9 in 10 it rises (13,800-15,200 baht/ton)
        27 Jul 2026 ● Jasmine rice Chang Phueak: growing | spraying mostly fit 7-11 h (7 of 7 days)
        29 Jul 2026 ● How useful was this month's advice? Reply 1-5 (5=very). Optional.
        10 Aug 2026 → forecast
        10 Aug 2026 ← Jasmine rice Chang Phueak: growing | harvest about 10-30 Nov 2026 | yield 8 in 10: 369-452 kg/rai | price in 4 weeks: 9 in 10 it rises (13,900-15,300 baht/ton)
        18 Aug 2026 ● Jasmine rice Chang Phueak: let in about 65 mm (105 m3/rai), reckoned from rain: look first | Reply DONE when done
        20 Aug 2026 → done
        20 Aug 2026 ← Noted: water done. Thank you.
        29 Aug 2026 ● Jasmine rice Chang Phueak: let in about 68 mm (108 m3/rai), reckoned from rain: look first | Reply DONE when done
        30 Aug 2026 ● How useful was this month's advice? Reply 1-5 (5=very). Optional.
        14 Sep 2026 ● Jasmine rice Chang Phueak: 7 nights in a row favoured rice blast. Look at the leaves; ask your officer if found (rule not confirmed) | Reply DONE when done
        21 Sep 2026 ● Jasmine rice Chang Phueak: price in 4 weeks: up or down alike, 8 in 10 13,400-14,800 baht/ton | spraying mostly fit 8-11 h (7 of 7 days)
        29 Sep 2026 ● How useful was this month's advice? Reply 1-5 (5=very). Optional.
        19 Oct 2026 ● Jasmine rice Chang Phueak: flowering | spraying mostly fit 7-11 h (7 of 7 days)
        20 Oct 2026 ● Jasmine rice Chang Phueak: heat 38.0 C, above 35 C on 1 of 7 days. Keep the field wet | Reply DONE when done
        22 Oct 2026 ● Jasmine rice Chang Phueak: let in about 54 mm (87 m3/rai), reckoned from rain: look first | Reply DONE when done
        26 Oct 2026 ● Jasmine paddy 14,080 baht/ton (19 Oct): price in 4 weeks: 9 in 10 it falls (12,600-14,000 baht/ton)
        27 Oct 2026 ● Jasmine rice Chang Phueak: harvest about 10-30 Nov 2026 | Book labour, harvester and drying floor | price in 4 weeks: 9 in 10 it falls (12,600-14,000 baht/ton) | Reply DONE when done
        29 Oct 2026 ● Jasmine rice Chang Phueak: let in about 86 mm (138 m3/rai), reckoned from rain: look first | Reply DONE when done
        30 Oct 2026 ● How useful was this month's advice? Reply 1-5 (5=very). Optional.
        2 Nov 2026 ● Jasmine rice Chang Phueak: ripening
        20 Nov 2026 → my plots
        20 Nov 2026 ← Jasmine rice Chang Phueak 10 rai planted 1 Jul 2026
        21 Nov 2026 → STOP
        21 Nov 2026 ← Stopped: we send you no more messages. You can register again.

        """;
}

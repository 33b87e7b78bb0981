import { words } from "../../lib/words";

export const table = words(
  {
    title: "คุณภาพข้อมูลและผลงาน", year: "ปีงบประมาณ", yearName: "{be}", span: "{from} ถึง {to} นับถึง {until}", spanNone: "{from} ถึง {to} ยังไม่มีค่าใดนับได้", target: "เป้าหมาย", example: "เป้าหมายที่แสดงเป็นตัวอย่าง ยังไม่ได้ตั้งของปีนี้", someExamples: "เป้าหมายที่มีคำว่า “ตัวอย่าง” ไม่ใช่ของแผนใด ผู้ดูแลระบบตั้งเป้าหมายของแต่ละปีได้ (Kpi:Targets)",
    exampleShort: "ตัวอย่าง", met: "ถึงเป้า", missed: "ไม่ถึงเป้า", unknown: "ยังไม่ทราบ", unknownHint: "ยังไม่มีสิ่งที่วัดได้: ไม่ใช่ทั้งดีและเสีย",
    completeness: "ข้อมูลครบ", usable: "ค่าที่ใช้ได้", uptime: "สถานีเชื่อมต่ออยู่", delay: "จากค่าที่วัดถึงโทรศัพท์", lead: "รู้ล่วงหน้าก่อนภัยถึงจุดหนักสุด", reach: "ถึงคน", satisfaction: "ความพอใจ",
    completenessBasis: "{hours} จาก {of_hours} ชั่วโมงสถานีมีค่า · {stations} สถานีที่ขึ้นทะเบียน ({stations_never_heard} ไม่เคยส่ง ไม่นับ) · แพ็ก: เก็บ {packs_stored} จาก {of_packs} หาย {packs_missing} ทิ้ง {packs_dropped} ปฏิเสธ {packs_rejected} (บัญชีตั้งแต่เริ่ม)",
    usableBasis: "{usable} จาก {of_readings} ค่าผ่านการตรวจหรือยังไม่ตรวจ", uptimeBasis: "รู้ว่าเชื่อมต่อ {online_hours} ชั่วโมง ขาด {offline_hours} ชั่วโมง ใน {stations_known} จาก {stations} สถานี เวลาที่ไม่รู้ไม่นับ", delayBasis: "มัธยฐานของ {warnings} คำเตือน: เวลาจนครึ่งหนึ่งของใบรับมาถึง ช้าสุด {slowest_minutes} นาที",
    leadBasis: "มัธยฐานของ {events} เหตุการณ์ที่จบแล้วและทวีขึ้น จากใบรับแรกถึงระดับสูงสุด สั้นสุด {shortest_minutes} นาที · {events_at_once} เหตุการณ์เริ่มที่ระดับสูงสุดทันที ไม่มีเวลาล่วงหน้า", reachBasis: "{reached} จาก {of_people} คน-ข้อความ ใน {warnings} คำเตือนที่จบการส่ง · กำลังส่งอีก {warnings_open}",
    satisfactionBasis: "ค่าเฉลี่ย 1–5 จาก {answered} คำตอบ ถามไป {asked} คน (ต่ำกว่า {small_below} คำตอบไม่แสดง)", minutes: "{value} นาที", score: "{value} จาก 5", atLeast: "อย่างน้อย {value}", atMost: "ไม่เกิน {value}",
    stations: "รายสถานี", stationsHint: "แย่ที่สุดอยู่บน เลือกหัวตารางเพื่อเรียงใหม่", station: "สถานี", known: "เวลาที่รู้สถานะ", missing: "แพ็กหาย", dropped: "แพ็กทิ้ง", newest: "ค่าล่าสุด", filter: "ค้นชื่อหรือรหัส", signIn: "ตารางรายสถานีสำหรับเจ้าหน้าที่ที่เข้าสู่ระบบ", csv: "ตาราง CSV", count: "{shown} จาก {all} สถานี", never: "ไม่เคย", none: "ไม่มีสถานี",
  },
  {
    title: "Data quality and performance", year: "Budget year", yearName: "{ce}", span: "{from} to {to}, counted to {until}", spanNone: "{from} to {to}; nothing can be counted yet", target: "Target", example: "The target shown is an example: none is set for this year", someExamples: "Targets marked “example” are nobody's plan; an administrator sets those of each year (Kpi:Targets)",
    exampleShort: "example", met: "reached", missed: "not reached", unknown: "not known yet", unknownHint: "Nothing was measured yet: neither good nor bad",
    completeness: "Data complete", usable: "Usable readings", uptime: "Stations connected", delay: "From measurement to phone", lead: "Known before the worst", reach: "People reached", satisfaction: "Satisfaction",
    completenessBasis: "{hours} of {of_hours} station hours have readings · {stations} registered stations ({stations_never_heard} never sent and are not counted) · packs: {packs_stored} of {of_packs} stored, {packs_missing} missing, {packs_dropped} dropped, {packs_rejected} rejected (the ledger since the beginning)",
    usableBasis: "{usable} of {of_readings} readings passed or were not checked yet", uptimeBasis: "Known to be connected {online_hours} hours, gone {offline_hours} hours, at {stations_known} of {stations} stations; time of which nothing is known is not counted", delayBasis: "Median of {warnings} warnings: until half of the receipts were there; the slowest {slowest_minutes} minutes",
    leadBasis: "Median of {events} events that are over and grew, from the first receipt to the worst level; the shortest {shortest_minutes} minutes · {events_at_once} events began at their worst and left no time", reachBasis: "{reached} of {of_people} persons told, each of {warnings} settled warnings counted · {warnings_open} still under way",
    satisfactionBasis: "Mean of 1 to 5 from {answered} answers, {asked} asked (fewer than {small_below} answers are not shown)", minutes: "{value} min", score: "{value} of 5", atLeast: "at least {value}", atMost: "at most {value}",
    stations: "Station by station", stationsHint: "The worst first; choose a heading to sort anew", station: "Station", known: "Time with known state", missing: "Packs missing", dropped: "Packs dropped", newest: "Newest reading", filter: "Find by name or id", signIn: "The table of stations is for officers who signed in", csv: "CSV table", count: "{shown} of {all} stations", never: "never", none: "no stations",
  },
);

import { words } from "../../lib/words";

export const table = words(
  {
    title: "ซ้อม", intro: "เล่นค่าที่วัดได้ในอดีตผ่านเกณฑ์ การปล่อย ข้อความ และคิวจริงทั้งหมด บนสำเนาที่ไม่มีเบอร์โทร ไม่มีอะไรออกจากระบบ และไม่มีใครได้รับข้อความ", mayNot: "บัญชีของท่านดูได้ แต่เริ่มซ้อมไม่ได้",
    event: "ซ้อมเหตุการณ์ที่เคยเกิด", choose: "เลือกเหตุการณ์ หรือใส่เวลาเอง", from: "ตั้งแต่ (เวลาไทย)", to: "ถึง (เวลาไทย)", hazard: "ภัย", all: "ทุกภัย", region: "รหัสพื้นที่ (ว่าง = ทั้งหมด)", station: "สถานีเดียว (ว่าง = ทั้งหมด)",
    people: "ผู้รับ", registered: "คนที่ลงทะเบียนจริง (ไม่มีเบอร์)", madeUp: "คนสมมติ {n} คน", limits: "ไม่เกิน {days} วัน ใช้เวลาไม่เกิน {minutes} นาที ทีละครั้ง", start: "เริ่มซ้อม", confirm: "ยืนยันเริ่มซ้อม", monthly: "ซ้อมประจำเดือน", training: "ฝึกเจ้าหน้าที่ใหม่", trying: "ลองนโยบายการปล่อย",
    runs: "การซ้อมที่ผ่านมา", none: "ยังไม่เคยซ้อมจากหน้านี้", open: "ดูผล", running: "กำลังซ้อม", done: "เสร็จ", failed: "ไม่สำเร็จ", stopped: "หยุด", stop: "หยุดการซ้อม", by: "โดย {who}",
    result: "ผลการซ้อมครั้งที่ {n}", exercise: "[ซ้อม] ไม่มีอะไรเกิดขึ้นจริง ไม่มีใครได้รับข้อความ", noReadings: "ไม่มีค่าวัดในช่วงนี้", noAlerts: "เกณฑ์ไม่เตือนเลยในช่วงนี้", summary: "{readings} ค่าวัด จาก {stations} สถานี", events: "เหตุการณ์", raised: "เตือนครั้งแรก", severe: "รุนแรง", allClear: "พ้นภัย", lead: "เวลาล่วงหน้า", min: "{n} นาที",
    timeline: "ลำดับคำเตือน", waited: "จะรอเจ้าหน้าที่ ไม่มีใครตอบในการซ้อม: {how}", reach: "ถึง {reached} จาก {people} คน", queue: "คิวยาว {n} วินาที", half: "ครึ่งหนึ่งภายใน {half} วินาที 95 % ภายใน {most} วินาที", channels: "ข้อความที่จะออก (ไม่ได้ออก)", channel: "ช่องทาง", messages: "ข้อความ", rate: "ต่อวินาที", others: "ภาษาอื่น", cancelled: "ยกเลิก",
    SentUnanswered: "นโยบายส่งเอง", DroppedUnanswered: "นโยบายไม่ส่ง", Overtaken: "มีฉบับใหม่แทน", Ended: "เหตุการณ์จบก่อน", Expired: "หมดอายุก่อน", Released: "ปล่อย", Dropped: "ไม่ส่ง", still: "ยังรออยู่",
  },
  {
    title: "Drills", intro: "Replays recorded measurements through rules, release, texts and queues as they are, on a copy without phone numbers. Nothing leaves and nobody is told", mayNot: "Your account may look, not start a drill",
    event: "Replay an event that happened", choose: "Choose an event, or give the times", from: "From (Thai time)", to: "To (Thai time)", hazard: "Hazard", all: "All hazards", region: "Region code (empty = all)", station: "One station (empty = all)",
    people: "People", registered: "Those registered (without numbers)", madeUp: "{n} made-up people", limits: "At most {days} days; it may run {minutes} minutes; one at a time", start: "Start a drill", confirm: "Yes, start the drill", monthly: "Monthly drill", training: "Training new officers", trying: "Trying a release policy",
    runs: "Drills so far", none: "No drill was started here yet", open: "See the result", running: "Running", done: "Done", failed: "Failed", stopped: "Stopped", stop: "Stop the drill", by: "by {who}",
    result: "Result of drill {n}", exercise: "[DRILL] Nothing real happened and nobody was told", noReadings: "There was no reading in this time", noAlerts: "The rules would not have warned in this time", summary: "{readings} readings of {stations} stations", events: "Events", raised: "First warning", severe: "Severe", allClear: "All-clear", lead: "Lead", min: "{n} min",
    timeline: "Warnings in their order", waited: "Would have waited for an officer; nobody answers in a drill: {how}", reach: "reaches {reached} of {people} people", queue: "{n} s in the queue", half: "half within {half} s, 95 % within {most} s", channels: "Messages that would have left (none did)", channel: "Channel", messages: "Messages", rate: "a second", others: "Other languages", cancelled: "Cancelled",
    SentUnanswered: "sent by its policy", DroppedUnanswered: "not sent, by its policy", Overtaken: "overtaken by a newer version", Ended: "the event ended first", Expired: "it expired first", Released: "released", Dropped: "dropped", still: "waits on",
  },
);

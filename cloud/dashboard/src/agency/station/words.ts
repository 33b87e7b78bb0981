import { words } from "../../lib/words";

export const table = words(
  {
    title: "สถานี", unregistered: "ส่งข้อมูลแต่ยังไม่ได้ขึ้นทะเบียน: เก็บค่าไว้ แต่ไม่ใช้ตัดสินภัย", never: "ขึ้นทะเบียนแล้ว แต่ยังไม่เคยส่งข้อมูล", working: "ส่งค่าปกติ ค่าล่าสุด {ago}",
    partly: "บางชุดเงียบ: {silent} จาก {all} ชุด ค่าล่าสุด {ago}", silent: "เงียบ: ไม่มีค่าใหม่ ค่าล่าสุด {ago} ยังไม่รู้ว่าปกติหรือไม่", latest: "ค่าล่าสุด", old: "ค่าเก่า", chart: "กราฟ",
    computed: "คำนวณโดยระบบ", choose: "เลือกชุดข้อมูล", quality: "คุณภาพ", compare: "เปรียบเทียบกับชุดอื่น", allReadings: "ดาวน์โหลดค่าที่วัดทุกค่า (CSV)", tooLong: "ไฟล์ค่าทุกค่ามีได้ไม่เกิน {days} วัน เลือกช่วงที่สั้นกว่า",
    gaps: "ช่วงที่ไม่มีค่า {count} ช่วง นานที่สุด {longest}", noGaps: "ไม่มีช่วงที่ขาดค่า", source_readings: "จากค่าที่วัด", source_hours: "จากสรุปรายชั่วโมง", source_days: "จากสรุปรายวัน",
    pixel: "เส้นคือค่าเฉลี่ย แถบคือต่ำสุด–สูงสุดในทุก {step}", arrived: "ข้อมูลที่มาถึง 30 วัน", arrivedHint: "ชั่วโมงที่มีค่า จากชั่วโมงที่ผ่านไป และส่วนของค่าที่ใช้ได้", day: "วัน", hours: "ชั่วโมง", readings: "ค่าที่วัด",
    usable: "ใช้ได้", health: "สุขภาพ", line: "การเชื่อมต่อ", online: "เชื่อมต่ออยู่", offline: "ขาดการเชื่อมต่อ", unknown: "ไม่ทราบ", lineUnknown: "ยังไม่ได้ยินรายงานสุขภาพตั้งแต่ระบบเริ่ม หรือรายงานเก่าเกินไป ไม่ใช่ทั้งดีและเสีย",
    heard: "ได้ยินล่าสุด", depth: "รอยืนยัน (แพ็ก)", bytes: "บนดิสก์", left: "เก็บได้อีกถ้าสายขาด", leftHours: "{hours} ชั่วโมง", clock: "นาฬิกา", synced: "ตรง", unsynced: "ยังไม่ตั้ง", estimated: "ประมาณ", version: "รุ่น",
    lastSequence: "เลขแพ็กล่าสุด", lineDays: "การเชื่อมต่อ 30 วัน", changes: "การเปลี่ยนแปลง", none: "ไม่มี", ledger: "บัญชีแพ็ก", ledgerHint: "ทุกหมายเลขแพ็กถูกนับ: เก็บแล้ว มาช้า ถูกปฏิเสธ ทิ้ง หรือหาย", outbox: "กล่องส่ง", stored: "เก็บแล้ว",
    late: "มาช้า", rejected: "ปฏิเสธ", dropped: "ทิ้ง", missing: "หาย", repeats: "ส่งซ้ำ", of: "จาก", derived: "(คำนวณโดยระบบ)", log: "บันทึกเหตุการณ์", more: "เก่ากว่านี้", what: "เหตุการณ์", packs: "แพ็ก {first}–{last}", when: "เมื่อ", wordsTitle: "คำตัดสินของคน",
    wordsHint: "ค่าที่เจ้าหน้าที่ตัดสินคุณภาพเอง พร้อมเหตุผล", back: "ถอนคำเดิม", by: "โดย", until: "ถึง", calibration: "การสอบเทียบ", calibrationNone: "สถานีนี้ยังไม่ได้แจ้งการสอบเทียบเครื่องวัด", calibrationSeries: "ค่าที่วัด", formula: "สูตร", since: "ตั้งแต่", ended: "ยกเลิกการสอบเทียบ", holds: "ใช้อยู่", signIn: "สุขภาพ บัญชีแพ็ก และบันทึก สำหรับเจ้าหน้าที่ที่เข้าสู่ระบบ", bank: "ระดับตลิ่ง",
    Calibrated: "มีการสอบเทียบเครื่องวัด", SensorFault: "เซ็นเซอร์ไม่ให้ค่า", SensorWell: "เซ็นเซอร์กลับมาทำงาน", Dropped: "ทิ้งแพ็กเพราะที่เก็บเต็ม", Thinned: "ลดความถี่ของค่าเก่าเหลือรายชั่วโมง", SegmentCorrupt: "ไฟล์เสีย แยกเก็บไว้", PackSetAside: "แพ็กถูกปฏิเสธ", SourceOverflow: "ตัวอย่างล้นก่อนถึงกล่องส่ง", ClockStep: "นาฬิกาถูกปรับ",
    AlertShown: "ไซเรนหรือป้ายแสดงคำเตือน", AlertFailed: "ไซเรนหรือป้ายแสดงคำเตือนไม่ได้", AlertAcknowledged: "คนที่ศูนย์รับทราบคำเตือน", None: "เหตุการณ์ที่รุ่นนี้ไม่รู้จัก", stale: "สายขาด: ค่าที่เห็นอาจเก่า",
  },
  {
    title: "Station", unregistered: "It sends but is not registered: its readings are kept and judge no hazard", never: "Registered, and never heard of yet", working: "Sending; newest value {ago}",
    partly: "Some are silent: {silent} of {all} series; newest value {ago}", silent: "Silent: nothing new, newest value {ago}. Whether all is well is not known", latest: "Newest values", old: "old", chart: "Chart",
    computed: "computed by the network", choose: "Choose a series", quality: "quality", compare: "Compare with others", allReadings: "Download every reading (CSV)", tooLong: "A file of every reading covers {days} days at most: choose a shorter time",
    gaps: "{count} times without values, the longest {longest}", noGaps: "No time without values", source_readings: "from single readings", source_hours: "from hourly sums", source_days: "from daily sums",
    pixel: "The line is the mean, the band the lowest and highest in each {step}", arrived: "What arrived in 30 days", arrivedHint: "Hours with readings out of those that passed, and the share of usable readings", day: "Day", hours: "Hours", readings: "Readings",
    usable: "Usable", health: "Health", line: "Line", online: "connected", offline: "not connected", unknown: "not known", lineUnknown: "No health report since the cloud started, or it is too old: neither good nor bad news",
    heard: "Last heard", depth: "Waiting for a receipt (packs)", bytes: "On its disk", left: "Room if the line breaks", leftHours: "{hours} hours", clock: "Clock", synced: "right", unsynced: "not set", estimated: "estimated", version: "Version",
    lastSequence: "Newest pack number", lineDays: "The line in 30 days", changes: "Changes", none: "none", ledger: "Ledger of packs", ledgerHint: "Every pack number is accounted for: stored, late, rejected, dropped or missing", outbox: "Outbox", stored: "stored",
    late: "late", rejected: "rejected", dropped: "dropped", missing: "missing", repeats: "repeats", of: "of", derived: "(computed by the network)", log: "Log", more: "Older", what: "What", packs: "packs {first}–{last}", when: "When", wordsTitle: "Words of persons",
    wordsHint: "Readings whose quality an officer judged, with the reason", back: "earlier words taken back", by: "by", until: "to", calibration: "Calibration", calibrationNone: "This station has told of no calibration", calibrationSeries: "Series", formula: "Formula", since: "Since", ended: "no calibration any more", holds: "in force", signIn: "Health, ledger and log are for officers who signed in", bank: "River bank",
    Calibrated: "a sensor was calibrated", SensorFault: "a sensor gives nothing", SensorWell: "a sensor is well again", Dropped: "packs dropped: the buffer was full", Thinned: "old readings thinned to hourly ones", SegmentCorrupt: "a damaged file was set aside", PackSetAside: "a pack was rejected", SourceOverflow: "samples overflowed before the outbox", ClockStep: "the clock was stepped",
    AlertShown: "the siren or board shows a warning", AlertFailed: "the siren or board could not show a warning", AlertAcknowledged: "a person at the centre acknowledged a warning", None: "something this version does not know", stale: "The line is gone: values may be old",
  },
);

// Every word of the page, in both languages. A test holds that both have the same keys.
export const words = {
  th: {
    title: "EnviAgriNet · เครือข่ายเฝ้าระวังสิ่งแวดล้อม", skip: "ข้ามไปที่การเตือนภัย", switchTo: "English", switchLang: "en",
    networkTime: "เวลาของเครือข่าย", openAlerts: "การเตือนภัยขณะนี้", noAlerts: "ขณะนี้ไม่มีการเตือนภัย",
    noAlertsHint: "สถานีที่เงียบไปไม่ได้แปลว่าปลอดภัย ดูเวลาของแต่ละค่า", stations: "สถานี", noStations: "ยังไม่มีสถานี",
    phone: "โทรศัพท์ทดลอง", phoneHint: "ข้อความที่ผู้รับซึ่งเลือกช่องทางทดลองจะได้รับ", noMessages: "ยังไม่มีข้อความ",
    footer: "ค่าที่แสดงมีเครื่องหมายคุณภาพกำกับ เวลาเป็นเวลาประเทศไทย",
    live: "สด", connecting: "กำลังเชื่อมต่อ", down: "ไม่สด กำลังเชื่อมต่อใหม่",
    Extreme: "รุนแรงที่สุด", Severe: "รุนแรง", Moderate: "ปานกลาง", Minor: "เล็กน้อย", Unknown: "ไม่ทราบความรุนแรง",
    haze: "หมอกควัน", "river-flood": "น้ำล้นตลิ่ง", draft: "ร่าง รอเจ้าหน้าที่ยืนยัน", since: "ตั้งแต่", until: "ประกาศมีผลถึง",
    todo: "สิ่งที่ควรทำ", cap: "เอกสาร CAP", area: "พื้นที่", silentSince: "เงียบตั้งแต่", measured: "วัดเมื่อ",
    unregistered: "ยังไม่ลงทะเบียน", unregisteredGroup: "สถานีที่ยังไม่ลงทะเบียน", noValues: "ยังไม่มีค่า", to: "ถึง",
    quality: "คุณภาพ", q1: "ผ่าน", q2: "ยังไม่ตรวจ", q3: "น่าสงสัย", q4: "ไม่ผ่าน", q9: "ไม่มีค่า",
  },
  en: {
    title: "EnviAgriNet · environment watch", skip: "Skip to the warnings", switchTo: "ภาษาไทย", switchLang: "th",
    networkTime: "Network time", openAlerts: "Warnings now", noAlerts: "No warning at present",
    noAlertsHint: "A silent station is no sign of safety: look at the time of each value", stations: "Stations", noStations: "No stations yet",
    phone: "Trial phone", phoneHint: "Messages as subscribers of the trial channel get them", noMessages: "No message yet",
    footer: "Every value carries its quality flag. Times are Thai time.",
    live: "Live", connecting: "Connecting", down: "Not live, reconnecting",
    Extreme: "Extreme", Severe: "Severe", Moderate: "Moderate", Minor: "Minor", Unknown: "Severity unknown",
    haze: "Haze", "river-flood": "River flood", draft: "Draft, waits for an officer", since: "Since", until: "valid until",
    todo: "What to do", cap: "CAP document", area: "Area", silentSince: "Silent since", measured: "Measured",
    unregistered: "Not registered", unregisteredGroup: "Stations that are not registered", noValues: "No value yet", to: "To",
    quality: "Quality", q1: "passed", q2: "not checked", q3: "suspect", q4: "failed", q9: "missing",
  },
};

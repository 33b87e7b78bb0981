import { words } from "../../lib/words";

export const table = words(
  {
    title: "คำเตือนฉบับที่ {n}", missing: "ไม่มีคำเตือนฉบับนี้", back: "กลับไปหน้าการเตือนภัย", inForce: "ประกาศอยู่ตอนนี้", replaced: "มีฉบับใหม่กว่า: ฉบับที่ {n} ประกาศอยู่", replay: "ข้อมูลย้อนหลัง: เป็นการฝึกซ้อม",
    allClear: "แจ้งพ้นภัย", cancelled: "ยกเลิกคำเตือน", manual: "เจ้าหน้าที่เขียน", measured: "จากการวัด", until: "มีผลถึง", sent: "เวลา", region: "ดูค่าที่วัดในพื้นที่", siren: "ไซเรนดังที่ศูนย์",
    persons: "ยืนยันแล้ว {have} จาก {need} คน", yes: "ยืนยันแล้ว: {who}", youDid: "ท่านยืนยันแล้ว รอเจ้าหน้าที่คนอื่น", orders: "ทำอะไรได้ตอนนี้", noOrders: "ฉบับนี้ทำอะไรต่อไม่ได้แล้ว", mayNot: "บัญชีของท่านดูได้ แต่สั่งไม่ได้",
    release: "ปล่อย", releaseConfirm: "ยืนยันปล่อยฉบับ {n}", drop: "ไม่ส่ง", dropConfirm: "ยืนยันไม่ส่งฉบับ {n}", edit: "แก้ข้อความ", editHeldConfirm: "ยืนยันแก้ข้อความ (คนที่ยืนยันแล้วต้องยืนยันใหม่)", update: "แก้และประกาศแทน", updateConfirm: "ยืนยันประกาศฉบับแก้ไข",
    extend: "ขยายเวลา", extendConfirm: "ยืนยันขยายเวลา", extendTo: "ให้มีผลถึง", hours: "อีก {n} ชั่วโมง", days: "อีก {n} วัน", end: "แจ้งพ้นภัย", endConfirm: "ยืนยันแจ้งพ้นภัย", cancel: "ยกเลิกคำเตือน (ประกาศผิด)", cancelConfirm: "ยืนยันยกเลิกคำเตือน",
    endsByItself: "คำเตือนนี้มาจากการวัดและจะจบเองเมื่อค่าที่วัดลดลง ถ้าประกาศผิดให้ยกเลิก", textTh: "SMS ภาษาไทย (ไม่เกิน 70 ตัว)", textEn: "SMS ภาษาอังกฤษ (ไม่เกิน 70 ตัว)", detailTh: "SMS ที่สอง ภาษาไทย (ว่างได้)", detailEn: "SMS ที่สอง ภาษาอังกฤษ (ว่างได้)", count: "{n}/{max}",
    severity: "ระดับ", reached: "ได้รับแล้ว", of: "{reached} จาก {people} คน", nobodyYet: "ยังไม่มีการส่งถึงคน", byMinute: "ได้รับต่อนาที", chart: "กราฟ: คนที่ได้รับแล้วและข้อความที่ออกแล้ว ตามนาทีหลังเข้าคิว", reachedLine: "คนที่ได้รับแล้ว", sentLine: "ข้อความที่ออกแล้ว", minute: "นาทีที่", minutes: "นาที", peopleCount: "คน",
    phones: "สิ่งที่มือถือได้รับ", phonesHeld: "สิ่งที่มือถือจะได้รับ", when: "แต่ละขั้นเกิดเมื่อไร", step: "ขั้น", time: "เวลา", delay: "หลังการวัด", decided: "ตัดสินว่าเตือน", released: "ปล่อย", queued: "เข้าคิว", firstSent: "ข้อความแรกออก", firstReceipt: "คนแรกได้รับ", half: "ครึ่งหนึ่งได้รับ", most: "95 % ได้รับ", measuredAt: "วัดได้",
    channels: "ตามช่องทาง", channel: "ช่องทาง", targeted: "ทั้งหมด", sentCount: "ออกแล้ว", received: "ได้รับ", failed: "ไม่ถึง", expired: "หมดเวลา", unknown: "ไม่ทราบ", waiting: "รอส่ง", places: "ตามพื้นที่", place: "พื้นที่", few: "น้อยกว่า 5", part2: "SMS ที่สอง", why: "ทำไมบางข้อความไม่ถึง", reason: "สาเหตุ", many: "จำนวน",
    versions: "ทุกฉบับของเหตุการณ์นี้", version: "ฉบับที่", state: "สถานะ", steps: "ใครทำอะไร", who: "ใคร", what: "ทำอะไร", done: "ทำแล้ว: {text}", seconds: "{n} วินาที", mins: "{n} นาที", hoursLong: "{n} ชั่วโมง", asTable: "ดูเป็นตาราง", proofTitle: "ถึงใครแล้วบ้าง",
    seenScreen: "ตรวจข้อมูลจากสถานีแล้ว", phoned: "โทรยืนยันกับพื้นที่แล้ว", sensor: "เครื่องวัดผิดปกติ", already: "พื้นที่ทราบแล้ว ไม่ต้องส่ง", wrong: "ข้อความผิด", clearer: "ข้อความชัดขึ้น", newNews: "มีข้อมูลใหม่", stillGoing: "ภัยยังไม่จบ", itEnded: "เหตุการณ์สิ้นสุดแล้ว", mistaken: "ประกาศผิดพลาด",
    print: "พิมพ์", cap: "เอกสาร CAP",
  },
  {
    title: "Alert {n}", missing: "There is no such alert", back: "Back to the warnings", inForce: "In force now", replaced: "There is a newer one: alert {n} is in force", replay: "The past is replayed: an exercise",
    allClear: "All-clear", cancelled: "Cancellation", manual: "written by an officer", measured: "measured", until: "Holds until", sent: "Time", region: "What is measured there", siren: "The centres' sirens sound",
    persons: "{have} of {need} officers confirmed", yes: "Confirmed by {who}", youDid: "You confirmed; it waits for another officer", orders: "What you can do now", noOrders: "Nothing more can be done with this version", mayNot: "Your account may look, not order",
    release: "Release", releaseConfirm: "Yes, release alert {n}", drop: "Do not send", dropConfirm: "Yes, do not send alert {n}", edit: "Change the texts", editHeldConfirm: "Yes, change the texts (who confirmed has to confirm again)", update: "Change and replace", updateConfirm: "Yes, send the changed warning",
    extend: "Extend", extendConfirm: "Yes, extend it", extendTo: "Let it hold until", hours: "{n} hours more", days: "{n} days more", end: "All-clear", endConfirm: "Yes, send the all-clear", cancel: "Cancel (it was wrong)", cancelConfirm: "Yes, cancel the warning",
    endsByItself: "This warning is measured and ends by measurement. If it was wrong, cancel it", textTh: "SMS in Thai (at most 70)", textEn: "SMS in English (at most 70)", detailTh: "Second SMS in Thai (may be empty)", detailEn: "Second SMS in English (may be empty)", count: "{n}/{max}",
    severity: "Level", reached: "Reached", of: "{reached} of {people} people", nobodyYet: "Nothing was sent to people yet", byMinute: "Reach by minute", chart: "Chart: people reached and messages gone, by minutes after queueing", reachedLine: "people reached", sentLine: "messages gone", minute: "Minute", minutes: "min", peopleCount: "people",
    phones: "What phones received", phonesHeld: "What phones will receive", when: "When each step happened", step: "Step", time: "Time", delay: "After the measurement", decided: "Decided", released: "Released", queued: "Queued", firstSent: "First message gone", firstReceipt: "First person reached", half: "Half reached", most: "95 % reached", measuredAt: "Measured",
    channels: "By channel", channel: "Channel", targeted: "All", sentCount: "Gone", received: "Received", failed: "Failed", expired: "Too late", unknown: "Unknown", waiting: "Waiting", places: "By place", place: "Place", few: "fewer than 5", part2: "second SMS", why: "Why some did not arrive", reason: "Reason", many: "Count",
    versions: "All versions of this event", version: "Alert", state: "State", steps: "Who did what", who: "Who", what: "What", done: "Done: {text}", seconds: "{n} s", mins: "{n} min", hoursLong: "{n} h", asTable: "As a table", proofTitle: "Whom it reached",
    seenScreen: "Checked the stations' readings", phoned: "Confirmed with the place by phone", sensor: "The sensor is faulty", already: "The place knows; no message needed", wrong: "The text is wrong", clearer: "Clearer words", newNews: "There is news", stillGoing: "It is not over", itEnded: "It is over", mistaken: "Sent by mistake",
    print: "Print", cap: "CAP document",
  },
);

export const channelWords = words(
  { sms: "SMS", phone: "มือถือสาธิต", push: "เว็บ (push)", line: "LINE", email: "อีเมล", siren: "ไซเรนและป้ายของศูนย์", cbs: "Cell Broadcast" },
  { sms: "SMS", phone: "Demonstration phone", push: "Web push", line: "LINE", email: "E-mail", siren: "Centres' sirens and boards", cbs: "Cell broadcast" },
);

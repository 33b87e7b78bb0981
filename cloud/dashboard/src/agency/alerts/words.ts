import { words } from "../../lib/words";

export const table = words(
  {
    title: "การเตือนภัย", waiting: "รอการตัดสินใจ", waitingMine: "รอท่านยืนยัน", nothingWaits: "ไม่มีอะไรรอ", noneOpen: "ไม่มีคำเตือนที่ประกาศอยู่", open: "ประกาศอยู่ตอนนี้",
    compose: "เขียนคำเตือนใหม่", replay: "กำลังเล่นข้อมูลย้อนหลัง: ทุกอย่างเป็นการฝึกซ้อม", at: "เวลาเครือข่าย {at}",
    persons: "ยืนยันแล้ว {have} จาก {need} คน", yes: "ยืนยันแล้ว: {who}", youDid: "ท่านยืนยันแล้ว รอเจ้าหน้าที่คนอื่น", told: "จะถึง {people} คน {centres} ศูนย์", siren: "ไซเรนดัง",
    by: "โดย {who}", measured: "จากการวัด", manual: "เจ้าหน้าที่เขียน", replaces: "แทนที่ฉบับ {n} ที่ประกาศอยู่", release: "ปล่อย", releaseConfirm: "ยืนยันปล่อยฉบับ {n}",
    drop: "ไม่ส่ง", dropConfirm: "ยืนยันไม่ส่งฉบับ {n}", sheet: "ดูและแก้ข้อความ", more: "รายละเอียด หลักฐาน และการเปลี่ยนแปลง", mayNot: "บัญชีของท่านดูได้ แต่ปล่อยไม่ได้",
    hazard: "ภัย", place: "พื้นที่", reach: "ได้รับแล้ว", until: "มีผลถึง", sent: "ประกาศเมื่อ", number: "ฉบับที่", reached: "{reached} จาก {people} คน ({share})", notYet: "ยังไม่เริ่มส่ง", nobody: "ไม่มีผู้รับในพื้นที่",
    region: "ดูค่าที่วัดในพื้นที่", ended: "จบแล้ว และที่ไม่ได้ส่ง", allClear: "พ้นภัย", cancelled: "ยกเลิก", dropped: "ไม่ได้ส่ง",
    policies: "อะไรออกเอง อะไรรอเจ้าหน้าที่", noPolicies: "คำเตือนที่มีพยานยืนยันออกทันที ที่ไม่มีพยานรอเจ้าหน้าที่ การสั่งอพยพต้องสองคน", any: "ทุกภัย", anyLevel: "ทุกระดับ", level: "ระดับ",
    atOnce: "ออกทันที", waits: "รอเจ้าหน้าที่ {minutes} นาที", thenSend: "แล้วส่งเอง", thenDrop: "แล้วไม่ส่ง", people: "จำนวนคน", byDefault: "1 คน (อพยพ 2 คน)", otherwise: "นอกนั้นออกทันที",
    how: "วิธีปล่อย", done: "ทำแล้ว: {text}", seenScreen: "ตรวจข้อมูลจากสถานีแล้ว", phoned: "โทรยืนยันกับพื้นที่แล้ว", sensor: "เครื่องวัดผิดปกติ", already: "พื้นที่ทราบแล้ว ไม่ต้องส่ง", wrong: "ข้อความผิด",
    left: "เหลือ",
  },
  {
    title: "Warnings", waiting: "Waits for a decision", waitingMine: "Waits for you", nothingWaits: "Nothing waits", noneOpen: "No warning is in force", open: "In force now",
    compose: "Write a new warning", replay: "The past is being replayed: everything is an exercise", at: "Network time {at}",
    persons: "{have} of {need} officers confirmed", yes: "Confirmed by {who}", youDid: "You confirmed; it waits for another officer", told: "Will reach {people} people, {centres} centres",
    siren: "sirens sound", by: "by {who}", measured: "measured", manual: "written by an officer", replaces: "Replaces alert {n}, which is in force", release: "Release", releaseConfirm: "Yes, release alert {n}",
    drop: "Do not send", dropConfirm: "Yes, do not send alert {n}", sheet: "Read and change the texts", more: "Details, proof, changes", mayNot: "Your account may look, not release",
    hazard: "Hazard", place: "Place", reach: "Reached", until: "Holds until", sent: "Sent", number: "Alert", reached: "{reached} of {people} people ({share})", notYet: "Not queued yet", nobody: "Nobody listens there",
    region: "What is measured there", ended: "Over, and not sent", allClear: "All-clear", cancelled: "Cancelled", dropped: "Not sent",
    policies: "What goes by itself, what waits", noPolicies: "Witnessed warnings go at once; without a second witness they wait for an officer; evacuation needs two", any: "any hazard", anyLevel: "any level", level: "Level",
    atOnce: "goes at once", waits: "waits {minutes} min for officers", thenSend: "then is sent", thenDrop: "then is not sent", people: "Officers", byDefault: "1 (evacuation 2)", otherwise: "All else goes at once",
    how: "Release", done: "Done: {text}", seenScreen: "Checked the stations' readings", phoned: "Confirmed with the place by phone", sensor: "The sensor is faulty", already: "The place knows; no message needed", wrong: "The text is wrong",
    left: "left",
  },
);

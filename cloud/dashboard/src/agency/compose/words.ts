import { words } from "../../lib/words";

export const table = words(
  {
    title: "เขียนคำเตือน", intro: "สำหรับภัยที่เครื่องวัดมองไม่เห็น คำสั่งอพยพต้องมีเจ้าหน้าที่สองคนยืนยันจึงจะออก", mayNot: "บัญชีของท่านเขียนคำเตือนไม่ได้",
    what: "1. ภัยอะไร ที่ไหน", hazard: "ภัย", level: "ระดับ", province: "จังหวัด", district: "อำเภอ", subdistrict: "ตำบล", choose: "เลือก", wholeProvince: "ทั้งจังหวัด", wholeDistrict: "ทั้งอำเภอ", noPlaces: "ยังไม่มีรายชื่อในระบบ ใส่รหัสพื้นที่ได้", code: "รหัสพื้นที่ (2, 4 หรือ 6 หลัก)",
    placeTh: "ชื่อที่คนเรียก ภาษาไทย (ว่างได้)", placeEn: "ชื่อที่คนเรียก ภาษาอังกฤษ (ว่างได้)", until: "มีผลนาน", hours: "{n} ชั่วโมง", days: "{n} วัน", untilAt: "ถึง {at}",
    say: "2. บอกว่าอะไร", suggest: "ใช้ข้อความมาตรฐาน", suggestHint: "ข้อความมาตรฐานไม่มีตัวเลขที่วัดได้ ตรวจและแก้ก่อนส่ง", textTh: "SMS ภาษาไทย (ไม่เกิน 70 ตัว)", textEn: "SMS ภาษาอังกฤษ (ไม่เกิน 70 ตัว)", detailTh: "SMS ที่สอง ภาษาไทย (ว่างได้)", detailEn: "SMS ที่สอง ภาษาอังกฤษ (ว่างได้)", count: "{n}/{max}",
    instruction: "สิ่งที่ต้องทำ (มากับคำเตือนเสมอ)", preview: "3. สิ่งที่มือถือจะได้รับ", notYet: "เลือกภัยและพื้นที่ แล้วเขียนข้อความทั้งสองภาษา", refused: "ยังส่งไม่ได้: {text}", reach: "จะถึง {people} คน {centres} ศูนย์", order: "ตรวจและส่ง", confirmNow: "ยืนยัน: ส่งคำเตือนนี้เดี๋ยวนี้", confirmWaits: "ยืนยัน: ส่งให้เจ้าหน้าที่คนอื่นปล่อย",
    seen: "เห็นด้วยตาในพื้นที่", phoned: "ผู้ใหญ่บ้านโทรแจ้ง", dam: "หน่วยงานเขื่อนหรือกรมอุตุฯ แจ้ง", done: "ทำแล้ว: {text}",
  },
  {
    title: "Write a warning", intro: "For what no sensor sees. An order to evacuate leaves only when two officers confirm it", mayNot: "Your account may not write warnings",
    what: "1. What, and where", hazard: "Hazard", level: "Level", province: "Province", district: "District", subdistrict: "Subdistrict", choose: "Choose", wholeProvince: "The whole province", wholeDistrict: "The whole district", noPlaces: "No names are imported; a code will do", code: "Region code (2, 4 or 6 digits)",
    placeTh: "What people call it, in Thai (may be empty)", placeEn: "What people call it, in English (may be empty)", until: "Holds for", hours: "{n} hours", days: "{n} days", untilAt: "until {at}",
    say: "2. What it says", suggest: "Take the standard words", suggestHint: "The standard words hold no measured number: read and change them before they go", textTh: "SMS in Thai (at most 70)", textEn: "SMS in English (at most 70)", detailTh: "Second SMS in Thai (may be empty)", detailEn: "Second SMS in English (may be empty)", count: "{n}/{max}",
    instruction: "What to do (always goes with it)", preview: "3. What phones will receive", notYet: "Choose hazard and place, and write both languages", refused: "Cannot go yet: {text}", reach: "Will reach {people} people, {centres} centres", order: "Check and send", confirmNow: "Yes: send this warning now", confirmWaits: "Yes: hand it to the other officers to release",
    seen: "Seen on the spot", phoned: "The village head called", dam: "Told by the dam or the weather service", done: "Done: {text}",
  },
);

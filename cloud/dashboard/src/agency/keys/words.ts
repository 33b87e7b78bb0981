import { words } from "../../lib/words";

export const table = words(
  {
    title: "กุญแจโปรแกรม", what: "กุญแจให้โปรแกรมของหน่วยงานอื่นอ่านข้อมูล อ่านได้อย่างเดียว ไม่เปิดข้อมูลบุคคล และมีวันหมดอายุ", none: "ยังไม่มีกุญแจ",
    make: "ออกกุญแจ", make_title: "ออกกุญแจใหม่", name: "ของหน่วยงานใด ใช้ทำอะไร", scopes: "ให้อ่านอะไร", days: "ใช้ได้นาน", day: "{n} วัน", rate: "ถามได้สูงสุดต่อนาที",
    "readings:read": "สถานี ค่าที่วัด และพื้นที่", "alerts:read": "คำเตือน", "cap:read": "เอกสาร CAP", "forecasts:read": "พยากรณ์ราคา", "health:read": "สุขภาพสถานี",
    made: "ออกกุญแจแล้ว คัดลอกไปเก็บที่ปลอดภัยตอนนี้ ระบบจะไม่แสดงอีก", token: "กุญแจ", copy: "คัดลอก", copied: "คัดลอกแล้ว", stored: "เก็บแล้ว ปิด",
    how: "ส่งในหัวเรื่องของคำขอ", id: "รหัส", state: "สถานะ", until: "หมดอายุ", used: "ใช้ล่าสุด", never: "ยังไม่เคยใช้", by: "ผู้ออก", per_minute: "{n} ครั้ง/นาที",
    active: "ใช้ได้", ending: "ใกล้หมดอายุ", expired: "หมดอายุ", revoked: "เพิกถอนแล้ว", revoke: "เพิกถอน", revoke_named: "เพิกถอนกุญแจ {name}", revoked_named: "เพิกถอนกุญแจ {name} แล้ว", offline: "ไม่ได้รับคำตอบ อาจสำเร็จหรือไม่ก็ได้ ดูรายการอีกครั้ง", reason: "เพราะอะไร (บันทึกไว้ในสมุดตรวจสอบ)",
    sure: "เพิกถอนเดี๋ยวนี้", keep: "ไม่เพิกถอน", pick: "เลือกอย่างน้อยหนึ่งอย่าง",
  },
  {
    title: "API keys", what: "Keys let other organisations' programs read. They change nothing, open nothing about persons, and end by themselves", none: "No keys yet",
    make: "Make the key", make_title: "Make a new key", name: "Whose program it is and what it is for", scopes: "What it may read", days: "How long it lives", day: "{n} days", rate: "Requests a minute at most",
    "readings:read": "Stations, readings and regions", "alerts:read": "Warnings", "cap:read": "CAP documents", "forecasts:read": "Price forecasts", "health:read": "Health of stations",
    made: "The key is made. Copy it to a safe place now: it is not shown again", token: "The key", copy: "Copy", copied: "Copied", stored: "I have stored it. Close",
    how: "Send it in the header of each request", id: "Id", state: "State", until: "Ends", used: "Last used", never: "Never", by: "Made by", per_minute: "{n} a minute",
    active: "Active", ending: "Ends soon", expired: "Expired", revoked: "Revoked", revoke: "Revoke", revoke_named: "Revoke key {name}", revoked_named: "Key {name} is revoked", offline: "No answer came: it may or may not be done. Look again", reason: "Why (kept in the audit log)",
    sure: "Revoke it now", keep: "Keep it", pick: "Choose at least one",
  },
);

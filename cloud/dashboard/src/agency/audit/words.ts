import { words } from "../../lib/words";

export const table = words(
  {
    title: "บันทึกการกระทำ", what: "ทุกสิ่งที่คนและกติกาทำแทนคน รายการหนึ่งถือแฮชของรายการก่อน แก้หรือลบแล้วจะตรวจพบ", from: "ตั้งแต่วันที่", to: "ถึงวันที่", actor: "ใคร", action: "ทำอะไร", anything: "ทุกอย่าง", subject: "เกี่ยวกับ", find: "ค้นหา", clear: "ล้าง",
    number: "ที่", at: "เมื่อ", detail: "รายละเอียด", none: "ไม่มีรายการตามที่ค้น", more: "รายการเก่ากว่า", csv: "ดาวน์โหลด CSV", verify: "ตรวจว่าครบ", verifyWhat: "อ่านทั้งบันทึกและหารายการแรกที่ถูกแก้ ลบ แทรก หรือย้าย", head: "หัวบันทึกที่เก็บไว้ก่อนหน้า (ถ้ามี)", headHint: "จดหัวที่แสดงไว้นอกระบบ แล้วใส่ที่นี่ครั้งหน้า จะพิสูจน์ว่าไม่มีใครทำบันทึกขึ้นใหม่",
    whole: "ครบ {n} รายการ ไม่มีการแก้ไข", broken: "รายการที่ {n} ผิดปกติ", headNow: "หัวบันทึก", checking: "กำลังตรวจ", failed: "ไม่สำเร็จ: {text}", country: "ผู้ตรวจสอบของบางพื้นที่อ่านบันทึกทั้งประเทศไม่ได้",
    alert: "คำเตือน", officer: "เจ้าหน้าที่", session: "การเข้าสู่ระบบ", account: "บัญชี", subscriber: "ผู้รับข้อความ", case: "คำขอและเรื่องร้องเรียน", rule: "เกณฑ์", quality: "คุณภาพ", key: "กุญแจโปรแกรม", passkey: "พาสคีย์", audit: "บันทึกนี้",
  },
  {
    title: "Audit log", what: "Everything that people did, and rules in their place. Each entry holds the hash of the one before: what is changed or removed is found", from: "From", to: "Until", actor: "Who", action: "Did what", anything: "Anything", subject: "About", find: "Find", clear: "Clear",
    number: "No.", at: "When", detail: "Detail", none: "No entries fit", more: "Older entries", csv: "Download CSV", verify: "Check that it is whole", verifyWhat: "Reads the whole log and looks for the first entry that was changed, removed, put in or moved", head: "A head that you kept earlier (if any)", headHint: "Keep the head that is shown somewhere else and put it in here next time: it proves that the log was not made anew",
    whole: "{n} entries, whole and unchanged", broken: "Entry {n} is not in order", headNow: "Head", checking: "Checking", failed: "That did not work: {text}", country: "An auditor of some regions cannot read the log of the whole country",
    alert: "Warnings", officer: "Officers", session: "Sign-ins", account: "Accounts", subscriber: "Subscribers", case: "Calls and complaints", rule: "Rules", quality: "Quality", key: "API keys", passkey: "Passkeys", audit: "This log",
  },
);

import { words } from "../../lib/words";

export const table = words(
  {
    title: "เจ้าหน้าที่และสิทธิ์", name: "ชื่อ", may: "ทำได้", where: "พื้นที่", country: "ทั้งประเทศ", signsIn: "เข้าสู่ระบบด้วย", password: "รหัสผ่านและรหัส", passkeys: "พาสคีย์ {n}", token: "โทเคน", nothing: "ยังไม่ได้ตั้ง", sessions: "เปิดอยู่ {n} เบราว์เซอร์",
    state: "สถานะ", active: "ใช้งาน", disabled: "ปิดแล้ว", number: "มีเบอร์โทร", noNumber: "ยังไม่มีเบอร์โทร ระบบโทรตามไม่ได้", add: "เพิ่มเจ้าหน้าที่", nameHint: "ตัวพิมพ์เล็ก a-z ตัวเลข จุด และขีด ใช้ชื่อเดิมซ้ำไม่ได้ตลอดไป", roles: "สิทธิ์", regions: "รหัสพื้นที่",
    regionsHint: "2 หลักจังหวัด 4 หลักอำเภอ 6 หลักตำบล เว้นวรรคระหว่างรหัส เช่น 50 5701 ว่างไว้ = ทั้งประเทศ", save: "บันทึก", cancel: "ยกเลิก", change: "เปลี่ยนสิทธิ์", changeOf: "เปลี่ยนสิทธิ์ของ {name}", invite: "เชิญ", inviteOf: "สร้างลิงก์เชิญให้ {name}",
    invited: "ลิงก์ของ {name} ใช้ได้ครั้งเดียวถึง {until} ส่งให้เจ้าตัวเท่านั้น ผู้ที่ถือลิงก์จะเป็น {name}", copy: "คัดลอก", copied: "คัดลอกแล้ว", endSessions: "ออกจากระบบทุกที่", endOf: "ให้ {name} ออกจากระบบทุกที่", disable: "ปิดบัญชี", disableOf: "ปิดบัญชี {name}", reason: "เพราะ", disableSure: "ปิดบัญชีถาวร ชื่อยังอยู่ในบันทึก",
    saved: "บันทึกแล้ว", ended: "{name} ออกจากระบบทุกที่แล้ว", failed: "ไม่สำเร็จ: {text}", offline: "ติดต่อระบบไม่ได้ ลองใหม่", noRole: "เลือกสิทธิ์อย่างน้อยหนึ่งอย่าง", what: "ทุกการเปลี่ยนแปลงอยู่ในบันทึก มีผลทันที ไม่มีใครเปลี่ยนสิทธิ์ของตัวเองได้", one: "มีผู้ปล่อยคำเตือนน้อยกว่าสองคน คำเตือนที่ต้องใช้สองคนจะปล่อยไม่ได้",
  },
  {
    title: "Officers and roles", name: "Name", may: "May", where: "Where", country: "The whole country", signsIn: "Signs in by", password: "Password and code", passkeys: "{n} passkeys", token: "Token", nothing: "Nothing set yet", sessions: "{n} browsers open",
    state: "State", active: "Active", disabled: "Disabled", number: "Has a number", noNumber: "No phone number: cannot be called", add: "Add an officer", nameHint: "Lower-case a-z, digits, dots and hyphens. A name is never used again", roles: "Roles", regions: "Region codes",
    regionsHint: "2 digits for a province, 4 for a district, 6 for a subdistrict, with spaces between, such as 50 5701. Empty = the whole country", save: "Save", cancel: "Cancel", change: "Change", changeOf: "Change what {name} may do", invite: "Invite", inviteOf: "Make an invitation for {name}",
    invited: "The link of {name} works once, until {until}. Give it to nobody else: whoever holds it becomes {name}", copy: "Copy", copied: "Copied", endSessions: "Sign out everywhere", endOf: "Sign {name} out everywhere", disable: "Disable", disableOf: "Disable {name}", reason: "Because", disableSure: "Disable for good. The name stays in the audit log",
    saved: "Saved", ended: "{name} is signed out everywhere", failed: "That did not work: {text}", offline: "No answer. Try again", noRole: "Choose at least one role", what: "Every change is in the audit log and holds at once. Nobody changes their own rights", one: "Fewer than two releasers: warnings that need two persons cannot be released",
  },
);

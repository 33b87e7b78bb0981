import { words } from "../../lib/words";

export const table = words(
  {
    title: "บัญชีของฉัน", signOut: "ออกจากระบบ", mayDo: "ท่านทำได้", where: "พื้นที่", country: "ทั้งประเทศ", sessions: "เบราว์เซอร์ที่เข้าสู่ระบบอยู่", sessionsHint: "ไม่ใช่ของท่าน? ออกจากระบบที่นั่นแล้วเปลี่ยนรหัสผ่าน",
    thisOne: "เครื่องนี้", since: "เข้าเมื่อ", used: "ใช้ล่าสุด", by: "ด้วย", end: "ออกจากระบบที่นั่น", endOne: "ออกจากระบบที่ {agent}", endOthers: "ออกจากระบบที่อื่นทั้งหมด",
    password: "รหัสผ่าน", passkey: "พาสคีย์", openid: "ผู้ให้บริการยืนยันตัวตน", invitation: "ลิงก์เชิญ", recovery: "รหัสสำรอง",
    change: "เปลี่ยนรหัสผ่าน", changedAt: "ตั้งเมื่อ", now: "รหัสผ่านปัจจุบัน", code: "รหัส 6 หลักจากแอป หรือรหัสสำรอง", next: "รหัสผ่านใหม่", rule: "อย่างน้อย {n} ตัวอักษร ใช้คำหลายคำเรียงกันได้",
    changed: "เปลี่ยนรหัสผ่านแล้ว และออกจากระบบที่อื่นทั้งหมด", codes: "แอปรหัส 6 หลัก", codesWhat: "เปลี่ยนโทรศัพท์? ตั้งแอปใหม่ แอปเดิมใช้ได้จนกว่าจะใส่รหัสแรกจากแอปใหม่", newApp: "ตั้งแอปใหม่", firstCode: "รหัส 6 หลักที่แอปใหม่แสดง", confirm: "ใช้แอปใหม่",
    recoveryCodes: "รหัสสำรอง", left: "เหลือ {n} รหัส", few: "เหลือน้อย ควรขอชุดใหม่", newRecovery: "ขอรหัสสำรองชุดใหม่", noPassword: "บัญชีนี้ยังไม่มีรหัสผ่าน ขอลิงก์เชิญจากผู้ดูแลระบบ",
    wrong: "รหัสผ่านหรือรหัส 6 หลักไม่ถูกต้อง รหัสใช้ได้ครั้งเดียว รอรหัสใหม่", wait: "ลองผิดหลายครั้ง รอสักครู่", failed: "ทำไม่สำเร็จ: {text}", offline: "ติดต่อระบบไม่ได้ ลองใหม่", token: "บัญชีนี้มีโทเคนสำหรับโปรแกรมด้วย ผู้ดูแลระบบเปลี่ยนหรือยกเลิกได้",
    prove: "ยืนยันว่าเป็นท่านก่อนเปลี่ยน", cancel: "ยกเลิก", done: "เสร็จแล้ว",
  },
  {
    title: "My account", signOut: "Sign out", mayDo: "You may", where: "Where", country: "The whole country", sessions: "Browsers you are signed in with", sessionsHint: "Not yours? Sign out there and change your password",
    thisOne: "This one", since: "Since", used: "Last used", by: "By", end: "Sign out there", endOne: "Sign out of {agent}", endOthers: "Sign out everywhere else",
    password: "Password", passkey: "Passkey", openid: "Identity provider", invitation: "Invitation", recovery: "Recovery code",
    change: "Change password", changedAt: "Set on", now: "Password now", code: "Six-digit code from your app, or a recovery code", next: "New password", rule: "At least {n} characters; a few words in a row are good",
    changed: "The password is changed, and you are signed out everywhere else", codes: "App for six-digit codes", codesWhat: "A new phone? Set up a new app. The old one works until the first code of the new one is typed", newApp: "Set up a new app", firstCode: "Six digits that the new app shows", confirm: "Use the new app",
    recoveryCodes: "Recovery codes", left: "{n} left", few: "Few are left. Get new ones", newRecovery: "Get new recovery codes", noPassword: "This account has no password yet. Ask an administrator for an invitation",
    wrong: "Password or code is not right. A code works once: wait for the next one", wait: "Too many wrong tries. Wait a moment", failed: "That did not work: {text}", offline: "No answer. Try again", token: "This account has a token for programs too. An administrator can replace or end it",
    prove: "Prove that it is you first", cancel: "Cancel", done: "Done",
  },
);

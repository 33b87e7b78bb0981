import { words } from "../../lib/words";

export const table = words(
  {
    title: "เข้าสู่ระบบ", welcome: "สำหรับเจ้าหน้าที่ ประชาชนดูข้อมูลได้โดยไม่ต้องเข้าสู่ระบบ", publicPages: "หน้าสำหรับประชาชน",
    name: "ชื่อเจ้าหน้าที่", password: "รหัสผ่าน", code: "รหัส 6 หลักจากแอป", codeHint: "โทรศัพท์หาย? ใส่รหัสสำรองหนึ่งรหัสแทนได้", enter: "เข้าสู่ระบบ",
    wrong: "ชื่อ รหัสผ่าน หรือรหัส 6 หลักไม่ถูกต้อง รหัส 6 หลักใช้ได้ครั้งเดียว รอรหัสใหม่แล้วลองอีกครั้ง", wait: "ลองผิดหลายครั้ง รออีก {time} แล้วลองใหม่", seconds: "{n} วินาที", minutes: "{n} นาที",
    offline: "ติดต่อระบบไม่ได้ ตรวจสัญญาณแล้วลองใหม่", failed: "เข้าสู่ระบบไม่สำเร็จ: {text}", plain: "สายนี้ไม่ได้เข้ารหัส เปิดหน้านี้ด้วย https",
    help: "เข้าไม่ได้? ขอลิงก์เชิญใหม่จากผู้ดูแลระบบ", or: "หรือ", already: "ท่านเข้าสู่ระบบเป็น {name} แล้ว", goOn: "ไปต่อ", signOut: "ออกจากระบบ",
    inviteTitle: "ตั้งรหัสผ่านของท่าน", inviteOver: "ลิงก์นี้ใช้ไปแล้ว ถูกแทนที่ หรือหมดเวลา ขอลิงก์ใหม่จากผู้ดูแลระบบ", inviteFor: "สำหรับ {name} ใช้ได้ครั้งเดียวถึง {until}",
    step1: "1. ตั้งรหัสผ่าน", rule: "อย่างน้อย {n} ตัวอักษร ใช้คำหลายคำเรียงกันได้", show: "แสดงรหัสผ่าน", step2: "2. สแกนด้วยแอปยืนยันตัวตน", apps: "เช่น Google Authenticator, Microsoft Authenticator, Aegis หรือ FreeOTP ในโทรศัพท์",
    picture: "คิวอาร์โค้ดสำหรับแอปยืนยันตัวตน", byHand: "หรือพิมพ์กุญแจนี้ในแอป", step3: "3. ใส่รหัส 6 หลักที่แอปแสดง", accept: "ตั้งและเข้าสู่ระบบ", notNow: "รหัสนี้ไม่ใช่ของตอนนี้ ตรวจว่านาฬิกาโทรศัพท์ตรง แล้วใส่รหัสใหม่",
    short: "รหัสผ่านต้องยาว {n} ตัวอักษรขึ้นไป", recoveryTitle: "เก็บรหัสสำรองไว้", recoveryWhat: "ถ้าโทรศัพท์หาย ใช้รหัสหนึ่งแทนรหัส 6 หลัก แต่ละรหัสใช้ได้ครั้งเดียว จะไม่แสดงอีก พิมพ์หรือจดเก็บในที่ปลอดภัย",
    print: "พิมพ์", kept: "เก็บแล้ว ไปต่อ", ended: "เซสชันของท่านหมดเวลา สิ่งที่เขียนในหน้านี้ยังอยู่", again: "เข้าสู่ระบบในแท็บใหม่ แล้วกลับมาที่นี่",
  },
  {
    title: "Sign in", welcome: "For officers. Everybody else sees the public pages without signing in", publicPages: "Public pages",
    name: "Officer's name", password: "Password", code: "Six-digit code from your app", codeHint: "Phone lost? One of your recovery codes does as well", enter: "Sign in",
    wrong: "Name, password or code is not right. A code works once: wait for the next one and try again", wait: "Too many wrong tries. Wait {time} and try again", seconds: "{n} seconds", minutes: "{n} minutes",
    offline: "No answer. Check the line and try again", failed: "Signing in did not work: {text}", plain: "This line is not encrypted. Open this page with https",
    help: "Cannot get in? Ask an administrator for a new invitation", or: "or", already: "You are signed in as {name}", goOn: "Go on", signOut: "Sign out",
    inviteTitle: "Set your password", inviteOver: "This link was used, replaced or has run out. Ask an administrator for a new one", inviteFor: "For {name}, once, until {until}",
    step1: "1. Choose a password", rule: "At least {n} characters; a few words in a row are good", show: "Show the password", step2: "2. Scan this with an authenticator app", apps: "Such as Google Authenticator, Microsoft Authenticator, Aegis or FreeOTP on your phone",
    picture: "QR code for an authenticator app", byHand: "Or type this key into the app", step3: "3. Type the six digits that the app shows", accept: "Set and sign in", notNow: "This is not the code of now. Check that the phone's clock is right and type the next one",
    short: "A password has {n} characters or more", recoveryTitle: "Keep your recovery codes", recoveryWhat: "If your phone is lost, one of these stands in for the six digits, once each. They are not shown again: print them or write them down and keep them safe",
    print: "Print", kept: "I have kept them, go on", ended: "Your session has ended. What you wrote on this page is still here", again: "Sign in in a new tab, then come back here",
  },
);

/** The fewest characters of a password, as the cloud holds it. */
export const passwordMin = 12;

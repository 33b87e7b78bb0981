import { words } from "../../lib/words";

export const table = words(
  {
    title: "จอประจำศูนย์ {name}", of: "ข้อมูลเมื่อ", lost: "ติดต่อระบบไม่ได้ตั้งแต่ {time} · ข้อมูลบนจอเก่าแล้ว", begin: "กำลังเริ่ม ยังไม่มีข้อมูล", pause: "หยุดหมุน", go: "หมุนต่อ", next: "ถัดไป",
    calm: "ขณะนี้ไม่มีคำเตือน", calmHint: "สถานีที่เงียบไปไม่ได้แปลว่าปลอดภัย", todo: "สิ่งที่ต้องทำ", where: "ไปที่", call: "เหตุฉุกเฉินโทร", scan: "สแกนดูบนโทรศัพท์ของท่าน", qr: "คิวอาร์โค้ดไปที่ {url}",
    count: "คำเตือน {count} เรื่อง", prices: "ราคา", noPrices: "ยังไม่มีราคา", leave: "ออกจากโหมดจอ", expired: "หมดเวลาของคำเตือนแล้ว ยังไม่ทราบว่าภัยจบหรือไม่", until: "มีผลถึง", unknown: "ไม่ทราบ",
  },
  {
    title: "Screen of {name}", of: "As of", lost: "No answer from the network since {time} · what is on this screen is old", begin: "Starting, nothing to show yet", pause: "Stop turning", go: "Go on turning", next: "Next",
    calm: "No warning at present", calmHint: "A silent station is no sign of safety", todo: "What to do", where: "Go to", call: "Emergency", scan: "Scan to see it on your phone", qr: "QR code of {url}",
    count: "{count} warnings", prices: "Prices", noPrices: "No price yet", leave: "Leave the screen", expired: "The time of this warning is over; whether the danger is over is not known", until: "valid until", unknown: "Not known",
  },
);

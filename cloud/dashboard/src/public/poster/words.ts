import { words } from "../../lib/words";

export const table = words(
  {
    title: "โปสเตอร์ {name}", paper: "ขนาดกระดาษ", print: "พิมพ์", back: "กลับไปหน้าพื้นที่", call: "หัวข้อ", qr: "คิวอาร์โค้ดไปที่ {url}",
    hint: "พิมพ์ขนาดจริง (100%) พื้นหลังสีไม่จำเป็น ติดในที่ที่คนเห็นได้ และลองสแกนก่อนติด",
  },
  {
    title: "Poster of {name}", paper: "Paper", print: "Print", back: "Back to the place", call: "Heading", qr: "QR code of {url}",
    hint: "Print at actual size (100 %); no background colours are needed. Try the code with a phone before you hang it up",
  },
);

/** A poster says everything in both languages at once. */
export const both = {
  heading: ["เตือนภัยของที่นี่ สแกนดูได้ตลอดเวลา", "Warnings for this place: scan at any time"],
  shows: ["คำเตือน สิ่งที่ต้องทำ ที่หลบภัย อากาศ ฝน แม่น้ำ ราคาพืชผล", "Warnings, what to do, where to go, air, rain, river, crop prices"],
  free: ["ฟรี ไม่ต้องสมัคร เปิดได้แม้สัญญาณอ่อน", "Free, no account, works on a poor line"],
  sms: ["ไม่มีสมาร์ตโฟน: ขอให้เจ้าหน้าที่ศูนย์ลงทะเบียนรับ SMS", "No smartphone: ask the centre to register you for SMS"],
  call: ["เหตุฉุกเฉินโทร", "Emergency"],
  write: ["ศูนย์นี้", "This centre"],
} as const;

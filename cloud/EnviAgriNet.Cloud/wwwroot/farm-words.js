// The words of the farm's page.
export const words = {
  th: {
    other: "English", home: "หน้าแรก", title: "แปลงของฉัน", intro: "ใส่เบอร์มือถือที่ลงทะเบียนไว้ จะส่งรหัสไปที่เบอร์นั้น", phone: "เบอร์มือถือ",
    sendCode: "ขอรหัส", code: "รหัส 6 หลัก", open: "เปิด", plots: "แปลง", add: "เพิ่มแปลง", prices: "ราคา", advice: "คำแนะนำที่ได้รับ",
    sharing: "ให้เจ้าหน้าที่เกษตรดู", sharingIntro: "เจ้าหน้าที่จะเห็นหน้านี้ได้ก็ต่อเมื่อคุณยอม ทุกครั้งที่ดูจะถูกบันทึก ไม่มีเบอร์ของคุณในหน้านี้",
    share: "ยอมให้ดู", unshare: "เลิกให้ดู", sent: "ส่งรหัสแล้วไปที่", none: "ยังไม่มี", crop: "พืช", variety: "พันธุ์ (ไม่บังคับ)", region: "รหัสตำบล 6 หลัก",
    planted_on: "วันปลูก (ไม่บังคับ)", soil: "ดิน (ไม่บังคับ)", rai: "พื้นที่ (ไร่)", irrigated: "มีน้ำให้", yes: "มี", no: "ไม่มี", unknown: "ไม่ทราบ",
    save: "บันทึก", cancel: "ไม่บันทึก", change: "แก้ไข", remove: "ลบ", sure: "กดอีกครั้งเพื่อลบ", markDone: "ทำแล้ว", done: "ทำแล้วเมื่อ", noOutlook: "ยังไม่มีข้อมูลพอจะพยากรณ์",
    picture: "ราคาที่ผ่านมา และพยากรณ์ แถบเข้ม 8 ใน 10 แถบจาง 95 ใน 100", naive: "ไม่มีวิธีใดทำนายราคานี้ได้ดีกว่าราคาล่าสุด จึงใช้ราคาล่าสุด", failed: "ทำไม่สำเร็จ ลองใหม่อีกครั้ง",
    expired: "หมดเวลา โปรดขอรหัสใหม่", wrong: "รหัสไม่ถูกต้อง", many: "ขอบ่อยเกินไป โปรดรอ", nobody: "ยังไม่ได้ลงทะเบียนเบอร์นี้", rule: "ไม่ถูกต้อง",
    soils: { sand: "ทราย", "loamy-sand": "ทรายปนร่วน", "sandy-loam": "ร่วนปนทราย", loam: "ร่วน", "silt-loam": "ร่วนปนทรายแป้ง", silt: "ทรายแป้ง",
      "silt-clay-loam": "ร่วนเหนียวปนทรายแป้ง", "silty-clay": "เหนียวปนทรายแป้ง", clay: "เหนียว" },
  },
  en: {
    other: "ภาษาไทย", home: "Home", title: "My farm", intro: "Enter the mobile number you registered. A code is sent there.", phone: "Mobile number",
    sendCode: "Send the code", code: "Code of 6 digits", open: "Open", plots: "Plots", add: "Add a plot", prices: "Prices", advice: "Advice you were given",
    sharing: "Let extension officers see this", sharingIntro: "Officers see this page only if you allow it. Every look is written down. Your number is not on it.",
    share: "Allow it", unshare: "No longer allow it", sent: "A code was sent to", none: "None yet", crop: "Crop", variety: "Variety (optional)", region: "Subdistrict code, 6 digits",
    planted_on: "Planted on (optional)", soil: "Soil (optional)", rai: "Area (rai)", irrigated: "Water can be let in", yes: "yes", no: "no", unknown: "not known",
    save: "Save", cancel: "Do not save", change: "Change", remove: "Remove", sure: "Press again to remove", markDone: "Done", done: "Done on", noOutlook: "Not enough data for an outlook yet",
    picture: "Past prices and forecast: dark band 8 in 10, light band 95 in 100", naive: "Nothing forecasts this price better than its newest value, so that is shown", failed: "It did not work. Try again",
    expired: "The time is over. Ask for a new code", wrong: "The code is wrong", many: "Too often. Please wait", nobody: "This number is not registered", rule: "not right",
    soils: { sand: "sand", "loamy-sand": "loamy sand", "sandy-loam": "sandy loam", loam: "loam", "silt-loam": "silt loam", silt: "silt",
      "silt-clay-loam": "silty clay loam", "silty-clay": "silty clay", clay: "clay" },
  },
};

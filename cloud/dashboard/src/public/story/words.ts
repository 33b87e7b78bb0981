import { words } from "../../lib/words";

export const table = words(
  {
    title: "เรื่องราวขณะนี้", clock: "เวลาของเครือข่าย", simulated: "เป็นการจำลอง: เวลานี้เดินตามข้อมูลที่เล่นอยู่ ไม่ใช่เวลาจริง", up: "สด", connecting: "กำลังเชื่อมต่อ", down: "ขาดการติดต่อ กำลังเชื่อมต่อใหม่",
    happens: "เกิดอะไรขึ้น", calm: "ขณะนี้ไม่มีคำเตือน สถานี {count} แห่งกำลังวัดอยู่", calmSilent: "ขณะนี้ไม่มีคำเตือน แต่สถานีเงียบ {silent} จาก {count} แห่ง จึงไม่ทราบสถานการณ์ที่นั่น", waiting: "ยังไม่มีค่าจากสถานี รอการวัดแรก",
    since: "ตั้งแต่", todo: "สิ่งที่ต้องทำ", where: "ที่ไหน", map: "แผนที่สถานีและคำเตือน", place: "ดูพื้นที่นี้", told: "ใครได้รับแจ้ง", phone: "โทรศัพท์ทดลอง", phoneHint: "ข้อความเดียวกับที่ผู้ลงทะเบียนได้รับ หมายเลขถูกปิดบัง", noMessages: "ยังไม่มีข้อความ",
    to: "ถึง", delivered: "ส่งถึงแล้ว {count} ข้อความ", pending: "รอส่ง {count}", failed: "ส่งไม่ถึง {count}", none: "ยังไม่มีใครต้องได้รับแจ้ง", timeline: "ลำดับเหตุการณ์", first: "ประกาศเตือน", update: "ปรับปรุงคำเตือน", clear: "แจ้งยกเลิก/พ้นภัย", noEvents: "ยังไม่มีเหตุการณ์",
    how: "ทำงานอย่างไร", step1: "สถานีวัดและเก็บทุกค่าไว้จนกว่าระบบกลางยืนยันว่าได้รับ", step2: "ระบบกลางตัดสินจากเวลาที่วัด และขอพยานที่สองก่อนเตือนระดับรุนแรง", step3: "คำเตือนไปถึงโทรศัพท์ ไซเรนของศูนย์ และแพลตฟอร์มของประเทศ คนละครั้งเดียวต่อฉบับ", step4: "เมื่อภัยจบ ทุกคนที่ได้รับคำเตือนได้รับแจ้งว่าพ้นภัย",
    readings: "ค่าที่เก็บแล้ว {count}", released: "คำเตือนที่ประกาศแล้ว {count}", next: "ดูต่อ", mine: "พื้นที่ของฉัน", officers: "หน้าของเจ้าหน้าที่", values: "ค่าที่วัดตรงนั้น", silent: "เงียบตั้งแต่",
  },
  {
    title: "What happens now", clock: "Network time", simulated: "This is a simulation: the time follows the data that is played, not the real clock", up: "Live", connecting: "Connecting", down: "The line is gone, reconnecting",
    happens: "What is happening", calm: "No warning at present; {count} stations are measuring", calmSilent: "No warning at present, but {silent} of {count} stations are silent: what happens there is not known", waiting: "No station has said anything yet; waiting for the first reading",
    since: "since", todo: "What to do", where: "Where", map: "Map of stations and warnings", place: "See this place", told: "Who was told", phone: "Trial phone", phoneHint: "The same messages as subscribers get; numbers are masked", noMessages: "No message yet",
    to: "To", delivered: "{count} messages delivered", pending: "{count} on their way", failed: "{count} not delivered", none: "Nobody had to be told yet", timeline: "What happened when", first: "Warning", update: "Warning updated", clear: "All-clear or cancelled", noEvents: "Nothing yet",
    how: "How it works", step1: "Stations measure, and keep every value until the cloud has proved that it has it", step2: "The cloud judges on the time of measurement, and wants a second witness before a severe warning", step3: "Warnings reach phones, the centre's siren and the national platforms: each person once for each version", step4: "When it is over, everybody who was warned is told so",
    readings: "{count} readings stored", released: "{count} warnings released", next: "Go on", mine: "My place", officers: "Pages for officers", values: "What is measured there", silent: "Silent since",
  },
);

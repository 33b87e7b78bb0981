import { words } from "../../lib/words";

export const table = words(
  {
    title: "พื้นที่ของฉัน", lead: "เลือกพื้นที่ของท่าน เพื่อดูคำเตือน อากาศ ฝน แม่น้ำ และราคา", find: "ชื่อตำบล อำเภอ จังหวัด หรือศูนย์", found: "พบ {count} แห่ง",
    nothing: "ไม่พบชื่อนี้ ลองพิมพ์ชื่ออำเภอหรือจังหวัด", here: "ใช้ตำแหน่งของเครื่องนี้", hereHint: "ตำแหน่งถูกปัดให้หยาบราว 1 กม. ก่อนส่ง และไม่ถูกเก็บไว้", map: "เลือกบนแผนที่",
    noPosition: "เครื่องนี้ไม่บอกตำแหน่ง พิมพ์ชื่อแทนได้", noNear: "ไม่มีสถานีในระยะ 150 กม. เลือกจังหวัดแทนได้", province: "หรือเลือกจังหวัด", choose: "เลือกจังหวัด", away: "สถานีห่าง {km} กม.",
    offline: "ติดต่อระบบไม่ได้ ลองใหม่เมื่อมีสัญญาณ", private: "พื้นที่ที่เลือกจำไว้ในเครื่องนี้เท่านั้น", change: "เปลี่ยนพื้นที่", install: "ติดตั้งไว้บนหน้าจอ", installHint: "เปิดได้เร็วขึ้น และดูข้อมูลล่าสุดได้แม้ไม่มีสัญญาณ", mine: "พื้นที่ของฉัน",
    ios: "บน iPhone: แตะปุ่มแชร์ แล้วเลือก \"เพิ่มไปยังหน้าจอโฮม\"", later: "ไว้ทีหลัง", back: "กลับไปพื้นที่ของฉัน", story: "ดูเหตุการณ์ทั้งเครือข่าย",
  },
  {
    title: "My place", lead: "Choose your place to see its warnings, air, rain, river and prices", find: "Name of a subdistrict, district, province or centre", found: "{count} found",
    nothing: "No such name. Try the name of the district or province", here: "Use this device's position", hereHint: "The position is rounded to about 1 km before it is sent, and is not kept", map: "Choose on the map",
    noPosition: "This device tells no position; type the name instead", noNear: "No station within 150 km; choose the province instead", province: "Or choose a province", choose: "Choose a province", away: "station {km} km away",
    offline: "No answer. Try again when there is a line", private: "The chosen place is remembered on this device only", change: "Change place", install: "Put it on the home screen", installHint: "It opens faster, and shows the last state without a line", mine: "My place",
    ios: "On an iPhone: tap Share, then \"Add to Home Screen\"", later: "Later", back: "Back to my place", story: "See what happens in the whole network",
  },
);

import type { Role } from "../../lib/session.svelte";
import { words } from "../../lib/words";

/** Every role, from the least on. */
export const roles: readonly Role[] = ["viewer", "centre", "officer", "releaser", "admin", "auditor"];

export const roleWords = words(
  { viewer: "ดูข้อมูลภายใน", centre: "ศูนย์ดิจิทัลชุมชน", officer: "เจ้าหน้าที่", releaser: "ผู้ปล่อยคำเตือน", admin: "ผู้ดูแลระบบ", auditor: "ผู้ตรวจสอบ" },
  { viewer: "Viewer", centre: "Centre", officer: "Officer", releaser: "Releaser", admin: "Administrator", auditor: "Auditor" },
);

export const roleHints = words(
  {
    viewer: "เห็นสิ่งที่ไม่เปิดเผยต่อสาธารณะ", centre: "รับคำขอความช่วยเหลือและเรื่องร้องเรียน", officer: "ทำงานกับผู้รับข้อความ เตรียมคำเตือน", releaser: "ปล่อย แก้ ยกเลิกคำเตือน",
    admin: "ตัดสินว่าใครเป็นเจ้าหน้าที่ ปล่อยคำเตือนเองไม่ได้", auditor: "อ่านบันทึกและตรวจว่าครบ",
  },
  {
    viewer: "Sees what is not public", centre: "Answers calls for help and complaints", officer: "Works with subscribers, prepares warnings", releaser: "Releases, changes and cancels warnings",
    admin: "Decides who is an officer; releases nothing", auditor: "Reads the audit log and checks that it is whole",
  },
);

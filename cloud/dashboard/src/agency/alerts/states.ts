// What the states of warnings, and what was done with them, are called.
import { knows, words, type Words } from "../../lib/words";

export const stateWords = words(
  {
    Recorded: "บันทึกไว้เท่านั้น", Draft: "ร่าง รอคนอนุมัติ", Waiting: "รอเจ้าหน้าที่", Released: "ปล่อยแล้ว", Targeted: "ปล่อยแล้ว", Dropped: "ไม่ส่ง",
  },
  {
    Recorded: "For the record only", Draft: "Draft, waits for persons", Waiting: "Waits for an officer", Released: "Released", Targeted: "Released",
    Dropped: "Not sent",
  },
);

export const actionWords = words(
  {
    "alert.composed": "เขียนคำเตือน", "alert.drafted": "ทำร่าง", "alert.waiting": "เริ่มรอ", "alert.approved": "ยืนยัน", "alert.released": "ปล่อย", "alert.dropped": "ไม่ส่ง", "alert.edited": "แก้ข้อความ",
    "alert.cancelled": "ยกเลิก", "alert.ended": "แจ้งพ้นภัย", "alert.extended": "ขยายเวลา",
  },
  {
    "alert.composed": "Wrote it", "alert.drafted": "Drafted", "alert.waiting": "Began to wait", "alert.approved": "Confirmed", "alert.released": "Released", "alert.dropped": "Not sent", "alert.edited": "Changed the words",
    "alert.cancelled": "Cancelled", "alert.ended": "All-clear", "alert.extended": "Extended",
  },
);

/** What stands after the name of the event, its version and its severity, which a page shows anyway. */
export function detailOf(detail: string): string {
  const at = detail.indexOf(": ");
  return at < 0 ? detail : detail.slice(at + 2);
}

/** A code in the reader's language, or as it is where there is no word for it. */
export function wordOf<K extends string>(say: (key: K) => string, table: Words<K>, code: string): string {
  return knows(table, code) ? say(code) : code;
}

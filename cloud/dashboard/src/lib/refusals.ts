// What the cloud refuses, in the reader's language: by the code of the refusal, which stays, and not by its sentence, which may change.
import { knows, sayer, words } from "./words";

/** A refusal as the cloud names it in the header `Eag-Refusal`. */
export type Refusal = { code: string; values: Record<string, string> };

const table = words(
  {
    busy: "มีผู้ใช้พร้อมกันมากเกินไป ลองใหม่ในอีกครู่หนึ่ง", "station-unknown": "ไม่มีสถานี {station} ในระบบ และไม่เคยมีข้อมูลจากสถานีนี้", "station-id": "รหัสสถานีใช้ a-z 0-9 และ - ยาว {from} ถึง {to} ตัว",
    "limit-range": "จำนวนแถวต้องเป็น 1 ถึง {to}", "days-range": "จำนวนวันต้องเป็น 1 ถึง {to}", "year-range": "ปีต้องเป็น {from} ถึง {to}", "readings-file": "ไม่มีค่าในช่วงนี้ หรือช่วงเวลายาวเกินไปสำหรับไฟล์เดียว",
    "series-unknown": "สถานี {station} ไม่มีค่า {series}", "region-empty": "ไม่มีสถานีในพื้นที่นี้", "region-code": "รหัสพื้นที่ต้องเป็นตัวเลข 2, 4 หรือ 6 หลัก", "quantity-unknown": "ไม่รู้จักค่าที่ขอ",
    "no-past": "ไม่มีค่าย้อนหลังของรายการนี้", "outside-regions": "อยู่นอกพื้นที่ของท่าน ({regions})", "role-missing": "บัญชีของท่านไม่มีบทบาท {role}", "whole-country": "สำหรับเจ้าหน้าที่ของทั้งประเทศเท่านั้น",
    "sign-in-again": "เพื่อความปลอดภัย เข้าสู่ระบบใหม่ก่อน (ภายใน {minutes} นาทีหลังเข้าสู่ระบบ)",
    wrong: "ชื่อ รหัสผ่าน หรือรหัสหกหลักไม่ถูกต้อง", wait: "ลองหลายครั้งเกินไป รออีก {seconds} วินาที", "not-now": "ไม่ใช่รหัสของขณะนี้ ตรวจเวลาของโทรศัพท์แล้วลองใหม่", https: "ต้องเข้าสู่ระบบผ่าน https",
    "password-length": "รหัสผ่านต้องยาว {from} ถึง {to} ตัว", "password-distinct": "รหัสผ่านต้องมีตัวอักษรต่างกันอย่างน้อย {from} ตัว", "password-name": "รหัสผ่านต้องไม่มีชื่อของท่าน", "password-known": "รหัสผ่านนี้เดาง่ายเกินไป",
    "invitation-over": "คำเชิญนี้ใช้แล้ว ถูกแทน หรือหมดอายุ", checking: "มีผู้อื่นกำลังตรวจอยู่", reason: "ต้องบอกเหตุผล 1 ถึง {to} ตัวอักษรในบรรทัดเดียว", "alert-unknown": "ไม่มีคำเตือนฉบับที่ {number}",
    "alert-dropped": "คำเตือนฉบับที่ {number} ไม่ส่งแล้ว เขียนใหม่หากยังจำเป็น", "alert-recorded": "คำเตือนฉบับที่ {number} บันทึกไว้เท่านั้น", "alert-expired": "คำเตือนฉบับที่ {number} หมดอายุแล้ว",
    "alert-changed": "คำเตือนฉบับที่ {number} เปลี่ยนไปหลังจากที่ท่านอ่าน อ่านอีกครั้ง", "event-ended": "เหตุการณ์ของคำเตือนฉบับที่ {number} จบแล้ว", "until-missing": "ยังไม่ได้บอกว่ามีผลถึงเมื่อใด",
    "until-range": "วันหมดอายุต้องอยู่หลังขณะนี้ และไม่เกิน {days} วัน", "case-unknown": "ไม่มีเรื่อง {number} ในพื้นที่ของท่าน", "case-fields": "ขาดหรือไม่ถูกต้อง: {fields}", "to-length": "ชื่อหน่วยงานยาวไม่เกิน {to} ตัวอักษรในบรรทัดเดียว",
    s400: "คำขอไม่ถูกต้อง", s401: "ต้องเข้าสู่ระบบก่อน", s403: "บัญชีของท่านไม่มีสิทธิ์ทำรายการนี้", s404: "ไม่พบสิ่งที่ขอ", s409: "ทำไม่ได้ในสถานะนี้", s410: "หมดอายุแล้ว", s413: "ยาวเกินไป",
    s429: "ถี่เกินไป รอสักครู่แล้วลองใหม่", s503: "ระบบยังไม่พร้อม ลองใหม่ในอีกครู่หนึ่ง", other: "ทำรายการไม่สำเร็จ",
  },
  {
    busy: "Too many ask at once; try again in a moment", "station-unknown": "Station {station} is not registered and was never heard of", "station-id": "A station id has {from} to {to} characters of a-z, 0-9 and -",
    "limit-range": "The number of rows is 1 to {to}", "days-range": "The number of days is 1 to {to}", "year-range": "The year is {from} to {to}", "readings-file": "There are no readings in this time, or it is too long for one file",
    "series-unknown": "Station {station} has no {series}", "region-empty": "No station lies in that region", "region-code": "A region code has 2, 4 or 6 digits", "quantity-unknown": "That quantity is not known",
    "no-past": "Nothing of the past is kept of this", "outside-regions": "Outside your regions ({regions})", "role-missing": "Your account does not have the role {role}", "whole-country": "For officers of the whole country only",
    "sign-in-again": "To be safe, sign in again first (within {minutes} minutes of signing in)",
    wrong: "Name, password or code is wrong", wait: "Too many tries; wait {seconds} seconds", "not-now": "This is not the code of now; check the phone's clock and try again", https: "Signing in needs https",
    "password-length": "A password has {from} to {to} characters", "password-distinct": "A password has at least {from} different characters", "password-name": "A password does not hold your name", "password-known": "This password is easily guessed",
    "invitation-over": "This invitation was used, replaced or has run out", checking: "Somebody else checks at the moment", reason: "A reason has 1 to {to} characters on one line", "alert-unknown": "There is no warning {number}",
    "alert-dropped": "Warning {number} was dropped; write a new one if it is needed after all", "alert-recorded": "Warning {number} is for the record only", "alert-expired": "Warning {number} has expired",
    "alert-changed": "Warning {number} has changed since you read it; read it again", "event-ended": "The event of warning {number} has ended", "until-missing": "It is not said until when it holds",
    "until-range": "It must expire after now and within {days} days", "case-unknown": "There is no case {number} in your regions", "case-fields": "Wrong or missing: {fields}", "to-length": "The agency's name has at most {to} characters on one line",
    s400: "The request is not right", s401: "Sign in first", s403: "Your account may not do this", s404: "It was not found", s409: "It cannot be done as things are", s410: "It has run out", s413: "It is too long",
    s429: "Too often; wait a moment and try again", s503: "The system is not ready; try again in a moment", other: "That did not work",
  },
);
const say = sayer(table);

/** Reads the header; null where there is none. */
export function refusalFrom(header: string | null): Refusal | null {
  const [code = "", ...parts] = (header ?? "").split("; ");
  return code === "" ? null : { code, values: Object.fromEntries(parts.map((part) => {
    const at = part.indexOf("=");
    return [part.slice(0, at), decodeURIComponent(part.slice(at + 1))];
  })) };
}

/** What is said of a refusal: by its code; without one by its status, with what the cloud said behind it. */
export function refusalText(status: number, refusal: Refusal | null, sentence: string): string {
  if (refusal !== null && knows(table, refusal.code)) {
    return say(refusal.code, refusal.values);
  }
  const key = `s${status}`;
  const general = say(knows(table, key) ? key : "other");
  return sentence === "" ? general : `${general} (${sentence})`;
}

// The officers' list of cases. The token stays in this tab's memory and goes nowhere else; whatever people wrote is put in as text.
const words = {
  th: { new: "ใหม่", assigned: "รับแล้ว", "on-the-way": "กำลังไป", done: "เสร็จ", cannot: "ทำไม่ได้", duplicate: "ซ้ำ", help: "ขอความช่วยเหลือ",
    smoke: "ควัน", odour: "กลิ่น", wastewater: "น้ำเสีย", noise: "เสียง", garbage: "ขยะ", other: "อื่น ๆ", people: "คน", take: "รับเรื่อง", send: "ส่งคำตอบ",
    refused: "ไม่อนุญาต หรือรหัสผิด", waiting: "ขอความช่วยเหลือที่ยังไม่มีคนรับ", answer: "คำตอบถึงผู้แจ้ง (SMS)", map: "แผนที่",
    opened: "แจ้งเรื่อง", wrote: "แจ้งเพิ่ม", state: "เปลี่ยนสถานะ", answered: "ตอบ", person: "ผู้แจ้ง", unproven: "ผู้แจ้ง (ยังไม่ยืนยันเบอร์)" },
  en: { new: "new", assigned: "assigned", "on-the-way": "on the way", done: "done", cannot: "cannot", duplicate: "duplicate", help: "help needed",
    smoke: "smoke", odour: "bad smell", wastewater: "waste water", noise: "noise", garbage: "garbage", other: "other", people: "people", take: "take it", send: "send",
    refused: "Not allowed, or a wrong token", waiting: "calls for help that nobody has taken", answer: "Answer to the person (SMS)", map: "map",
    opened: "reported", wrote: "wrote more", state: "new state", answered: "answered", person: "the person", unproven: "the person (number not proven)" },
};
const next = { new: ["assigned", "on-the-way", "done", "cannot", "duplicate"], assigned: ["on-the-way", "done", "cannot", "duplicate"],
  "on-the-way": ["assigned", "done", "cannot", "duplicate"] };
const id = (name) => document.getElementById(name);
let language = "th";
let token = "";
let open = null;

const add = (parent, name, text, className) => {
  const element = document.createElement(name);
  if (text !== undefined) element.textContent = text;
  if (className) element.className = className;
  parent.append(element);
  return element;
};
const time = (text) => new Date(text).toLocaleString(language === "th" ? "th-TH" : "en-GB", { timeZone: "Asia/Bangkok" });
const call = async (path, body) => {
  const answer = await fetch(path, {
    method: body ? "POST" : "GET",
    headers: { Authorization: `Bearer ${token}`, ...(body ? { "Content-Type": "application/json" } : {}) },
    body: body ? JSON.stringify(body) : undefined,
  });
  if (answer.status === 204) return {};
  const content = (answer.headers.get("Content-Type") ?? "").startsWith("application/json") ? await answer.json() : {};
  if (!answer.ok) throw new Error(content.reason ?? words[language].refused);
  return content;
};
const work = async (act) => {
  try { await act(); await refresh(); } catch (fault) { id("said").textContent = fault.message; }
};

function button(parent, text, act) {
  const element = add(parent, "button", text, "second");
  element.type = "button";
  element.addEventListener("click", () => work(act));
}

async function show(number) {
  const one = await call(`/api/cases/${encodeURIComponent(number)}`);
  open = number;
  const box = id("one");
  box.replaceChildren();
  box.hidden = false;
  const w = words[language];
  add(box, "h2", `${one.number} · ${w[one.kind] ?? one.kind} · ${w[one.state]}`);
  if (one.phone) add(box, "p", one.phone);
  for (const step of one.steps) {
    const line = add(box, "p", `${time(step.at)} · ${w[step.actor] ?? step.actor} · ${w[step.what] ?? step.what} · ${w[step.state]}${step.text ? `: ${step.text}` : ""}`);
    if (step.latitude !== null) add(line, "span", ` (${step.latitude.toFixed(5)}, ${step.longitude.toFixed(5)})`);
  }
  for (const state of next[one.state] ?? []) button(box, w[state], () => call(`/api/cases/${number}/state`, { state }));
  if (one.can_answer) {
    const label = add(box, "label", w.answer);
    const input = add(label, "input");
    input.maxLength = 120;
    button(box, w.send, () => call(`/api/cases/${number}/answer`, { text: input.value }));
  }
}

async function refresh() {
  const { cases, new_help: waiting } = await call("/api/cases");
  const w = words[language];
  id("enter").hidden = true;
  id("said").textContent = `${w.waiting}: ${waiting}`;
  id("cases").replaceChildren();
  for (const one of cases) {
    const line = add(id("cases"), "li");
    add(line, "b", one.number);
    add(line, "span", `${w[one.kind] ?? one.kind} · ${w[one.state]} · ${one.place ?? one.region ?? "?"}`
      + `${one.people ? ` · ${one.people} ${w.people}` : ""}${one.assignee ? ` · ${one.assignee}` : ""} · ${time(one.opened_at)}`);
    const look = add(line, "button", "›", "second");
    look.setAttribute("aria-label", one.number);
    look.addEventListener("click", () => show(one.number).catch((fault) => { id("said").textContent = fault.message; }));
  }
  if (open) await show(open);
}

function speak() {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-th]")) element.textContent = element.dataset[language];
  id("language").textContent = language === "th" ? "English" : "ภาษาไทย";
}

id("language").addEventListener("click", () => { language = language === "th" ? "en" : "th"; speak(); if (token) work(async () => {}); });
id("enter").addEventListener("submit", (event) => {
  event.preventDefault();
  token = id("token").value.trim();
  work(async () => {});
});
setInterval(() => { if (token && !open) refresh().catch(() => {}); }, 15000);
speak();

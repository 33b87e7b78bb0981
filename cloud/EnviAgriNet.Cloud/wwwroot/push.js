import { provinces } from "./provinces.js";

const words = {
  th: {
    title: "รับการเตือนภัยบนเครื่องนี้", place: "พื้นที่ของคุณ", choose: "เลือกจังหวัด",
    code: "หรือรหัสอำเภอ/ตำบล (4 หรือ 6 หลัก ไม่บังคับ)", start: "เปิดการแจ้งเตือน", stop: "ปิดการแจ้งเตือน",
    consent: "ยินยอมให้เก็บที่อยู่รับข้อความของเบราว์เซอร์นี้และพื้นที่ที่เลือก เพื่อส่งการเตือนภัยเท่านั้น ปิดเมื่อใดก็ได้",
    on: "เครื่องนี้รับการเตือนภัยอยู่", off: "เครื่องนี้ปิดการแจ้งเตือนแล้ว", denied: "เบราว์เซอร์ไม่อนุญาตให้แจ้งเตือน เปิดได้ในการตั้งค่าเว็บไซต์",
    failed: "เปิดการแจ้งเตือนไม่สำเร็จ ลองใหม่อีกครั้ง", needsPlace: "โปรดเลือกพื้นที่", needsConsent: "โปรดให้ความยินยอมก่อน",
  },
  en: {
    title: "Warnings on this device", place: "Your place", choose: "Choose a province",
    code: "Or a district or subdistrict code (4 or 6 digits, optional)", start: "Turn notifications on", stop: "Turn notifications off",
    consent: "I agree that this browser's message address and the chosen place are kept, to send warnings only. I can turn it off at any time.",
    on: "This device receives warnings", off: "This device receives no warnings any more", denied: "The browser does not allow notifications; its site settings can",
    failed: "Notifications could not be turned on; please try again", needsPlace: "Please choose a place", needsConsent: "Please agree first",
  },
};
const consentVersion = "push-2026-11";
const byId = (id) => document.getElementById(id);
const language = () => (document.documentElement.lang === "en" ? "en" : "th");
const say = (key) => { byId("push-state").dataset.say = key; show(); };

function show() {
  const word = words[language()];
  for (const element of byId("push").querySelectorAll("[data-push]")) {
    element.textContent = word[element.dataset.push];
  }
  byId("push-state").textContent = word[byId("push-state").dataset.say] ?? "";
  const chosen = byId("push-province").value;
  const names = Object.entries(provinces).map(([code, name]) => [code, name[language()]]).sort((a, b) => a[1].localeCompare(b[1], language()));
  byId("push-province").replaceChildren(new Option(word.choose, ""), ...names.map(([code, name]) => new Option(name, code)));
  byId("push-province").value = chosen;
}

const post = (path, body) => fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

async function turnOn(key) {
  const code = byId("push-code").value.trim();
  const region = /^(\d{4}|\d{6})$/.test(code) ? code : byId("push-province").value;
  if (region === "") {
    return "needsPlace";
  }
  if (!byId("push-consent").checked) {
    return "needsConsent";
  }
  if (await Notification.requestPermission() !== "granted") {
    return "denied";
  }
  const registration = await navigator.serviceWorker.ready;
  const subscription = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  const answer = await post("/api/push/subscribe", { subscription, language: language(), regions: [region], consent: consentVersion });
  if (!answer.ok) {
    await subscription.unsubscribe();
    return "failed";
  }
  return "on";
}

async function turnOff(registration) {
  const subscription = await registration.pushManager.getSubscription();
  if (subscription !== null) {
    await post("/api/push/unsubscribe", { subscription });
    await subscription.unsubscribe();
  }
  return "off";
}

async function showWhether(registration) {
  const isOn = await registration.pushManager.getSubscription() !== null;
  byId("push-form").hidden = isOn;
  byId("push-stop").hidden = !isOn;
}

async function start() {
  if (!("serviceWorker" in navigator) || !("PushManager" in window)) {
    return;
  }
  const answer = await fetch("/api/push/key");
  if (!answer.ok) {
    return;
  }
  const { key } = await answer.json();
  const registration = await navigator.serviceWorker.register("/sw.js");
  byId("push").hidden = false;
  new MutationObserver(show).observe(document.documentElement, { attributeFilter: ["lang"] });
  const act = async (work) => {
    say(await work().catch(() => "failed"));
    await showWhether(registration);
  };
  byId("push-form").addEventListener("submit", (event) => { event.preventDefault(); act(() => turnOn(key)); });
  byId("push-stop").addEventListener("click", () => act(() => turnOff(registration)));
  show();
  await showWhether(registration);
}
start();

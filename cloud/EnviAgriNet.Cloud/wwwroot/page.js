import { words } from "./words.js";
import { provinces } from "./provinces.js";

const byId = (id) => document.getElementById(id);
const state = { language: "th", stations: [], alerts: [], messages: [], now: null, silentAfter: 1800 };
const word = (key) => words[state.language][key] ?? key;

// Everything that comes from outside becomes a text node; no data is ever read as markup.
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

// --- times: Thai time; in Thai with the Buddhist year ---
function formatTime(iso, withDay = true) {
  const locale = state.language === "th" ? "th-TH-u-ca-buddhist-nu-latn" : "en-GB";
  const day = withDay ? { day: "numeric", month: "short", year: "numeric" } : {};
  const text = new Intl.DateTimeFormat(locale, { ...day, hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "Asia/Bangkok" })
    .format(new Date(iso));
  return state.language === "th" ? `${text} น.` : text;
}
const timeElement = (iso, withDay) => make("time", { datetime: iso }, formatTime(iso, withDay));
function age(iso) {
  const seconds = Math.max(0, (new Date(state.now ?? Date.now()) - new Date(iso)) / 1000);
  const [count, unit] = seconds < 90 ? [seconds, "second"] : seconds < 5400 ? [seconds / 60, "minute"]
    : seconds < 172800 ? [seconds / 3600, "hour"] : [seconds / 86400, "day"];
  const locale = state.language === "th" ? "th-TH-u-nu-latn" : "en-GB";
  return { seconds, text: new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(-Math.round(count), unit) };
}

// --- alerts ---
const ranks = ["Extreme", "Severe", "Moderate", "Minor"];
const rank = (alert) => (ranks.indexOf(alert.severity) + 1) || 9;
const inLanguage = (texts) => texts[state.language] ?? texts.th ?? texts.en ?? "";
const severityClass = (severity) => (ranks.includes(severity) ? severity : "Unknown");

function areaName(code) {
  const province = provinces[code.slice(0, 2)];
  return `${province ? province[state.language] : ""} ${code}`.trim();
}
function alertCard(alert) {
  const severity = severityClass(alert.severity);
  const todo = inLanguage(alert.instruction);
  const isDraft = alert.state === "Draft";
  return make("article", { class: `alert ${severity}`, "data-alert": alert.identifier },
    make("p", {},
      make("span", { class: "tag" }, word(severity)),
      isDraft ? make("span", { class: "tag draft" }, word("draft")) : null,
      `${word(alert.hazard)} · ${areaName(alert.region)}`),
    make("h3", {}, inLanguage(alert.headline) || inLanguage(alert.sms)),
    alert.source ? make("p", { class: "facts" }, `${word("saidBy")} ${alert.source.toUpperCase()}`) : null,
    todo ? make("p", { class: "todo" }, make("strong", {}, `${word("todo")}: `), todo) : null,
    make("p", { class: "facts" }, `${word("since")} `, timeElement(alert.since), ` · ${word("until")} `, timeElement(alert.expires_at)),
    isDraft ? null : make("p", {}, make("a", { href: alert.cap }, word("cap"))));
}
function showAlerts() {
  const sorted = [...state.alerts].sort((a, b) => rank(a) - rank(b) || b.sent_at.localeCompare(a.sent_at));
  const calm = make("div", { class: "calm" }, make("p", {}, word("noAlerts")), make("p", { class: "hint" }, word("noAlertsHint")));
  byId("alerts").replaceChildren(...(sorted.length ? sorted.map(alertCard) : [calm]));
}

// --- stations ---
function valueRow(value) {
  const { seconds, text } = age(value.taken_at);
  const isSilent = seconds > state.silentAfter;
  const isBad = value.quality >= 3;
  const when = isSilent ? make("span", {}, `${word("silentSince")} `, timeElement(value.taken_at), ` (${text})`)
    : make("span", {}, `${word("measured")} ${text}`);
  const name = state.language === "th" ? value.name_th : value.name_en;
  const place = placeOf(value.series);
  return make("div", { class: `value${isSilent ? " silent" : ""}${isBad ? " bad" : ""}`, "data-series": value.series },
    make("dt", {}, name + (place ? ` (${place})` : "")),
    make("dd", {}, make("b", {}, value.value.toFixed(value.decimals)), ` ${unitName(value.unit)}`),
    make("dd", { class: "about" }, when, ` · ${word("quality")}: ${word(`q${value.quality}`)}${value.test ? ` (${word(`t_${value.test}`)})` : ""}`));
}
// "soil_moisture:-0.3/b" is measured at -0.3 m, by channel b.
function placeOf(series) {
  const [, metres, channel] = /^[^:/]+(?::([^/]+))?(?:[/](.+))?$/.exec(series) ?? [];
  return [metres ? `${metres} m` : null, channel].filter(Boolean).join(" · ").replace("-", "−");
}
const unitName = (unit) => ({ "ug/m3": "µg/m³", Cel: "°C", "m3/s": "m³/s", deg: "°", "W/m2": "W/m²", "[pH]": "pH", "uS/cm": "µS/cm",
  "dB[mW]": "dBm" })[unit] ?? unit.replace(/[[\]]/g, "");

// What hazards are judged on stands first; the rest keeps the order of the server.
const leading = ["pm25", "water_level", "rain", "pm10"];
const place = (series) => (leading.indexOf(series.split(/[:/]/)[0]) + leading.length + 1) % (leading.length + 1);
function stationCard(station) {
  const name = (state.language === "th" ? station.name_th : station.name_en) ?? station.id;
  const values = Object.values(station.byName).sort((a, b) => place(a.series) - place(b.series));
  return make("li", { class: "station", "data-station": station.id },
    make("h4", {}, name),
    make("p", { class: "id" }, station.id, " ", station.registered ? null : make("span", { class: "mark" }, word("unregistered"))),
    values.length ? make("dl", { class: "values" }, ...values.map(valueRow)) : make("p", { class: "empty" }, word("noValues")));
}
function showStations() {
  const groups = new Map();
  for (const station of state.stations) {
    const key = station.registered ? station.province : "~";
    groups.set(key, [...(groups.get(key) ?? []), station]);
  }
  const parts = [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([code, stations]) => [
    make("h3", { class: "province" }, code === "~" ? word("unregisteredGroup") : provinces[code]?.[state.language] ?? code),
    make("ul", { class: "stations" }, ...stations.map(stationCard))]);
  byId("stations").replaceChildren(...(parts.length ? parts : [make("p", { class: "empty" }, word("noStations"))]));
}
function takeValues(values) {
  let isUnknown = false;
  for (const value of values) {
    const station = state.stations.find((candidate) => candidate.id === value.station);
    if (station) {
      station.byName[value.series] = value;
    } else {
      isUnknown = true;
    }
  }
  if (isUnknown) {
    loadStations();
  }
}

// --- the phone ---
const messagesShownMax = 100;
function bubble(message, isNew) {
  return make("article", { class: `bubble ${severityClass(message.severity)}${isNew ? " new" : ""}` },
    make("p", {}, message.text),
    make("p", { class: "meta" }, `${word("to")} ${message.to} · `, timeElement(message.at, false)));
}
function showPhone() {
  const shown = state.messages.map((message) => bubble(message, false));
  byId("phone").replaceChildren(...(shown.length ? shown : [make("p", { class: "empty" }, word("noMessages"))]));
  byId("phone").scrollTop = byId("phone").scrollHeight;
}
function takeMessage(message) {
  if (state.messages.some((shown) => shown.id === message.id)) {
    return;
  }
  state.messages = [...state.messages, message].slice(-messagesShownMax);
  if (state.messages.length === 1 || byId("phone").childElementCount >= messagesShownMax) {
    showPhone();
  } else {
    byId("phone").append(bubble(message, true));
    byId("phone").scrollTop = byId("phone").scrollHeight;
  }
}

// --- language ---
function showWords() {
  document.documentElement.lang = state.language;
  document.title = word("title");
  for (const element of document.querySelectorAll("[data-word]")) {
    element.textContent = word(element.dataset.word);
  }
  byId("language").textContent = word("switchTo");
  byId("language").lang = word("switchLang");
  byId("link").textContent = word(byId("link").dataset.state === "up" ? "live" : byId("link").dataset.state);
}
function showNow() {
  byId("now").textContent = state.now ? formatTime(state.now) : "–";
}
function showAll() {
  showWords();
  showNow();
  showAlerts();
  showStations();
  showPhone();
}
function setLanguage(language) {
  state.language = language;
  try {
    localStorage.setItem("language", language);
  } catch { /* A browser that keeps nothing just starts in Thai next time. */ }
  showAll();
}

// --- the server ---
let drawing = false;
function drawSoon() {
  if (!drawing) {
    drawing = true;
    setTimeout(() => { drawing = false; showNow(); showStations(); }, 300);
  }
}
async function load(path) {
  const answer = await fetch(path, { cache: "no-store" });
  if (!answer.ok) {
    throw new Error(`${path}: ${answer.status}`);
  }
  return answer.json();
}
async function loadStations() {
  const view = await load("/api/stations");
  state.now = view.network_time;
  state.silentAfter = view.silent_after_s;
  state.stations = view.stations.map((station) => ({
    ...station, byName: Object.fromEntries(station.values.map((value) => [value.series, value])) }));
  drawSoon();
}
function setLink(link) {
  if (byId("link").dataset.state !== link) {
    byId("link").dataset.state = link;
    showWords();
  }
}

// A stream that says nothing for three heartbeats is dead, whatever the browser thinks of it; a new one starts from scratch.
const quietMaxMs = 30000;
const retryMs = 2000;
function listen(path, handlers, onState) {
  let source;
  let quiet;
  const restart = () => { source?.close(); clearTimeout(quiet); onState("down"); setTimeout(open, retryMs); };
  const heard = () => { clearTimeout(quiet); quiet = setTimeout(restart, quietMaxMs); onState("up"); };
  function open() {
    source = new EventSource(path);
    source.onopen = heard;
    source.onerror = restart;
    for (const [kind, take] of Object.entries({ beat: () => {}, ...handlers })) {
      source.addEventListener(kind, (event) => { heard(); take(JSON.parse(event.data)); });
    }
  }
  open();
}
function start() {
  try {
    state.language = localStorage.getItem("language") === "en" ? "en" : "th";
  } catch { /* Thai then. */ }
  byId("language").addEventListener("click", () => setLanguage(word("switchLang")));
  showAll();
  const reload = () => loadStations().catch(() => setLink("down"));
  let wasUp = false;
  listen("/api/live", {
    values: (view) => { state.now = view.network_time; takeValues(view.values); drawSoon(); },
    alerts: (view) => { state.now = view.network_time ?? state.now; state.alerts = view.alerts; showAlerts(); },
    beat: (view) => { state.now = view.network_time ?? state.now; drawSoon(); },
  }, (link) => {
    setLink(link);
    if (link === "up" && !wasUp) {
      reload();
    }
    wasUp = link === "up";
  });
  listen("/api/phone", { message: takeMessage }, () => {});
}
start();

import { words } from "./alert-words.js";
import { provinces } from "./provinces.js";

const byId = (id) => document.getElementById(id);
const state = { language: kept("localStorage", "language") === "en" ? "en" : "th", proof: null, note: "loading" };
const word = (key) => words[state.language][key] ?? key;
const refreshMs = 5000;

// A browser that keeps nothing starts in Thai, and asks for the token each time.
function kept(where, name, value) {
  try {
    return value === undefined ? window[where].getItem(name) : window[where].setItem(name, value);
  } catch {
    return null;
  }
}

// Everything that comes from outside becomes a text node; no data is ever read as markup.
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  return fill(element, attributes, children);
}
function draw(tag, attributes = {}, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}
function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const locale = () => (state.language === "th" ? "th-TH-u-ca-buddhist-nu-latn" : "en-GB");
const number = (value) => new Intl.NumberFormat(locale()).format(value);
const percent = (value) => (value === null ? "–" : new Intl.NumberFormat(locale(), { style: "percent", maximumFractionDigits: 1 }).format(value));
function timeOf(iso, withDay = true) {
  const day = withDay ? { day: "numeric", month: "short", year: "numeric" } : {};
  return new Intl.DateTimeFormat(locale(), {
    ...day, hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23", timeZone: "Asia/Bangkok",
  }).format(new Date(iso));
}
const delayOf = (seconds) => (seconds === null || seconds === undefined ? "–"
  : seconds < 120 ? `${number(Math.round(seconds * 10) / 10)} ${word("seconds")}` : `${number(Math.round(seconds / 60))} ${word("minutes")}`);
function placeOf(code) {
  const province = provinces[code.slice(0, 2)];
  return province && /^\d+$/.test(code) ? `${province[state.language]} ${code}` : word(code);
}

function table(caption, heads, rows) {
  return make("div", { class: "wide part", tabindex: "0", role: "region", "aria-label": caption },
    make("table", {},
      make("caption", {}, caption),
      make("thead", {}, make("tr", {}, ...heads.map((head) => make("th", { scope: "col" }, head)))),
      make("tbody", {}, ...rows.map((cells) => make("tr", {}, ...cells.map((cell) => make("td", {}, String(cell))))))));
}

// --- the chart: steps, as nothing is known between two minutes ---
const size = { width: 600, height: 240, left: 56, right: 10, top: 14, bottom: 30 };
function stepPath(minutes, valueOf, xOf, yOf) {
  let path = `M${xOf(0)} ${yOf(0)}`;
  for (const minute of minutes) {
    path += `H${xOf(minute.minute)}V${yOf(valueOf(minute))}`;
  }
  return path + `H${size.width - size.right}`;
}
function chart(proof) {
  const last = Math.max(1, ...proof.minutes.map((minute) => minute.minute + 1));
  const most = Math.max(1, proof.people, ...proof.minutes.map((minute) => Math.max(minute.people_reached, minute.sent)));
  const xOf = (minute) => Math.round(size.left + ((size.width - size.left - size.right) * minute) / last);
  const yOf = (count) => Math.round(size.height - size.bottom - ((size.height - size.top - size.bottom) * count) / most);
  const rules = [0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
    draw("line", { class: "grid", x1: size.left, x2: size.width - size.right, y1: yOf(most * share), y2: yOf(most * share) }),
    draw("text", { x: size.left - 6, y: yOf(most * share) + 4, "text-anchor": "end" }, number(Math.round(most * share))),
  ]);
  const ends = [0, last].map((minute) => draw(
    "text", { x: xOf(minute), y: size.height - 8, "text-anchor": minute === 0 ? "start" : "end" }, `${number(minute)} ${word("minutes")}`));
  return make("figure", { class: "chart part" },
    draw("svg", { viewBox: `0 0 ${size.width} ${size.height}`, role: "img", "aria-label": word("chart") },
      ...rules, ...ends,
      draw("path", { class: "sent", d: stepPath(proof.minutes, (minute) => minute.sent, xOf, yOf) }),
      draw("path", { class: "reached", d: stepPath(proof.minutes, (minute) => minute.people_reached, xOf, yOf) })),
    make("figcaption", { class: "hint" },
      make("span", { class: "key-line" }), ` ${word("reachedLine")} `, make("span", { class: "key-line sent" }), ` ${word("sentLine")}`));
}

function tallies(caption, first, list, nameOf) {
  const heads = [first, ...["targeted", "sent", "received", "failedCount", "expired", "unknown", "waiting"].map(word)];
  return table(caption, heads, list.map((tally) => tally.is_few
    ? [nameOf(tally), word("few"), "", "", "", "", "", ""]
    : [nameOf(tally), ...[tally.targeted, tally.sent, tally.received, tally.failed, tally.expired, tally.unknown, tally.waiting].map(number)]));
}
function head(proof) {
  const severity = proof.all_clear ? word("allClear") : word(proof.severity);
  const reach = proof.people === 0
    ? make("p", { class: "reach" }, word("nobody"))
    : make("p", { class: "reach", id: "reach" }, make("b", {}, percent(proof.share_reached)),
      `${number(proof.people_reached)} ${word("of")} ${number(proof.people)} ${word("reached")}`);
  return make("article", { class: `alert ${proof.severity}` },
    make("p", {}, make("span", { class: "tag" }, severity), `${placeOf(proof.region)} · ${word("version")} ${proof.version} · ${word(proof.state)}`),
    make("h2", {}, proof.headline[state.language] ?? proof.headline.th ?? proof.identifier), reach);
}
function steps(proof) {
  const { times, delays_s: delays } = proof;
  const rows = [
    ["measured", times.measured_at, null], ["decided", times.decided_at, delays?.decision], ["released", times.released_at, delays?.release],
    ["queued", times.queued_at, delays?.queueing], ["firstSent", times.first_sent_at, delays?.first_sent],
    ["firstReceipt", times.first_receipt_at, delays?.first_receipt], ["half", times.half_receipt_at, delays?.receipt_p50],
    ["most", times.most_receipt_at, delays?.receipt_p95],
  ];
  return table(word("when"), ["step", "time", "delay"].map(word), rows.map(([key, at, delay]) => [word(key), at ? timeOf(at) : "–", delayOf(delay)]));
}

function show() {
  document.documentElement.lang = state.language;
  document.title = `${word("page")} · EnviAgriNet`;
  for (const element of document.querySelectorAll("[data-word]")) {
    element.textContent = word(element.dataset.word);
  }
  byId("language").textContent = word("switchTo");
  byId("language").lang = word("switchLang");
  byId("note").textContent = state.note ? word(state.note) : "";
  byId("key").hidden = state.note !== "officersOnly";
  const { proof } = state;
  if (!proof) {
    byId("proof").replaceChildren();
    return;
  }
  const channelName = (tally) => `${word(tally.name)}${tally.part > 1 ? ` · ${word("part2")}` : ""}`;
  byId("proof").replaceChildren(
    head(proof),
    make("h2", {}, word("byMinute")),
    make("div", { class: "beside" }, chart(proof),
      table(word("byMinute"), ["minute", "sent", "received", "failedCount", "reached", "share"].map(word), proof.minutes.map((minute) =>
        [`${number(minute.minute)} · ${timeOf(minute.at, false)}`, number(minute.sent), number(minute.received), number(minute.failed),
          number(minute.people_reached), percent(minute.share)]))),
    steps(proof),
    tallies(word("byChannel"), word("channel"), proof.channels, channelName),
    tallies(word("byPlace"), word("place"), proof.places, (tally) => placeOf(tally.name)),
    proof.reasons.length === 0 ? make("p", { class: "calm part" }, word("noReasons"))
      : table(word("why"), ["reason", "channel", "count"].map(word), proof.reasons.map((reason) =>
        [reason.reason, word(reason.channel), number(reason.count)])),
    table(word("versions"), ["version", "severity", "state", "time"].map(word), proof.versions.map((version) =>
      [version.version, version.all_clear ? word("allClear") : word(version.severity), word(version.state), timeOf(version.sent_at)])),
    proof.steps.length === 0 ? "" : table(word("steps"), ["who", "what", "time"].map(word), proof.steps.map((step) =>
      [step.who, `${step.action} ${step.detail}`.trim(), timeOf(step.at)])));
}

async function read() {
  const asked = new URLSearchParams(location.search).get("n") ?? "";
  if (!/^\d{1,15}$/.test(asked)) {
    state.note = "missing";
    return false;
  }
  const token = kept("sessionStorage", "token");
  try {
    const answer = await fetch(`/api/alerts/${asked}/proof`, { headers: token ? { Authorization: `Bearer ${token}` } : {} });
    state.note = answer.ok ? "" : answer.status === 404 ? "missing" : answer.status === 401 || answer.status === 403 ? "officersOnly" : "failed";
    state.proof = answer.ok ? await answer.json() : state.note === "failed" ? state.proof : null;
    return answer.ok || state.note === "failed";
  } catch {
    state.note = "failed";
    return true;
  }
}
// What was focused or scrolled must not be lost to a page that is drawn anew for nothing.
async function follow() {
  let before = "";
  for (;;) {
    const goesOn = await read();
    const now = JSON.stringify([state.proof, state.note]);
    if (now !== before) {
      before = now;
      show();
    }
    if (!goesOn) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, refreshMs));
  }
}

byId("language").addEventListener("click", () => {
  state.language = state.language === "th" ? "en" : "th";
  kept("localStorage", "language", state.language);
  show();
});
byId("key").addEventListener("submit", (event) => {
  event.preventDefault();
  kept("sessionStorage", "token", byId("token").value.trim());
  byId("token").value = "";
  follow();
});
show();
follow();

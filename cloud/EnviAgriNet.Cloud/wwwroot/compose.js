import { words } from "./compose-words.js";

const hazards = [
  "haze", "river-flood", "flash-flood", "landslide", "extreme-heat", "cold", "drought", "strong-wind", "water-pollution",
  "salinity-intrusion", "fire-weather",
];
const levels = ["moderate", "severe", "none", "cancel"];
const limits = { sms: { units: 70, parts: 1 }, detail: { units: 134, parts: 2 } };
const waitMs = 250;
const byId = (id) => document.getElementById(id);
const state = { language: kept("localStorage", "language") === "en" ? "en" : "th", preview: null, note: "" };
const word = (key) => words[state.language][key] ?? key;

// A browser may forbid its stores; then nothing is remembered.
function kept(store, key, value) {
  try {
    if (value === undefined) {
      return window[store].getItem(key);
    }
    window[store].setItem(key, value);
  } catch {
    // Nothing is remembered.
  }
  return null;
}

// Everything that comes from outside becomes a text node; no data is ever read as markup.
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

function fetchAsOfficer(path, options = {}) {
  const token = byId("token").value.trim();
  return fetch(path, { ...options, headers: { ...options.headers, ...(token ? { Authorization: `Bearer ${token}` } : {}) } });
}

async function ask() {
  const query = new URLSearchParams({ hazard: byId("hazard").value, level: byId("level").value });
  for (const name of ["region", "value"]) {
    if (byId(name).value.trim()) {
      query.set(name, byId(name).value.trim());
    }
  }
  try {
    const answer = await fetchAsOfficer(`/api/alerts/preview?${query}`);
    const refused = answer.status === 401 || answer.status === 403 || answer.status === 429;
    state.note = answer.ok ? "" : refused ? "notAllowed" : answer.status === 400 ? await answer.text() : "failed";
    state.preview = answer.ok ? await answer.json() : state.preview;
  } catch {
    state.note = "failed";
  }
  show();
}

// --- one text as SMS, counted again by the cloud while it is edited ---
function sizeOf(parts, limit) {
  const over = parts.units > limit.units || parts.parts > limit.parts;
  return [
    make("span", {}, parts.encoding), make("span", {}, `${parts.units}/${limit.units} ${word("units")}`),
    make("span", {}, `${parts.parts}/${limit.parts} ${word("parts")}`), over ? make("span", { class: "over" }, word("over")) : null,
  ].filter((one) => one !== null);
}
function smsBox(language, form, parts) {
  const id = `${form}-${language}`;
  const size = make("p", { class: "size", id: `${id}-size`, "aria-live": "polite" }, ...sizeOf(parts, limits[form]));
  const list = make("ol", { class: "parts" }, ...parts.splits.map((text) => make("li", {}, text)));
  const box = make("textarea", { id, lang: language, dir: "auto", "aria-describedby": `${id}-size`, rows: "4" });
  box.value = parts.text;
  let timer = 0;
  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => count(box, size, list, form, parts), waitMs);
  });
  return make("div", { class: "sms" }, make("h3", {}, make("label", { for: id }, word(form === "sms" ? "first" : "second"))), box, size, list);
}
async function count(box, size, list, form, shown) {
  const text = box.value;
  try {
    const answer = await fetchAsOfficer("/api/sms/parts", {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ text }),
    });
    // An answer about what was typed before comes too late.
    if (!answer.ok || box.value !== text) {
      return;
    }
    Object.assign(shown, await answer.json());
    size.replaceChildren(...sizeOf(shown, limits[form]));
    list.replaceChildren(...shown.splits.map((part) => make("li", {}, part)));
  } catch {
    state.note = "failed";
    showNote();
  }
}

function card(one) {
  const other = one.told_in === one.language ? null : make("p", { class: "hint" }, `${word("toldIn")} ${one.told_in}`);
  const part = (key, text) => [make("h3", {}, word(key)), make("p", { lang: one.told_in }, text)];
  return make("section", { class: "one", "data-language": one.language, "aria-label": one.name },
    make("h2", { lang: one.language }, one.name), other, smsBox(one.language, "sms", one.sms), smsBox(one.language, "detail", one.detail),
    ...part("headline", one.headline), ...part("description", one.description), ...part("instruction", one.instruction));
}
function showNote() {
  byId("note").textContent = state.note ? word(state.note) : "";
}
function show() {
  document.documentElement.lang = state.language;
  document.title = `EnviAgriNet · ${word("title")}`;
  for (const element of document.querySelectorAll("[data-word]")) {
    element.textContent = word(element.dataset.word);
  }
  byId("language").textContent = word("toggle");
  for (const [id, codes] of [["hazard", hazards], ["level", levels]]) {
    const chosen = byId(id).value || codes[0];
    byId(id).replaceChildren(...codes.map((code) => make("option", { value: code }, word(code))));
    byId(id).value = chosen;
  }
  showNote();
  byId("texts").replaceChildren(...(state.preview ? state.preview.languages.map(card) : []));
}

byId("language").addEventListener("click", () => {
  state.language = state.language === "th" ? "en" : "th";
  kept("localStorage", "language", state.language);
  show();
});
byId("ask").addEventListener("submit", (event) => {
  event.preventDefault();
  kept("sessionStorage", "token", byId("token").value.trim());
  ask();
});
byId("token").value = kept("sessionStorage", "token") ?? "";
show();

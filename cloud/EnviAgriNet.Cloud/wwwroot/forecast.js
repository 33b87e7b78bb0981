// The price outlook: choose a commodity and a market, see its past, what is expected and how far that may be wrong.
import { words } from "/forecast-words.js";

const svgNames = "http://www.w3.org/2000/svg";
const id = (name) => document.getElementById(name);
const chosen = new URLSearchParams(location.search);
let language = chosen.get("lang") ?? (localStorage.getItem("language") || "th");
if (!words[language]) language = "th";
let list = [];
let shown = null;

const say = (key, values = {}) => (words[language][key] ?? key).replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
const days = (text) => new Date(`${text}T00:00:00Z`);
const locale = () => (language === "th" ? "th-TH-u-ca-buddhist" : "en-GB");
const date = (text, frequency) => days(text).toLocaleDateString(locale(), {
  timeZone: "UTC", year: "numeric", month: "short", ...(frequency === "monthly" ? {} : { day: "numeric" }),
});
const number = (value, digits) => value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
const percent = (share) => (share === null ? "–" : number(share * 100, 0));
const size = (value) => (value === null ? "–" : number(value, 1));
const price = (value) => {
  const inUnit = value * shown.unit.kilograms;
  return number(inUnit, inUnit >= 1000 ? 0 : 2);
};
const name = (one) => (language === "th" ? one.name_th : one.name_en);
const unit = () => shown.unit[language];
const marketName = (one) => [words[language][one.market] ?? one.market, one.grade, say(one.kind), say(one.frequency), `${say("source")} ${one.source}`].filter(Boolean).join(" · ");

function add(parent, tag, text) {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = text;
  parent.append(element);
  return element;
}

function draw(tag, attributes, text) {
  const element = document.createElementNS(svgNames, tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text !== undefined) element.textContent = text;
  id("picture").append(element);
}

function picture() {
  const wide = innerWidth >= 640;
  const [width, height, left, right, top, bottom] = wide ? [900, 400, 76, 16, 16, 36] : [420, 340, 64, 12, 14, 34];
  const past = shown.history.slice(wide ? -120 : -60);
  const steps = shown.steps;
  const times = [...past.map((p) => days(p[0])), ...steps.map((s) => days(s.date))].map(Number);
  const values = [...past.map((p) => p[1]).filter((v) => v !== null), ...steps.flatMap((s) => [s.low95, s.high95])];
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const pad = (Math.max(...values) - Math.min(...values)) * 0.05 || Math.abs(values[0]) * 0.05 || 1;
  const [low, high] = [Math.max(0, Math.min(...values) - pad), Math.max(...values) + pad];
  const x = (text) => left + ((Number(days(text)) - first) / (last - first || 1)) * (width - left - right);
  const y = (value) => top + ((high - value) / (high - low || 1)) * (height - top - bottom);
  id("picture").replaceChildren();
  id("picture").setAttribute("viewBox", `0 0 ${width} ${height}`);
  for (let i = 0; i <= 4; i++) {
    const value = low + ((high - low) * i) / 4;
    draw("line", { class: "grid", x1: left, x2: width - right, y1: y(value), y2: y(value) });
    draw("text", { x: left - 6, y: y(value) + 5, "text-anchor": "end" }, price(value));
  }
  const anchor = [...past].reverse().find((p) => p[1] !== null);
  const start = anchor ? [{ date: anchor[0], median: anchor[1], low80: anchor[1], high80: anchor[1], low95: anchor[1], high95: anchor[1] }] : [];
  const fan = [...start, ...steps];
  const band = (a, b) => [...fan.map((s) => `${x(s.date)},${y(s[b])}`), ...[...fan].reverse().map((s) => `${x(s.date)},${y(s[a])}`)].join(" ");
  draw("polygon", { class: "band95", points: band("low95", "high95") });
  draw("polygon", { class: "band80", points: band("low80", "high80") });
  if (anchor) draw("line", { class: "now", x1: x(anchor[0]), x2: x(anchor[0]), y1: top, y2: height - bottom });
  let run = [];
  for (const [day, value] of [...past, [null, null]]) {
    if (value !== null) { run.push(`${x(day)},${y(value)}`); continue; }
    if (run.length > 1) draw("polyline", { class: "past", points: run.join(" ") });
    run = [];
  }
  draw("polyline", { class: "median", points: fan.map((s) => `${x(s.date)},${y(s.median)}`).join(" ") });
  const begin = past[0]?.[0] ?? steps[0].date;
  const short = (text) => days(text).toLocaleDateString(locale(), { timeZone: "UTC", year: "numeric", month: "short" }).replace(/พ\.ศ\. ?/, "");
  draw("text", { x: left, y: height - 10 }, short(begin));
  if (wide && anchor && x(anchor[0]) < width - right - 190 && x(anchor[0]) > left + 190) draw("text", { x: x(anchor[0]) - 6, y: height - 10, "text-anchor": "end" }, short(anchor[0]));
  draw("text", { x: width - right, y: height - 10, "text-anchor": "end" }, short(steps.at(-1).date));
  return { begin, anchor };
}

function figures() {
  const table = id("steps");
  table.replaceChildren();
  add(table, "caption", unit());
  const head = add(add(table, "thead"), "tr");
  for (const key of ["date", "middle", "from80", "to80", "from95", "to95"]) add(head, "th", say(key)).scope = "col";
  const body = add(table, "tbody");
  for (const step of shown.steps) {
    const row = add(body, "tr");
    add(row, "td", date(step.date, shown.frequency));
    for (const value of [step.median, step.low80, step.high80, step.low95, step.high95]) add(row, "td", price(value));
  }
}

function card() {
  const box = id("card");
  const { card: made, track_record: record } = shown;
  box.replaceChildren();
  add(box, "li", say(made.reason));
  add(box, "li", say("data", { from: date(made.data_from, shown.frequency), to: date(made.data_to, shown.frequency), points: made.points, filled: made.filled, outliers: made.outliers }));
  add(box, "li", say("models", { list: made.weights.map((w) => `${w.description} ${number(w.weight * 100, 0)} %`).join(", ") }));
  const [own, naive] = made.last_year.rows;
  add(box, "li", own ? say("errors", { own: size(own.smape), naive: size(naive?.smape ?? null), c80: percent(own.coverage80), c95: percent(own.coverage95) }) : say("noErrors"));
  if (record.compared > 0) {
    add(box, "li", say("record", { forecasts: record.forecasts, compared: record.compared, smape: size(record.smape), c80: percent(record.coverage80) }));
  }
  add(box, "li", say("made", { date: date(shown.made_at.slice(0, 10), "daily") }));
  id("risks").replaceChildren();
  for (const risk of shown.risks) add(id("risks"), "li", say(risk));
}

function show() {
  if (!shown) return;
  id("one").hidden = false;
  const end = shown.steps.at(-1);
  id("title").textContent = `${name(shown)} · ${words[language][shown.market] ?? shown.market}`;
  const { begin, anchor } = picture();
  id("headline").textContent = say("headline", { date: date(end.date, shown.frequency), median: price(end.median), unit: unit() })
    + (anchor ? ` (${say("last", { date: date(anchor[0], shown.frequency), value: price(anchor[1]), unit: unit() })})` : "");
  const bounds = { low: price(end.low80), high: price(end.high80), low95: price(end.low95), high95: price(end.high95), unit: unit() };
  id("doubt").textContent = say("doubt", bounds);
  id("caption").textContent = say("caption", { unit: unit() });
  id("picture").setAttribute("aria-label", say("aria", {
    name: name(shown), from: date(begin, shown.frequency), to: date(anchor?.[0] ?? begin, shown.frequency), value: anchor ? price(anchor[1]) : "–",
    end: date(end.date, shown.frequency), ...bounds,
  }));
  figures();
  card();
}

function choices() {
  const commodities = [...new Map(list.map((one) => [one.commodity, one])).values()];
  const wanted = id("commodity").value || list.find((one) => String(one.id) === chosen.get("id"))?.commodity || chosen.get("commodity") || commodities[0]?.commodity;
  id("commodity").replaceChildren(...commodities.map((one) => new Option(name(one), one.commodity, false, one.commodity === wanted)));
  const old = id("series").value || chosen.get("id");
  const markets = list.filter((one) => one.commodity === id("commodity").value);
  const best = markets.find((one) => String(one.id) === old) ?? markets.find((one) => one.market === "thailand" && !one.grade) ?? markets[0];
  id("series").replaceChildren(...markets.map((one) => new Option(marketName(one), one.id, false, one === best)));
}

async function load() {
  const wanted = id("series").value || chosen.get("id");
  if (!wanted) return;
  const answer = await fetch(`/api/forecasts/${encodeURIComponent(wanted)}`);
  if (!answer.ok) throw new Error(say("failed"));
  shown = await answer.json();
  id("said").textContent = list.some((one) => String(one.id) === String(wanted)) ? "" : say("past");
  show();
}

function speak() {
  document.documentElement.lang = language;
  document.title = say("title");
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = say(element.dataset.word);
  id("language").textContent = say("switchTo");
  choices();
  show();
}

const work = (act) => act().catch(() => { id("said").textContent = say("failed"); });
id("language").addEventListener("click", () => {
  language = language === "th" ? "en" : "th";
  localStorage.setItem("language", language);
  speak();
});
id("choose").addEventListener("submit", (event) => event.preventDefault());
id("commodity").addEventListener("change", () => { id("series").value = ""; chosen.delete("id"); choices(); work(load); });
id("series").addEventListener("change", () => work(load));
addEventListener("resize", () => show());
speak();
work(async () => {
  const answer = await fetch("/api/forecasts");
  if (!answer.ok) throw new Error();
  list = (await answer.json()).forecasts;
  id("said").textContent = list.length ? "" : say("none");
  choices();
  await load();
});

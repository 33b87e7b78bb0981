// A farmer's own page. The ticket stays in this tab's memory; whatever comes from the server is put in as text.
import { words } from "/farm-words.js";

const id = (name) => document.getElementById(name);
const svg = "http://www.w3.org/2000/svg";
let language = new URLSearchParams(location.search).get("lang") === "en" ? "en" : "th";
let registration = "";
let ticket = "";
let farm = null;
const w = () => words[language];
const say = (text) => { id("said").textContent = text; };

const add = (parent, name, text, className) => {
  const element = document.createElement(name);
  if (text !== undefined) element.textContent = text;
  if (className) element.className = className;
  parent.append(element);
  return element;
};
const draw = (parent, name, attributes, text) => {
  const element = document.createElementNS(svg, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text !== undefined) element.textContent = text;
  parent.append(element);
  return element;
};
const day = (text) => new Date(`${text.slice(0, 10)}T12:00:00+07:00`).toLocaleDateString(
  language === "th" ? "th-TH-u-ca-buddhist" : "en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "Asia/Bangkok" });
const bangkokDay = (time) => day(new Date(new Date(time).getTime() + 7 * 3600e3).toISOString());

async function call(path, body) {
  const answer = await fetch(path, {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ lang: language, ...body }),
  });
  const content = (answer.headers.get("Content-Type") ?? "").startsWith("application/json") ? await answer.json() : {};
  if (answer.ok) return content;
  if (content.faults) throw Object.assign(new Error(w().failed), { faults: content.faults });
  throw new Error({ 404: ticket ? w().failed : w().nobody, 410: w().expired, 422: w().wrong, 429: w().many }[answer.status] ?? w().failed);
}
const work = async (act) => {
  try { say(""); await act(); } catch (fault) { say(fault.message); id("said").focus(); }
};
const change = (path, body) => work(async () => { farm = await call(path, { ticket, ...body }); show(); });

function button(parent, text, act, className = "second") {
  const element = add(parent, "button", text, className);
  element.type = "button";
  element.addEventListener("click", act);
  return element;
}

function removeButton(parent, plot) {
  let isSure = false;
  const element = button(parent, w().remove, () => {
    if (isSure) { change("/api/farm/plot/remove", { id: String(plot.id) }); return; }
    isSure = true;
    element.textContent = w().sure;
  }, "danger");
}

function showPlots() {
  id("plots").replaceChildren();
  if (farm.plots.length === 0) add(id("plots"), "li", w().none);
  for (const plot of farm.plots) {
    const item = add(id("plots"), "li", undefined, "farm-plot");
    add(item, "h3", plot[`name_${language}`]);
    const facts = [plot.rai === null ? "" : `${plot.rai} ${language === "th" ? "ไร่" : "rai"}`, plot.planted_on ? `${w().planted_on.replace(/ \(.*/, "")} ${day(plot.planted_on)}` : "",
      plot.soil ? w().soils[plot.soil] ?? plot.soil : ""].filter((fact) => fact);
    if (facts.length > 0) add(item, "p", facts.join(" · "));
    const list = add(item, "ul");
    const lines = plot[`outlook_${language}`];
    for (const line of lines.length > 0 ? lines : [w().noOutlook]) add(list, "li", line);
    button(item, w().change, () => edit(plot));
    removeButton(item, plot);
  }
}

function choice(parent, name, entries, chosen, isRequired) {
  const paragraph = add(parent, "p");
  const label = add(paragraph, "label", w()[name]);
  label.htmlFor = `plot-${name}`;
  const select = add(paragraph, "select");
  select.id = `plot-${name}`;
  select.name = name;
  select.required = isRequired;
  for (const [value, text] of [["", ""], ...entries]) {
    const option = add(select, "option", text);
    option.value = value;
    option.selected = value === (chosen ?? "");
  }
}

function field(parent, name, type, value) {
  const paragraph = add(parent, "p");
  const label = add(paragraph, "label", w()[name]);
  label.htmlFor = `plot-${name}`;
  const input = add(paragraph, "input");
  Object.assign(input, { id: `plot-${name}`, name, type, value: value ?? "" });
  return input;
}

function edit(plot) {
  const form = id("plot");
  form.replaceChildren();
  form.hidden = false;
  choice(form, "crop", farm.crops.map((crop) => [crop.code, crop[language]]), plot?.crop, true);
  choice(form, "variety", farm.varieties.map((variety) => [variety.code, variety[language]]), plot?.variety, false);
  const region = field(form, "region", "text", plot?.region);
  Object.assign(region, { inputMode: "numeric", pattern: "[1-9][0-9]{1,5}", required: true, maxLength: 6 });
  field(form, "planted_on", "date", plot?.planted_on);
  choice(form, "soil", farm.soils.map((soil) => [soil, w().soils[soil] ?? soil]), plot?.soil, false);
  Object.assign(field(form, "rai", "number", plot?.rai), { min: "0.01", max: "10000", step: "0.01" });
  choice(form, "irrigated", [["yes", w().yes], ["no", w().no]], plot?.irrigated === null || plot === undefined ? "" : plot.irrigated ? "yes" : "no", false);
  const last = add(form, "p");
  add(last, "button", w().save).type = "submit";
  button(last, w().cancel, () => { form.hidden = true; id("add").focus(); });
  form.onsubmit = (event) => {
    event.preventDefault();
    const body = Object.fromEntries(new FormData(form).entries());
    if (plot) body.id = String(plot.id);
    work(async () => {
      try {
        farm = await call("/api/farm/plot", { ticket, ...body });
        form.hidden = true;
        show();
      } catch (fault) {
        const wrong = Object.keys(fault.faults ?? {}).map((name) => w()[name]).filter((name) => name);
        if (wrong.length > 0) throw new Error(`${wrong.join(", ")}: ${w().rule}`);
        throw fault;
      }
    });
  };
  form.querySelector("select").focus();
}

// Past prices as a line, the forecast as a dashed line in its bands.
function picture(parent, price) {
  const points = price.past.map(([date, value]) => [Date.parse(date), value]);
  const steps = price.steps.map(([date, ...values]) => [Date.parse(date), ...values]);
  const times = [...points, ...steps].map((point) => point[0]);
  const values = [...points.map((point) => point[1]), ...steps.flatMap((step) => step.slice(1))];
  const [left, right] = [Math.min(...times), Math.max(...times)];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = (time) => 60 + (right > left ? ((time - left) / (right - left)) * 520 : 260);
  const y = (value) => 210 - (high > low ? ((value - low) / (high - low)) * 190 : 95);
  const box = draw(parent, "svg", { viewBox: "0 0 600 240", class: "picture", role: "img", "aria-label": `${price[`name_${language}`]}. ${w().picture}. ${price[`ahead_${language}`]}` });
  for (const value of [low, (low + high) / 2, high]) {
    draw(box, "line", { x1: 60, x2: 580, y1: y(value), y2: y(value), class: "grid" });
    draw(box, "text", { x: 54, y: y(value) + 4, "text-anchor": "end" }, value.toLocaleString("en", { maximumFractionDigits: value < 1000 ? 1 : 0 }));
  }
  const start = points[points.length - 1];
  const from = [start[0], start[1], start[1], start[1], start[1], start[1]];
  const band = (lower, upper, name) => draw(box, "polygon", {
    class: name,
    points: [...[from, ...steps].map((step) => `${x(step[0])},${y(step[upper])}`), ...[from, ...steps].reverse().map((step) => `${x(step[0])},${y(step[lower])}`)].join(" "),
  });
  if (steps.length > 0) { band(4, 5, "band95"); band(2, 3, "band80"); }
  draw(box, "polyline", { class: "line", points: points.map((point) => `${x(point[0])},${y(point[1])}`).join(" ") });
  if (steps.length > 0) draw(box, "polyline", { class: "ahead", points: [from, ...steps].map((step) => `${x(step[0])},${y(step[1])}`).join(" ") });
  draw(box, "text", { x: 60, y: 232 }, day(new Date(left).toISOString()));
  draw(box, "text", { x: 580, y: 232, "text-anchor": "end" }, day(new Date(right).toISOString()));
}

function showPrices() {
  id("prices").replaceChildren();
  if (farm.prices.length === 0) add(id("prices"), "p", w().none);
  for (const price of farm.prices) {
    add(id("prices"), "h3", `${price[`name_${language}`]} ${price[`now_${language}`]}`);
    if (price[`ahead_${language}`]) add(id("prices"), "p", price[`ahead_${language}`]);
    if (price.naive) add(id("prices"), "p", w().naive, "hint");
    if (price.past.length > 0) picture(id("prices"), price);
  }
}

function showAdvice() {
  id("advice").replaceChildren();
  if (farm.advice.length === 0) add(id("advice"), "li", w().none);
  for (const one of farm.advice) {
    const item = add(id("advice"), "li");
    add(item, "b", bangkokDay(one.given_at));
    add(item, "span", one.text);
    if (one.done_at) add(item, "span", `${w().done} ${bangkokDay(one.done_at)}`, "done");
    else if (one.asks) button(item, w().markDone, () => change("/api/farm/done", { advice: String(one.id) }));
  }
}

function show() {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = w()[element.dataset.word];
  id("language").textContent = w().other;
  id("farm").hidden = !farm;
  if (!farm) return;
  id("ask").hidden = true;
  id("enter").hidden = true;
  showPlots();
  showPrices();
  showAdvice();
  id("share").textContent = farm.shared_since ? w().unshare : w().share;
}

id("language").addEventListener("click", () => { language = language === "th" ? "en" : "th"; id("plot").hidden = true; say(""); show(); });
id("add").addEventListener("click", () => edit());
id("share").addEventListener("click", () => change("/api/farm/sharing", { shared: farm.shared_since ? "no" : "yes" }));
id("ask").addEventListener("submit", (event) => {
  event.preventDefault();
  work(async () => {
    const asked = await call("/register/manage", { address: id("address").value });
    registration = asked.registration;
    id("enter").hidden = false;
    say(`${w().sent} ${asked.sent_to}`);
    id("code").focus();
  });
});
id("enter").addEventListener("submit", (event) => {
  event.preventDefault();
  work(async () => {
    ticket = (await call("/register/code", { registration, code: id("code").value })).ticket;
    farm = await call("/api/farm", { ticket });
    language = farm.language;
    show();
  });
});
show();

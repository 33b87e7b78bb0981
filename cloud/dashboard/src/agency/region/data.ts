// What the cloud tells of a region.
export type RegionView = {
  id: string; name_th: string | null; name_en: string | null; network_time: string | null;
  quantity: { code: string; name_th: string; name_en: string; unit: string; decimals: number } | null;
  now: { stations: number; reporting: number; silent: number; mean: number | null; max: number | null; max_station: string | null };
  days: { day: string; mean: number | null; min: number | null; max: number | null; stations: number; completeness: number | null }[];
  ranking: {
    station: string; name_th: string | null; name_en: string | null; value: number | null; taken_at: string | null; quality: number | null;
    mean_24h: number | null; max_24h: number | null; completeness: number | null;
  }[];
  children: { id: string; name_th?: string | null; name_en?: string | null; stations: number; reporting: number; mean: number | null; max: number | null }[];
  quantities: string[];
};

/** The ranking as rows of a table: numbers with all digits, times in UTC. */
export function rowsOf(view: RegionView): (string | number | null)[][] {
  return [
    ["station", "name_th", "name_en", `value_${view.quantity?.unit ?? ""}`, "taken_at", "quality", "mean_24h", "max_24h", "completeness_24h"],
    ...view.ranking.map((one) => [one.station, one.name_th, one.name_en, one.value, one.taken_at, one.quality, one.mean_24h, one.max_24h, one.completeness]),
  ];
}

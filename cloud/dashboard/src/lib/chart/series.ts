// What a chart draws, and how a series that the cloud sends becomes that.

/** One series of a chart. Columns have equal length; `null` is a gap and is drawn as one. */
export type ChartSeries = {
  label: string;
  /** As the cloud sends it (UCUM). Series of one chart with different units get an axis each, two at most. */
  unit: string;
  decimals: number;
  /** Unix seconds, ascending. */
  t: number[];
  value: (number | null)[];
  /** The band around the line: extremes in a pixel, or the doubt of a forecast. */
  min?: (number | null)[];
  max?: (number | null)[];
  /** Readings that are not usable: drawn as marks, never joined. */
  doubtMin?: (number | null)[];
  doubtMax?: (number | null)[];
  /** The worst quality flag of each row: 1, 2, 3, 4, or 9 in a gap. */
  quality?: number[];
  /** The test that set it. */
  test?: (string | null)[];
};

/** A level across the chart, as a threshold. */
export type ChartLimit = { value: number; label: string; color?: string };

/** A moment across the chart, as a warning or the begin of a forecast; unix seconds. */
export type ChartMark = { at: number; label: string };

/** What `GET /api/series` answers. */
export type SeriesView = {
  station: string; series: string; name_th: string; name_en: string; unit: string; decimals: number;
  from: string; to: string; step_s: number; source: "readings" | "hours" | "days"; interval_s: number | null;
  t: number[]; min: (number | null)[]; max: (number | null)[]; mean: (number | null)[]; last: (number | null)[];
  count: number[]; total: number[]; quality: number[]; test: (string | null)[];
  doubt_min: (number | null)[]; doubt_max: (number | null)[];
  gaps: { from: string; to: string }[]; gaps_total: number; network_time: string | null;
};

/** A series of the cloud as a chart draws it. */
export function chartSeriesOf(view: SeriesView, label: string): ChartSeries {
  return {
    label, unit: view.unit, decimals: view.decimals, t: view.t, value: view.mean, min: view.min, max: view.max,
    doubtMin: view.doubt_min, doubtMax: view.doubt_max, quality: view.quality, test: view.test,
  };
}

/** Colours that colour-blind people can tell apart (Okabe and Ito), for paper and for dark; each has a dash of its own as well. */
export const looks: readonly { light: string; dark: string; dash: number[] }[] = [
  { light: "#0072b2", dark: "#56b4e9", dash: [] },
  { light: "#b34700", dark: "#f0953d", dash: [8, 4] },
  { light: "#00724f", dark: "#3fcfa0", dash: [2, 3] },
  { light: "#9c3f79", dark: "#e79fc7", dash: [10, 3, 2, 3] },
  { light: "#6b5b00", dark: "#f0e442", dash: [5, 2] },
  { light: "#444444", dark: "#dddddd", dash: [1, 2] },
];

/** All columns on one axis of time. A row that a series does not have is `undefined` (nothing to draw), its gaps stay `null`. */
export function join(series: readonly ChartSeries[]): { t: number[]; index: Map<number, number>[] } {
  const times = new Set<number>();
  for (const one of series) {
    for (const at of one.t) {
      times.add(at);
    }
  }
  const t = [...times].sort((a, b) => a - b);
  return { t, index: series.map((one) => new Map(one.t.map((at, i) => [at, i]))) };
}

export type Column = (number | null | undefined)[];

export function columnOf(t: readonly number[], index: Map<number, number>, values: readonly (number | null)[] | undefined): Column {
  return t.map((at) => {
    const i = index.get(at);
    return i === undefined || values === undefined ? undefined : values[i] ?? null;
  });
}

/** What the chart shows as rows of a table: times in Thai time, each series with its band and the worst quality of the row. */
export function rowsOf(series: readonly ChartSeries[]): string[][] {
  const { t, index } = join(series);
  const head = ["time", ...series.flatMap((one) => {
    const name = one.unit === "" ? one.label : `${one.label} (${one.unit})`;
    return [name, ...(one.min ? [`${name} min`] : []), ...(one.max ? [`${name} max`] : []), ...(one.quality ? [`${one.label} quality`] : [])];
  })];
  const rows = t.map((at, row) => [
    new Date((at + 7 * 3600) * 1000).toISOString().replace(/\.\d+Z$/, "+07:00"),
    ...series.flatMap((one, s) => {
      const i = index[s]?.get(t[row] ?? at);
      const show = (values: readonly (number | null)[] | undefined): string => (i === undefined ? "" : `${values?.[i] ?? ""}`);
      return [show(one.value), ...(one.min ? [show(one.min)] : []), ...(one.max ? [show(one.max)] : []), ...(one.quality ? [show(one.quality)] : [])];
    }),
  ]);
  return [head, ...rows];
}

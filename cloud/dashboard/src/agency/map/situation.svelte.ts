// What the map shows: the stations, the values of now kept up to date, and moments of the past for play-back.
import { get, pathOf } from "../../lib/api";
import { hazardCodes, hazardText } from "../../lib/hazards";
import { listen, type LinkState, type Live } from "../../lib/live";
import { stepAt, stepsOf, type Scale, type Step } from "../../lib/map/scales";
import { named } from "../../lib/words";

export type Kind = "quantity" | "index" | "hazard";
export type Measure = {
  kind: Kind; code: string; name_th: string; name_en: string; unit: string; decimals: number; scale: Scale | null; past: boolean; stations: number | null;
};
export type Roster = {
  roster: string; id: string[]; name_th: string[]; name_en: string[]; latitude: (number | null)[]; longitude: (number | null)[]; region: string[];
};
export type OpenEvent = { event: string; hazard: string; region: string; level: number; onset: string };
type Values = {
  network_time: string | null; position: string | number; roster: string; silent_after_s: number;
  i: number[]; v: (number | null)[]; t: (number | null)[]; q: number[]; s: string[] | null; events: OpenEvent[] | null;
};
type Frames = { roster: string; step_s: number; factor: number; t: number[]; i: number[]; v: (number | null)[][] };
type Change = { network_time: string | null; values: [station: string, series: string, value: number, at: number, quality: number][] };

/** What is known of a station at the moment that is shown; `value` is what was read, `level` is null when it must not count. */
export type Spot = {
  place: number; id: string; region: string; value: number | null; step: Step | null; at: number | null; isSilent: boolean; isDoubtful: boolean;
};
export type Span = { frames: number; stepS: number };

export const spans = { day: { frames: 24, stepS: 3600 }, threeDays: { frames: 24, stepS: 10_800 }, week: { frames: 28, stepS: 21_600 }, month: { frames: 30, stepS: 86_400 } } as const;
export type SpanName = keyof typeof spans;

/** What is shown to whoever asks for nothing. */
const usual = "index:aqi";
/** How often values that no stream tells of are asked for. */
const askAgainMs = 30_000;
/** How long changes are gathered before the map is drawn anew. */
const gatherMs = 700;

type Reading = { value: number | null; at: number | null; quality: number; series: string };

export class Situation {
  measures = $state.raw<Measure[]>([]);
  roster = $state.raw<Roster | null>(null);
  measure = $state.raw<Measure | null>(null);
  frames = $state.raw<Frames | null>(null);
  /** Which frame is shown; null is now. */
  frame = $state<number | null>(null);
  events = $state.raw<OpenEvent[]>([]);
  link = $state<LinkState>("connecting");
  fault = $state.raw<unknown>(null);
  isLoading = $state(true);
  isLoadingPast = $state(false);
  networkTime = $state.raw<number | null>(null);
  #now = $state.raw<ReadonlyMap<number, Reading>>(new Map());
  #silentAfterS = 600;
  #places = new Map<string, number>();
  #live: Live | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;
  #gathered: Change["values"] = [];
  #drawing: ReturnType<typeof setTimeout> | undefined;
  #question = 0;

  readonly time = $derived(this.frame === null ? null : (this.frames?.t[this.frame] ?? null));
  readonly steps = $derived(this.measure === null ? [] : stepsOf(
    this.measure.scale,
    this.measure.scale ? [] : this.frames ? this.frames.v.flat().filter((v) => v !== null).map((v) => v / this.frames!.factor) : this.#usable(),
    this.measure.decimals,
  ));
  readonly spots = $derived.by(() => (this.frame === null || !this.frames ? this.#spotsNow() : this.#spotsAt(this.frames, this.frame)));

  async open(asked: string | null): Promise<void> {
    this.fault = null;
    this.isLoading = true;
    // What will most likely be shown is asked for together with what there is to show.
    const guess = asked ?? usual;
    const [kind, code] = guess.split(":") as [Kind, string];
    const ahead = valuesOf(kind, code).catch(() => null);
    try {
      const [measures, roster] = await Promise.all([get<{ measures: Measure[] }>("/api/map/measures"), get<Roster>("/api/map/stations")]);
      this.measures = measures.measures;
      this.#takeRoster(roster);
      const found = this.find(asked) ?? this.find(usual) ?? this.find("hazard:any") ?? this.measures[0] ?? null;
      await this.choose(found, found && nameOf(found) === guess ? await ahead : null);
    } catch (fault) {
      this.fault = fault;
    }
    this.isLoading = false;
  }

  find(name: string | null): Measure | undefined {
    return this.measures.find((measure) => nameOf(measure) === name);
  }

  async choose(measure: Measure | null, values: Values | null = null): Promise<void> {
    this.#stop();
    this.frames = null;
    this.frame = null;
    this.#now = new Map();
    this.measure = measure;
    if (measure) {
      await this.#ask(values);
    }
  }

  async loadPast(span: Span): Promise<void> {
    const measure = this.measure;
    if (!measure || !this.roster) {
      return;
    }
    const question = ++this.#question;
    this.isLoadingPast = true;
    try {
      const to = new Date((this.networkTime ?? Date.now() / 1000) * 1000).toISOString();
      const frames = await get<Frames>(pathOf("/api/map/frames", { [measure.kind]: measure.code, to, frames: span.frames, step: span.stepS }));
      if (question === this.#question) {
        if (frames.roster !== this.roster.roster) {
          this.#takeRoster(await get<Roster>("/api/map/stations"));
        }
        this.frames = frames;
      }
    } finally {
      if (question === this.#question) {
        this.isLoadingPast = false;
      }
    }
  }

  close(): void {
    this.#stop();
  }

  #stop(): void {
    this.#question++;
    this.isLoadingPast = false;
    this.#live?.close();
    this.#live = null;
    clearInterval(this.#timer);
    clearTimeout(this.#drawing);
    this.#drawing = undefined;
    this.#gathered = [];
  }

  async #ask(known: Values | null = null): Promise<void> {
    const measure = this.measure!;
    const question = this.#question;
    const values = known ?? await valuesOf(measure.kind, measure.code);
    if (values.roster !== this.roster?.roster) {
      this.#takeRoster(await get<Roster>("/api/map/stations"));
    }
    if (question !== this.#question) {
      return;
    }
    this.#silentAfterS = values.silent_after_s;
    this.networkTime = secondsOf(values.network_time);
    this.events = values.events ?? [];
    this.#now = new Map(values.i.map((place, n) => [place, {
      value: values.v[n] ?? null, at: values.t[n] ?? null, quality: values.q[n] ?? 9, series: values.s?.[n] ?? "",
    }]));
    if (!this.#live) {
      this.#follow(measure, values.position);
    }
  }

  #follow(measure: Measure, position: string | number): void {
    const again = (): void => void this.#ask().catch(() => (this.link = "down"));
    if (measure.kind === "quantity") {
      this.#live = listen(pathOf("/api/live", { topics: "map", series: measure.code, after: position }), {
        map: (change: Change) => this.#gather(change),
        beat: (beat: { network_time: string | null }) => (this.networkTime = secondsOf(beat.network_time) ?? this.networkTime),
      }, (state) => (this.link = state));
    } else {
      // What is worked out on the cloud is asked for again; the stream tells that the line stands, and of warnings at once.
      let isFirst = true;
      this.#live = listen("/api/live?topics=alerts", {
        alerts: () => {
          if (!isFirst && this.frame === null) {
            again();
          }
          isFirst = false;
        },
      }, (state) => (this.link = state));
      this.#timer = setInterval(() => {
        if (!document.hidden && this.frame === null) {
          again();
        }
      }, askAgainMs);
    }
  }

  #gather(change: Change): void {
    this.#gathered.push(...change.values);
    this.networkTime = secondsOf(change.network_time) ?? this.networkTime;
    this.#drawing ??= setTimeout(() => {
      const now = new Map(this.#now);
      for (const [station, series, value, at, quality] of this.#gathered) {
        const place = this.#places.get(station);
        const before = place === undefined ? undefined : now.get(place);
        if (place !== undefined && (!before || before.series === series || before.series === "" || (before.at ?? 0) < at - this.#silentAfterS)) {
          now.set(place, { value, at, quality, series });
        }
      }
      this.#gathered = [];
      this.#drawing = undefined;
      this.#now = now;
    }, gatherMs);
  }

  #takeRoster(roster: Roster): void {
    this.#places = new Map(roster.id.map((id, place) => [id, place]));
    this.roster = roster;
  }

  #usable(): number[] {
    return [...this.#now.values()].flatMap((r) => (r.value !== null && r.quality <= 2 ? [r.value] : []));
  }

  #spotsNow(): Spot[] {
    const roster = this.roster;
    if (!roster) {
      return [];
    }
    const oldest = (this.networkTime ?? 0) - this.#silentAfterS;
    const isHazard = this.measure?.kind === "hazard";
    return [...this.#now].flatMap(([place, { value, at, quality }]) => {
      const id = roster.id[place];
      if (id === undefined) {
        return [];
      }
      // An event stays what it is while its stations are silent; the cloud says when nothing is known of an area.
      const isSilent = !isHazard && at !== null && at < oldest;
      const isDoubtful = value !== null && quality > 2;
      const step = value === null || isSilent || isDoubtful ? null : (stepAt(this.steps, value) ?? null);
      return [{ place, id, region: roster.region[place]!, value, step, at, isSilent, isDoubtful }];
    });
  }

  #spotsAt(frames: Frames, frame: number): Spot[] {
    const roster = this.roster!;
    const values = frames.v[frame] ?? [];
    return frames.i.flatMap((place, n) => {
      const id = roster.id[place];
      const scaled = values[n] ?? null;
      const value = scaled === null ? null : scaled / frames.factor;
      return id === undefined ? [] : [{
        place, id, region: roster.region[place]!, value, step: value === null ? null : (stepAt(this.steps, value) ?? null), at: frames.t[frame]!,
        isSilent: false, isDoubtful: false,
      }];
    });
  }
}

function valuesOf(kind: Kind, code: string): Promise<Values> {
  return get<Values>(pathOf("/api/map", { [kind]: code }));
}

/** How addresses name a measure. */
export function nameOf(measure: Measure): string {
  return `${measure.kind}:${measure.code}`;
}

/** What people call a measure: hazards as on every other page. */
export function measureText(measure: Measure): string {
  return measure.kind === "hazard" && hazardCodes.includes(measure.code) ? hazardText(measure.code) : named({ th: measure.name_th, en: measure.name_en });
}

function secondsOf(time: string | null): number | null {
  return time === null ? null : new Date(time).getTime() / 1000;
}

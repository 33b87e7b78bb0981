// Times in forms: what a person types is Bangkok time, whatever the device's own clock thinks.
const bangkokMs = 7 * 3_600_000;

/** A time as an input of type datetime-local takes it. */
export function toLocal(time: string | number): string {
  return new Date(new Date(time).getTime() + bangkokMs).toISOString().slice(0, 16);
}

/** What such an input holds, as the cloud reads it; null when it is no time. */
export function fromLocal(text: string): string | null {
  const time = Date.parse(`${text}:00Z`);
  return Number.isNaN(time) ? null : `${new Date(time - bangkokMs).toISOString().slice(0, 19)}Z`;
}

// Questions to the cloud. Every answer is JSON; a refusal is said in the reader's language.
import { refusalFrom, refusalText, type Refusal } from "./refusals";

/** A refusal, or no answer at all (status 0). */
export class ApiError extends Error {
  /**
   * `body` is the JSON that was answered, for pages that show faults field by field; null where there was none. `refusal` is which refusal
   * it is; the cloud's own sentence is for machines, and stands in `message` only where there is no code.
   */
  constructor(readonly status: number, sentence: string, readonly body: unknown = null, readonly refusal: Refusal | null = null) {
    super(status === 0 ? sentence : refusalText(status, refusal, sentence));
    this.name = "ApiError";
  }

  /** Whether it is the refusal of that code. */
  is(code: string): boolean {
    return this.refusal?.code === code;
  }

  /** The line is gone, or the cloud is. */
  get isOffline(): boolean {
    return this.status === 0;
  }
}

// No page of another site can set a header, so that nothing is done in a reader's name by a link.
const pageHeader = { "x-eag-page": "1" };

/** How long a question may take. */
const timeoutMs = 20_000;

async function ask(path: string, init: RequestInit): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(path, { ...init, credentials: "same-origin", signal: init.signal ?? AbortSignal.timeout(timeoutMs) });
  } catch (fault) {
    if (init.signal?.aborted) {
      throw fault;
    }
    throw new ApiError(0, "");
  }
  if (!answer.ok) {
    if (answer.status === 401) {
      window.dispatchEvent(new CustomEvent("eag-unauthorized"));
    }
    throw await refusalOf(answer);
  }
  return answer;
}

async function refusalOf(answer: Response): Promise<ApiError> {
  const text = await answer.text().catch(() => "");
  const refusal = refusalFrom(answer.headers.get("eag-refusal"));
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === "object" && body !== null) {
      const { text: said, error, detail, reason, faults } = body as Record<string, unknown>;
      const all = Array.isArray(faults) ? faults.join("; ") : undefined;
      return new ApiError(answer.status, [said, error, detail, reason, all].find((part): part is string => typeof part === "string") ?? "", body, refusal);
    }
  } catch {
    // Not JSON: the sentence itself.
  }
  return new ApiError(answer.status, text.slice(0, 500), null, refusal);
}

/** Reads a JSON document. The browser asks with the entity tag it has and takes what it holds when nothing changed. */
export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  const answer = await ask(path, { headers: { accept: "application/json" }, ...(signal ? { signal } : {}) });
  return (await answer.json()) as T;
}

/** Sends JSON and reads the JSON that is answered, or null where there is none. */
export async function send<T>(method: "POST" | "PUT" | "DELETE" | "PATCH", path: string, body?: unknown): Promise<T> {
  const answer = await ask(path, {
    method,
    headers: { accept: "application/json", ...pageHeader, ...(body === undefined ? {} : { "content-type": "application/json" }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return (text === "" ? null : JSON.parse(text)) as T;
}

/** A path with its questions; what is null or undefined is left out. */
export function pathOf(path: string, query: Record<string, string | number | boolean | null | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== "") {
      search.set(name, `${value}`);
    }
  }
  return search.size > 0 ? `${path}?${search}` : path;
}

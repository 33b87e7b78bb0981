// The files of the public pages. A name with a hash never changes, so that what is kept is right; the page around them is asked for first,
// and the kept one stands in when no answer comes.

const cacheName = "pages-1";
/** One shell stands in for every public page: they are all made by its script. */
const shell = "/";
/** A line that has not answered by now is taken for none: the kept page comes at once, and asks again itself. */
const patienceMs = 4_000;
/** More files than the pages are made of: those of versions before go, the oldest first. */
const filesKeptMax = 120;

const isPublicPage = (path: string): boolean => /^\/($|place\/|map$|forecasts$|farm$|kiosk\/|poster\/|story$)/.test(path);
const isKept = (path: string): boolean => path.startsWith("/assets/") || path === "/icon.svg" || path === "/manifest.webmanifest";

/** Keeps the shell and the files it names; without a line the worker is not installed yet, and the browser tries again. */
export async function openShell(): Promise<void> {
  const cache = await caches.open(cacheName);
  const answer = await fetch(shell, { cache: "no-cache" });
  if (!answer.ok) {
    throw new Error(`the page: ${answer.status}`);
  }
  const files = [...(await answer.clone().text()).matchAll(/(?:src|href)="(\/(?:assets\/[^"]+|icon\.svg|manifest\.webmanifest))"/g)].map((found) => found[1]!);
  await cache.put(shell, answer);
  await keepFiles(files);
}

/** Keeps files that are not there yet. One that cannot be had costs only itself. */
export async function keepFiles(files: readonly string[]): Promise<void> {
  const cache = await caches.open(cacheName);
  await Promise.all(files.filter((file) => isKept(new URL(file, location.origin).pathname) && new URL(file, location.origin).origin === location.origin)
    .map(async (file) => {
      if (await cache.match(file) === undefined) {
        await cache.add(file).catch(() => {});
      }
    }));
  const kept = await cache.keys();
  await Promise.all(kept.filter((request) => new URL(request.url).pathname.startsWith("/assets/")).slice(0, Math.max(0, kept.length - filesKeptMax))
    .map((request) => cache.delete(request)));
}

/** The answer to a request for a page or one of its files; null for all that is none of ours, as every question to the interface. */
export function takeFile(request: Request): Promise<Response> | null {
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) {
    return null;
  }
  return request.mode === "navigate" ? (isPublicPage(url.pathname) ? page(request) : null) : isKept(url.pathname) ? file(request) : null;
}

async function file(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request.url);
  if (kept) {
    return kept;
  }
  const answer = await fetch(request);
  if (answer.ok) {
    await cache.put(request.url, answer.clone());
  }
  return answer;
}

async function page(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(shell);
  const asked = fetch(request).then(async (answer) => {
    if (answer.ok) {
      await cache.put(shell, answer.clone());
      return answer;
    }
    // A cloud that is being restarted answers with a fault of whatever stands before it.
    return answer.status >= 500 && kept ? kept.clone() : answer;
  });
  if (!kept) {
    return asked;
  }
  const late = new Promise<Response>((resolve) => { setTimeout(() => resolve(kept.clone()), patienceMs); });
  return Promise.race([asked.catch(() => kept.clone()), late]);
}

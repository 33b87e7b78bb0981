// The service worker: it keeps the pages for when there is no line, and shows pushed warnings.

/** The worker, or null where the browser allows none. */
export async function worker(): Promise<ServiceWorkerRegistration | null> {
  if (!("serviceWorker" in navigator)) {
    return null;
  }
  try {
    return await navigator.serviceWorker.register("/sw.js");
  } catch {
    return null;
  }
}

/**
 * Tells the worker which files this page is made of, so that it opens without a line: on a first visit they came before the worker was there.
 */
export async function keepPages(): Promise<void> {
  if (await worker() === null) {
    return;
  }
  const registration = await navigator.serviceWorker.ready;
  const files = performance.getEntriesByType("resource").map((entry) => entry.name).filter((name) => name.startsWith(`${location.origin}/assets/`));
  registration.active?.postMessage({ kind: "keep", files });
}

// The service worker. It keeps the files of the pages, so that they open without a line; what a place's state was last is kept by the pages
// themselves, which tell its age. And it shows warnings that come by web push, also while no page is open: everything it needs comes with the
// message, for the phone may have just this one moment of network.
import { keepFiles, openShell, takeFile } from "./files";
import { showPush } from "./push";

const worker = self as unknown as ServiceWorkerGlobalScope;

worker.addEventListener("install", (event) => {
  event.waitUntil(openShell().then(() => worker.skipWaiting()));
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(worker.clients.claim());
});

worker.addEventListener("fetch", (event) => {
  const answer = takeFile(event.request);
  if (answer !== null) {
    event.respondWith(answer);
  }
});

worker.addEventListener("message", (event) => {
  const told = event.data as { kind?: unknown; files?: unknown } | null;
  if (told?.kind === "keep" && Array.isArray(told.files)) {
    event.waitUntil(keepFiles(told.files.filter((file): file is string => typeof file === "string")));
  }
});

worker.addEventListener("push", (event) => {
  event.waitUntil(showPush(worker, event.data));
});

worker.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(openPage((event.notification.data as { url?: string } | null)?.url ?? `${worker.location.origin}/`));
});

async function openPage(url: string): Promise<unknown> {
  const pages = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const open = pages.find((page) => page.url === url) ?? pages[0];
  return open ? open.focus() : worker.clients.openWindow(url);
}

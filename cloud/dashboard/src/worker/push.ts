// Warnings by web push.

const words = {
  th: { more: "แตะเพื่ออ่านต่อ", late: "ข้อความเตือนภัยนี้หมดเวลาแล้ว", unreadable: "มีประกาศเตือนภัย แตะเพื่อดู" },
  en: { more: "Tap to read on", late: "This warning is over", unreadable: "There is a warning. Tap to see it" },
};

type Message = {
  title: string; body: string; lang?: string; event?: string; severity?: string; clear?: boolean; expires?: number; more?: boolean; url?: unknown; shown?: unknown;
};

// A push that shows nothing costs the site its permission, so that even one that cannot be read says that there is something.
function read(data: PushMessageData | null): Message | null {
  try {
    const message = data?.json() as Message | undefined;
    return message && typeof message.title === "string" && typeof message.body === "string" ? message : null;
  } catch {
    return null;
  }
}

function samePage(url: unknown): string {
  const target = new URL(typeof url === "string" ? url : "/", location.origin);
  return target.origin === location.origin ? target.href : `${location.origin}/`;
}

/** Shows a pushed warning and tells open pages, which ask for the state of their place again. */
export async function showPush(worker: ServiceWorkerGlobalScope, data: PushMessageData | null): Promise<void> {
  const message = read(data);
  if (message === null) {
    await worker.registration.showNotification("EnviAgriNet", { body: words.th.unreadable, lang: "th", tag: "unreadable", icon: "/icon.svg", data: { url: "/" } });
    return;
  }
  const say = message.lang === "en" ? words.en : words.th;
  const isLate = (message.expires ?? 0) > 0 && (message.expires ?? 0) < Date.now();
  const isGrave = message.clear !== true && !isLate && (message.severity === "Extreme" || message.severity === "Severe");
  const options: NotificationOptions & { renotify: boolean; vibrate: number[] } = {
    body: [isLate ? say.late : "", message.body, message.more ? say.more : ""].filter((line) => line !== "").join("\n"),
    ...(message.lang === undefined ? {} : { lang: message.lang }),
    tag: message.event ?? "warning",
    renotify: true,
    requireInteraction: isGrave,
    vibrate: isGrave ? [300, 100, 300, 100, 300] : [200],
    icon: "/icon.svg",
    badge: "/icon.svg",
    data: { url: samePage(message.url) },
  };
  await worker.registration.showNotification(message.title, options);
  for (const page of await worker.clients.matchAll({ type: "window" })) {
    page.postMessage({ kind: "warning" });
  }
  if (message.shown) {
    // Whether we can say so does not matter to who reads it.
    await fetch(samePage(message.shown), { method: "POST" }).catch(() => {});
  }
}

// Shows warnings that come by web push, also while no page is open. Everything it needs comes with the message: the phone may have
// just this one moment of network.
const words = {
  th: { more: "แตะเพื่ออ่านต่อ", late: "ข้อความเตือนภัยนี้หมดเวลาแล้ว", unreadable: "มีประกาศเตือนภัย แตะเพื่อดู" },
  en: { more: "Tap to read on", late: "This warning is over", unreadable: "There is a warning. Tap to see it" },
};

// A push that shows nothing costs the site its permission, so that even one that cannot be read says that there is something.
function read(data) {
  try {
    const message = data.json();
    return typeof message.title === "string" && typeof message.body === "string" ? message : null;
  } catch {
    return null;
  }
}

function samePage(url) {
  const target = new URL(typeof url === "string" ? url : "/", self.location.origin);
  return target.origin === self.location.origin ? target.href : self.location.origin + "/";
}

async function show(data) {
  const message = read(data);
  if (message === null) {
    await self.registration.showNotification("EnviAgriNet", { body: words.th.unreadable, lang: "th", tag: "unreadable", icon: "/icon.svg", data: { url: "/" } });
    return;
  }
  const say = words[message.lang] ?? words.th;
  const isLate = message.expires > 0 && message.expires < Date.now();
  const isGrave = !message.clear && !isLate && ["Extreme", "Severe"].includes(message.severity);
  await self.registration.showNotification(message.title, {
    body: [isLate ? say.late : "", message.body, message.more ? say.more : ""].filter((line) => line !== "").join("\n"),
    lang: message.lang,
    tag: message.event,
    renotify: true,
    requireInteraction: isGrave,
    vibrate: isGrave ? [300, 100, 300, 100, 300] : [200],
    icon: "/icon.svg",
    badge: "/icon.svg",
    data: { url: samePage(message.url) },
  });
  if (message.shown) {
    // Whether we can say so does not matter to who reads it.
    await fetch(samePage(message.shown), { method: "POST" }).catch(() => {});
  }
}

async function openPage(url) {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const open = pages.find((page) => page.url === url) ?? pages[0];
  return open ? open.focus() : self.clients.openWindow(url);
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("push", (event) => event.waitUntil(show(event.data)));
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(openPage(event.notification.data?.url ?? self.location.origin + "/"));
});

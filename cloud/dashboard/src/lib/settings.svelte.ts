// What a reader chose for this device. Kept in the browser alone; a browser that keeps nothing starts with the defaults each time.

export type Language = "th" | "en";
export type Theme = "auto" | "light" | "dark";

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Not kept then.
  }
}

class Settings {
  language = $state<Language>(read("language") === "en" ? "en" : "th");
  theme = $state<Theme>(themeOf(read("theme")));
  isBigText = $state(read("big-text") === "yes");

  setLanguage(language: Language): void {
    this.language = language;
    keep("language", language);
    this.show();
  }

  setTheme(theme: Theme): void {
    this.theme = theme;
    keep("theme", theme);
    this.show();
  }

  setBigText(isBig: boolean): void {
    this.isBigText = isBig;
    keep("big-text", isBig ? "yes" : "no");
    this.show();
  }

  /** Tells the document, so that style sheets and screen readers know. */
  show(): void {
    const root = document.documentElement;
    root.lang = this.language;
    root.dataset.theme = this.theme;
    root.dataset.text = this.isBigText ? "big" : "normal";
  }
}

function themeOf(text: string | null): Theme {
  return text === "light" || text === "dark" ? text : "auto";
}

export const settings = new Settings();

import { settings, type Language } from "./settings.svelte";

/** The words of a page: both languages have the same keys, which the type holds. */
export type Words<K extends string> = Record<Language, Record<K, string>>;

/** Names in both languages, as the cloud sends them. */
export type Named = { th?: string | null; en?: string | null };

/** Makes a table of words; it is here so that a page's `words.ts` is checked where it is written. */
export function words<K extends string>(th: Record<K, string>, en: Record<NoInfer<K>, string>): Words<K> {
  return { th, en };
}

/**
 * What a page says its words with: `say("title")`. `{name}` in a text is replaced by the value of that name. Follows the language
 * while a component is drawn.
 */
export function sayer<K extends string>(table: Words<K>): (key: K, values?: Record<string, string | number>) => string {
  return (key, values) => {
    const text = table[settings.language][key];
    return values === undefined ? text : text.replace(/\{(\w+)\}/g, (whole, name: string) => `${values[name] ?? whole}`);
  };
}

/** Whether a text is a key of a table: for codes that come from outside. */
export function knows<K extends string>(table: Words<K>, key: string): key is K {
  return Object.hasOwn(table.th, key);
}

/** The name in the reader's language, or in the other one where there is no other. */
export function named(names: Named | null | undefined, otherwise = ""): string {
  const [first, second] = settings.language === "th" ? [names?.th, names?.en] : [names?.en, names?.th];
  return first || second || otherwise;
}

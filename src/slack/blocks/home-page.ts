import type { KnownBlock } from "@slack/types";
import type { Words } from "../../i18n/words.js";
import { actions, button } from "./block-parts.js";

/** The lists of her desk that may be long, and the page each one is open at, the first being 0. */
export const pagedLists = ["shown", "scheduled", "snoozed", "line", "posted"] as const;
export type PagedList = (typeof pagedLists)[number];
export type HomePages = Readonly<Record<PagedList, number>>;

export const firstPages: HomePages = { shown: 0, scheduled: 0, snoozed: 0, line: 0, posted: 0 };
/** Lines of one page. */
export const pageLength = 8;

/** A page of a list, and how long the whole is. */
export type Page<T> = { readonly lines: readonly T[]; readonly total: number };

export function pageOf<T>(all: readonly T[], page: number): Page<T> {
  const first = Math.min(page, lastPage(all.length)) * pageLength;
  return { lines: all.slice(first, first + pageLength), total: all.length };
}

const lastPage = (total: number) => Math.max(0, Math.ceil(total / pageLength) - 1);

/** What the buttons of the pages carry: where every list is open, so that none springs back. */
export function writePages(pages: HomePages): string {
  return pagedLists.map((list) => pages[list]).join(".");
}

/** Null for anything this product did not write. */
export function readPages(value: unknown): HomePages | null {
  if (!/^\d{1,5}(?:\.\d{1,5}){4}$/.test(String(value ?? ""))) return null;
  const [shown = 0, scheduled = 0, snoozed = 0, line = 0, posted = 0] = String(value).split(".").map(Number);
  return { shown, scheduled, snoozed, line, posted };
}

/** Back and on, where there is more of a list than one page. */
export function pageButtons(list: PagedList, total: number, pages: HomePages, words: Words): KnownBlock[] {
  const last = lastPage(total);
  const page = Math.min(pages[list], last);
  const say = words.desk.home;
  const to = (other: number) => writePages({ ...pages, [list]: other });
  const back = page > 0 ? [button("home_page_back", say.back, to(page - 1))] : [];
  const on = page < last ? [button("home_page", say.on(total - (page + 1) * pageLength), to(page + 1))] : [];
  return last === 0 ? [] : [actions([...back, ...on])];
}

import { createContext, useEffect } from "react";

/** Whether single keys act on this page: in the work rooms, and there until their owner switches them off (WCAG 2.1.4). */
export const ListKeys = createContext(false);

export type ListAct = "next" | "previous" | "open" | "search";

const acts: ReadonlyMap<string, ListAct> = new Map([
  ["j", "next"],
  ["k", "previous"],
  ["o", "open"],
  ["/", "search"],
]);

/** What of a key press and of where it fell decides; a document's event has all of it. */
export type Press = {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  isComposing: boolean;
  defaultPrevented: boolean;
  target: unknown;
};

/** Where a letter is a letter, or has a meaning of its own. */
const typedInto =
  'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"], [role="combobox"], [role="listbox"], [role="menu"], [role="dialog"]';

const within = (target: unknown, selector: string): boolean =>
  typeof target === "object" &&
  target !== null &&
  "closest" in target &&
  typeof target.closest === "function" &&
  target.closest(selector) !== null;

/** What a key asks of a list; null where it asks nothing, and always while somebody types, composes Chinese or holds a modifier. */
export function listAct(press: Press): ListAct | null {
  if (press.ctrlKey || press.metaKey || press.altKey || press.isComposing || press.defaultPrevented)
    return null;
  return within(press.target, typedInto) ? null : (acts.get(press.key) ?? null);
}

/** The row a step leads to: from the row of the focus, or from the first or last where the focus is in none; null at an end. */
export function stepFrom(at: number, rows: number, act: "next" | "previous"): number | null {
  const to = at < 0 ? (act === "next" ? 0 : rows - 1) : at + (act === "next" ? 1 : -1);
  return to >= 0 && to < rows ? to : null;
}

/** j and k walk the rows of the page's lists, o opens one as Enter does, / leads to the search; from anywhere on the page. */
export function useListKeys(on: boolean): void {
  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent) => {
      const act = listAct(event);
      if (act && perform(act)) event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [on]);
}

/** Whether there was something to do: a page without a list or a search keeps its keys. */
function perform(act: ListAct): boolean {
  if (document.querySelector('[role="dialog"], [role="menu"]')) return false;
  if (act === "search") return focusOn(document.querySelector('main [role="search"] input'));
  const links = [...document.querySelectorAll<HTMLElement>("main tr.linked > th > a")];
  const at = links.findIndex((link) => link.closest("tr")?.contains(document.activeElement));
  if (act === "open") {
    if (at < 0) return false;
    links[at].click();
    return true;
  }
  const to = stepFrom(at, links.length, act);
  return to !== null && focusOn(links[to]);
}

function focusOn(element: Element | null): boolean {
  if (!(element instanceof HTMLElement)) return false;
  element.focus();
  element.scrollIntoView({ block: "nearest" });
  return true;
}

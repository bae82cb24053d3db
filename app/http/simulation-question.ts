import { isId } from "#app/domain/ids.ts";
import { parseDay } from "#app/domain/law/calendar/civil.ts";
import { type PackId, packIds } from "#app/domain/law/pack.ts";
import { addDays } from "#app/domain/timeline/local-time.ts";
import type { SimulationQuestion } from "#app/use-cases/law/simulate-law.server.ts";
import type { FormRefusal } from "./parse-form.ts";

/** The days a simulation looks back over unless told otherwise. */
const usualDays = 90;
const longestDays = 3_660;

export type AskedSimulation = {
  packId: PackId;
  /** What the form shows again, and what is wrong with it. */
  answer: FormRefusal;
  /** Null while nothing was asked, or something is wrong. */
  question: SimulationQuestion | null;
};

/** Reads the simulator's question from an address. */
export function askedSimulation(request: Request, today: string): AskedSimulation {
  const query = new URL(request.url).searchParams;
  const packId = packIds.find((id) => id === query.get("pack")) ?? packIds[0];
  const changeIds = query.getAll("change[]").filter(isId);
  const version = query.get("version") || null;
  const [from, to] = [query.get("from"), query.get("to")];
  const values = {
    pack: packId,
    version: version ?? "",
    change: changeIds,
    from: from ?? addDays(today, -usualDays),
    to: to ?? today,
  };
  if (from === null || to === null) return { packId, answer: { errors: {}, values }, question: null };
  const errors = flawsOf(from, to);
  const isSound = Object.keys(errors).length === 0;
  const question = { packId, version, changeIds, from, to, after: keyFrom(query.get("after")) };
  return { packId, answer: { errors, values }, question: isSound ? question : null };
}

function flawsOf(from: string, to: string): FormRefusal["errors"] {
  const [first, last] = [parseDay(from), parseDay(to)];
  if (first === null || first < 0) return { from: ["error.date"] };
  if (last === null) return { to: ["error.date"] };
  if (last < first) return { to: ["error.law.reversed"] };
  return last - first > longestDays ? { from: ["error.law.long_period"] } : {};
}

function keyFrom(text: string | null) {
  const [caseId, seq] = (text ?? "").split("_");
  return isId(caseId) && /^\d{1,9}$/.test(seq ?? "") ? { caseId, seq: Number(seq) } : null;
}

/** The same question, from another act on. */
export function nextActs(request: Request, key: { caseId: string; seq: number } | null): string | null {
  if (!key) return null;
  const { pathname, searchParams } = new URL(request.url);
  searchParams.set("after", `${key.caseId}_${key.seq}`);
  return `${pathname}?${searchParams}`;
}

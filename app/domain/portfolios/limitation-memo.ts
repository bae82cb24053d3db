import { statedFacts } from "#app/domain/cases/stated-facts.ts";
import { limitationOf } from "#app/domain/law/limitation.ts";
import type { Series } from "#app/domain/law/series/series.ts";
import type { Place } from "#app/domain/places/place.ts";
import { answersOf, type DebtKind, type DebtorKind, type FileTerms, type Standing } from "./claim.ts";

type Question = {
  place: Place;
  debtorKind: DebtorKind;
  claimKind: DebtKind;
  dueOn: string;
  lastPaymentOn: string;
};
type Answer = { last: string | null; standing: Standing };

/** A file of a million rows has some thousands of due dates at some dozens of places. */
const mostKept = 100_000;

const noIdentity = {
  name: "-",
  address: "",
  email: "",
  phone: "",
  reference: "",
  lender: "",
  description: "",
};
const anyGoal = { goal: "amicable", feeModels: ["success"], windowHours: 24 } as const;

/**
 * Asks the law until when each claim can be sued upon, once for all rows that are alike. A claim of which it is not
 * known which period applies is open if it is so by the shortest, barred if it is so by the longest, and unknown between them; `today` is the civil date on which it is asked.
 */
export function limitationMemo(
  terms: Pick<FileTerms, "creditorKind" | "written">,
  { today, series }: { today: string; series: Series },
): (question: Question) => Answer {
  const known = new Map<string, Answer>();
  return (question) => {
    const { place, debtorKind, claimKind, dueOn, lastPaymentOn } = question;
    const key = `${place.code}|${debtorKind}|${claimKind}|${dueOn}|${lastPaymentOn}`;
    const found = known.get(key);
    if (found) return found;
    if (known.size >= mostKept) known.clear();
    const answer = ask(question, terms, today, series);
    known.set(key, answer);
    return answer;
  };
}

function ask(
  { place, debtorKind, claimKind, dueOn, lastPaymentOn }: Question,
  terms: Pick<FileTerms, "creditorKind" | "written">,
  today: string,
  series: Series,
): Answer {
  const jurisdiction = place.jurisdiction ?? "";
  const stated = answersOf(
    {
      debtorKind,
      claimKind,
      placeCode: place.code,
      principal: 1,
      currency: "USD",
      dueOn,
      identity: { ...noIdentity, contractOn: "", lastPaymentOn },
    },
    terms,
    { ...anyGoal, feeModels: [...anyGoal.feeModels] },
  );
  const facts = statedFacts(stated, { caseId: "", place, jurisdiction, evidence: [], series });
  const asked = { jurisdiction, facts, on: today, series };
  const told = limitationOf(asked);
  if (!told.refused) return { last: told.last, standing: told.barred ? "barred" : "open" };
  const shortest = limitationOf({ ...asked, reading: "shortest" });
  if (!shortest.refused && !shortest.barred) return { last: shortest.last, standing: "open" };
  const longest = limitationOf({ ...asked, reading: "longest" });
  if (!longest.refused && longest.barred) return { last: longest.last, standing: "barred" };
  return { last: null, standing: "unknown" };
}

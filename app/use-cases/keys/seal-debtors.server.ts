import type { DraftAnswers } from "#app/domain/cases/draft.ts";
import { type PersonalField, personalFields } from "#app/domain/cases/personal.ts";
import { readClock } from "#app/gateways/clock.server.ts";
import { clearText } from "#app/gateways/subject-keys.server.ts";
import { sealPages } from "#app/use-cases/cases/draft-pages.server.ts";
import type { Services } from "#app/use-cases/ctx.ts";
import { sealFields, subjectKeyFor } from "#app/use-cases/debtor.server.ts";
import {
  clearDebtors,
  clearDrafts,
  isAnyClear,
  writeSealedDebtor,
  writeSealedDraft,
} from "#db/queries/clear-debtors.ts";
import { isAnyWordLeft, sealWords } from "./seal-words.server.ts";

/** Rows of one transaction. */
const batch = 200;

type Sealing = Pick<Services, "db" | "secrets">;

/**
 * Seals the debtors, drafts and words of a database of before there were keys, at the first start over it. Each row says itself whether it is done, so that
 * a run that was stopped goes on and two at once do no harm. In a database that is done it is a look at empty indexes.
 */
export async function sealDebtors(services: Sealing): Promise<void> {
  if (!(await isAnyClear(services.db)) && !(await isAnyWordLeft(services))) return;
  const now = await readClock(services.db);
  while (await sealSome(services, now)) {
    // Until no table has a row left.
  }
}

const sealSome = ({ db, secrets }: Sealing, now: Date): Promise<boolean> =>
  db.transaction(async (tx) => {
    const rows = await clearDebtors(tx, batch);
    for (const row of rows) {
      const key = await subjectKeyFor(tx, { secrets, now }, row.caseId);
      const plain = personalFields.map((field) => [field, openClear(row[field])]);
      const personal = Object.fromEntries(plain) as Record<PersonalField, string | null>;
      await writeSealedDebtor(tx, row.caseId, sealFields(key, row.caseId, personal));
    }
    const drafts = await clearDrafts(tx, batch);
    for (const { caseId, answers } of drafts) {
      // They are the pages themselves still, as the type of what is kept now cannot say.
      const pages = answers as unknown as DraftAnswers;
      await writeSealedDraft(tx, caseId, await sealPages(tx, { secrets, now }, caseId, pages));
    }
    const anyWord = await sealWords(tx, { secrets, now }, batch);
    return anyWord || rows.length + drafts.length > 0;
  });

const openClear = (field: Buffer | null): string | null => (field ? clearText(field) : null);

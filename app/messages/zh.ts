import type { Words } from "./words.ts";
import { accounts } from "./zh/accounts.ts";
import { advances } from "./zh/advances.ts";
import { bundle } from "./zh/bundle.ts";
import { calls } from "./zh/calls.ts";
import { cases } from "./zh/cases.ts";
import { contact } from "./zh/contact.ts";
import { conversation } from "./zh/conversation.ts";
import { core } from "./zh/core.ts";
import { dates } from "./zh/dates.ts";
import { erasure } from "./zh/erasure.ts";
import { errors } from "./zh/errors.ts";
import { formFiles } from "./zh/form-files.ts";
import { imports } from "./zh/imports.ts";
import { ladder } from "./zh/ladder.ts";
import { law } from "./zh/law.ts";
import { lawActs } from "./zh/law-acts.ts";
import { lawAdmin } from "./zh/law-admin.ts";
import { lawDe } from "./zh/law-de.ts";
import { lawGb } from "./zh/law-gb.ts";
import { lawNotes } from "./zh/law-notes.ts";
import { lawPage } from "./zh/law-page.ts";
import { lawReasons } from "./zh/law-reasons.ts";
import { letters } from "./zh/letters.ts";
import { lotMandates } from "./zh/lot-mandates.ts";
import { lots } from "./zh/lots.ts";
import { mandates } from "./zh/mandates.ts";
import { market } from "./zh/market.ts";
import { money } from "./zh/money.ts";
import { moneyDesk } from "./zh/money-desk.ts";
import { moneyFlows } from "./zh/money-flows.ts";
import { notices } from "./zh/notices.ts";
import { pages } from "./zh/pages.ts";
import { papers } from "./zh/papers.ts";
import { payments } from "./zh/payments.ts";
import { places } from "./zh/places.ts";
import { plans } from "./zh/plans.ts";
import { practice } from "./zh/practice.ts";
import { rounds } from "./zh/rounds.ts";
import { satisfaction } from "./zh/satisfaction.ts";
import { sights } from "./zh/sights.ts";
import { subject } from "./zh/subject.ts";
import { tenders } from "./zh/tenders.ts";
import { textMessages } from "./zh/text-messages.ts";
import { texts } from "./zh/texts.ts";
import { timeline } from "./zh/timeline.ts";
import { vault } from "./zh/vault.ts";
import { visits } from "./zh/visits.ts";
import { wordings } from "./zh/wordings.ts";

/** Every word of the product in Simplified Chinese. */
export const zh: Words = {
  ...core,
  ...erasure,
  ...errors,
  ...pages,
  ...accounts,
  ...lots,
  ...lotMandates,
  ...notices,
  ...contact,
  ...calls,
  ...visits,
  ...letters,
  ...textMessages,
  ...conversation,
  ...cases,
  ...tenders,
  ...rounds,
  ...satisfaction,
  ...sights,
  ...subject,
  ...mandates,
  ...practice,
  ...market,
  ...timeline,
  ...dates,
  ...money,
  ...moneyFlows,
  ...moneyDesk,
  ...texts,
  ...advances,
  ...bundle,
  ...imports,
  ...ladder,
  ...law,
  ...lawReasons,
  ...lawPage,
  ...lawNotes,
  ...lawActs,
  ...lawGb,
  ...lawDe,
  ...lawAdmin,
  ...places,
  ...plans,
  ...payments,
  ...papers,
  ...vault,
  ...wordings,
  ...formFiles,
};

import { accounts } from "./en/accounts.ts";
import { advances } from "./en/advances.ts";
import { bundle } from "./en/bundle.ts";
import { calls } from "./en/calls.ts";
import { cases } from "./en/cases.ts";
import { contact } from "./en/contact.ts";
import { conversation } from "./en/conversation.ts";
import { core } from "./en/core.ts";
import { dates } from "./en/dates.ts";
import { erasure } from "./en/erasure.ts";
import { errors } from "./en/errors.ts";
import { formFiles } from "./en/form-files.ts";
import { imports } from "./en/imports.ts";
import { ladder } from "./en/ladder.ts";
import { law } from "./en/law.ts";
import { lawActs } from "./en/law-acts.ts";
import { lawAdmin } from "./en/law-admin.ts";
import { lawDe } from "./en/law-de.ts";
import { lawGb } from "./en/law-gb.ts";
import { lawNotes } from "./en/law-notes.ts";
import { lawPage } from "./en/law-page.ts";
import { lawReasons } from "./en/law-reasons.ts";
import { letters } from "./en/letters.ts";
import { lotMandates } from "./en/lot-mandates.ts";
import { lots } from "./en/lots.ts";
import { mandates } from "./en/mandates.ts";
import { market } from "./en/market.ts";
import { money } from "./en/money.ts";
import { moneyDesk } from "./en/money-desk.ts";
import { moneyFlows } from "./en/money-flows.ts";
import { notices } from "./en/notices.ts";
import { pages } from "./en/pages.ts";
import { papers } from "./en/papers.ts";
import { payments } from "./en/payments.ts";
import { places } from "./en/places.ts";
import { plans } from "./en/plans.ts";
import { practice } from "./en/practice.ts";
import { rounds } from "./en/rounds.ts";
import { satisfaction } from "./en/satisfaction.ts";
import { sights } from "./en/sights.ts";
import { subject } from "./en/subject.ts";
import { tenders } from "./en/tenders.ts";
import { textMessages } from "./en/text-messages.ts";
import { texts } from "./en/texts.ts";
import { timeline } from "./en/timeline.ts";
import { vault } from "./en/vault.ts";
import { visits } from "./en/visits.ts";
import { wordings } from "./en/wordings.ts";

/** Every word of the product in English; its keys are the catalogue's keys. */
export const en = {
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

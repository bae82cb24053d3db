import { addDays } from "#app/domain/timeline/local-time.ts";
import { orderAnswers } from "#app/domain/timeline/step-forms.ts";
import { berlinConsumerDraft, londonDraft } from "#db/demo/drafts.ts";
import { berlin, london } from "#db/demo/europe.ts";
import { fixedTerms } from "#db/demo/play.ts";
import type { Stage } from "#db/demo/stage.ts";
import type { Report } from "./report.ts";
import { type Cast, Scene } from "./scene.ts";

type Play = { stage: Stage; report: Report; cast: Cast; today: string };

/** Days before a day on which an invented debt was agreed and fell due. */
const datesBefore = (today: string) => ({ contractOn: addDays(today, -180), dueOn: addDays(today, -100) });

/** A consumer's debt in London by the pre-action protocol: letter of claim, reply and documents, notice of the claim, claim. */
export async function playLondon({ stage, report, cast, today }: Play) {
  report.case(
    "Services of 6,480.00 GBP, consumer in London",
    "Invented case; the rules are those of the GB-EW pack.",
  );
  const draft = londonDraft(datesBefore(today));
  const scene = await Scene.open(stage, report, cast, { draft, place: london });
  await scene.goTo(1, "09:00");
  await scene.act("call", "Call before any reminder", { outcome: "conversation" });
  await scene.act("reminder", "Reminder by e-mail", { outcome: "delivered" });
  await scene.goTo(4, "21:00");
  await scene.act("call", "Call at 21:00", { outcome: "conversation" });
  await scene.goTo(1, "10:00");
  await scene.act("call", "Call in permitted hours", { outcome: "conversation" });
  await scene.act("call", "Second call the same day", { outcome: "conversation" });
  await scene.goTo(7, "10:00");
  await sendLetterOfClaim(scene);
  await scene.goTo(14, "10:00");
  await scene.act("file_suit", "Claim before the 30 days are over");
  await scene.goTo(7, "10:00");
  await scene.fact("reply", "Reply form: the debtor disputes nothing, and asks for the contract");
  await scene.learn("notices.documentsRequestedOn", "Documents asked for");
  await scene.goTo(10, "10:00");
  await scene.lookUpAgain();
  await scene.act("file_suit", "Claim without the documents asked for");
  await scene.learn("notices.documentsProvidedOn", "Documents sent");
  await scene.goTo(25, "10:00");
  await scene.act("file_suit", "Claim while the 30 days from the documents run");
  await scene.goTo(6, "10:00");
  await scene.lookUpAgain();
  await scene.act("file_suit", "Claim without 14 days' notice");
  const items = await scene.itemsOf("notice_of_intention");
  await scene.act("notice_of_intention", "14 days' notice of the claim", { outcome: "sent", items });
  await scene.goTo(10, "10:00");
  await scene.act("file_suit", "Claim before the notice has run");
  await scene.goTo(5, "10:00");
  return scene.act("file_suit", "Claim issued");
}

/** The letter that the protocol asks for: whole, of its day, and by post. */
async function sendLetterOfClaim(scene: Scene): Promise<void> {
  const [today, items] = [await scene.dayIn(0), await scene.itemsOf("demand_payment")];
  const letter = { outcome: "sent", letterDate: today, items } as const;
  await scene.act("demand_payment", "Letter of claim without its reply form", {
    ...letter,
    items: items.filter((item) => item !== "replyForm"),
  });
  await scene.act("demand_payment", "Letter of claim dated three days ago", {
    ...letter,
    letterDate: addDays(today, -3),
  });
  await scene.act("demand_payment", "Letter of claim with all enclosures", letter);
}

/** A consumer's debt in Berlin: Mahnung, demand, Mahnbescheid, objection, and the suit that it leads to. */
export async function playBerlin({ stage, report, cast, today }: Play) {
  report.case(
    "Services of 2,800.00 EUR, consumer in Berlin",
    "Invented case; the rules are those of the DE pack.",
  );
  const draft = berlinConsumerDraft(datesBefore(today));
  const terms = (at: number) => fixedTerms(400_00 + at * 50_00);
  const scene = await Scene.open(stage, report, cast, { draft, place: berlin, terms });
  await scene.goTo(1, "09:00");
  await scene.act("reminder", "Mahnung without contract date and supervisor", {
    outcome: "delivered",
    items: [],
  });
  const items = await scene.itemsOf("reminder");
  await scene.act("reminder", "Mahnung with all that § 43d BRAO asks", { outcome: "delivered", items });
  await scene.goTo(4, "20:30");
  await scene.act("call", "Call at 20:30", { outcome: "conversation" });
  await scene.goTo(1, "10:00");
  await scene.act("call", "Call in permitted hours", { outcome: "conversation" });
  await scene.act("call", "Second call the same day", { outcome: "conversation" });
  await scene.goTo(7, "10:00");
  const answerBy = await scene.dayIn(14);
  await scene.act("demand_payment", "Demand with two weeks to pay", { outcome: "delivered", answerBy });
  await scene.goTo(7, "10:00");
  const all = { orderAnswers: [...orderAnswers] };
  await scene.act("payment_order", "Mahnbescheid before the two weeks are over", all);
  await scene.act("lawyer_letter", "Lawyer's letter, says that the Mahnbescheid follows", {
    attorneyReview: "yes",
    threatensSuit: "yes",
    outcome: "delivered",
    answerBy: await scene.dayIn(14),
  });
  await scene.goTo(8, "10:00");
  await scene.lookUpAgain();
  await scene.act("payment_order", "Mahnbescheid without a word on counter-performance", {
    orderAnswers: ["noPublicService"],
  });
  await scene.act("payment_order", "Mahnbescheid applied for", all);
  await scene.goTo(6, "10:00");
  await scene.learn("notices.orderServedOn", "Mahnbescheid served");
  await scene.learn("courtLand", "The court is in Berlin", "BE");
  await scene.goTo(7, "10:00");
  await scene.act("enforcement_order_application", "Vollstreckungsbescheid within the two weeks");
  await scene.learn("notices.objectionReceivedOn", "The debtor objects (Widerspruch)");
  await scene.goTo(10, "10:00");
  await scene.lookUpAgain();
  await scene.act("enforcement_order_application", "Vollstreckungsbescheid in spite of the objection");
  return scene.act("file_suit", "Suit filed");
}

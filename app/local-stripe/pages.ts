import { translator } from "#app/messages/catalogue.ts";
import { formatMoney } from "#app/messages/format.ts";
import { isLocale, localeAccepted } from "#app/messages/locale.ts";
import { findAccount, onboardAccount } from "./accounts.ts";
import type { Books } from "./books.ts";
import { cardNumbered, debitFrom, testCards, testDebits } from "./cards.ts";
import { completeSession, paySession, sessionNow, successUrl } from "./checkout-sessions.ts";
import { type Html, html, type Page, page, sendTo } from "./html.ts";
import { proveIntent } from "./payment-intents.ts";
import { isRefusal } from "./refusal.ts";
import { beginTurn, idOf, platformAccount, type Turn } from "./turn.ts";

type Context = { books: Books; now: number; origin: string };
/** `body` is the form of a POST; a GET has none. */
type PageRequest = { url: string; body: URLSearchParams | null; languages: string | null };
type Visit = {
  turn: Turn;
  id: string;
  query: URLSearchParams;
  form: URLSearchParams | null;
  origin: string;
} & Reader;
type Reader = Parameters<typeof page>[0];

const doors: Record<string, (visit: Visit) => Page> = {
  checkout: checkoutPage,
  "3ds": proofPage,
  onboarding: onboardingPage,
};

/** The hosted pages: to pay at, to prove oneself to the bank, to be onboarded. */
export function answerPage({ books, now, origin }: Context, { url, body, languages }: PageRequest): Page {
  const { pathname, searchParams: query } = new URL(url, origin);
  const [, , door = "", id = ""] = pathname.split("/");
  const turn = beginTurn(books, { now, account: query.get("account") ?? platformAccount });
  const locale = localeAccepted(languages);
  const reader = { t: translator(locale), locale };
  const open = Object.hasOwn(doors, door) ? doors[door] : null;
  try {
    if (!open) return closed(reader, 404);
    const answer = open({ turn, id, query, form: body, origin, ...reader });
    turn.keep();
    return answer;
  } catch (thrown) {
    if (isRefusal(thrown)) return closed(reader, thrown.status);
    throw thrown;
  }
}

const closed = (reader: Reader, status: number): Page =>
  page(reader, {
    title: reader.t("local_stripe.closed"),
    body: html`<p>${reader.t("local_stripe.closed_text")}</p>`,
    status: status === 404 ? 404 : 409,
  });

function checkoutPage(visit: Visit): Page {
  const session = sessionNow(visit.turn, visit.id);
  const reader = isLocale(session.locale) ? { t: translator(session.locale), locale: session.locale } : visit;
  if (session.status === "complete") return sendTo(successUrl(session));
  if (session.status !== "open") return closed(reader, 409);
  const error = visit.form ? pay(visit, visit.form) : null;
  if (error && "status" in error) return error;
  const { t, locale } = reader;
  const lines = visit.turn.need("checkout_plan", session.id).params.line_items ?? [];
  const amount = session.amount_total
    ? formatMoney(session.amount_total, session.currency!.toUpperCase(), locale)
    : null;
  const names = lines.flatMap(({ price_data: price }) => price?.product_data?.name ?? []);
  const body = html`
    <p class="soft">${names.join(" · ")}</p>${amount && html`<p class="amount">${amount}</p>`}
    ${error && html`<p class="error" role="alert">${t("local_stripe.refused", { reason: error.reason })}</p>`}
    <form method="post">
      <label for="number">${t("local_stripe.method")}</label>
      <select id="number" name="number" required>${methodsFor(reader, session.currency)}</select>
      <label for="name">${t("local_stripe.payer")}</label>
      <input id="name" name="name" autocomplete="name" maxlength="100" required>
      <div class="acts"><button>${amount ? t("local_stripe.pay", { amount }) : t("local_stripe.save")}</button>
      ${session.cancel_url && html`<a href="${session.cancel_url}">${t("local_stripe.back")}</a>`}</div>
    </form>`;
  return page(reader, { title: t("local_stripe.checkout"), body, status: error ? 402 : 200 });
}

/** Euro can be debited from a bank account too. */
const methodsFor = ({ t }: Reader, currency: string | null): Html[] => {
  const cards = Object.entries(testCards).map(([number, { brand, behaviour, decline }]) => {
    const does = decline ? t("local_stripe.does.declines") : t(`local_stripe.does.${behaviour}`);
    return html`<option value="${number}">${brand} ${number.slice(-4)} · ${does}${decline ? ` (${decline.declineCode})` : ""}</option>`;
  });
  if (currency !== "eur") return cards;
  const debits = Object.entries(testDebits).map(
    ([iban, { behaviour }]) =>
      html`<option value="${iban}">SEPA ${iban.slice(-4)} · ${t(`local_stripe.does.${behaviour}`)}</option>`,
  );
  return [...cards, ...debits];
};

function pay({ turn, id, query, origin }: Visit, form: URLSearchParams): Page | { reason: string } {
  const number = form.get("number") ?? "";
  const instrument = cardNumbered(number) ?? debitFrom(number);
  if (!instrument) return { reason: "incorrect_number" };
  try {
    const session = paySession(turn, id, { instrument, name: form.get("name") ?? "", origin });
    if (session.status === "complete") return sendTo(successUrl(session));
    const account = query.get("account") ?? platformAccount;
    return sendTo(
      `${origin}/local-stripe/3ds/${idOf(session.payment_intent)}?account=${account}&session=${id}`,
    );
  } catch (thrown) {
    if (isRefusal(thrown) && thrown.status === 402) return { reason: thrown.error.message };
    throw thrown;
  }
}

/** What the cardholder's bank would ask; both answers lead on. */
function proofPage(visit: Visit): Page {
  const { turn, id, query, form, origin, t } = visit;
  const intent = turn.need("payment_intent", id);
  const returnUrl = intent.next_action?.redirect_to_url?.return_url;
  if (!form) {
    const amount = formatMoney(intent.amount, intent.currency.toUpperCase(), visit.locale);
    const body = html`<p>${t("local_stripe.prove_text", { amount })}</p>
      <form method="post" class="acts"><button name="proven" value="yes">${t("local_stripe.prove_yes")}</button>
      <button class="quiet" name="proven" value="no">${t("local_stripe.prove_no")}</button></form>`;
    return page(visit, { title: t("local_stripe.prove"), body });
  }
  const proven = proveIntent(turn, id, form.get("proven") === "yes");
  const sessionId = query.get("session");
  if (!sessionId) return sendTo(returnUrl ?? origin);
  const session = turn.need("checkout.session", sessionId);
  if (proven.status === "requires_payment_method")
    return sendTo(`${origin}/local-stripe/checkout/${sessionId}?account=${turn.account}`);
  return sendTo(successUrl(completeSession(turn, session)));
}

function onboardingPage(visit: Visit): Page {
  const { turn, id, query, form, t } = visit;
  const account = findAccount(turn, id);
  if (Number(query.get("until")) < turn.now) return sendTo(query.get("again") ?? "");
  const name = form?.get("name")?.trim();
  const accountNumber = form?.get("accountNumber")?.replace(/\s/g, "") ?? "";
  if (name && /^[A-Z0-9]{6,34}$/i.test(accountNumber)) {
    onboardAccount(turn, id, { name, holder: name, accountNumber });
    return sendTo(query.get("back") ?? "");
  }
  const body = html`<p>${t("local_stripe.onboard_text")}</p>
    ${form !== null && html`<p class="error" role="alert">${t("local_stripe.onboard_wrong")}</p>`}
    <form method="post">
      <label for="name">${t("local_stripe.business")}</label>
      <input id="name" name="name" maxlength="100" autocomplete="organization" required value="${name ?? account.business_profile?.name ?? ""}">
      <label for="account">${t("local_stripe.bank_account")}</label>
      <input id="account" name="accountNumber" maxlength="40" autocomplete="off" required value="${accountNumber || "000123456789"}">
      <div class="acts"><button>${t("local_stripe.onboard_submit")}</button></div>
    </form>`;
  return page(visit, { title: t("local_stripe.onboard"), body, status: form ? 422 : 200 });
}

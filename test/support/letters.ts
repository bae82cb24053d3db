import { letterPaper } from "#app/domain/contact/letter-paper.ts";
import { render } from "#app/domain/contact/render.ts";
import { templates, templatesOf } from "#app/domain/contact/templates.ts";
import { letterValues } from "#app/domain/contact/values.ts";

type Payments = { payments?: readonly { on: string; amount: number }[]; no?: number };
type Drawn = Parameters<typeof letterPaper>[0];

const aCheck = (no: number) => {
  const code = `7K2M-9QRT-4XWB-${String(no).padStart(4, "0")}`;
  const url = `https://rung.example/verify/${code}`;
  return { code, url, text: `Is this message genuine? Check it at ${url}.` };
};

/** A first notice in England, as a letter is drawn from; some payments came in. */
export function aPaper({ payments = [], no = 1 }: Payments): Drawn {
  const paid = payments.reduce((total, { amount }) => total + amount, 0);
  const claim = {
    ...{ kind: "services", purpose: "consumer", principal: 320_000, currency: "GBP", dueOn: "2026-01-05" },
    reference: `INV-${no}`,
  } as Drawn["kase"]["answers"]["claim"];
  return {
    kase: { code: `GB-${no}`, answers: { claim } },
    head: {
      ...{ creditor: "Plum & Sons", collector: "Marigold Law", licence: "SRA-1" },
      ...{
        issuer: "Solicitors Regulation Authority",
        replyTo: "post@marigold.example",
        stopUrl: "",
        doorUrl: "",
      },
      debtor: { name: "Hattie Hollyhock", address: "4 Marmalade Row\nLeeds\n" },
    },
    from: "1 Quince Street, Leeds",
    letter: {
      subject: `A payment to Plum & Sons is overdue (GB-${no})`,
      body: [
        "Dear Hattie Hollyhock",
        "It is about services that were provided. The payment was due on 5 January 2026.",
        "王小明：您好。请于三月三十一日前付清上述款项，或者说明您的不同意见；在我们答复之前，不会继续催收。",
        "If you do not owe this, or not this much, tell us and say why. We then stop asking until we have answered you.",
        "If you cannot pay all of it now, tell us what you can afford, or ask for time.",
      ].join("\n\n"),
    },
    figures: {
      ...{ principal: 320_000, paid, owed: 320_000 - paid, itemized: 320_000, paidSince: paid },
      payments,
    },
    ...{ language: "en", on: "2026-03-02", country: "GB-EW", check: aCheck(no) },
  };
}

export const paperOf = (given: Payments) => letterPaper(aPaper(given));

/** An American validation notice on paper, with its form, as a letter is drawn from; `more` stands in the sender's passage. */
export function aNoticePaper({ more }: { more?: string } = {}): Drawn {
  const drawn = aPaper({});
  const template = templatesOf(templates, "US").find(({ id }) => id === "us.validation-notice.post");
  if (!template) throw new Error("No American notice");
  const debtor = { name: "Hattie Hollyhock", address: "4 Marmalade Row\nAlbany, NY 12207" };
  const claim = { ...drawn.kase.answers.claim, currency: "USD" as const };
  const noted = {
    ...{ ...drawn, head: { ...drawn.head, debtor }, kase: { ...drawn.kase, answers: { claim } } },
    ...{ language: "en" as const, country: "US", from: "1 Quince Street\nAlbany, NY 12208" },
  };
  const typed = { collectorAddress: noted.from, itemizationOn: "2026-01-05", passage: more };
  const at = new Date("2026-03-02T15:00:00Z");
  const values = letterValues({ ...noted, typed, zone: "America/New_York", at });
  return { ...noted, letter: render(template, values) };
}

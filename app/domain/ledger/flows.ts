import { err, ok, type Result } from "#app/domain/result.ts";

/** Who may be paid, and what for. The law of the place chooses; the default is that recoveries never pass through the platform. */
export const flows = [
  "debtor_to_creditor",
  "debtor_to_collector",
  "collector_fee",
  "platform_charge_flat",
  "platform_charge_share",
  "costs_before_act",
  "platform_held",
] as const;
export type Flow = (typeof flows)[number];

type Country = "US" | "CN" | "DE" | "GB";
type Verdict = "permitted" | "needs_signature" | "forbidden";
type Row = {
  rule: string;
  citation: string;
  flow: Flow;
  verdict: Exclude<Verdict, "permitted">;
  lawyersOnly?: true;
};

/**
 * What a place forbids, or leaves to counsel. A pack whose counsel finds that the platform may hold money gets
 * `needs_signature` for `platform_held` in a later version of this table; no place has it now.
 */
const rows: Record<Country, readonly Row[]> = {
  US: [
    { rule: "US-ACTOR-07", citation: "ABA Model Rule 1.15", flow: "platform_held", verdict: "forbidden" },
    {
      rule: "US-ACTOR-05",
      citation: "ABA Model Rule 5.4(a)",
      flow: "platform_charge_share",
      verdict: "forbidden",
      lawyersOnly: true,
    },
  ],
  CN: [
    { rule: "CN-MONEY-13", citation: "律师法 26, 47(2), 50", flow: "platform_held", verdict: "forbidden" },
    {
      rule: "CN-MONEY-13",
      citation: "律师法 26, 47(2), 50",
      flow: "platform_charge_share",
      verdict: "forbidden",
    },
  ],
  DE: [{ rule: "DE-CONTACT-08", citation: "RDG 13g", flow: "platform_held", verdict: "forbidden" }],
  GB: [
    {
      rule: "GB-MONEY-08",
      citation: "SRA Codes 5.1",
      flow: "platform_charge_share",
      verdict: "needs_signature",
      lawyersOnly: true,
    },
  ],
};

export type FlowAnswer = {
  flow: Flow;
  verdict: Verdict;
  /** What decided it; null for the product's own default. */
  rule: string | null;
  citation: string | null;
};

export type FlowScene = {
  jurisdiction: string;
  /** Whether the collector is a lawyer or a law firm; null before one is engaged. */
  collectorIsLawyer: boolean | null;
  /** Counsel who signed the pack, by name; only a signature opens what needs one. */
  signedOffBy: string | null;
};

/**
 * Whether money may flow so. Unknown places permit nothing. Holding money is off everywhere unless a row leaves it to counsel and counsel
 * has signed; a rule that is a lawyer's binds as long as it is not known that the collector is none.
 */
export function flowAnswer(
  flow: Flow,
  { jurisdiction, collectorIsLawyer, signedOffBy }: FlowScene,
): FlowAnswer {
  const [country] = jurisdiction.split("-");
  const known = country in rows ? rows[country as Country] : null;
  if (!known) return { flow, verdict: "forbidden", rule: "X-09", citation: null };
  const row = known.find((each) => each.flow === flow && !(each.lawyersOnly && collectorIsLawyer === false));
  if (row) {
    const { rule, citation } = row;
    const open = row.verdict === "needs_signature" && signedOffBy !== null;
    return { flow, verdict: open ? "permitted" : row.verdict, rule, citation };
  }
  if (flow === "platform_held") return { flow, verdict: "forbidden", rule: null, citation: null };
  if (flow === "debtor_to_collector" && collectorIsLawyer === null)
    return { flow, verdict: "forbidden", rule: null, citation: null };
  return { flow, verdict: "permitted", rule: null, citation: null };
}

export const flowAnswers = (scene: FlowScene): FlowAnswer[] => flows.map((flow) => flowAnswer(flow, scene));

export const payees = ["creditor", "collector"] as const;
export type Payee = (typeof payees)[number];

/** Whether this may be the payee of record: whose account the debtor pays straight into. */
export function mayBePaid(payee: Payee, scene: FlowScene): Result<null, { kind: "payee-not-permitted" }> {
  const answer = flowAnswer(`debtor_to_${payee}`, scene);
  return answer.verdict === "permitted" ? ok(null) : err({ kind: "payee-not-permitted" });
}

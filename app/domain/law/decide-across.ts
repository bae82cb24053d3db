import { decide } from "#app/domain/law/decide.ts";
import { isKnown } from "#app/domain/law/facts.ts";
import type { Pack } from "#app/domain/law/pack.ts";
import { outbound } from "#app/domain/law/packs/acts.ts";
import { packFor } from "#app/domain/law/packs.ts";
import { countryOf, type DecisionInput, livesIn } from "#app/domain/law/set-scene.ts";
import type { Decision, Finding } from "#app/domain/law/types.ts";

/** Acts that reach the debtor, and are therefore held to the law of the debtor's place too. */
const contact: ReadonlySet<string> = new Set([
  ...outbound,
  "validation_notice",
  "notice_of_intention",
  "statutory_demand",
  "send_template",
]);

/** More turns than two packs' waits can need. */
const TURNS = 64;

const unsupported = (place: string): Finding => ({
  rule: "X-01",
  force: "POL",
  effect: "block",
  message: { key: "unsupported", values: { why: place, rule: "X-01" } },
  citation: "No rule pack for the debtor's place",
  requires: [],
  unblockedBy: [],
  earliest: null,
});

/** The place whose law protects the debtor: as finely as the residence is known. */
function placeOfResidence({ facts }: DecisionInput): string | null {
  const { country, state, land } = facts.debtor?.residence ?? {};
  if (!isKnown(country)) return null;
  const code = countryOf(country);
  if (code === "GB") return country.includes("-") ? country.toUpperCase() : "GB-EW";
  const part = isKnown(state) ? state : isKnown(land) ? land : null;
  return part ? `${code}-${part.replace(`${code}-`, "")}` : code;
}

/** An act that the debtor's pack has no name for is to the debtor a letter all the same. */
const asKnownTo = (pack: Pack, input: DecisionInput): DecisionInput =>
  pack.rungs.some(({ steps }) => steps.some((step) => step === input.action.type))
    ? { ...input, pack }
    : { ...input, pack, action: { ...input.action, type: "letter" } };

/**
 * Decides by the law of the forum, and what reaches the debtor also by the law of the place where the debtor lives: both must allow it (X-01).
 * Where they are one country's, this is `decide`. A debtor in a place without a pack is not contacted.
 *
 * @param packOf the packs of other places; the build's own when absent
 */
export function decideAcross(
  input: DecisionInput,
  packOf: (place: string) => Pack | null = packFor,
): Decision {
  const forum = decide(input);
  if (livesIn(input.pack, input.facts) || !contact.has(input.action.type)) return forum;
  const place = placeOfResidence(input);
  const pack = place && packOf(place);
  if (!pack)
    return {
      ...forum,
      allowed: false,
      findings: [...forum.findings, unsupported(place ?? "")],
      earliest: null,
    };
  const home = asKnownTo(pack, input);
  const there = decide(home);
  const findings = [...forum.findings, ...there.findings.filter((each) => !isAmong(each, forum.findings))];
  const allowed = forum.allowed && there.allowed;
  return { ...forum, allowed, findings, earliest: allowed ? null : firstFor([input, home]) };
}

/** The platform's own rules are in both packs and are told once. */
const isAmong = (finding: Finding, others: readonly Finding[]) =>
  others.some(({ rule, message }) => rule === finding.rule && message.key === finding.message.key);

/** The first moment at which every law allows the act; null where time alone brings none. */
function firstFor(inputs: readonly DecisionInput[]): string | null {
  let at = inputs[0].at;
  for (let turn = 0; turn < TURNS; turn += 1) {
    const refused = inputs.map((each) => decide({ ...each, at })).filter(({ allowed }) => !allowed);
    if (refused.length === 0) return typeof at === "string" ? at : at.toISOString();
    const next = refused.map(({ earliest }) => earliest);
    if (next.some((each) => each === null)) return null;
    at = next.reduce((a, b) => (String(b) > String(a) ? b : a)) ?? at;
  }
  return null;
}

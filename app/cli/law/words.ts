import type { CalculatorAnswer, CalculatorRefusal } from "#app/domain/law/calculator.ts";
import type { Decision } from "#app/domain/law/types.ts";
import { en } from "#app/messages/en.ts";
import { factName, reasonOf, waysOf } from "#app/messages/finding.ts";
import { translatorOf } from "#app/messages/translate.ts";

const t = translatorOf("en", en);
const readerIn = (zone: string) => ({ t, locale: "en" as const, zone });

const named = (facts: readonly string[]) => facts.map((fact) => factName(fact, t)).join(", ");

/** A decision as it is printed: reasons and ways out in English, moments as ISO text. */
export function decisionLine({ allowed, findings, earliest, pack, zone }: Decision & { zone: string }) {
  const reader = readerIn(zone);
  const standing = findings.filter(({ effect }) => effect !== "warn");
  return {
    allowed,
    findings: findings.map((finding) => ({
      rule: finding.rule,
      force: finding.force,
      effect: finding.effect,
      reason: reasonOf(finding, reader),
      citation: finding.citation,
      requires: finding.requires,
      unblockedBy: waysOf(finding, reader),
      earliest: finding.earliest,
    })),
    earliest,
    requires: [...new Set(standing.flatMap(({ requires }) => requires))],
    pack,
  };
}

/** A calculation as it is printed; a refusal says why in words. */
export function calculationLine(answer: CalculatorAnswer | CalculatorRefusal) {
  if (!answer.refused) return answer;
  const { rule, reason, requires } = answer;
  const missing = named(requires);
  const values = { fact: missing, items: missing, evidence: missing, ...answer.values, rule };
  return {
    refused: true,
    rule,
    reason: reasonOf({ rule, message: { key: reason, values } }, readerIn("UTC")),
    requires,
  };
}

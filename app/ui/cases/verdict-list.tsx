import { Check, Clock, UserCheck } from "lucide-react";
import type { Verdict } from "#app/domain/cases/eligibility.ts";
import { useT } from "#app/ui/messages.tsx";

const icons = { ok: Check, later: Clock, review: UserCheck };

/** The questions one asks before a claim goes on the market, each with its answer in words. */
export function VerdictList({ verdicts }: { verdicts: Verdict[] }) {
  const t = useT();
  return (
    <ul className="checklist">
      {verdicts.map(({ key, state, rule }) => {
        const Icon = icons[state];
        return (
          <li key={key} className={state === "ok" ? "met" : "unmet"}>
            <Icon aria-hidden size={16} />
            <span>
              {t(`cases.verdict.${key}.${state === "review" ? "later" : state}`)}{" "}
              <sup className="cite">{rule}</sup>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

import type { Finding } from "#app/domain/law/types.ts";
import { earliestOf, missingOf, reasonOf, waysOf } from "#app/messages/finding.ts";
import { Citation } from "#app/ui/citation.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";

/** Every unmet rule with its reason, source, what is missing and when time heals it. */
export function Findings({ findings, zone }: { findings: Finding[]; zone: string }) {
  return (
    <ul className="findings">
      {findings.map((finding, at) => (
        <FindingItem key={`${finding.rule}${at}`} finding={finding} zone={zone} />
      ))}
    </ul>
  );
}

function FindingItem({ finding, zone }: { finding: Finding; zone: string }) {
  const t = useT();
  const locale = useLocale();
  const reader = { t, locale, zone };
  const list = (items: string[], type: "conjunction" | "disjunction" = "conjunction") =>
    new Intl.ListFormat(locale, { type, style: "long" }).format(items);
  const missing = missingOf(finding, reader);
  const ways = waysOf(finding, reader);
  const earliest = earliestOf(finding, reader);
  return (
    <li className={finding.effect}>
      <p>
        {finding.effect === "warn" && <b>{t("finding.warning")} </b>}
        {reasonOf(finding, reader)}{" "}
        <Citation citation={finding.citation} rule={finding.rule} force={finding.force} />
      </p>
      {earliest && <p className="finding-more">{t("finding.earliest", { date: earliest })}</p>}
      {missing.length > 0 && (
        <p className="finding-more">{t("finding.requires", { facts: list(missing) })}</p>
      )}
      {ways.length > 0 && (
        <p className="finding-more">{t("finding.unblocked", { ways: list(ways, "disjunction") })}</p>
      )}
    </li>
  );
}

import { Link } from "@remix-run/react";
import type { Finding } from "#app/domain/law/types.ts";
import { earliestOf } from "#app/messages/finding.ts";
import { Card } from "#app/ui/card.tsx";
import { Findings } from "#app/ui/case/findings.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { Instant } from "#app/ui/format.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { wordOr } from "./law-words.ts";

export type DifferenceLine = {
  caseId: string;
  seq: number;
  code: string;
  act: string;
  at: string | Date;
  allowedThen: boolean;
  allowedNow: boolean;
  appeared: Finding[];
  vanished: Finding[];
  moved: { was: Finding; now: Finding }[];
};

/** The acts that would have been decided differently: which case, when, then and now, and by which source. */
export function SimulatedActs({ differences }: { differences: DifferenceLine[] }) {
  const t = useT();
  return (
    <Card title={t("law_admin.differences")}>
      <ol className="law-acts">
        {differences.map((each) => (
          <Act key={`${each.caseId} ${each.seq}`} {...each} />
        ))}
      </ol>
    </Card>
  );
}

function Act({ caseId, code, act, at, allowedThen, allowedNow, appeared, vanished, moved }: DifferenceLine) {
  const t = useT();
  return (
    <li>
      <h3>
        <Link to={`/cases/${caseId}`}>{code}</Link>: {wordOr(t, `law.action.${act}`, act)}
      </h3>
      <p className="law-verdicts">
        <Instant at={at} zone="UTC" /> <span>{t("law_admin.then")}</span> <Verdict allowed={allowedThen} />{" "}
        <span>{t("law_admin.now")}</span> <Verdict allowed={allowedNow} />
      </p>
      <Changed title={t("law_admin.appeared")} findings={appeared} />
      <Changed title={t("law_admin.vanished")} findings={vanished} />
      {moved.map(({ was, now }, index) => (
        <MovedLine key={`${was.rule} ${index}`} was={was} now={now} />
      ))}
    </li>
  );
}

function Verdict({ allowed }: { allowed: boolean }) {
  const t = useT();
  return <Chip tone={allowed ? "ok" : "shut"}>{t(allowed ? "law_admin.allowed" : "law_admin.blocked")}</Chip>;
}

function Changed({ title, findings }: { title: string; findings: Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <Findings findings={findings} zone="UTC" />
    </>
  );
}

/** The same rule, with another first lawful moment. */
function MovedLine({ was, now }: DifferenceLine["moved"][number]) {
  const t = useT();
  const reader = { t, locale: useLocale(), zone: "UTC" };
  const never = t("law_admin.not_by_time");
  return (
    <p>
      {t("law_admin.moved", {
        rule: now.rule,
        before: earliestOf(was, reader) ?? never,
        after: earliestOf(now, reader) ?? never,
      })}{" "}
      ({now.citation})
    </p>
  );
}

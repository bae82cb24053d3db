import type { Decision, Finding } from "#app/domain/law/types.ts";
import { Card } from "#app/ui/card.tsx";
import { Findings } from "#app/ui/case/findings.tsx";
import { Instant } from "#app/ui/format.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Phrase } from "#app/ui/phrase.tsx";

/** A call or a visit: which words are used of it. */
export type SpokenOf = "call" | "visit";

type LawfulProps = {
  of: SpokenOf;
  decision: Pick<Decision, "allowed" | "earliest" | "findings">;
  zone: string;
  /** A reason of the gate's own that bars it. */
  barred?: string | null;
  /** What is said instead where it is not about now. */
  titles?: { lawful: string; not: string };
};

/** Whether it is lawful, why not, and when next. */
export function Lawful({ of, decision, zone, barred, titles }: LawfulProps) {
  const t = useT();
  const isOpen = decision.allowed && !barred;
  const title = isOpen ? (titles?.lawful ?? t(`${of}.lawful`)) : (titles?.not ?? t(`${of}.not_now`));
  return (
    <Notice tone={isOpen ? "ok" : "shut"} title={title}>
      {barred && <p>{barred}</p>}
      <Reasons findings={decision.findings} earliest={decision.earliest} zone={zone} />
    </Notice>
  );
}

type ReasonsProps = { findings: Finding[]; earliest: string | null; zone: string };

export function Reasons({ findings, earliest, zone }: ReasonsProps) {
  return (
    <>
      {earliest && (
        <p>
          <Phrase of="spoken.next" nodes={{ at: <Instant key="at" at={earliest} zone={zone} /> }} />
        </p>
      )}
      {findings.length > 0 && <Findings findings={findings} zone={zone} />}
    </>
  );
}

type LimitsProps = {
  of: SpokenOf;
  view: { localTime: string; hours: { from: string; to: string }[]; used: number; left: number | null };
  pairs: { label: string; value: React.ReactNode }[];
};

/** The hours of the debtor's day, and what of the caps is used and left. */
export function Limits({ of, view: { localTime, hours, used, left }, pairs }: LimitsProps) {
  const t = useT();
  return (
    <Card>
      <KeyValue
        pairs={[
          ...pairs,
          { label: t("spoken.local_time"), value: localTime },
          {
            label: t(`${of}.hours`),
            value: hours.map(({ from, to }) => `${from}–${to}`).join(", ") || t(`${of}.no_hours`),
          },
          { label: t(`${of}.used`), value: String(used) },
          { label: t(`${of}.left`), value: left === null ? t("spoken.no_cap") : String(left) },
        ]}
      />
    </Card>
  );
}

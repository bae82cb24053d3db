import type { limitationOf } from "#app/domain/law/limitation.ts";
import { factName } from "#app/messages/finding.ts";
import { daysBetween } from "#app/messages/format.ts";
import { DateText } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Phrase } from "#app/ui/phrase.tsx";

/** Beyond it a count of days says less than the date alone. */
const daysInAYear = 366;

type LimitationClockProps = { limitation: ReturnType<typeof limitationOf>; today: string };

/** The last day to sue and how it was found; time-barred, what that stops. */
export function LimitationClock({ limitation, today }: LimitationClockProps) {
  const t = useT();
  if (limitation.refused) {
    const facts = limitation.requires.map((fact) => factName(fact, t)).join(t("list.separator"));
    return (
      <Notice tone="wait" title={t("cases.limitation.unknown")}>
        <p>{t("cases.limitation.unknown_text", { facts })}</p>
      </Notice>
    );
  }
  const near = Math.abs(daysBetween(today, limitation.last)) <= daysInAYear;
  const date = <DateText on={limitation.last} today={near ? today : undefined} />;
  const basis = <p>{t("cases.limitation.basis", { basis: limitation.basis.join("; ") })}</p>;
  if (limitation.barred) {
    return (
      <Notice tone="bad" title={<Phrase of="cases.limitation.barred" nodes={{ date }} />}>
        <p>{t("cases.limitation.barred_text")}</p>
        {basis}
      </Notice>
    );
  }
  return (
    <Notice tone="info" title={<Phrase of="cases.limitation.last" nodes={{ date }} />}>
      {basis}
    </Notice>
  );
}

import type { limitationOf } from "#app/domain/law/limitation.ts";
import { factName } from "#app/messages/finding.ts";
import { DateText } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Phrase } from "#app/ui/phrase.tsx";

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
  const date = <DateText on={limitation.last} today={today} />;
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

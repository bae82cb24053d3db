import { type DeclineCount, remedyFor } from "#app/domain/tenders/declines.ts";
import { useT } from "#app/ui/messages.tsx";

/** Why collectors passed a round by, in numbers, and what would mend it where something of the round is the cause. */
export function DeclineCounts({ counts }: { counts: DeclineCount[] }) {
  const t = useT();
  return (
    <ul>
      {counts.map(({ reason, count }) => {
        const remedy = remedyFor[reason];
        return (
          <li key={reason}>
            {t("decline.counted", { reason: t(`decline.reason.${reason}`), count })}
            {remedy && <span className="hint"> {t(`decline.remedy.${remedy}`)}</span>}
          </li>
        );
      })}
    </ul>
  );
}

import { formatCount } from "#app/messages/format.ts";
import { Card } from "#app/ui/card.tsx";
import { useLookAgain } from "#app/ui/look-again.ts";
import { useT } from "#app/ui/messages.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";
import type { LotHeading } from "./lot-header.tsx";

type Settled = Pick<LotHeading, "claims" | "posted" | "refused" | "state">;

/** How far the claims of an engaged lot have become cases; looks again by itself while there is more to come. */
export function LotProgress({ heading: { claims, posted, refused, state } }: { heading: Settled }) {
  const t = useT();
  const going = state === "posting";
  useLookAgain(going);
  return (
    <Card title={t("lot.progress")}>
      <p role="status">
        {t(going ? "lot.progress_of" : "lot.progress_done", { count: posted, of: formatCount(claims) })}
      </p>
      {going && <ProgressBar label={t("lot.progress")} value={posted + refused} max={claims} />}
      {refused > 0 && <p>{t("lot.progress_refused", { count: refused })}</p>}
    </Card>
  );
}

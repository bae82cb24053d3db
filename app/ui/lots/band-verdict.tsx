import type { FeeCheck } from "#app/domain/tenders/fee-check.ts";
import { Chip, type ChipTone } from "#app/ui/chip.tsx";
import { useT } from "#app/ui/messages.tsx";
import { points } from "#app/ui/tenders/fee-words.ts";

const tones: Record<FeeCheck["verdict"], ChipTone> = {
  ok: "ok",
  warn: "wait",
  under: "wait",
  over: "bad",
  barred: "bad",
};

/** How one band's rate stands to the law's cap: how much is to spare, or that it cannot be sent. */
export function BandVerdict({ check }: { check: FeeCheck | null }) {
  const t = useT();
  if (!check) return <span className="hint">{t("lots.band_empty")}</span>;
  const { verdict, headroomBps } = check;
  const capped = verdict === "ok" && headroomBps !== null;
  return (
    <Chip tone={tones[verdict]}>
      {capped ? t("lots.band_spare", { points: points(headroomBps) }) : t(`lots.band_verdict.${verdict}`)}
    </Chip>
  );
}

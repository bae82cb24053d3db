import type { LicenceState } from "#app/domain/accounts/licence-moves.ts";
import { Chip, type ChipTone } from "#app/ui/chip.tsx";
import { useT } from "#app/ui/messages.tsx";

const tones: Record<LicenceState, ChipTone> = {
  submitted: "wait",
  returned: "wait",
  verified: "ok",
  refused: "bad",
  suspended: "bad",
  expired: "bad",
};

/** What a licence counts as today. */
export function LicenceChip({ state }: { state: LicenceState }) {
  const t = useT();
  return <Chip tone={tones[state]}>{t(`licence.state.${state}`)}</Chip>;
}

import { Chip, type ChipTone } from "#app/ui/chip.tsx";
import { DateText } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Phrase } from "#app/ui/phrase.tsx";

export type SignatureFacts = {
  state: "unsigned" | "signed" | "due_soon" | "overdue";
  signedOffBy: string | null;
  signedOffOn: string | null;
  reviewBy: string | null;
  today: string;
};

const tones: Record<SignatureFacts["state"], ChipTone> = {
  unsigned: "shut",
  signed: "ok",
  due_soon: "wait",
  overdue: "bad",
};

export function SignatureChip({ state }: Pick<SignatureFacts, "state">) {
  const t = useT();
  return <Chip tone={tones[state]}>{t(`law_admin.signature.${state}`)}</Chip>;
}

/** Who signed, when, and until when that holds. */
export function SignatureText({ signedOffBy, signedOffOn, reviewBy, today }: SignatureFacts) {
  const t = useT();
  if (!signedOffBy || !signedOffOn || !reviewBy) return <>{t("law_admin.signature.none")}</>;
  return (
    <Phrase
      of="law_admin.signature.by"
      values={{ name: signedOffBy }}
      nodes={{ on: <DateText on={signedOffOn} />, review: <DateText on={reviewBy} today={today} /> }}
    />
  );
}

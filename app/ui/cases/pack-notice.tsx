import type { PackId } from "#app/domain/law/pack.ts";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";

type PackShown = { id: PackId; version: string; signedOffBy: string | null };

/** Which rules apply to a claim, and whether counsel has signed them. */
export function PackNotice({ pack: { id, version, signedOffBy } }: { pack: PackShown }) {
  const t = useT();
  return (
    <Notice
      tone={signedOffBy ? "info" : "wait"}
      title={t("cases.review.pack", { pack: t(`law.pack.${id}`), version })}
    >
      <p>
        {signedOffBy ? t("cases.review.pack_signed", { by: signedOffBy }) : t("cases.review.pack_unsigned")}
      </p>
    </Notice>
  );
}

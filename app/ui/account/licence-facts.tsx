import type { ReactNode } from "react";
import { DateText, Day } from "#app/ui/format.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { useT } from "#app/ui/messages.tsx";

type LicenceFactsProps = {
  licence: {
    kind: string;
    holderName: string;
    number: string;
    issuer: string;
    validFrom: string;
    validTo: string | null;
    submittedAt: string | Date;
    register: string | null;
    registerCheckedAt: string | Date | null;
  };
  /** The territory's name. */
  territory: string;
  zone: string;
  today: string;
  proof: ReactNode;
};

/** Everything a licence says, and what the register said. */
export function LicenceFacts({ licence, territory, zone, today, proof }: LicenceFactsProps) {
  const t = useT();
  const kind = `licence.kind.${licence.kind}`;
  const checked = licence.register && licence.registerCheckedAt;
  return (
    <KeyValue
      pairs={[
        { label: t("licence.kind"), value: t.has(kind) ? t(kind) : licence.kind },
        { label: t("licence.territory"), value: territory },
        { label: t("licence.holder"), value: licence.holderName },
        { label: t("licence.number"), value: <code>{licence.number}</code> },
        { label: t("licence.issuer"), value: licence.issuer },
        { label: t("licence.valid_from"), value: <DateText on={licence.validFrom} /> },
        {
          label: t("licence.valid_to"),
          value: licence.validTo ? <DateText on={licence.validTo} today={today} /> : t("licence.no_end"),
        },
        { label: t("licence.submitted"), value: <Day at={licence.submittedAt} zone={zone} /> },
        { label: t("licence.proof"), value: proof },
        {
          label: t("licence.register"),
          value: checked ? (
            <>
              {licence.register}, <DateText on={new Date(checked).toISOString().slice(0, 10)} />
            </>
          ) : (
            t("licence.not_looked_up")
          ),
        },
      ]}
    />
  );
}

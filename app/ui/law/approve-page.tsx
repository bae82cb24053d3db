import { FormPage } from "#app/ui/account/form-page.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { DateText } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Phrase } from "#app/ui/phrase.tsx";
import type { ChangeLine } from "./change-table.tsx";
import { subjectName } from "./law-words.ts";

type ApprovePageProps = {
  change: ChangeLine & {
    version: string;
    signedOffBy: string | null;
    reviewBy: string | null;
    openCases: number;
  };
  answer: unknown;
};

/** Approval, with everything that follows from it named before the button. */
export function ApprovePage({ change, answer }: ApprovePageProps) {
  const t = useT();
  const { id, kind, effectiveOn, openCases, signedOffBy, reviewBy, version } = change;
  const subject = subjectName(t, change);
  const on = <DateText on={effectiveOn} />;
  return (
    <FormPage
      title={t("law_admin.approve_title", { subject })}
      lead={t("law_admin.approve_lead")}
      back={{ to: `/admin/law/changes/${id}`, label: subject }}
    >
      <ul className="law-consequences">
        {kind === "row" && (
          <>
            <li>
              <Phrase of="law_admin.follows.row" nodes={{ on }} />
            </li>
            {signedOffBy && (
              <li>
                <Phrase of="law_admin.follows.signature_ends" values={{ name: signedOffBy }} nodes={{ on }} />
              </li>
            )}
          </>
        )}
        {kind === "series" && <li>{t("law_admin.follows.series")}</li>}
        {kind === "signature" && reviewBy && (
          <li>
            <Phrase of="law_admin.follows.signature" nodes={{ on: <DateText on={reviewBy} /> }} />
          </li>
        )}
        <li>{t("law_admin.follows.cases", { count: openCases })}</li>
        <li>{t("law_admin.follows.version", { version })}</li>
        <li>{t("law_admin.follows.final")}</li>
      </ul>
      <ActionForm answer={answer} label={t("law_admin.approve")}>
        <Button tone="primary">{t(`law_admin.approve_submit.${kind}`)}</Button>
      </ActionForm>
    </FormPage>
  );
}

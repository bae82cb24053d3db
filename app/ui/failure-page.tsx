import { useLocation } from "@remix-run/react";
import { LinkButton } from "./button.tsx";
import { useT } from "./messages.tsx";

const worded = [400, 401, 403, 404, 405, 409, 413, 422, 429, 500, 503] as const;
type Worded = (typeof worded)[number];

/** Another status is told as its family: the request's fault, or ours. */
const wordedAs = (status: number): Worded =>
  worded.find((each) => each === status) ?? (status >= 500 ? 500 : 400);

export const failureTitle = (status: number) => `failure.${wordedAs(status)}.title` as const;

/** A page that could not be shown: what happened in plain words, and the next act. */
export function FailurePage({ status, reference }: { status: number; reference?: string }) {
  const t = useT();
  const { pathname, search } = useLocation();
  const kind = wordedAs(status);
  const here = pathname + search;
  return (
    <div className="failure">
      <h1>{t(`failure.${kind}.title`)}</h1>
      <p>{t(`failure.${kind}.text`)}</p>
      {reference && <p className="failure-reference">{t("failure.reference", { id: reference })}</p>}
      <div className="acts">
        {kind === 401 && (
          <LinkButton to={`/sign-in?next=${encodeURIComponent(here)}`} tone="primary">
            {t("failure.sign_in")}
          </LinkButton>
        )}
        {(kind === 409 || kind === 429 || kind >= 500) && (
          <LinkButton to={here} tone="primary" reloadDocument>
            {t("failure.reload")}
          </LinkButton>
        )}
        <LinkButton to="/" tone={kind === 404 || kind === 403 ? "primary" : "secondary"}>
          {t("failure.back_home")}
        </LinkButton>
      </div>
    </div>
  );
}

import { useLocation } from "@remix-run/react";
import { LinkButton } from "./button.tsx";
import { useT } from "./messages.tsx";

const worded = [400, 401, 403, 404, 405, 409, 413, 422, 429, 500, 503] as const;
type Worded = (typeof worded)[number] | "documents";

/** A status, and what the server calls it where that says more. */
export type Failure = { status: number; statusText?: string };

/** Another status is told as its family: the request's fault, or ours. */
function wordedAs({ status, statusText }: Failure): Worded {
  if (statusText === "Documents Unavailable") return "documents";
  return worded.find((each) => each === status) ?? (status >= 500 ? 500 : 400);
}

export const failureTitle = (failure: Failure) => `failure.${wordedAs(failure)}.title` as const;

/** A page that could not be shown: what happened in plain words, and the next act. */
export function FailurePage({ reference, ...failure }: Failure & { reference?: string }) {
  const t = useT();
  const { pathname, search } = useLocation();
  const kind = wordedAs(failure);
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
        {(kind === 409 || kind === 429 || failure.status >= 500) && (
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

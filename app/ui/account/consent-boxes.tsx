import { Link } from "@remix-run/react";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Phrase } from "#app/ui/phrase.tsx";

/** The two agreements an account begins with, each a tick of its own. */
export function ConsentBoxes() {
  const t = useT();
  const page = (to: string, text: string) => (
    <Link to={to} target="_blank" rel="noreferrer">
      {text}
    </Link>
  );
  return (
    <>
      <Checkbox
        name="terms"
        optional={false}
        label={<Phrase of="account.terms_box" nodes={{ terms: page("/terms", t("nav.terms")) }} />}
      />
      <Checkbox
        name="privacy"
        optional={false}
        label={<Phrase of="account.privacy_box" nodes={{ privacy: page("/privacy", t("nav.privacy")) }} />}
      />
    </>
  );
}

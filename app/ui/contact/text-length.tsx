import { segmentsOf } from "#app/domain/contact/segments.ts";
import { hiddenCode } from "#app/domain/contact/with-code.ts";
import { useT } from "#app/ui/messages.tsx";

/** In how many parts a text message travels, and why so many. */
export function TextLength({ body }: { body: string }) {
  const t = useT();
  // The code that a reader here does not see is made of digits and capitals.
  const asSent = body.replaceAll(hiddenCode, hiddenCode.replace(/[^-]/g, "0"));
  const { segments, units, encoding } = segmentsOf(asSent);
  return <p className="hint">{t("contact.text_length", { count: segments, units, encoding })}</p>;
}

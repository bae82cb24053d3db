import type { ContactChannel } from "#app/domain/contact/templates/template.ts";
import { maskedAddress, maskedEmail, maskedPhone } from "#app/domain/privacy/mask.ts";

/** Of a postal address the name over it stays, which the reader works with. */
export const maskedTo: Record<ContactChannel, (to: string) => string> = {
  email: maskedEmail,
  sms: maskedPhone,
  post(to) {
    const [name = "", ...lines] = to.split("\n");
    return `${name}\n${maskedAddress(lines.join("\n"))}`;
  },
};

import type { Personal } from "#app/domain/cases/personal.ts";

/** Always as many, so that a mask does not tell how long a word is. */
const hidden = "•••";

export type Contact = Pick<Personal, "email" | "phone" | "address">;

const first = (text: string) => [...text][0] ?? "";

/** `h•••@h•••.example`: enough to tell two addresses apart, and no more. */
export function maskedEmail(email: string): string {
  const [, local, host] = /^([^@\s]+)@([^@\s]+)$/.exec(email.trim()) ?? [];
  const end = /\.[\p{L}\p{N}-]+$/u.exec(host ?? "")?.[0];
  if (!local || !host || !end || end.length === host.length) return hidden;
  return `${first(local)}${hidden}@${first(host)}${hidden}${end}`;
}

/** The last two digits, of a number that has enough others. */
export function maskedPhone(phone: string): string {
  const digits = phone.replace(/\D/g, "");
  return digits.length < 6 ? hidden : `${hidden} ${digits.slice(-2)}`;
}

/** What is a way and no town, where an address writes both before the postcode. */
const way =
  /\b(street|st|road|rd|avenue|ave|lane|ln|drive|dr|court|ct|way|close|place|square|crescent|wynd|terrace|house|flat|floor|unit|suite|apt|box)\b|(stra(ss|ß)e|str\.|gasse|allee|weg|platz|ufer|damm)/i;

const townIn = (text: string | undefined) => {
  const town = text?.trim().replace(/^[,\s]+|[,\s]+$/g, "") ?? "";
  return town && !/\d/.test(town) && !way.test(town) && town.length <= 40 ? town : null;
};

type Part = { part: string; before: string | undefined };

/** How a place writes town and postcode; each names what of both is kept, and null where a part is none of its kind. */
const kinds: ((at: Part) => string | null)[] = [
  ({ part, before }) => {
    const [, own = "", state, zone] = /^(.*?)\b([A-Z]{2})\s+(\d{3})\d{2}(?:-\d{4})?$/.exec(part) ?? [];
    return state ? kept([townIn(own) ?? townIn(before), `${state} ${zone}••`], ", ") : null;
  },
  ({ part, before }) => {
    const [, zone] = /^(\d{3})\d{2}(?:-\d{4})?$/.exec(part) ?? [];
    return zone ? kept([townIn(before), `${zone}••`], ", ") : null;
  },
  ({ part, before }) => {
    const [, own = "", area] = /^(.*?)\b([A-Z]{1,2})\d[A-Z\d]?\s*\d[A-Z]{2}$/i.exec(part) ?? [];
    return area ? kept([townIn(own) ?? townIn(before), `${area.toUpperCase()}${hidden}`], " ") : null;
  },
  ({ part }) => {
    const [, area, own] = /^(?:D-)?(\d{2})\d{3}\s+(\D+)$/.exec(part) ?? [];
    return area ? kept([`${area}${hidden}`, townIn(own)], " ") : null;
  },
];

const kept = (parts: (string | null)[], between: string) => parts.filter(Boolean).join(between);

/** Province and city of a Chinese address, which stand first and without a space. */
const chinese = /^(?:[\p{Script=Han}]{2,8}?(?:省|自治区))?[\p{Script=Han}]{2,8}?市/u;

/** Town and postcode area; the street and whatever is not surely a town are hidden. */
export function maskedAddress(address: string): string {
  const inChina = chinese.exec(address.trim())?.[0];
  if (inChina) return `${inChina}${hidden}`;
  const parts = address.split(/[,\n]/).map((part) => part.trim());
  for (let at = parts.length - 1; at > 0; at--) {
    const before = at > 1 ? parts[at - 1] : undefined;
    for (const kind of kinds) {
      const told = kind({ part: parts[at] ?? "", before });
      if (told) return `${hidden}, ${told}`;
    }
  }
  return hidden;
}

const initialsShown = 3;

/** For whoever has no part in the case: enough to speak of somebody, not to know them. */
export function initials(name: string): string {
  if (/^\p{Script=Han}/u.test(name.trim())) return `${first(name.trim())}${hidden}`;
  const words = name.split(/[\s-]+/).filter((word) => /^\p{L}/u.test(word));
  const letters = words.slice(0, initialsShown).map((word) => `${first(word).toUpperCase()}.`);
  return letters.join(" ") || hidden;
}

const masks = { email: maskedEmail, phone: maskedPhone, address: maskedAddress };

/** Every address on file, masked; what is not on file stays null. */
export function maskedContact(contact: Contact): Contact {
  const masked = (field: keyof Contact) => {
    const text = contact[field];
    return text && masks[field](text);
  };
  return { email: masked("email"), phone: masked("phone"), address: masked("address") };
}

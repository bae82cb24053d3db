const letters = "abcdefghijklmnopqrstuvwxyz234567";

/** RFC 4648 6 in small letters and without padding: mail servers may change the case of an address. */
function base32(hex: string): string {
  const bits = [...hex].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => letters[Number.parseInt(five.padEnd(5, "0"), 2)])
    .join("");
}

function hexOf(text: string, digits: number): string {
  const bits = [...text].map((letter) => letters.indexOf(letter).toString(2).padStart(5, "0")).join("");
  return (bits.slice(0, digits * 4).match(/.{4}/g) ?? [])
    .map((four) => Number.parseInt(four, 2).toString(16))
    .join("");
}

const idLetters = 26;
/** Eighty bits of a message's own mark: nobody guesses it. */
const markDigits = 20;
const markLetters = 16;

/** A local part has 64 letters at most (RFC 5321 4.5.3.1.1); what is added to the operator's takes this many. */
export const mostLocalLetters = 64 - 1 - idLetters - markLetters;

/** What comes back of a message comes back to an address of its own, `bounces+…@rung.example`, which nobody else can make. */
export function returnPath(base: string, { id, mark }: { id: string; mark: string }): string {
  const [local, domain] = base.split("@");
  return `${local}+${base32(id.replaceAll("-", ""))}${base32(mark.slice(0, markDigits))}@${domain}`;
}

/** The message that an address claims to be of, and the mark it bears; null for an address that is no return path of `base`. */
export function claimedBy(base: string, address: string): { id: string; mark: string } | null {
  const [local, domain] = base.toLowerCase().split("@");
  const [given, at, ...rest] = address.trim().toLowerCase().split("@");
  if (at !== domain || rest.length > 0 || !given.startsWith(`${local}+`)) return null;
  const token = given.slice(local.length + 1);
  if (token.length !== idLetters + markLetters || !/^[a-z2-7]+$/.test(token)) return null;
  const hex = hexOf(token.slice(0, idLetters), 32);
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return { id, mark: hexOf(token.slice(idLetters), markDigits) };
}

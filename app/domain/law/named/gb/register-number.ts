import { isKnown } from "#app/domain/law/facts.ts";
import type { Check } from "#app/domain/law/scene.ts";

/** SRA numbers of people and firms usually have six or seven digits. */
const usual = /^\d{6,7}$/;

/** GB-ACTOR-05: a number of another form is looked up with care; the register decides, not the form. */
export const registerNumberFits: Check = ({ actor }) => {
  for (const { number } of actor.credentials ?? []) {
    if (isKnown(number) && !usual.test(number.trim())) return { values: { number }, next: null };
  }
  return null;
};

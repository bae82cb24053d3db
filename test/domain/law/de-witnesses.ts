import { deWitnessesContact } from "./de-witnesses-contact.ts";
import { deWitnessesLadder } from "./de-witnesses-ladder.ts";

/** For each row of the pack a case in which it speaks. */
export const deWitnesses = { ...deWitnessesLadder, ...deWitnessesContact };

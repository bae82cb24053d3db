import { gbWitnessesContact } from "./gb-witnesses-contact.ts";
import { gbWitnessesLadder } from "./gb-witnesses-ladder.ts";

/** For each row of the pack a case in which it speaks. */
export const gbWitnesses = { ...gbWitnessesLadder, ...gbWitnessesContact };

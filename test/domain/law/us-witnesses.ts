import { usWitnessesActs } from "./us-witnesses-acts.ts";
import { usWitnessesContact } from "./us-witnesses-contact.ts";
import { usWitnessesLadder } from "./us-witnesses-ladder.ts";

/** For each row of the pack a case in which it speaks. */
export const usWitnesses = { ...usWitnessesLadder, ...usWitnessesContact, ...usWitnessesActs };

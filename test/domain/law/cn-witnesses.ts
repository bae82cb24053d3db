import { cnWitnessesActs } from "./cn-witnesses-acts.ts";
import { cnWitnessesContact } from "./cn-witnesses-contact.ts";
import { cnWitnessesLadder } from "./cn-witnesses-ladder.ts";

/** For each row of the pack a case in which it speaks. */
export const cnWitnesses = { ...cnWitnessesLadder, ...cnWitnessesContact, ...cnWitnessesActs };

import { hash, verify } from "@node-rs/argon2";

/** Argon2id (the library's default variant) with the OWASP Password Storage Cheat Sheet's first choice: 19 MiB, 2 passes, 1 lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A hash of random bytes at the same cost: checking against it takes as long as checking a real one. */
const decoy =
  "$argon2id$v=19$m=19456,t=2,p=1$plpWNktiwtnwA1ZYU1mTcQ$GbBASCg/y/h1xv1eBeTUzTwyOx5Zuk6PvnwkPUpqaVE";

/** NFKC, so that one password typed on two keyboards is one password (NIST SP 800-63B-4, 3.1.1.2). */
const normal = (password: string) => password.normalize("NFKC");

export const hashPassword = (password: string): Promise<string> => hash(normal(password), cost);

/** Without a stored hash the answer is no, after the same work: time does not tell whether an account exists. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  const matches = await verify(stored || decoy, normal(password));
  return matches && Boolean(stored);
}

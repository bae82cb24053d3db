import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Db, Reader } from "#db/client.ts";
import { rateLimits } from "#db/schema/accounts.ts";

/** Points and seconds per key. Counted in the database, so that every process sees the same count. */
const limits = {
  signIn: { points: 10, duration: 15 * 60 },
  signUp: { points: 20, duration: 60 * 60 },
  secondFactor: { points: 6, duration: 15 * 60 },
  mailToAddress: { points: 5, duration: 60 * 60 },
  blockedAttempt: { points: 60, duration: 60 * 60 },
  textReview: { points: 20, duration: 60 * 60 },
  signingCode: { points: 5, duration: 60 * 60 },
  signingTry: { points: 10, duration: 15 * 60 },
  upload: { points: 120, duration: 60 * 60 },
  doorTry: { points: 10, duration: 15 * 60 },
  doorLetter: { points: 8, duration: 24 * 60 * 60 },
  doorSay: { points: 12, duration: 24 * 60 * 60 },
  doorRequest: { points: 6, duration: 24 * 60 * 60 },
  doorExport: { points: 10, duration: 24 * 60 * 60 },
  subjectExport: { points: 20, duration: 24 * 60 * 60 },
  letterCode: { points: 20, duration: 15 * 60 },
  bundle: { points: 20, duration: 24 * 60 * 60 },
  message: { points: 120, duration: 60 * 60 },
} as const;
export type LimitName = keyof typeof limits;

export type TooMany = { kind: "too-many"; retryAfterSeconds: number };

/**
 * Takes one point of a limit for a key (an address, an account); refuses with the wait once it is used up. Inside a
 * transaction give it that transaction: asking the pool for a second connection while holding one can lock up both.
 */
export async function consume(db: Reader, name: LimitName, key: string): Promise<Result<null, TooMany>> {
  const limiter = limiterFor(db, name);
  try {
    await limiter.consume(key);
    return ok(null);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return err({ kind: "too-many", retryAfterSeconds: Math.ceil(refusal.msBeforeNext / 1000) });
  }
}

/** Gives the points back, after a success that proves the person. */
export async function forgive(db: Db, name: LimitName, key: string): Promise<void> {
  await limiterFor(db, name).delete(key);
}

const limiterFor = (db: Reader, name: LimitName) =>
  new RateLimiterDrizzle({
    storeClient: db,
    schema: rateLimits,
    clearExpiredByTimeout: false,
    keyPrefix: name,
    ...limits[name],
  });

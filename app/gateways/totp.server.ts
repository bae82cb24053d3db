import { Secret, TOTP } from "otpauth";
import { toString as drawQr } from "qrcode";

const stepSeconds = 30;

const totpOf = (secret: string, account = "") =>
  new TOTP({
    issuer: "Rung",
    label: account,
    algorithm: "SHA1",
    digits: 6,
    period: stepSeconds,
    secret: Secret.fromBase32(secret),
  });

/** 160 random bits in base32, as RFC 4226 section 4 recommends. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What an authenticator app reads: as a link, and drawn as a QR code, an SVG in a data address. */
export async function totpEnrolment(secret: string, account: string): Promise<{ uri: string; svg: string }> {
  const uri = totpOf(secret, account).toString();
  const svg = await drawQr(uri, { type: "svg", errorCorrectionLevel: "M", margin: 4 });
  return { uri, svg: `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}` };
}

/**
 * The step (RFC 6238) a code belongs to, one step early or late allowed; null for a wrong code. `at` is real
 * time: an authenticator knows nothing of the demo's clock.
 */
export function totpStepOf(secret: string, code: string, at: Date): number | null {
  const delta = totpOf(secret).validate({ token: code, timestamp: at.getTime(), window: 1 });
  return delta === null ? null : Math.floor(at.getTime() / 1000 / stepSeconds) + delta;
}

/** The code an authenticator would show. */
export const totpCode = (secret: string, at: Date): string =>
  totpOf(secret).generate({ timestamp: at.getTime() });

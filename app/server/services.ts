import { readFileSync } from "node:fs";
import { join } from "node:path";
import { diskShelf, documentStore, type Shelf } from "#app/gateways/documents.server.ts";
import type { LastingKeys } from "#app/gateways/key-ring.server.ts";
import { clamdScanner, type Scanner } from "#app/gateways/malware-scan.server.ts";
import { objectShelf } from "#app/gateways/object-store.server.ts";
import { type Secrets, secretsFrom } from "#app/gateways/secrets.server.ts";
import { type SmsProvider, smsProviderFrom } from "#app/gateways/sms-provider.server.ts";
import { type ProviderKeys, providerFrom } from "#app/gateways/stripe.server.ts";
import { rootsIn, type TimeAuthority } from "#app/gateways/time-authority.server.ts";
import type { Services } from "#app/use-cases/ctx.ts";
import { openLastingKeys } from "#app/use-cases/keys/open-lasting-keys.server.ts";
import { sealDebtors } from "#app/use-cases/keys/seal-debtors.server.ts";
import type { Db } from "#db/client.ts";
import type { Config } from "./config.ts";

/** The parts every process shares, over a database whose keys are at hand. Refuses a secret that the database was not made with; seals what a database of before has in the clear. */
export async function openServices(config: Config, db: Db, publicUrl: string): Promise<Services> {
  const lasting = await openLastingKeys(db, { current: config.secret, former: config.formerSecrets });
  const services = servicesFrom(config, db, publicUrl, lasting);
  await sealDebtors(services);
  return services;
}

/** Binds the configuration to the parts every process shares. */
export function servicesFrom(config: Config, db: Db, publicUrl: string, lasting?: LastingKeys): Services {
  const secrets = secretsFrom(config.secret, { former: config.formerSecrets, lasting });
  const keys = providerKeys(config, secrets);
  return {
    db,
    secrets,
    documents: documentStore(shelfOf(config), secrets),
    scanner: scannerOf(config),
    provider: keys && providerFrom(keys),
    smsProvider: smsProvider(config),
    mailServer: mailServer(config),
    timeAuthority: timeAuthority(config),
    publicUrl,
    mode: config.RUNG_MODE,
  };
}

/** A bucket where one is named, else a folder beside the database. */
function shelfOf(config: Config): Shelf {
  const { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = config;
  if (!bucket || !accessKeyId || !secretAccessKey) return diskShelf(join(config.dataDir, "documents"));
  const { S3_ENDPOINT: endpoint, S3_REGION: region } = config;
  return objectShelf({ endpoint, region, bucket, accessKeyId, secretAccessKey });
}

/** The daemon that is named, if one is; what it could not check is told to the operator, whoever asked is told too. */
function scannerOf({ CLAMD_SOCKET, CLAMD_HOST, CLAMD_PORT }: Config): Scanner | null {
  if (!CLAMD_SOCKET && !CLAMD_HOST) return null;
  const scan = clamdScanner({
    at: CLAMD_SOCKET ? { path: CLAMD_SOCKET } : { host: CLAMD_HOST ?? "", port: CLAMD_PORT },
  });
  return async (bytes) => {
    const result = await scan(bytes);
    if (result.kind === "unchecked") console.error(`The virus scanner cannot be used: ${result.reason}`);
    return result;
  };
}

const mailServer = ({ SMTP_URL: smtpUrl, MAIL_FROM: from, BOUNCE_ADDRESS: returnTo }: Config) =>
  smtpUrl ? { smtpUrl, from, returnTo: returnTo ?? null } : null;

/** The time authority where one is named, with the roots its stamps must lead to. */
function timeAuthority({ RUNG_TSA_URL: url, RUNG_TSA_CA: ca }: Config): TimeAuthority | null {
  if (!url || !ca) return null;
  try {
    const failed = (answer: string) => console.error(`The time authority gave no stamp: ${answer}`);
    return { url, roots: rootsIn(readFileSync(ca, "utf8")), failed };
  } catch (error) {
    throw new Error(`RUNG_TSA_CA cannot be used: ${error instanceof Error ? error.message : error}`);
  }
}

/** Twilio's account where it is given; null where text messages are not set up. */
function smsProvider(config: Config): SmsProvider | null {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_FROM: from } = config;
  if (!accountSid || !authToken || !from) return null;
  return smsProviderFrom({ accountSid, authToken, from, apiUrl: config.TWILIO_API_URL });
}

/** Stripe's keys where they are given, else those of the stand-in this start brought up; null where there is neither. */
function providerKeys(config: Config, secrets: Secrets): ProviderKeys | null {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret, localStripe } = config;
  if (secretKey && webhookSecret) return { secretKey, webhookSecret };
  return localStripe ? { ...localKeys(secrets), address: localStripe } : null;
}

/** The stand-in's keys, derived, so that every process and every start knows the same. */
export const localKeys = (secrets: Secrets) => ({
  secretKey: `sk_test_${secrets.mac("local-stripe", "key").slice(0, 32)}`,
  webhookSecret: `whsec_${secrets.mac("local-stripe", "webhooks").slice(0, 32)}`,
});

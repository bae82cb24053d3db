import { join } from "node:path";
import { documentStoreIn } from "#app/gateways/documents.server.ts";
import { type Secrets, secretsFrom } from "#app/gateways/secrets.server.ts";
import { type ProviderKeys, providerFrom } from "#app/gateways/stripe.server.ts";
import type { Services } from "#app/use-cases/ctx.ts";
import type { Db } from "#db/client.ts";
import type { Config } from "./config.ts";

/** Binds the configuration to the parts every process shares. */
export function servicesFrom(config: Config, db: Db, publicUrl: string): Services {
  const secrets = secretsFrom(config.secret);
  const keys = providerKeys(config, secrets);
  return {
    db,
    secrets,
    documents: documentStoreIn(join(config.dataDir, "documents")),
    provider: keys && providerFrom(keys),
    mailServer: config.SMTP_URL ? { smtpUrl: config.SMTP_URL, from: config.MAIL_FROM } : null,
    publicUrl,
    mode: config.RUNG_MODE,
  };
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

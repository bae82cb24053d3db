/** Where a form of ours may lead: the payment provider's hosted pages. */
const providerPages = "https://checkout.stripe.com https://connect.stripe.com";

type SecurityOptions = { nonce: string; https: boolean };

/** The headers of every page. Only scripts that carry the response's nonce run; nothing may frame the product. */
export function securityHeaders({ nonce, https }: SecurityOptions): [string, string][] {
  const policy = [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    `form-action 'self' ${providerPages}`,
    "frame-ancestors 'none'",
  ].join("; ");
  const headers: [string, string][] = [
    ["content-security-policy", policy],
    ["x-content-type-options", "nosniff"],
    ["referrer-policy", "strict-origin-when-cross-origin"],
    ["cross-origin-opener-policy", "same-origin"],
    ["permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"],
    ["x-frame-options", "DENY"],
  ];
  return https ? [...headers, ["strict-transport-security", "max-age=31536000; includeSubDomains"]] : headers;
}

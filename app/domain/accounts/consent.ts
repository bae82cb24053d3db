/** The day of the terms and the privacy notice in force; a consent names the version it was given to. */
export const consentVersion = "2026-11-01";

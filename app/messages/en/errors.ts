/** What is wrong with one field, and the remedy. Shown beside it and, after its label, in the summary. */
export const errors = {
  "error.amount": "Enter an amount in figures, for example 12,500.00.",
  "error.amount_currency": "This amount names another currency. Enter it in the currency shown.",
  "error.amount_large": "This amount is too large. Check the number of digits.",
  "error.amount_decimals": "This currency has fewer decimal places. Check the amount.",
  "error.choose": "Choose one of the options.",
  "error.date": "Enter a real date: year, month and day.",
  "error.date_future": "This date lies in the future. Enter today or an earlier day.",
  "error.date_past": "This date lies in the past. Enter today or a later day.",
  "error.description_short": "Say a little more: at least 10 characters.",
  "error.email": "Enter an e-mail address, for example name@company.com.",
  "error.fee_part_missing": "The fee model you chose needs this figure.",
  "error.file_large": "This file is too large. Choose one of at most 10 MB.",
  "error.file_infected": "A virus scanner found malware in this file, so it was not kept. Use a clean copy.",
  "error.file_unchecked":
    "This file cannot be checked for viruses now, so it was not kept. Try again in a few minutes.",
  "error.not_replaceable":
    "That document has a newer version already, or is not on this case. Choose another.",
  "error.file_missing": "Choose a file.",
  "error.file_type":
    "This kind of file is not accepted. Use PDF, PNG, JPEG, plain text, an e-mail saved as .eml or Word without macros (.docx); the content must match the name.",
  "error.invalid": "This was not understood. Check it and try again.",
  "error.number": "Enter a whole number.",
  "error.percent": "Enter a percentage between 0 and 100.",
  "error.phone": "Enter a phone number with its country code, for example +1 555 010 0199.",
  "error.plan_short": "Describe your plan in at least 20 characters.",
  "error.rate": "Enter a yearly rate in per cent, for example 6.5.",
  "error.required": "Fill this in.",
  "error.too_long": "This is too long. Shorten it.",
};

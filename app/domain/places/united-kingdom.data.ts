/** The three legal systems of the United Kingdom: code | Chinese | English | other search words | latitude | longitude | zones. */
export const unitedKingdomRows = `
GB-EW|英格兰和威尔士|England and Wales||51.51|-0.13|Europe/London
GB-SCT|苏格兰|Scotland||55.95|-3.20|Europe/London
GB-NIR|北爱尔兰|Northern Ireland||54.60|-5.93|Europe/London
`;

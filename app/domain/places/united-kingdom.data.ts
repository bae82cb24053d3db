/** The three legal systems of the United Kingdom: code | Chinese | English | other search words | latitude | longitude | zones. */
export const unitedKingdomRows = `
GB-EW|英格兰和威尔士|England and Wales|england wales london birmingham manchester leeds liverpool sheffield bristol newcastle nottingham leicester coventry southampton portsmouth brighton plymouth oxford cambridge york cardiff swansea 伦敦 伯明翰 曼彻斯特 利物浦|51.51|-0.13|Europe/London
GB-SCT|苏格兰|Scotland|edinburgh glasgow aberdeen dundee inverness 爱丁堡 格拉斯哥|55.95|-3.20|Europe/London
GB-NIR|北爱尔兰|Northern Ireland|belfast derry londonderry 贝尔法斯特|54.60|-5.93|Europe/London
`;

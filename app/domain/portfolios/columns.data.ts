/**
 * What people call the columns of a claims file, in English and Chinese, the surest name first. Names are compared without case,
 * width, spaces and punctuation: `LoanNr_ChkDgt` is `loannrchkdgt`.
 */
export const columnNames = {
  reference: `invoicenumber invoiceno invoicenr invoice loannumber loanno loannrchkdgt loannr contractnumber contractno accountnumber
    accountno referencenumber referenceno reference ref caseno claimno claimnumber orderno casenumber
    合同编号 合同号 借据号 借据编号 发票号 发票号码 贷款编号 贷款账号 账号 案件编号 案号 编号 订单号`,
  debtorName: `debtorname debtor borrowername borrower customername customer clientname company companyname businessname name buyer
    schuldner kunde 债务人姓名 债务人名称 债务人 借款人姓名 借款人 欠款人 客户姓名 客户名称 客户 公司名称 企业名称 姓名 名称`,
  debtorKind:
    "debtortype debtorkind customertype borrowertype kindofdebtor 债务人类型 债务人性质 客户类型 主体类型",
  country: "country countrycode debtorcountry nation land 国家 国别",
  province: `state province debtorstate region bundesland debtorprovince stateprovince 省份 省 所在省 所在省份 省市 州 地区`,
  city: "city town debtorcity ort stadt 城市 市 所在城市 地市",
  postcode: "zip zipcode postcode postalcode plz 邮编 邮政编码",
  address:
    "address debtoraddress street streetaddress address1 anschrift strasse 地址 住址 联系地址 通讯地址 户籍地址 居住地址",
  email: "email emailaddress debtoremail mail 邮箱 电子邮箱 电子邮件",
  phone:
    "phone phonenumber telephone debtorphone mobile tel telefon 电话 手机 手机号 手机号码 联系电话 本人电话 债务人电话",
  principal: `principal outstandingprincipal chgoffpringr chargedoffprincipal chargeoffprincipal outstandingbalance balance amountdue
    outstanding amountoutstanding amountowed claimamount amount debtamount balancedue total betrag forderung
    本金 剩余本金 未还本金 欠款本金 欠款金额 债权金额 债权本金 逾期金额 逾期本金 应还金额 金额`,
  currency: "currency currencycode ccy waehrung währung 币种 货币",
  dueOn: `duedate dueon due datedue chgoffdate chargeoffdate chargedoffdate defaultdate dateofdefault maturitydate paymentdue
    faelligkeit fälligkeit faellig 到期日 到期日期 应还日期 应还日 还款日 逾期日期 逾期起始日 逾期开始日期 逾期日 违约日期`,
  contractOn: `contractdate agreementdate loandate disbursementdate approvaldate invoicedate issuedate signingdate rechnungsdatum
    合同日期 签订日期 签约日期 放款日期 放款日 借款日期 贷款日期 发票日期 开票日期`,
  lastPaymentOn: `lastpaymentdate lastpayment lastpaidon datelastpaid 最后还款日期 最后还款日 最近还款日期 最近一次还款日`,
  claimKind: "claimtype claimkind debttype debtkind typeofdebt 债权类型 债务类型 案件类型 业务类型",
  lender: "bank lender originalcreditor creditor creditorname issuer 银行 贷款机构 原债权人 债权人 出借人",
  description: "description notes note comment comments details remarks 备注 说明 描述 案情",
} as const satisfies Record<string, string>;

/**
 * Columns that hold people who do not owe: the platform keeps none of them, under whatever name. Whole words of a header in
 * English; parts of it in Chinese. A bare `reference` is an invoice's number and no person.
 */
export const contactHeaders = [
  /\b(emergency|alternate|alternative|secondary|backup)\W*(contact|phone|tel|number|name)/,
  /\bcontact\W*(person|name|list|book)s?\b/,
  /\bcontact\W*\d/,
  /\b(phone|address)\W*book\b/,
  /\b(next\W*of\W*kin|relatives?|spouse|husband|wife|father|mother|parents?|brother|sister|sibling|son|daughter|friend|family\W*(member|contact|phone)|colleague|coworker|neighbou?r|flatmate|employer|supervisor)\b/,
  /\breferences\b|\breferee\b|\breference\W*(person|name|phone|contact|tel|mobile|\d)/,
  /\bref\W*(name|phone|contact|person)/,
  /紧急|联系人|亲属|亲戚|家属|家人|父亲|母亲|父母|配偶|丈夫|妻子|兄弟|姐妹|子女|儿子|女儿|朋友|同事|邻居|通讯录|单位电话|单位联系|工作单位|雇主|推荐人/,
] as const;

/** Forms of companies as a name ends or bears them. */
export const companyForms =
  /(?:^|[\s,.&(])(?:inc|incorporated|corp|corporation|co|company|llc|l\.l\.c|ltd|limited|llp|l\.l\.p|lp|l\.p|plc|p\.l\.c|pllc|p\.?c|p\.?a|gmbh|ag|kg|ohg|ug|e\.?k|s\.?a|b\.?v|trust|partnership|enterprises|group|holdings)\.?(?:$|[\s,.)/])|公司|集团|合伙企业|事务所|合作社|有限合伙|经营部|商行/i;

/** Values that stand for nothing. */
export const placeholders = new Set(
  "missing|n/a|na|none|null|nil|unknown|unk|-|--|.|?|tbd|not available|undefined|#n/a|缺失|无|未知|不详|空".split(
    "|",
  ),
);

/** Words by which files name what a debtor or a claim is. */
export const debtorKindWords: Record<string, "natural_consumer" | "sole_trader" | "company"> = {
  company: "company",
  business: "company",
  corporate: "company",
  corporation: "company",
  legal: "company",
  enterprise: "company",
  公司: "company",
  企业: "company",
  法人: "company",
  单位: "company",
  individual: "natural_consumer",
  person: "natural_consumer",
  consumer: "natural_consumer",
  private: "natural_consumer",
  personal: "natural_consumer",
  naturalconsumer: "natural_consumer",
  naturalperson: "natural_consumer",
  个人: "natural_consumer",
  自然人: "natural_consumer",
  消费者: "natural_consumer",
  soletrader: "sole_trader",
  soleproprietor: "sole_trader",
  selfemployed: "sole_trader",
  个体工商户: "sole_trader",
  个体户: "sole_trader",
  个体: "sole_trader",
};

export const claimKindWords: Record<
  string,
  "loan_bank" | "loan_private" | "goods" | "services" | "rent" | "invoice_b2b" | "other"
> = {
  loan: "loan_bank",
  loanbank: "loan_bank",
  bankloan: "loan_bank",
  creditcard: "loan_bank",
  贷款: "loan_bank",
  信用卡: "loan_bank",
  银行贷款: "loan_bank",
  借款: "loan_private",
  loanprivate: "loan_private",
  privateloan: "loan_private",
  民间借贷: "loan_private",
  私人借款: "loan_private",
  goods: "goods",
  sale: "goods",
  sales: "goods",
  货款: "goods",
  买卖: "goods",
  services: "services",
  service: "services",
  服务: "services",
  服务费: "services",
  rent: "rent",
  lease: "rent",
  租金: "rent",
  房租: "rent",
  invoice: "invoice_b2b",
  invoiceb2b: "invoice_b2b",
  trade: "invoice_b2b",
  发票: "invoice_b2b",
  应收账款: "invoice_b2b",
  other: "other",
  其他: "other",
};

/** Headers and names of files that tell what kind of claim is in them. */
export const fileKindWords: [RegExp, keyof typeof kinds][] = [
  [/loan|disburse|charge\W?off|chgoff|lender|borrower|贷款|放款|借据|信用卡/i, "loan_bank"],
  [/invoice|rechnung|发票|开票/i, "invoice_b2b"],
  [/\brent\b|lease|租金/i, "rent"],
];
const kinds = { loan_bank: 0, invoice_b2b: 0, rent: 0 };

import type { Demo } from "./demo.ts";
import { doorPages } from "./door-pages.ts";
import { moneyPages } from "./money-pages.ts";
import { admin, anybody, creditor, type DemoPage, lawyer, parties, shownTo } from "./shown-to.ts";

/** Nothing of the demo: it has no batch of printed letters. */
const noSuchId = "00000000-0000-7000-8000-000000000000";
const contactAt =
  (...under: string[]) =>
  ({ cases }: Demo) =>
    under.map((each) => `/cases/${cases.engaged}/contact${each}`);
const inboxTabs = ["", "?tab=unread", "?tab=mentions", "?tab=tasks"].map((tab) => `/inbox${tab}`);
const bothRooms = shownTo("anonymous", "creditor");

/** Every module of app/routes that draws a page, the addresses it is seen at in the demo, and by whom. */
export const demoPages: Record<string, DemoPage> = {
  $: shownTo("anonymous", "lawyer")("/no-such-page", 404),
  _index: anybody("/"),
  terms: bothRooms("/terms"),
  privacy: bothRooms("/privacy"),
  law: bothRooms(["/law", "/law?country=CN&status=open", "/law?q=nothing+like+it"]),
  "demo.outbox": bothRooms("/demo/outbox"),
  "sign-up._index": anybody("/sign-up"),
  "sign-up.sent": anybody("/sign-up/sent"),
  "sign-in._index": anybody("/sign-in"),
  "sign-in.second-factor": shownTo("halfway")("/sign-in/second-factor"),
  "forgot-password": anybody("/forgot-password"),
  "reset-password.$token": anybody(({ links }) => links.resetPassword),
  "verify-email.$token": anybody(({ links }) => links.verifyEmail),
  "confirm-email.$token": anybody(({ links }) => links.confirmEmail),
  "invitations.$token._index": anybody(({ links }) => links.invitation),
  home: shownTo("guest", "creditor", "lawyer", "admin")("/home"),
  more: shownTo("guest", "creditor", "lawyer", "admin")("/more"),
  "inbox._index": shownTo("creditor", "lawyer", "admin")(inboxTabs),
  "inbox.settings": shownTo("creditor", "admin")("/inbox/settings"),
  "unsubscribe.$token": anybody("/unsubscribe/none", 410),
  "account._index": shownTo("guest", "creditor", "admin")("/account"),
  "account.calendar._index": parties("/account/calendar"),
  "account.delete": creditor("/account/delete"),
  "account.email": creditor("/account/email"),
  "account.password": creditor("/account/password"),
  "account.sessions": creditor("/account/sessions"),
  "account.security._index": shownTo("creditor", "admin")("/account/security"),
  "account.security.set-up": creditor("/account/security/set-up"),
  "account.security.recovery-codes": admin("/account/security/recovery-codes"),
  "account.security.remove": admin("/account/security/remove"),
  "organization.new": shownTo("guest")("/organization/new"),
  "organization._index": parties("/organization"),
  "organization.invite": creditor("/organization/invite"),
  "organization.leave": creditor("/organization/leave"),
  "organization.members.$userId._index": creditor(({ userId }) => `/organization/members/${userId}`),
  "organization.practice._index": lawyer("/organization/practice"),
  ...Object.fromEntries(
    ["capacity", "holders", "supervisors", "insurance"].map((name) => [
      `organization.practice.${name}`,
      lawyer(`/organization/practice/${name}`),
    ]),
  ),
  "licences._index": lawyer("/licences"),
  "licences.new": lawyer("/licences/new"),
  "licences.$licenceId": lawyer(({ licenceId }) => `/licences/${licenceId}`),
  "cases._index": parties(() => ["/cases", "/cases?tab=open"]),
  "cases.new": creditor("/cases/new"),
  ...wizard(),
  "cases.$caseId._index": creditor(({ cases }) => Object.values(cases).map((id) => `/cases/${id}`)),
  "cases.$caseId.edit": creditor(({ cases }) => `/cases/${cases.submitted}/edit`),
  "cases.$caseId.withdraw": creditor(({ cases }) => `/cases/${cases.tendering}/withdraw`),
  "cases.$caseId.bids": creditor(({ cases: { tendering, deciding } }) =>
    [tendering, deciding].map((id) => `/cases/${id}/bids`),
  ),
  "cases.$caseId.prices._index": creditor(({ cases: { approved, deciding } }) =>
    [approved, deciding].map((id) => `/cases/${id}/prices`),
  ),
  "cases.$caseId.prices.$priceId": creditor(
    ({ cases, priceId }) => `/cases/${cases.approved}/prices/${priceId}`,
  ),
  "prices._index": lawyer("/prices"),
  "prices.new": lawyer("/prices/new"),
  "cases.$caseId.questions._index": creditor(({ cases }) => `/cases/${cases.tendering}/questions`),
  "cases.$caseId.questions.$questionId": creditor(
    ({ cases, questionId }) => `/cases/${cases.tendering}/questions/${questionId}`,
  ),
  "cases.$caseId.award.$bidId": creditor(({ cases, bidId }) => `/cases/${cases.deciding}/award/${bidId}`),
  "cases.$caseId.reopen": creditor(({ cases }) => `/cases/${cases.deciding}/reopen`),
  "cases.$caseId.engagement._index": parties(({ cases }) => `/cases/${cases.engaged}/engagement`),
  "cases.$caseId.engagement.code": parties(({ cases }) => `/cases/${cases.engaged}/engagement/code`),
  "cases.$caseId.engagement.amendments.new": parties(
    ({ cases }) => `/cases/${cases.engaged}/engagement/amendments/new`,
  ),
  "cases.$caseId.engagement.amendments.$amendmentId._index": parties(
    ({ cases, amendmentId }) => `/cases/${cases.engaged}/engagement/amendments/${amendmentId}`,
  ),
  "cases.$caseId.engagement.amendments.$amendmentId.decline": parties(
    ({ cases, amendmentId }) => `/cases/${cases.engaged}/engagement/amendments/${amendmentId}/decline`,
  ),
  ...moneyPages,
  "mandates._index": parties("/mandates"),
  "cases.$caseId.retender": creditor(({ cases }) => `/cases/${cases.engaged}/retender`),
  "cases.$caseId.lapse._index": parties(({ cases }) => `/cases/${cases.engaged}/lapse`),
  "cases.$caseId.lapse.wait": creditor(({ cases }) => `/cases/${cases.engaged}/lapse/wait`),
  "cases.$caseId.lapse.pass": creditor(({ cases }) => `/cases/${cases.engaged}/lapse/pass`),
  "cases.$caseId.evidence": parties(({ cases }) =>
    ["", "?q=the", "?q=zzz"].map((asked) => `/cases/${cases.engaged}/evidence${asked}`),
  ),
  "cases.$caseId.messages._index": parties(({ cases }) => `/cases/${cases.engaged}/messages`),
  "cases.$caseId.record": parties(({ cases }) => [
    `/cases/${cases.engaged}/record`,
    `/cases/${cases.engaged}/record?type=payment`,
  ]),
  "cases.$caseId.add-fact": parties(({ cases }) => `/cases/${cases.engaged}/add-fact`),
  "cases.$caseId.close": parties(({ cases }) => `/cases/${cases.engaged}/close`),
  "cases.$caseId.step": lawyer(({ cases }) =>
    ["", "?type=call", "?type=lawsuit"].map((step) => `/cases/${cases.engaged}/step${step}`),
  ),
  "cases.$caseId.call": lawyer(({ cases }) => `/cases/${cases.engaged}/call`),
  "cases.$caseId.details": parties(({ cases }) => `/cases/${cases.engaged}/details`),
  "cases.$caseId.visit._index": lawyer(({ cases }) => `/cases/${cases.engaged}/visit`),
  "cases.$caseId.visit.$planId._index": lawyer([]),
  "cases.$caseId.contact._index": parties(contactAt("")),
  "cases.$caseId.contact.verify": lawyer(contactAt("/verify", "/verify?channel=post", "/verify?channel=sms")),
  "cases.$caseId.contact.write": lawyer(
    contactAt(
      "/write?template=us.message",
      "/write?template=us.letter.post",
      "/write?template=us.sms.written",
    ),
  ),
  "cases.$caseId.contact.send": lawyer(contactAt("/send?template=us.message")),
  "cases.$caseId.contact.$letterId._index": parties(
    ({ cases, letterId }) => `/cases/${cases.engaged}/contact/${letterId}`,
  ),
  "stop.$token": anybody("/stop/none", 410),
  "letters._index": lawyer("/letters"),
  "letters.$batchId._index": lawyer(`/letters/${noSuchId}`, 404),
  "letters.$batchId.posted": lawyer(`/letters/${noSuchId}/posted`, 404),
  "door._index": anybody(["/door", "/door?lang=zh"]),
  "door.$code": anybody("/door/7K2M-9QRT-4XWB-N3F5?lang=de"),
  ...insideTheDoor(),
  "verify._index": anybody(["/verify", "/verify?lang=de"]),
  "verify.$code": anybody("/verify/none", 410),
  "cases.$caseId.words._index": lawyer(({ cases }) => `/cases/${cases.engaged}/words?type=letter`),
  "rounds._index": lawyer([
    "/rounds",
    "/rounds?place=US-NY&kind=goods&q=new+york",
    "/rounds?q=nothing+like+it",
  ]),
  "rounds.saved._index": lawyer("/rounds/saved"),
  "rounds.saved.$searchId._index": lawyer(({ searchId }) => `/rounds/saved/${searchId}`),
  "practice._index": lawyer("/practice"),
  "admin.coverage": admin("/admin/coverage"),
  "rounds.$caseId._index": lawyer(({ cases }) => `/rounds/${cases.tendering}`),
  "rounds.$caseId.bid": lawyer(({ cases }) => `/rounds/${cases.tendering}/bid`),
  "rounds.$caseId.check": lawyer(({ cases }) => `/rounds/${cases.tendering}/check`),
  "rounds.$caseId.questions": lawyer(({ cases }) => `/rounds/${cases.tendering}/questions`),
  "rounds.$caseId.decline._index": lawyer(({ cases }) => `/rounds/${cases.tendering}/decline`),
  "rounds.$caseId.withdraw": lawyer(({ cases }) => `/rounds/${cases.tendering}/withdraw`),
  bids: lawyer("/bids"),
  "portfolios._index": creditor("/portfolios"),
  "portfolios.$portfolioId._index": creditor(({ portfolios }) =>
    [portfolios.approved, portfolios.imported].map((id) => `/portfolios/${id}`),
  ),
  "lots.$lotId._index": parties(({ lots }) =>
    [lots.open, lots.bidOn, lots.deciding].map((id) => `/lots/${id}`),
  ),
  "lots.$lotId.bids": creditor(({ lots }) =>
    [lots.bidOn, lots.deciding, lots.unwanted].map((id) => `/lots/${id}/bids`),
  ),
  "lots.$lotId.award.$bidId": creditor(({ lots, lotBidId }) => `/lots/${lots.deciding}/award/${lotBidId}`),
  "lots.$lotId.reopen": creditor(({ lots }) => `/lots/${lots.unwanted}/reopen`),
  "lots.$lotId.lapse._index": parties(({ lots }) => `/lots/${lots.engaged}/lapse`),
  "lots.$lotId.lapse.wait": creditor(({ lots }) => `/lots/${lots.engaged}/lapse/wait`),
  "lots.$lotId.lapse.pass": creditor(({ lots }) => `/lots/${lots.engaged}/lapse/pass`),
  "lots.$lotId.retender": creditor(({ lots }) => `/lots/${lots.engaged}/retender`),
  "lots.$lotId.withdraw": creditor(({ lots }) => `/lots/${lots.open}/withdraw`),
  "lots.$lotId.claims": parties(({ lots }) => [
    `/lots/${lots.engaged}/claims`,
    `/lots/${lots.engaged}/claims?state=refused`,
  ]),
  "lots.$lotId.engagement._index": parties(({ lots }) => `/lots/${lots.engaged}/engagement`),
  "lots.$lotId.engagement.amendments.new": parties(
    ({ lots }) => `/lots/${lots.engaged}/engagement/amendments/new`,
  ),
  "lots.$lotId.engagement.amendments.$amendmentId._index": parties(
    ({ lots, lotAmendmentId }) => `/lots/${lots.engaged}/engagement/amendments/${lotAmendmentId}`,
  ),
  "lots.$lotId.engagement.amendments.$amendmentId.decline": parties(
    ({ lots, lotAmendmentId }) => `/lots/${lots.engaged}/engagement/amendments/${lotAmendmentId}/decline`,
  ),
  "lots.$lotId.engagement.code": parties(({ lots }) => `/lots/${lots.engaged}/engagement/code`),
  "lots.$lotId.bid": lawyer(({ lots }) => [`/lots/${lots.bidOn}/bid`, `/lots/${lots.open}/bid`]),
  "lots.$lotId.check": lawyer(({ lots }) => `/lots/${lots.bidOn}/check`),
  "lots.$lotId.bid_.withdraw": lawyer(({ lots }) => `/lots/${lots.bidOn}/bid/withdraw`),
  "lots.$lotId.decline._index": lawyer(({ lots }) => `/lots/${lots.open}/decline`),
  "lots.$lotId.questions._index": parties(({ lots }) => `/lots/${lots.open}/questions`),
  "lots.$lotId.questions.$questionId": creditor(
    ({ lots, lotQuestionId }) => `/lots/${lots.open}/questions/${lotQuestionId}`,
  ),
  "admin.portfolios._index": admin("/admin/portfolios"),
  "admin.portfolios.$portfolioId": admin(({ portfolios }) => `/admin/portfolios/${portfolios.approved}`),
  "admin.cases._index": admin("/admin/cases"),
  "admin.cases.$caseId._index": admin(({ cases }) => `/admin/cases/${cases.submitted}`),
  ...decisions(
    "admin.cases.$caseId",
    ["approve", "refuse", "return", "debtor", "erase"],
    (demo) => demo.cases.submitted,
  ),
  "admin.cases.$caseId.export._index": admin(({ cases }) => `/admin/cases/${cases.engaged}/export`),
  "admin.licences._index": admin("/admin/licences"),
  "admin.look-ups": admin("/admin/look-ups"),
  "admin.insurances": admin("/admin/insurances"),
  "admin.licences.$licenceId._index": admin(({ licenceId }) => `/admin/licences/${licenceId}`),
  ...decisions(
    "admin.licences.$licenceId",
    ["verify", "refuse", "return", "suspend"],
    (demo) => demo.licenceId,
  ),
  "admin.conduct._index": admin("/admin/conduct"),
  "admin.conduct.$caseId.$reportId": admin(`/admin/conduct/${noSuchId}/${noSuchId}`, 404),
  "admin.requests._index": admin("/admin/requests"),
  "admin.requests.$caseId.$requestId": admin(`/admin/requests/${noSuchId}/${noSuchId}`, 404),
  "admin.texts._index": admin("/admin/texts"),
  "admin.replies._index": admin("/admin/replies"),
  "admin.texts.$caseId.$reviewId": admin(
    ({ cases, textReviewId }) => `/admin/texts/${cases.engaged}/${textReviewId}`,
  ),
  "admin.messages.$caseId.$messageId": admin(
    ({ cases, messageId }) => `/admin/messages/${cases.engaged}/${messageId}`,
  ),
  "admin.audit": admin("/admin/audit"),
  ...lawBook(),
  "admin.clock": admin("/admin/clock"),
};

function lawBook(): Record<string, DemoPage> {
  const [pack, row] = ["/admin/law/packs/US", "/admin/law/packs/US/rows/POL-LADDER-02"];
  return {
    "admin.law._index": admin("/admin/law"),
    "admin.law.series.$seriesId": admin(() =>
      ["CN-LPR-1Y", "CN", "CN-ACCEPTANCE"].map((id) => `/admin/law/series/${id}`),
    ),
    "admin.law.packs.$packId._index": admin(() => [pack, `${pack}?find=contact`]),
    "admin.law.packs.$packId.new-row": admin(`${pack}/new-row`),
    "admin.law.packs.$packId.sign": admin(`${pack}/sign`),
    "admin.law.packs.$packId.rows.$rowKey._index": admin(row),
    "admin.law.packs.$packId.rows.$rowKey.end": admin(`${row}/end`),
    "admin.law.changes._index": admin("/admin/law/changes"),
    "admin.law.changes.$changeId._index": admin(({ lawChangeId }) => `/admin/law/changes/${lawChangeId}`),
    "admin.law.changes.$changeId.approve": admin(
      ({ lawChangeId }) => `/admin/law/changes/${lawChangeId}/approve`,
    ),
    "admin.law.changes.$changeId.refuse": admin(
      ({ lawChangeId }) => `/admin/law/changes/${lawChangeId}/refuse`,
    ),
    "admin.templates._index": admin("/admin/templates"),
    "admin.forms.$form._index": admin(
      ["replyForm", "financialStatement"].map((form) => `/admin/forms/${form}`),
    ),
    "admin.forms.$form.decide": admin("/admin/forms/financialStatement/decide"),
    "admin.templates.$templateId._index": admin(
      ["us.validation-notice.post", "gb.message"].map((id) => `/admin/templates/${id}`),
    ),
    "admin.templates.$templateId.wording": admin("/admin/templates/gb.message/wording"),
    "admin.templates.$templateId.decide": admin("/admin/templates/gb.message/decide"),
    "admin.law.simulator": admin(({ lawChangeId }) => [
      "/admin/law/simulator",
      `/admin/law/simulator?pack=US&change[]=${lawChangeId}&from=2020-01-01&to=2029-12-31`,
    ]),
  };
}

/** Behind a letter's code: `door.spec.ts` goes in and looks at each. */
function insideTheDoor(): Record<string, DemoPage> {
  const withFiles = new Set(["data", "payments", "receipts", "receipts.$statementId"]);
  return Object.fromEntries(
    [...doorPages, "receipts", "receipts.$statementId"].map((name) => [
      `door.${name}${withFiles.has(name) ? "._index" : ""}`,
      anybody([]),
    ]),
  );
}

function wizard(): Record<string, DemoPage> {
  const steps = ["debtor", "claim", "evidence", "history", "goal", "review"];
  return {
    ...Object.fromEntries(
      steps.map((step) => [
        `cases.drafts.$caseId.${step}`,
        creditor(({ draftId }) => `/cases/drafts/${draftId}/${step}`),
      ]),
    ),
    "cases.drafts.$caseId_.discard": creditor(({ draftId }) => `/cases/drafts/${draftId}/discard`),
  };
}

function decisions(route: string, acts: string[], idOf: (demo: Demo) => string): Record<string, DemoPage> {
  const folder = route.replace(/\.\$.*$/, "").replaceAll(".", "/");
  return Object.fromEntries(
    acts.map((act) => [`${route}.${act}`, admin((demo) => `/${folder}/${idOf(demo)}/${act}`)]),
  );
}

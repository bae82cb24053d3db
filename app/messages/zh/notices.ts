import type { notices as en } from "../en/notices.ts";

export const notices: Record<keyof typeof en, string> = {
  "notify.bid_received.title": "{case} 收到一份报价",
  "notify.bid_received.body": "有受托方对 {case} 提交了密封报价。竞标截止时，所有报价同时开启。",
  "notify.round_closed.title": "{case} 竞标已截止",
  "notify.round_closed.body":
    "{case} 的全部报价（共 {count} 份）现已开启。请比较后选定受托方，或发起新一轮竞标。",
  "notify.round_no_bids.title": "{case} 没有报价",
  "notify.round_no_bids.body":
    "{case} 的竞标截止时没有收到报价。您可以发起新一轮竞标、扩大地域或接受其他收费方式。",
  "notify.round_voided.title": "{case} 的竞标已作废",
  "notify.round_voided.body":
    "债权人修改了 {case}，案件须重新审核，本轮全部报价作废。如债权人发起新一轮竞标，您可以再次报价。",
  "notify.round_extended.title": "{case} 的竞标延长",
  "notify.round_extended.body":
    "{case} 的竞标到期时不足两份报价，自动延长一次，至 {untilAt}。没有开启任何内容；已提交的报价仍然密封，可以继续修改。",
  "notify.question_asked.title": "{case} 有新的提问",
  "notify.question_asked.body": "一位受托方就 {case} 提问。您的回答会发给所有报价人，{untilAt} 前可以回答。",
  "notify.question_answered.title": "{case} 有新的回答",
  "notify.question_answered.body": "{case} 的债权人向所有报价人回答了一个问题。",
  "notify.price_taken.title": "{case} 按您的公示价格委托给您",
  "notify.price_taken.body":
    "债权人按您的公示价格委托 {case}。请阅读委托合同，并在 {signByAt} 前签署，逾期选定失效。",
  "notify.bid_opened.title": "您对 {case} 的报价已开启",
  "notify.bid_opened.body": "{case} 的竞标已截止，所有报价同时开启。债权人正在比较。",
  "notify.awarded.title": "{case} 选定由您承办",
  "notify.awarded.body":
    "债权人选择了您对 {case} 的报价。请阅读委托合同并在 {signByAt} 前签署；逾期未签署，选定失效。",
  "notify.award_lapsed.title": "{case} 的选定已失效",
  "notify.award_lapsed.body": "{case} 的委托合同未按时签署，选定失效。债权人可以发起新一轮竞标。",
  "notify.lost.title": "{case} 已选定其他受托方",
  "notify.lost.body": "债权人为 {case} 选定了另一份报价。您的报价已结束，无需再做任何事。",
  "notify.signature_needed.title": "{case} 等待您签署",
  "notify.signature_needed.body":
    "{case} 的委托合同已经拟定。请阅读并在 {signByAt} 前签署；逾期未签署，选定失效。",
  "notify.signed.title": "对方已签署 {case}",
  "notify.signed.body": "{by} 已签署 {case} 的委托合同。",
  "notify.engaged.title": "{case} 的委托已生效",
  "notify.engaged.body": "双方均已签署 {case} 的委托合同。案件页面会显示下一个合法步骤。",
  "notify.case_approved.title": "{case} 已通过审核",
  "notify.case_approved.body": "{case} 已通过审核，竞标已发起，截止时会通知您。",
  "notify.case_approved_standing.title": "{case} 已通过审核",
  "notify.case_approved_standing.body": "{case} 已通过审核。请从适用的公示价格中选择，或发起密封竞标。",
  "notify.case_returned.title": "{case} 需要修改",
  "notify.case_returned.body":
    "审核员退回了 {case}，意见是：{reason}\n请修改后重新提交，已填写的内容都保留着。",
  "notify.case_refused.title": "{case} 未获受理",
  "notify.case_refused.body": "{case} 不能在此发布。审核员的意见是：{reason}",
  "notify.case_withdrawn.title": "{case} 已撤回",
  "notify.case_withdrawn.body": "债权人撤回了 {case}，无需再做任何事。",
  "notify.step_blocked.title": "{case} 有一个步骤受阻",
  "notify.step_blocked.body": "{case} 的“{stepKey}”目前不合法。案件页面列明理由、法律依据以及解除条件。",
  "notify.dispute_recorded.title": "{case} 的债务人提出异议",
  "notify.dispute_recorded.body":
    "{case} 已记录债务人的异议。异议得到答复之前，阶梯暂停；处理方式见案件页面。",
  "notify.money_reported.title": "{case} 有款项报告",
  "notify.money_reported.body": "对方在 {case} 中报告了一笔转账。款项页面列明详情，并请您答复。",
  "notify.money_confirmed.title": "您在 {case} 的报告已获确认",
  "notify.money_confirmed.body": "对方确认了您在 {case} 中报告的转账。",
  "notify.money_contested.title": "对方对您在 {case} 的报告有异议",
  "notify.money_contested.body": "对方对您在 {case} 中报告的转账有异议。款项页面列明是哪一笔。",
  "notify.licence_verified.title": "资质 {number} 已核验",
  "notify.licence_verified.body":
    "已在登记系统中查到您在{territoryPlace}的资质 {number}。您可以对该地域的案件报价。",
  "notify.licence_returned.title": "资质 {number} 需要修改",
  "notify.licence_returned.body":
    "审核员退回了您在{territoryPlace}的资质 {number}，意见是：{reason}\n请修改后重新提交。",
  "notify.licence_refused.title": "资质 {number} 未获通过",
  "notify.licence_refused.body": "您在{territoryPlace}的资质 {number} 未获通过。审核员的意见是：{reason}",
  "notify.licence_suspended.title": "资质 {number} 已暂停",
  "notify.licence_suspended.body":
    "您在{territoryPlace}的资质 {number} 不再有效，不能据此提交新的报价或步骤。审核员的意见是：{reason}",
  "notify.invitation.title": "{by} 邀请您加入{organization}",
  "notify.invitation.body": "{by} 邀请您加入{organization}。您可以接受，也可以不予理会，邀请到期自动失效。",

  "mail.signature": "Rung · {publicUrl}\nRung 不是律师事务所，不提供法律意见。",
  "mail.verify_email.subject": "请确认您的邮箱地址",
  "mail.verify_email.body":
    "{name}，您好：\n\n请确认此邮箱属于您。链接 24 小时内有效，只能使用一次：\n\n{link}\n\n如果您没有注册账户，请忽略此邮件：未经确认，任何人都无法使用该账户。",
  "mail.sign_up_existing.subject": "您已有账户",
  "mail.sign_up_existing.body":
    "{name}，您好：\n\n有人（可能是您本人）试图用此邮箱注册账户。您已经有账户，没有任何改动。\n\n登录：{link}\n忘记密码：{resetLink}",
  "mail.reset_password.subject": "设置新密码",
  "mail.reset_password.body":
    "{name}，您好：\n\n请通过以下链接设置新密码。链接一小时内有效，只能使用一次；设置后，所有设备都会退出登录：\n\n{link}\n\n如果不是您本人的请求，密码没有改变，无需处理。",
  "mail.password_changed.subject": "您的密码已修改",
  "mail.password_changed.body":
    "{name}，您好：\n\n您的账户密码刚刚修改，其他登录均已退出。如果不是您本人操作，请立即重设密码：{link}",
  "mail.confirm_new_email.subject": "请确认您的新邮箱地址",
  "mail.confirm_new_email.body":
    "{name}，您好：\n\n请确认您的账户今后使用此邮箱。链接 24 小时内有效，只能使用一次：\n\n{link}\n\n在此之前，仍使用原邮箱。",
  "mail.email_changed.subject": "您的邮箱地址已更改",
  "mail.email_changed.body":
    "{name}，您好：\n\n您的账户已改用 {email}，不再使用此邮箱。如果不是您本人操作，请立即联系我们。",
  "mail.second_factor_on.subject": "两步验证已开启",
  "mail.second_factor_on.body":
    "{name}，您好：\n\n今后登录还需要输入身份验证器应用中的验证码。请妥善保存恢复码。",
  "mail.second_factor_off.subject": "两步验证已关闭",
  "mail.second_factor_off.body":
    "{name}，您好：\n\n今后登录只需要密码。如果不是您本人操作，请立即重设密码：{link}",
  "mail.invitation.subject": "{by} 邀请您加入{organization}",
  "mail.invitation.body":
    "您好：\n\n{by} 邀请您在 Rung 加入{organization}。链接 7 天内有效，只能使用一次：\n\n{link}\n\n如果您不认识邀请人，请忽略此邮件。",
  "mail.account_deleted.subject": "您的账户已删除",
  "mail.account_deleted.body":
    "{name}，您好：\n\n您的账户已删除，此邮箱不再保存。法律要求保留的案件记录会继续保留，但不含您的邮箱。",
};

import type { pages as en } from "../en/pages.ts";

export const pages: Record<keyof typeof en, string> = {
  "landing.title": "依法催收，一步一个台阶",
  "landing.meta": "债权人发布区域债务案件，持证律师和机构密封报价，案件时间线只允许合法的下一步。",
  "landing.lead":
    "发布案件后，在债务人所在地持证执业的律师和机构提交密封报价。您选定一家；从首次提醒到提起诉讼，只有法律允许时，案件才会走到下一步。",
  "landing.start": "发布第一个案件",
  "landing.join": "以律师或机构身份竞标",
  "landing.free": "约需 6 分钟。请备好合同或发票，以及一份证据。",
  "landing.picture": "Rung 中的一个案件：一张未付发票，正处于阶梯的第三级。点开任一级，可查看其前置条件。",

  "landing.how": "如何运作",
  "landing.creditor": "您是债权人",
  "landing.creditor.1":
    "写明谁自何时起欠多少，并上传材料。Rung 立即告知适用哪些规则、诉讼时效还剩多久、还缺什么。",
  "landing.creditor.2": "审核员核对案件后，密封竞标向执业范围覆盖该地区和债务类型的律师和机构开放。",
  "landing.creditor.3": "截止时所有报价同时开启。对照法定收费上限比较费用、办案计划、时间和资质，选定一家。",
  "landing.creditor.4": "双方签署委托合同。阶梯显示已完成的步骤、下一步，以及依法可行的最早日期。",
  "landing.collector": "您代他人催收",
  "landing.collector.1": "资质及登记信息只需提交一次。核验通过之前，您能看到具体还缺什么。",
  "landing.collector.2": "查看执业地域和范围内进行中的竞标：金额、类型、账龄和证据，不含债务人身份。",
  "landing.collector.3": "可按回款比例、固定费用、小时或组合方式报价。输入时即核对当地收费上限。",
  "landing.collector.4": "办案时，下一个合法动作就在眼前；记录可证明您遵守了规则。",
  "landing.debtor": "有人说您欠款",
  "landing.debtor.1": "任何人不得跳级。律师发函之前，您会先收到提醒和附有账目明细的正式催告。",
  "landing.debtor.2": "您对债务提出异议的，异议及其日期会被记录，阶梯随即暂停，直到异议得到答复。",
  "landing.debtor.3": "在法定时段之外或超过次数的电话和上门，在发生之前就会被拒绝。",
  "landing.debtor.4": "您的家人、朋友和同事不是催收渠道：Rung 没有存放他们联系方式的地方。",

  "landing.rules": "法律不允许的，Rung 做不到",
  "landing.rules.text":
    "每一步在记录之前，都按债务人所在地的规则作出判断。被拒绝时会写明原因、依据和最早的合法时间。任何人都不能绕过，包括我们。",
  "landing.rule.hours": "在美国，消费者当地时间早 8 点之前、晚 9 点之后，不得致电。",
  "landing.rule.hours.source": "美国联邦法规 12 CFR 1006.6(b)(1)",
  "landing.rule.calls": "同一笔债务，七天内致电不得超过七次；通话之后一周内不得再次致电。",
  "landing.rule.calls.source": "美国联邦法规 12 CFR 1006.14(b)(2)",
  "landing.rule.night": "在中国内地，未经债务人同意，每日 22:00 至次日 08:00 不得催收联系。",
  "landing.rule.night.source": "GB/T 45251-2025",
  "landing.rule.barred":
    "看来已过诉讼时效的债权，在律师记录未过时效的理由之前，不得起诉，也不得以起诉相威胁。",
  "landing.rule.barred.source": "平台规则 POL-LADDER-07",
  "landing.rule.chain": "时间线只增不减。每条记录都带有前一条的指纹，改动或缺失一望可知。",
  "landing.rule.sealed": "竞标截止之前，报价对其他报价人、债权人和我们都是密封的。",

  "landing.cost": "费用",
  "landing.cost.creditor": "债权人",
  "landing.cost.creditor.value": "每发布一个案件收取固定费用，发布前明示",
  "landing.cost.creditor.demo": "本演示环境不收费。",
  "landing.cost.collector": "律师和机构",
  "landing.cost.collector.value": "注册、查看竞标、报价均不收费",
  "landing.cost.debtor": "债务人",
  "landing.cost.debtor.value": "永不收费",
  "landing.cost.share": "律师费分成",
  "landing.cost.share.value": "不分成。费用由债权人与受托方约定并直接支付。",
  "landing.cost.rank": "更靠前的排名",
  "landing.cost.rank.value": "不出售。排序依据页面上所示的内容。",

  "landing.not": "Rung 不是什么",
  "landing.not.advice": "不是法律意见",
  "landing.not.advice.text":
    "日期、上限和金额均依据公开规则计算并注明出处。是否据此行动，由您和您的律师决定。",
  "landing.not.firm": "不是律师事务所或催收机构",
  "landing.not.firm.text": "我们不向债务人发函，也不出庭。这些由您选定的律师或机构凭其自身资质进行。",
  "landing.not.bank": "不是银行",
  "landing.not.bank.text": "Rung 不经手资金。债务人直接付款给债权人，或付至受托方的客户账户。",

  "landing.where": "适用地区",
  "landing.where.text":
    "目前已有美国各州和中国内地的规则。其他地区会列出，但在完成规则研究之前一律拒绝并说明原因：规则不明的地方，不发出任何催收。",
  "landing.end": "从一笔债权开始",

  "sample.title": "未付发票，{amount}，洛杉矶",
  "sample.reminder": "提醒",
  "sample.reminder.note": "电子邮件，已送达该公司",
  "sample.reminder.due": "已过到期日",
  "sample.contact": "首次联系",
  "sample.contact.note": "工作日 10:20，一次电话接通",
  "sample.contact.wait": "距提醒已满 3 天",
  "sample.contact.hours": "债务人所在地的工作时间",
  "sample.demand": "正式催告",
  "sample.demand.note": "已送达，等待该公司答复。",
  "sample.demand.wait": "距首次联系已满 7 天",
  "sample.demand.account": "账目明细和一份主要证据",
  "sample.letter": "律师函",
  "sample.letter.note": "由加利福尼亚州执业律师签发",
  "sample.letter.wait": "距正式催告满 7 天",
  "sample.mediation": "调解",
  "sample.mediation.note": "可选；任何一方均可拒绝",
  "sample.mediation.demand": "正式催告已送达",
  "sample.suit": "诉讼",
  "sample.suit.reason": "须先给予该公司 14 天答复期。",
  "sample.suit.wait": "对催告或律师函的 14 天答复期届满",
  "sample.suit.time": "债权仍在诉讼时效内",
  "sample.suit.lawyer": "有权在该法院出庭的律师",
  "sample.enforcement": "强制执行",
  "sample.enforcement.reason": "取得判决后才能进入这一级。",
  "sample.enforcement.title": "可执行的判决",

  "legal.version": "{date} 版本",
  "legal.contents": "本页内容",
  "legal.demo": "本演示环境不成立任何合同，请勿填写真实个人的信息。",

  "terms.title": "服务条款",
  "terms.lead": "您可以期待 Rung 做到什么，Rung 又要求您做到什么，按重要程度排列。",
  "terms.what.title": "Rung 是什么",
  "terms.what.1":
    "Rung 是一个交易平台，也是一份记录。债权人发布案件；律师、律师事务所和催收机构报价；债权人选定受托方；双方在时间线上推进案件，债务人所在地法律不允许的步骤会被拒绝。",
  "terms.what.2":
    "Rung 不是律师事务所，不提供法律意见，不催收债务，也不代理任何人。系统计算的日期、上限、利息和判断，是依据公开规则并注明出处的信息，不能代替律师的判断。",
  "terms.who.title": "账户与机构",
  "terms.who.1":
    "您代表某个机构使用 Rung，并如实说明身份。每人使用自己的账户，密码和两步验证不得共用。机构成员及其角色由所有者决定。",
  "terms.who.2":
    "律师、律师事务所和机构只能在本平台核验且仍然有效的资质范围内报价和办案，并受其地域和业务范围限制。资质到期、受限或被暂停时，请立即告知。",
  "terms.case.title": "发布案件",
  "terms.case.1":
    "只可发布属于您或您有权主张的债权，并如实描述，包括异议、付款以及对您不利的材料。审核员可以退回或拒绝案件，并说明理由。",
  "terms.case.2":
    "只提供主张债权所必需的信息。不得以任何形式填写或上传债务人亲属、朋友、邻居或同事的联系方式。",
  "terms.case.3": "您可以修改或撤回案件。若因此终止竞标、退回报价或需要重新审核，页面会在您确认之前说明。",
  "terms.bid.title": "报价、选定与委托",
  "terms.bid.1":
    "报价在竞标截止前保持密封，截止时同时开启；在此之前可以修改或撤回。报价须符合当地的收费上限和收费规则，并申报利益冲突。",
  "terms.bid.2":
    "选定即发出订立委托合同的要约。委托合同是债权人与受托方之间的合同，自双方签署同一份文件时生效。逾期未签署的，选定失效。",
  "terms.bid.3": "任何人都不能购买排名、推荐或其他报价人的报价。",
  "terms.steps.title": "时间线",
  "terms.steps.1":
    "每一步都按其日期当时有效的规则包判断。受阻的步骤，也不得在 Rung 之外进行。任何人都不能绕过规则；缺少事实的，可以连同证据补充。",
  "terms.steps.2":
    "所记录的事项须真实发生，日期和凭证须属实。记录不能修改或删除，错误以后续记录更正。受阻的尝试同样会被记录。",
  "terms.steps.3": "得知异议、付款、答复或停止联系的要求后，应立即记录，然后才能进行下一步。",
  "terms.conduct.title": "对债务人的行为规范",
  "terms.conduct.1":
    "不得威胁、侮辱、羞辱；不得虚报金额、权限或后果；不得冒充法院或机关；不得在法定时段、渠道和次数之外联系；不得在法律允许的范围之外向第三人透露。",
  "terms.conduct.2": "违反者可被立即暂停。其在办案件退回债权人，相关记录予以保留，供有权机关调查。",
  "terms.fees.title": "Rung 的收费",
  "terms.fees.1":
    "债权人每发布一个案件支付固定费用，金额在发布前明示。律师和机构注册、报价不收费。债务人不向 Rung 支付任何费用。",
  "terms.fees.2": "Rung 不从律师或受托方的费用中分成，也不从回款中分成。",
  "terms.money.title": "资金",
  "terms.money.1":
    "Rung 不接收、不保管、不转付债权人或债务人的资金。款项按委托合同约定直接付给债权人或受托方的客户账户，由收款人在此记录。",
  "terms.liability.title": "责任",
  "terms.liability.1":
    "律师和机构依其执业规则对自己的工作负责。我们对平台的审慎运营负责。我们不承诺债务得到清偿、有人报价，或法院采纳系统的判断。",
  "terms.liability.2": "本条款不排除法律禁止排除的责任，例如故意或重大过失的责任。",
  "terms.end.title": "终止与变更",
  "terms.end.1": "您可以随时删除账户；已签署的委托合同对签署方继续有效，时间线保留记录但不再显示您的姓名。",
  "terms.end.2":
    "条款变更时，我们会公布新版本及其日期，在对您适用之前再次征求同意。此前的同意连同版本一并保留。",

  "privacy.title": "隐私说明",
  "privacy.lead":
    "Rung 持有哪些个人信息、为什么持有、谁能看到，以及您可以提出哪些要求。本说明面向用户和债务人。",
  "privacy.who.title": "谁负责",
  "privacy.who.1":
    "账户、审核和服务运行由本平台运营者负责。案件事实由发布案件的债权人负责，委托合同签署后由债权人和受托方共同负责，运营者受其委托处理。",
  "privacy.users.title": "如果您有账户",
  "privacy.users.1":
    "我们保存您的姓名、电子邮箱、语言、机构和角色；密码的散列值（argon2id）；加密的两步验证密钥；登录会话的时间和浏览器；您同意的文件、版本和时间；受托方还包括资质及其证明。",
  "privacy.users.2": "您在案件中的操作保存为时间线记录，其他操作保存为审计记录，用于证明规则得到遵守。",
  "privacy.debtors.title": "如果有人发布了关于您的案件",
  "privacy.debtors.1":
    "我们保存债权人填写的内容：您的姓名、所在地，以及所提供的地址和联系方式；债权及其材料；案件的经过。债权人须说明债权的来源。",
  "privacy.debtors.2":
    "案件选定受托方之前，报价人只能看到地区、金额、债权类型和账龄，以及有哪些材料。您的姓名、地址、联系方式和材料本身不会提供给他们。",
  "privacy.debtors.3":
    "您可以向受托方或运营者询问保存了哪些信息、指出错误、对债务提出异议、要求停止联系。每一项都会连同日期记录，并立即生效。",
  "privacy.never.title": "我们绝不保存",
  "privacy.never.1":
    "不保存债务人的通讯录、亲属、朋友或同事；不追踪位置；不保存用于羞辱的照片；不购买外部评分。系统没有相应的字段，含有此类内容的文字会被审核退回。",
  "privacy.why.title": "目的",
  "privacy.why.1":
    "为履行与用户的合同；为主张和抗辩法律请求；为履行受托方的记录义务；为保护账户安全。信息不出售，也不用于广告。",
  "privacy.sees.title": "谁能看到",
  "privacy.sees.1":
    "债权人和受托方可以看到案件。管理员只看审核和投诉所需的内容。法院和监管机关依法取得我们或当事人有义务提供的内容。",
  "privacy.keep.title": "保存多久",
  "privacy.keep.1":
    "登录会话闲置 7 天后失效，最长 30 天。邮件中的链接只在短时间内有效。账户删除后，姓名和邮箱立即移除。案件记录在债权可以主张期间以及法律要求的保存期内保留，之后删除或匿名化。",
  "privacy.keep.2": "时间线记录不含姓名。当事人自己写的文字单独存放，移除后不破坏记录的完整性。",
  "privacy.cookies.title": "Cookie",
  "privacy.cookies.1":
    "共四个，均由我们设置，且为您所要求的功能所必需：保持登录、语言、深浅外观，以及把一条简短答复带到下一页。没有追踪，没有第三方。",
  "privacy.rights.title": "您的权利",
  "privacy.rights.1":
    "您可以查阅、更正、转移和删除您的信息，反对其使用，并向监管机关投诉。用户可在“我的账户”中完成大部分操作。我们在一个月内答复。",
  "privacy.changes.title": "变更",
  "privacy.changes.1": "新版本在适用之前连同日期公布。您的同意载明所同意的版本。",
};

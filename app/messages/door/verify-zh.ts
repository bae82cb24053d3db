import type { verify as en } from "./verify-en.ts";

export const verify: Record<keyof typeof en, string> = {
  "verify.title": "这封信是真的吗？",
  "verify.lead":
    "各机构通过 Rung 发出的每封信函和邮件都带有验证码。在此输入，我们就告诉您它是否确由该机构发出。本页不显示任何欠款信息。",
  "verify.code": "信上的验证码",
  "verify.code_hint": "共十六位字母和数字，分四组，例如 7K2M-9QRT-4XWB-N3F5。",
  "verify.submit": "查验",
  "verify.yes.title": "这封信是真的",
  "verify.yes.text": "通过 Rung 确实发出过带此验证码的信。请与您手中的信核对：",
  "verify.from": "发信机构",
  "verify.licence": "执业资质",
  "verify.licence_value": "{number}，{issuer}",
  "verify.on": "发出日期",
  "verify.channel": "发送方式",
  "verify.channel.email": "电子邮件",
  "verify.channel.post": "邮寄信函",
  "verify.channel.sms": "短信",
  "verify.differs":
    "如果您手中的信写的是别的机构、别的日期，或是通过其他方式收到的，说明有人盗用了验证码。请勿付款，并自行查找该机构的联系方式核实。",
  "verify.ended": "该机构已不再办理此事，请勿向其付款。由谁接手，会另行来信告知。",
  "verify.answer.title": "如何回复",
  "verify.answer.text":
    "凭验证码可以查看信件内容并作出回复，无需注册；也可以使用信中写明的联系方式。您没有义务在电话里表态；任何人都不得要求您用礼品卡、虚拟货币付款，或转账到个人账户。",
  "verify.answer.door": "在此回复",
  "verify.no.title": "查无此验证码",
  "verify.no.text":
    "没有仍然有效的信件使用此验证码。请逐位核对，例如数字 0 容易与字母 O 混淆。如果确认无误，请谨慎对待这封信：不要付款，不要点击其中的链接或附件，并自行查找该机构的联系方式核实。",
  "verify.again": "查验另一个验证码",
  "verify.too_many.title": "查验次数过多",
  "verify.too_many.text": "请等待一刻钟后再试，您的信件不受影响。",
  "verify.paper.yes": "这份证明真实有效",
  "verify.paper.yes_text": "通过 Rung 确实出具过带此验证码的文件，且未被撤回。请与您手中的文件核对：",
  "verify.paper.gone": "这份证明已失效",
  "verify.paper.gone_text": "它确曾通过 Rung 出具，但之后已被撤回，请勿再以其为凭。",
  "verify.paper.what": "文件",
  "verify.paper.kind": "结清证明",
  "verify.paper.by": "出具方",
  "verify.paper.number": "编号",
  "verify.paper.on": "出具日期",
  "verify.paper.withdrawn_on": "撤回日期",
  "verify.paper.differs":
    "如果您手中的文件写的是别的机构、编号或日期，说明有人盗用了验证码。请自行查找出具方的联系方式核实。",
};

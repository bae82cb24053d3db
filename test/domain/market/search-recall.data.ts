/**
 * What people type and what must be found: text | codes of the lists, a space between words of the text that must each find its own.
 * Places, fields and kinds in both languages, in pinyin, in half-forms and mixed; no typing errors.
 */
export const queries = `
深圳|p:CN-440300
深圳市|p:CN-440300
广东深圳|p:CN-440000 p:CN-440300
广东省深圳市|p:CN-440000 p:CN-440300
shenzhen|p:CN-440300
Shen Zhen|p:CN-440300
guangdong|p:CN-440000
guang dong|p:CN-440000
广州|p:CN-440100
广州市|p:CN-440100
北京|p:CN-110000
beijing|p:CN-110000
BEIJING|p:CN-110000
上海|p:CN-310000
shanghai|p:CN-310000
天津|p:CN-120000
重庆|p:CN-500000
chongqing|p:CN-500000
西安|p:CN-610100
Xi'an|p:CN-610100
xian|p:CN-610100
哈尔滨|p:CN-230100
harbin|p:CN-230100
呼和浩特|p:CN-150100
hohhot|p:CN-150100
内蒙古|p:CN-150000
内蒙古自治区|p:CN-150000
inner mongolia|p:CN-150000
neimenggu|p:CN-150000
广西|p:CN-450000
新疆|p:CN-650000
xinjiang|p:CN-650000
西藏|p:CN-540000
tibet|p:CN-540000
宁夏|p:CN-640000
杭州|p:CN-330100
hangzhou|p:CN-330100
浙江杭州|p:CN-330000 p:CN-330100
南京|p:CN-320100
苏州|p:CN-320500
江苏苏州|p:CN-320000 p:CN-320500
成都|p:CN-510100
chengdu|p:CN-510100
武汉|p:CN-420100
长沙|p:CN-430100
郑州|p:CN-410100
济南|p:CN-370100
青岛|p:CN-370200
qingdao|p:CN-370200
大连|p:CN-210200
沈阳|p:CN-210100
厦门|p:CN-350200
xiamen|p:CN-350200
福州|p:CN-350100
昆明|p:CN-530100
贵阳|p:CN-520100
南宁|p:CN-450100
海口|p:CN-460100
石家庄|p:CN-130100
太原|p:CN-140100
合肥|p:CN-340100
南昌|p:CN-360100
东莞|p:CN-441900
佛山|p:CN-440600
california|p:US-CA
California|p:US-CA
加利福尼亚|p:US-CA
加利福尼亚州|p:US-CA
new york|p:US-NY
New York City|p:US-NY-NYC
纽约|p:US-NY
texas|p:US-TX
得克萨斯|p:US-TX
florida|p:US-FL
north carolina|p:US-NC
new jersey|p:US-NJ
massachusetts|p:US-MA
washington|p:US-WA
ny|p:US-NY
tx|p:US-TX
US-CA|p:US-CA
england|p:GB-EW
wales|p:GB-EW
london|p:GB-EW
伦敦|p:GB-EW
manchester|p:GB-EW
曼彻斯特|p:GB-EW
berlin|p:DE-BE
柏林|p:DE-BE
bavaria|p:DE-BY
bayern|p:DE-BY
münchen|p:DE-BY
munich|p:DE-BY
慕尼黑|p:DE-BY
hamburg|p:DE-HH
hessen|p:DE-HE
hesse|p:DE-HE
köln|p:DE-NW
cologne|p:DE-NW
法兰克福|p:DE-HE
germany|p:DE
china|p:CN
中国|p:CN
usa|p:US
信用卡|f:lending.credit_card
信用卡透支|f:lending.credit_card
credit card|f:lending.credit_card
credit cards|f:lending.credit_card
银行贷款|f:lending.bank_loan
bank loan|f:lending.bank_loan
bank loans|f:lending.bank_loan
不良贷款|f:lending.bank_loan
npl|f:lending.bank_loan
房贷|f:lending.mortgage
按揭|f:lending.mortgage
mortgage|f:lending.mortgage
车贷|f:lending.car_loan
car loan|f:lending.car_loan
消费金融|f:lending.consumer_finance
小贷|f:lending.small_loan
payday|f:lending.small_loan
student loans|f:lending.student_loan
助学贷款|f:lending.student_loan
融资租赁|f:lending.leasing
finance lease|f:lending.leasing
保理|f:lending.factoring
factoring|f:lending.factoring
receivables|f:lending.factoring
民间借贷|f:private
借条|f:private
欠条|f:private
iou|f:private
货款|f:trade
买卖合同|f:trade
supplier|f:trade
建材|f:trade.building_materials
水泥|f:trade.building_materials
混凝土|f:trade.building_materials
building materials|f:trade.building_materials
cement|f:trade.building_materials
机械设备|f:trade.machinery
machinery|f:trade.machinery
电子产品|f:trade.electronics
electronics|f:trade.electronics
服装|f:trade.textiles
textiles|f:trade.textiles
clothing|f:trade.textiles
农产品|f:trade.food
food|f:trade.food
化工|f:trade.chemicals
chemicals|f:trade.chemicals
钢材|f:trade.metals
钢铁|f:trade.metals
steel|f:trade.metals
家具|f:trade.furniture
furniture|f:trade.furniture
药品|f:trade.medical_supplies
pharma|f:trade.medical_supplies
汽车配件|f:trade.vehicles
网店|f:trade.online_shop
e-commerce|f:trade.online_shop
外贸|f:trade.export
export|f:trade.export
工程款|f:construction.works
建设工程|f:construction
construction|f:construction
分包|f:construction.subcontract
subcontract|f:construction.subcontract
装修|f:construction.decoration
interior|f:construction.decoration
物流|f:services.logistics
快递|f:services.logistics
freight|f:services.logistics
logistics|f:services.logistics
广告|f:services.advertising
advertising|f:services.advertising
软件|f:services.software
software|f:services.software
咨询|f:services.consulting
consulting|f:services.consulting
律师费|f:services.professional
劳务派遣|f:services.staffing
staffing|f:services.staffing
培训|f:services.education
学费|f:services.education
education|f:services.education
医疗|f:services.medical_care
hospital|f:services.medical_care
酒店|f:services.hospitality
hotels|f:services.hospitality
旅游|f:services.travel
健身房|f:services.beauty_fitness
gym|f:services.beauty_fitness
佣金|f:services.agency
房租|f:property
landlord|f:property
商铺|f:property.commercial_rent
office|f:property.commercial_rent
物业费|f:property.service_charge
话费|f:utilities.telecom
broadband|f:utilities.telecom
电费|f:utilities.power
electricity|f:utilities.power
水费|f:utilities.water
会员费|f:utilities.subscription
subscription|f:utilities.subscription
保费|f:insurance.premium
insurance|f:insurance
代位求偿|f:insurance.subrogation
股权转让|f:company.share_transfer
对赌|f:company.buyback
加盟费|f:rights.franchise
franchise|f:rights.franchise
royalties|f:rights.royalty
违约金|f:damages.contract_penalty
交通事故|f:damages.traffic
判决书|f:titles.judgment
court judgment|f:titles.judgment
仲裁裁决|f:titles.award
支付令|f:titles.payment_order
深圳货款|p:CN-440300 f:trade
上海信用卡|p:CN-310000 f:lending.credit_card
广东省建材|p:CN-440000 f:trade.building_materials
杭州的物业费|p:CN-330100 f:property.service_charge
北京 物流|p:CN-110000 f:services.logistics
steel shanghai|p:CN-310000 f:trade.metals
深圳 software|p:CN-440300 f:services.software
beijing 工程款|p:CN-110000 f:construction.works
rent in london|p:GB-EW k:rent
bank loans in texas|p:US-TX f:lending.bank_loan
construction new york|p:US-NY f:construction
credit card california|p:US-CA f:lending.credit_card
柏林 租金|p:DE-BE k:rent
individual debtors in ohio|p:US-OH d:natural_consumer
公司 欠款 武汉|p:CN-420100 d:company
强制执行 成都|p:CN-510100 s:enforcement
诉讼 南京|p:CN-320100 s:judgment
风险代理 苏州|p:CN-320500 m:success
no win no fee florida|p:US-FL m:success
固定收费|m:fixed
资产包 广州|p:CN-440100 o:lot
人民币|y:CNY
美元|y:USD
euro|y:EUR
个体户|d:sole_trader
self-employed|d:sole_trader
`;

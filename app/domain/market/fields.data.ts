/**
 * What debts arise from, two levels deep: the trades and dealings that collectors say they know.
 *
 * One field a line: code | Chinese | English | claim kinds it may be posted as | other search words. A code without a
 * point is a branch and holds the fields that follow it; a claim is always filed under a field, never under a branch.
 */
export const fieldRows = `
lending|金融借贷|Lending||贷款 credit finance borrowing
lending.bank_loan|银行贷款|Bank loans|loan_bank|逾期贷款 不良贷款 npl business loan
lending.credit_card|信用卡|Credit cards|loan_bank|信用卡透支 card
lending.mortgage|抵押贷款|Mortgages|loan_bank|房贷 按揭 住房贷款 home loan shortfall
lending.car_loan|汽车贷款|Car loans|loan_bank|车贷 auto vehicle
lending.consumer_finance|消费金融|Consumer finance|loan_bank|消费贷 instalment buy now pay later bnpl
lending.small_loan|小额贷款|Small loans|loan_bank loan_private|小贷 网贷 micro payday
lending.student_loan|助学贷款|Student loans|loan_bank|学贷 tuition
lending.overdraft|账户透支|Overdrafts|loan_bank|current account
lending.guarantee|担保追偿|Guarantees|loan_bank loan_private other|保证 代偿 recourse surety
lending.leasing|融资租赁|Finance leases|loan_bank other|租赁物 hire purchase
lending.factoring|保理|Factoring|invoice_b2b loan_bank|应收账款 receivables
private|民间借贷|Private lending||借款 借条 欠条 iou
private.personal_loan|个人借款|Loans between people|loan_private|亲友借款 friends family
private.business_loan|企业借款|Loans between firms|loan_private|企业间借贷 company
private.shareholder_loan|股东借款|Shareholder loans|loan_private|founder partner
private.pawn|典当|Pawn loans|loan_private|当铺 pledge
trade|货物买卖|Trade in goods||货款 买卖合同 采购 供货 sale purchase supplier
trade.wholesale|批发贸易|Wholesale|goods invoice_b2b|经销 distribution dealer
trade.retail|零售|Retail|goods|门店 shop store
trade.online_shop|电子商务|Online shops|goods|电商 网店 e-commerce ecommerce marketplace
trade.building_materials|建材|Building materials|goods invoice_b2b|水泥 混凝土 cement timber concrete
trade.machinery|机械设备|Machinery|goods invoice_b2b|机床 equipment plant
trade.electronics|电子产品|Electronics|goods invoice_b2b|电器 芯片 appliances components
trade.textiles|纺织服装|Textiles and clothing|goods invoice_b2b|面料 服饰 fabric garment fashion
trade.food|食品农产品|Food and farm produce|goods invoice_b2b|粮油 水产 agriculture groceries beverage
trade.chemicals|化工|Chemicals|goods invoice_b2b|塑料 涂料 plastics paint
trade.metals|钢材金属|Steel and metals|goods invoice_b2b|钢铁 有色金属 iron aluminium
trade.furniture|家具|Furniture|goods|家居 household
trade.medical_supplies|医药器械|Medical supplies|goods invoice_b2b|药品 pharma devices
trade.vehicles|汽车及配件|Vehicles and parts|goods invoice_b2b|零配件 car truck
trade.energy|能源燃料|Fuel and energy|goods invoice_b2b|煤炭 成品油 coal oil
trade.paper_packaging|包装纸品|Paper and packaging|goods invoice_b2b|印刷 printing
trade.export|进出口贸易|Export and import|goods invoice_b2b|外贸 跨境 cross-border overseas
trade.invoices|企业账款|Business invoices|invoice_b2b|对账 发票 accounts receivable b2b
construction|建设工程|Construction||工程 建筑 building contractor
construction.works|工程款|Building works|services invoice_b2b|施工 总包 main contractor
construction.subcontract|分包工程|Subcontract works|services invoice_b2b|劳务分包 subcontractor
construction.decoration|装饰装修|Fitting out|services invoice_b2b goods|家装 renovation interior
construction.design|勘察设计|Survey and design|services invoice_b2b|建筑师 architect engineer
construction.equipment_hire|设备租赁|Equipment hire|rent invoice_b2b services|塔吊 脚手架 crane scaffold
services|服务|Services||服务费 provider
services.logistics|物流运输|Freight and logistics|services invoice_b2b|快递 货运 shipping haulage courier
services.advertising|广告传媒|Advertising and media|services invoice_b2b|营销 marketing
services.software|软件信息|Software and IT|services invoice_b2b|开发 云服务 saas hosting
services.consulting|咨询|Consulting|services invoice_b2b|顾问 advisory
services.professional|法律会计|Legal and accounting|services invoice_b2b|律师费 审计 audit lawyer
services.staffing|劳务派遣|Staffing|services invoice_b2b|人力资源 外包 recruitment temporary work
services.education|教育培训|Education and training|services|学费 培训班 school course
services.medical_care|医疗|Medical care|services|医药费 诊所 hospital dental clinic
services.hospitality|餐饮酒店|Hotels and catering|services invoice_b2b|住宿 restaurant
services.travel|旅游|Travel|services|旅行社 机票 agency ticket
services.events|会展活动|Events|services invoice_b2b|展览 trade fair wedding
services.cleaning_security|保洁保安|Cleaning and security|services invoice_b2b|安保 guard
services.repair|维修保养|Repair and maintenance|services|修理 garage
services.beauty_fitness|美容健身|Beauty and fitness|services|健身房 gym salon
services.agency|居间代理|Commissions and brokerage|services invoice_b2b other|佣金 中介 broker
services.other|其他服务|Other services|services|杂项
property|房产租赁|Property||租金 房租 landlord tenant
property.residential_rent|住宅租金|Home rent|rent|公寓 flat apartment dwelling
property.commercial_rent|商业租金|Commercial rent|rent invoice_b2b|商铺 厂房 写字楼 office warehouse
property.service_charge|物业费|Service charges|services rent|物业管理 hoa community fee
property.sale|房屋买卖|Property sales|other|购房款 real estate
property.land|土地使用|Land and farm leases|rent other|承包地 lease
utilities|公用事业|Utilities||欠费 bill
utilities.telecom|通信费|Telephone and internet|services|话费 宽带 mobile broadband
utilities.power|电费|Electricity|goods services|供电 power
utilities.water|水费|Water|services goods|供水 sewage
utilities.heating_gas|燃气供暖|Gas and heating|goods services|暖气 天然气
utilities.subscription|订阅服务|Subscriptions|services|会员费 membership streaming
insurance|保险|Insurance||保单 policy
insurance.premium|保险费|Premiums|services other|保费
insurance.subrogation|代位求偿|Subrogated claims|other|追偿 recovery
company|公司股权|Company and shares||股权 投资 equity investment
company.share_transfer|股权转让款|Share transfers|other|转让 acquisition price
company.buyback|股权回购|Buy-backs|other|对赌 redemption
company.capital|出资款|Unpaid capital|other|注册资本 contribution
company.partnership|合伙结算|Partnership accounts|other|合伙 partner settlement
rights|知识产权|Licences and franchises||许可 intellectual property ip
rights.royalty|许可使用费|Royalties|services other|版权 copyright patent
rights.franchise|特许加盟|Franchise fees|services other|加盟费 franchisee
damages|赔偿|Damages||损害 compensation
damages.contract_penalty|违约金|Contract penalties|other|违约 liquidated
damages.traffic|交通事故赔偿|Traffic accidents|other|车祸 accident
damages.property_damage|财产损害|Damage to property|other|损坏 loss
titles|生效文书|Titles in hand||执行 enforcement
titles.judgment|法院判决|Court judgments|other loan_bank loan_private goods services rent invoice_b2b|判决书 decree
titles.award|仲裁裁决|Arbitral awards|other goods services invoice_b2b loan_bank|裁决书 arbitration
titles.payment_order|支付令|Payment orders|other loan_bank loan_private goods services rent invoice_b2b|调解书 mahnbescheid
public|公共收费|Public charges||政府 authority
public.fees|行政收费|Fees and charges|other|规费 council
public.association|会费|Association dues|other services|协会 商会 club
general|其他|Other||杂项 miscellaneous
general.other|其他债权|Other claims|other|综合 general
`;

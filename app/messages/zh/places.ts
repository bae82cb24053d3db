export const places = {
  "places.level.country": "国家",
  "places.level.province": "省、州或地区",
  "places.level.city": "城市或地级行政区",
  "places.refused.hk": "Rung 尚无经审核的香港规则包，因此不能发布当地案件。",
  "places.refused.mo": "Rung 尚无经审核的澳门规则包，因此不能发布当地案件。",
  "places.refused.tw": "Rung 尚无经审核的台湾规则包，因此不能发布当地案件。",
  "places.refused.sct":
    "苏格兰的法院、时效和诉前规则自成体系，Rung 尚无经审核的相应规则包，因此不能发布当地案件。",
  "places.refused.nir":
    "北爱尔兰的法院和诉前规则自成体系，Rung 尚无经审核的相应规则包，因此不能发布当地案件。",
  "places.refused.no_pack": "Rung 尚无经审核的{place}规则包，因此不能发布当地案件。",
  "places.refused.country": "{place}范围过大，请选择具体的省、州或地区，案件适用当地的规则和时间。",
  "places.refused.unknown": "名录中没有这个地点，请从列表中选择。",
  "places.zones.several": "{place}跨多个时区，联系时间须同时符合各时区的允许时段。",
};

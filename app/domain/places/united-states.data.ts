/**
 * The fifty states and the District of Columbia, and the cities whose own contact rules a pack knows.
 *
 * ISO 3166-2 code | Chinese | English | other search words | latitude | longitude | zones. The zones are all those
 * lawfully in use (49 CFR part 71; Navajo Nation keeps summer time in Arizona), one for each clock that differs today.
 */
export const unitedStatesRows = `
US-AL|阿拉巴马州|Alabama||32.37|-86.30|America/Chicago
US-AK|阿拉斯加州|Alaska||58.30|-134.42|America/Anchorage,America/Adak
US-AZ|亚利桑那州|Arizona||33.45|-112.07|America/Phoenix,America/Denver
US-AR|阿肯色州|Arkansas||34.75|-92.29|America/Chicago
US-CA|加利福尼亚州|California||38.58|-121.49|America/Los_Angeles
US-CO|科罗拉多州|Colorado||39.74|-104.98|America/Denver
US-CT|康涅狄格州|Connecticut||41.76|-72.69|America/New_York
US-DE|特拉华州|Delaware||39.16|-75.52|America/New_York
US-DC|哥伦比亚特区|District of Columbia|washingtondc|38.90|-77.04|America/New_York
US-FL|佛罗里达州|Florida||30.44|-84.28|America/New_York,America/Chicago
US-GA|佐治亚州|Georgia||33.75|-84.39|America/New_York
US-HI|夏威夷州|Hawaii||21.31|-157.86|Pacific/Honolulu
US-ID|爱达荷州|Idaho||43.61|-116.20|America/Boise,America/Los_Angeles
US-IL|伊利诺伊州|Illinois||39.80|-89.64|America/Chicago
US-IN|印第安纳州|Indiana||39.77|-86.16|America/Indiana/Indianapolis,America/Chicago
US-IA|艾奥瓦州|Iowa||41.60|-93.61|America/Chicago
US-KS|堪萨斯州|Kansas||39.05|-95.68|America/Chicago,America/Denver
US-KY|肯塔基州|Kentucky||38.20|-84.87|America/New_York,America/Chicago
US-LA|路易斯安那州|Louisiana||30.44|-91.19|America/Chicago
US-ME|缅因州|Maine||44.31|-69.78|America/New_York
US-MD|马里兰州|Maryland||38.98|-76.49|America/New_York
US-MA|马萨诸塞州|Massachusetts||42.36|-71.06|America/New_York
US-MI|密歇根州|Michigan||42.73|-84.56|America/Detroit,America/Menominee
US-MN|明尼苏达州|Minnesota||44.94|-93.09|America/Chicago
US-MS|密西西比州|Mississippi||32.30|-90.18|America/Chicago
US-MO|密苏里州|Missouri||38.58|-92.17|America/Chicago
US-MT|蒙大拿州|Montana||46.59|-112.04|America/Denver
US-NE|内布拉斯加州|Nebraska||40.80|-96.67|America/Chicago,America/Denver
US-NV|内华达州|Nevada||39.16|-119.77|America/Los_Angeles,America/Denver
US-NH|新罕布什尔州|New Hampshire||43.21|-71.54|America/New_York
US-NJ|新泽西州|New Jersey||40.22|-74.74|America/New_York
US-NM|新墨西哥州|New Mexico||35.69|-105.94|America/Denver
US-NY|纽约州|New York||42.65|-73.76|America/New_York
US-NY-NYC|纽约市|New York City|nyc|40.71|-74.01|America/New_York
US-NC|北卡罗来纳州|North Carolina||35.77|-78.64|America/New_York
US-ND|北达科他州|North Dakota||46.81|-100.78|America/Chicago,America/Denver
US-OH|俄亥俄州|Ohio||39.96|-83.00|America/New_York
US-OK|俄克拉何马州|Oklahoma||35.47|-97.52|America/Chicago
US-OR|俄勒冈州|Oregon||44.94|-123.04|America/Los_Angeles,America/Boise
US-PA|宾夕法尼亚州|Pennsylvania||40.27|-76.88|America/New_York
US-RI|罗得岛州|Rhode Island||41.82|-71.41|America/New_York
US-SC|南卡罗来纳州|South Carolina||34.00|-81.03|America/New_York
US-SD|南达科他州|South Dakota||44.37|-100.35|America/Chicago,America/Denver
US-TN|田纳西州|Tennessee||36.17|-86.78|America/Chicago,America/New_York
US-TX|得克萨斯州|Texas||30.27|-97.74|America/Chicago,America/Denver
US-UT|犹他州|Utah||40.76|-111.89|America/Denver
US-VT|佛蒙特州|Vermont||44.26|-72.58|America/New_York
US-VA|弗吉尼亚州|Virginia||37.55|-77.46|America/New_York
US-WA|华盛顿州|Washington||47.04|-122.90|America/Los_Angeles
US-WV|西弗吉尼亚州|West Virginia||38.35|-81.63|America/New_York
US-WI|威斯康星州|Wisconsin||43.07|-89.40|America/Chicago
US-WY|怀俄明州|Wyoming||41.14|-104.82|America/Denver
`;

/** The sixteen Länder: ISO 3166-2 code | Chinese | English | other search words | latitude | longitude | zones. */
export const germanyRows = `
DE-BW|巴登-符腾堡州|Baden-Württemberg|stuttgart mannheim karlsruhe freiburg heidelberg ulm 斯图加特|48.78|9.18|Europe/Berlin
DE-BY|巴伐利亚州|Bavaria|bayern munchen munich nurnberg nuremberg augsburg wurzburg regensburg 慕尼黑 纽伦堡|48.14|11.58|Europe/Berlin
DE-BE|柏林|Berlin||52.52|13.41|Europe/Berlin
DE-BB|勃兰登堡州|Brandenburg|potsdam cottbus frankfurtoder|52.40|13.07|Europe/Berlin
DE-HB|不来梅|Bremen|bremerhaven|53.08|8.81|Europe/Berlin
DE-HH|汉堡|Hamburg||53.55|9.99|Europe/Berlin
DE-HE|黑森州|Hesse|hessen frankfurtammain wiesbaden kassel darmstadt 法兰克福|50.08|8.25|Europe/Berlin
DE-MV|梅克伦堡-前波美拉尼亚州|Mecklenburg-Western Pomerania|mecklenburgvorpommern rostock schwerin|53.63|11.41|Europe/Berlin
DE-NI|下萨克森州|Lower Saxony|niedersachsen hannover hanover braunschweig oldenburg osnabruck gottingen 汉诺威|52.37|9.73|Europe/Berlin
DE-NW|北莱茵-威斯特法伦州|North Rhine-Westphalia|nordrheinwestfalen nrw koln cologne dusseldorf dortmund essen duisburg bochum wuppertal bielefeld bonn munster aachen 科隆 杜塞尔多夫|51.22|6.78|Europe/Berlin
DE-RP|莱茵兰-普法尔茨州|Rhineland-Palatinate|rheinlandpfalz mainz koblenz trier ludwigshafen|49.98|8.28|Europe/Berlin
DE-SL|萨尔州|Saarland|saarbrucken|49.23|7.01|Europe/Berlin
DE-SN|萨克森州|Saxony|sachsen leipzig dresden chemnitz 莱比锡 德累斯顿|51.05|13.74|Europe/Berlin
DE-ST|萨克森-安哈尔特州|Saxony-Anhalt|sachsenanhalt magdeburg halle|52.13|11.63|Europe/Berlin
DE-SH|石勒苏益格-荷尔斯泰因州|Schleswig-Holstein|kiel lubeck flensburg|54.32|10.13|Europe/Berlin
DE-TH|图林根州|Thuringia|thuringen erfurt jena weimar|50.98|11.03|Europe/Berlin
`;

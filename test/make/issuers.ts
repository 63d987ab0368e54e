// Offices under real names, with the division a reader of the title can tell (six digits, or nine for a town that is
// the only one of its name under the county that is named with it). An ambiguous name has no division.

export type Size = 'town' | 'county' | 'city';
export interface Issuer { readonly name: string; readonly code: string; readonly self: string; readonly size: Size }

const issuer = (name: string, code: string, self: string, size: Size): Issuer => ({ name, code, self, size });

export const issuers = {
  guizhou: issuer('贵州省人民政府', '520000', '我省', 'city'),
  qinghai: issuer('青海省', '630000', '全省', 'city'),
  guangxi: issuer('广西壮族自治区人民政府办公厅', '450000', '我区', 'city'),
  shanghai: issuer('上海市人民政府', '310000', '本市', 'city'),
  anhuiFinance: issuer('安徽省财政厅', '340000', '我厅', 'city'),
  sichuanHealth: issuer('四川省卫生健康委员会', '510000', '我委', 'county'),
  zhaotong: issuer('昭通市人民政府', '530600', '我市', 'city'),
  datong: issuer('山西省大同市人民政府', '140200', '我市', 'city'),
  zigong: issuer('自贡市人民政府', '510300', '全市', 'city'),
  yingtan: issuer('鹰潭市人民政府办公室', '360600', '我市', 'city'),
  wuhai: issuer('乌海市人民政府', '150300', '我市', 'city'),
  xiangxi: issuer('湘西土家族苗族自治州人民政府', '433100', '全州', 'city'),
  bortala: issuer('博尔塔拉蒙古自治州', '652700', '自治州', 'county'),
  chenzhouHousing: issuer('郴州市住房和城乡建设局', '431000', '我局', 'county'),
  xinyuTransport: issuer('新余市交通运输局', '360500', '我局', 'county'),
  fangshan: issuer('北京市房山区人民政府', '110111', '我区', 'county'),
  hongqiao: issuer('天津市红桥区人民政府', '120106', '我区', 'county'),
  shunyiEducation: issuer('北京市顺义区教育委员会', '110113', '我委', 'county'),
  wuchang: issuer('武汉市武昌区人民政府', '420106', '我区', 'city'),
  yuyao: issuer('余姚市人民政府', '330281', '我市', 'county'),
  zhijin: issuer('织金县人民政府', '520524', '我县', 'county'),
  huangmei: issuer('黄梅县人民政府办公室', '421127', '我县', 'county'),
  pinglu: issuer('平陆县', '140829', '全县', 'county'),
  shexian: issuer('涉县人民政府', '130426', '我县', 'county'),
  sheXian: issuer('黄山市歙县人民政府', '341021', '我县', 'county'),
  huitong: issuer('会同县自然资源局', '431225', '我局', 'county'),
  xinghua: issuer('兴化市公安局', '321281', '我局', 'county'),
  yongding: issuer('龙岩市永定区人民政府', '350803', '我区', 'county'),
  nehe: issuer('讷河市人民政府', '230281', '我市', 'county'),
  jianping: issuer('建平县市场监督管理局', '211322', '我局', 'county'),
  taiqian: issuer('台前县人民政府', '410927', '我县', 'county'),
  mengjin: issuer('洛阳市孟津区人民政府', '410308', '我区', 'county'),
  linxia: issuer('临夏县人民政府', '622921', '我县', 'county'),
  weixi: issuer('维西傈僳族自治县人民政府', '533423', '我县', 'county'),
  chaoyang: issuer('朝阳区人民政府', '', '我区', 'county'),
  gulouNanjing: issuer('南京市鼓楼区人民政府', '320106', '我区', 'city'),
  pingluEmergency: issuer('平陆县应急管理局', '140829', '我局', 'county'),
  zhijinTax: issuer('织金县统计局', '520524', '我局', 'town'),
  huoxian: issuer('北京市通州区漷县镇', '110112106', '我镇', 'town'),
  liangjia: issuer('禹城市梁家镇人民政府', '371482106', '我镇', 'town'),
  wuba: issuer('台前县吴坝镇人民政府', '410927105', '我镇', 'town'),
  xiage: issuer('巢湖市夏阁镇人民政府', '340181104', '我镇', 'town'),
  miyang: issuer('弥勒市弥阳街道办事处', '532504001', '街道', 'town'),
  tastobe: issuer('巩留县塔斯托别乡', '654024204', '我乡', 'town'),
  silihe: issuer('合肥市庐阳区四里河街道办事处', '340103012', '我街道', 'town'),
  qiaotou: issuer('永嘉县桥头镇人民政府', '330324102', '我镇', 'town'),
  leizu: issuer('西平县嫘祖镇人民政府', '411721106', '我镇', 'town'),
  qikou: issuer('临县碛口镇人民政府', '141124109', '我镇', 'town'),
  tanggu: issuer('同德县唐谷镇', '632522101', '我镇', 'town'),
  wudu: issuer('上饶市广丰区五都镇人民政府', '361103101', '我镇', 'town'),
  zhangzhen: issuer('北京市顺义区张镇', '110113110', '我镇', 'town'),
} as const satisfies Record<string, Issuer>;

export type IssuerKey = keyof typeof issuers;

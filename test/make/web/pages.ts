// A report as the web page of a publishing system: the article among everything that stands around it.

import { htmlOf } from '../html.js';
import { escaped } from '../markup.js';
import { blocksOf, type Typeset } from '../page.js';

export const systems = ['trs', 'jcms', 'ucap', 'gkmlpt', 'unknown'] as const;
export type System = (typeof systems)[number];

const links = ['2018', '2017', '2016'].map((year) => `<li><a href="/${year}.html">某某市${year}年政府信息公开工作年度报告</a></li>`).join('');
const around = {
  head: `<div class="top"><ul><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li><li><a href="/hd/">互动交流</a></li></ul><div class="weather">今天 12℃ 至 18℃</div></div><div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/n/">政府信息公开年报</a></div>`,
  side: `<div class="side"><h3>相关报告</h3><ul>${links}</ul></div>`,
  foot: `<div class="footer"><p>主办：某某市人民政府办公室　网站标识码：3500000001</p><p>闽ICP备05012345号-1　访问量 1234567</p></div><script>var total = 15; document.write("<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>");</script>`,
  metadata: (title: string) => `<table class="xxgk" border="1"><tr><td>索引号</td><td>11350300-2023-00012</td><td>发布机构</td><td>办公室</td></tr><tr><td>标题</td><td colspan="3">${title}</td></tr><tr><td>发文日期</td><td>2023-01-13</td><td>有效性</td><td>有效</td></tr></table>`,
};

/** The page of a system around an article. */
function framed(system: System, title: string, article: string, charset: string): string {
  const meta = `<meta http-equiv="Content-Type" content="text/html; charset=${charset}">`;
  if (system === 'trs') return `<!DOCTYPE html><html><head>${meta}<title>${title}-某某市人民政府</title><meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="2023-01-13 10:20"></head><body>${around.head}<div class="main"><div class="xl_title"><h2>${title}</h2></div><div class="TRS_UEDITOR TRS_WEB">${article}</div></div>${around.side}${around.foot}</body></html>`;
  if (system === 'jcms') return `<html><head>${meta}<title>某某市 部门年报 ${title}</title></head><body>${around.head}<table width="1000"><tr><td>${around.side}</td><td><table width="100%"><tr><td class="title" align="center">${title}</td></tr><tr><td><div id="zoom"><!--ZJEG_RSS.content.begin-->${article}<!--ZJEG_RSS.content.end--></div></td></tr></table></td></tr></table>${around.foot}</body></html>`;
  if (system === 'ucap') return `<!DOCTYPE html><html><head>${meta}<title>${title}</title></head><body>${around.head}${around.metadata(title)}<ucaptitle>${title}</ucaptitle><publishtime>2023-01-13 10:20:00</publishtime><div id="UCAP-CONTENT"><ucapcontent>${article}</ucapcontent></div>${around.foot}</body></html>`;
  if (system === 'gkmlpt') return `<!DOCTYPE html><html><head>${meta}<title>${title}_某某区政府信息公开目录</title></head><body>${around.head}<div class="content">${around.metadata(title)}<h1 class="title">${title}</h1><div class="article-content">${article}</div></div>${around.side}${around.foot}</body></html>`;
  return `${meta}<div>${around.head}<center><b>${title}</b></center><div>${article}</div>${around.foot}</div>`;
}

/** What Word leaves behind where a report is pasted from it. */
export function pastedFromWord(body: string): string {
  const font = (text: string): string => text.replace(/\d/g, (digit, at: number) => (at % 2 ? `<font face="仿宋_GB2312">${digit}</font>` : `<span lang=EN-US style='font-family:"Times New Roman";mso-bidi-font-size:10.5pt'>${digit}<o:p></o:p></span>`));
  return body
    .replace(/<td([^>]*)>([^<]*)<\/td>/g, (_, attributes: string, text: string) => `<td${attributes.replace(/ (?:class|style)="[^"]*"/g, '')} style='border:solid windowtext 1.0pt;mso-border-alt:solid windowtext .5pt;padding:0cm 5.4pt'>\n  <p class=MsoNormal align=center style='text-align:center;mso-pagination:widow-orphan'>${text === '' ? '<span lang=EN-US><o:p>&nbsp;</o:p></span>' : font(text)}</p>\n  </td>`)
    .replace(/<\/table>/g, '<![if !supportMisalignedColumns]><tr height=0><td width=52 style=\'border:none\'></td><td width=52 style=\'border:none\'></td></tr><![endif]></table>')
    .replace(/<table/g, '<!--[if gte mso 9]><xml><w:WordDocument>123</w:WordDocument></xml><![endif]--><table');
}

/** The page that a system makes of a report. `pasted`: its editor copied it out of Word. */
export function pageOf(typeset: Typeset, system: System, { charset, pasted }: { readonly charset: string; readonly pasted: boolean }): string {
  const title = typeset.report.title.join('');
  const whole = htmlOf(blocksOf(typeset, 0).filter((b) => b.kind !== 'title'), title, typeset.dress, false);
  const body = /<body>([\s\S]*)<\/body>/.exec(whole)?.[1] ?? '';
  return framed(system, escaped(title), pasted ? pastedFromWord(body) : body, charset);
}

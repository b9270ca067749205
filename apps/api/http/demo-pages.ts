import { isRefusal } from '#kernel';
import type { DemoIssuer } from '../demo-issuer/demo-issuer.js';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (it) => ESCAPES[it] ?? it);

/** The page where one chooses who to be. Demonstration only. */
export function signInPage({ personas }: DemoIssuer): string {
  const rows = personas.map(({ sub, label, roleSummary }) => {
    const name = encodeURIComponent(sub);
    return `<tr><td><a href="/ide?as=${name}">${escaped(label.vi)}</a></td><td>${escaped(roleSummary.vi)}</td><td><code>${escaped(sub)}</code></td><td><a href="/demo/token?as=${name}">token</a></td></tr>`;
  });
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Kheo – đăng nhập thử</title>
<style>body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:64rem;padding:0 1rem;color:#1b2733}table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #d5dde5;padding:.4rem .6rem;text-align:left}a{color:#0b5cad}input{font:inherit;padding:.4rem .6rem;width:100%;box-sizing:border-box;margin:.5rem 0 1rem}</style></head>
<body><h1>Kheo – đăng nhập thử</h1>
<p>Hồ sơ trình diễn: chọn một vai để mở giao diện GraphQL với vai đó. <span lang="en">(Demonstration: choose whom to sign in as.)</span></p>
<label for="find">Tìm vai</label><input id="find" type="search" autocomplete="off" placeholder="ví dụ: Sở Nội vụ, head.19753">
<table><thead><tr><th>Vai</th><th>Việc được làm</th><th>Mã</th><th></th></tr></thead><tbody>${rows.join('')}</tbody></table>
<script>const f=document.getElementById('find');f.addEventListener('input',()=>{const w=f.value.toLowerCase();for(const r of document.querySelectorAll('tbody tr'))r.hidden=!r.textContent.toLowerCase().includes(w)})</script></body></html>`;
}

/** A token for a persona, or undefined when there is none of that name. */
export async function tokenOf(issuer: DemoIssuer, sub: string | undefined): Promise<string | undefined> {
  if (sub === undefined) return undefined;
  const token = await issuer.tokenFor(sub, 12 * 3600);
  return isRefusal(token) ? undefined : token;
}

"""How the page looks: on a phone, on a desk's screen, in the dark and on paper."""

STYLE = """
:root {
  color-scheme: light dark;
  --ground: #ffffff; --panel: #eaf1f3; --ink: #1a1a1a; --quiet: #555b60; --line: #c4c9cd; --strong: #6b7378;
  --deep: #1f4a5a; --link: #0b5f73;
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 1rem 1rem 3rem; max-width: 62rem; background: var(--ground); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere;
}
h1, h2 { color: var(--deep); line-height: 1.2; }
h1 { font-size: clamp(1.6rem, 5vw, 2.3rem); margin: 0.8rem 0 0.4rem; }
h2 { font-size: 1.3rem; margin: 2.4rem 0 0.6rem; scroll-margin-top: 1rem; }
p { margin: 0.5rem 0; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
main:focus { outline: none; }
.skip { position: absolute; left: -200vw; }
.skip:focus { left: 1rem; top: 0.5rem; background: var(--ground); padding: 0.6rem 1rem; z-index: 1; }
.issuer {
  display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1.5rem; font-weight: 600;
  border-bottom: 2px solid var(--deep); padding-bottom: 0.5rem;
}
.issuer span { font-weight: 400; }
.about { font-size: 1.1rem; }
.sum {
  display: inline-block; background: var(--panel); border-radius: 4px;
  padding: 0.7rem 1rem; margin: 0.7rem 0;
}
.sum span { display: block; color: var(--quiet); font-size: 0.9rem; }
.sum b { font-size: 1.9rem; line-height: 1.2; }
.sum small { color: inherit; }
.facts {
  display: grid; grid-template-columns: repeat(auto-fill, minmax(10.5rem, 1fr)); gap: 0.7rem 1.2rem;
  margin: 0.5rem 0;
}
.facts dt { color: var(--quiet); font-size: 0.9rem; }
.facts dd { margin: 0; }
.facts div:has(a) { grid-column: span 2; }
.facts div:first-child dd { font-weight: 700; }
nav ul {
  list-style: none; margin: 1rem 0 0; padding: 0.3rem 0; display: flex; flex-wrap: wrap; gap: 0 1.2rem;
  border-block: 1px solid var(--line);
}
nav li { margin: 0; }
nav a { display: inline-block; padding: 0.35rem 0; }
ol, ul { padding-left: 1.4rem; margin: 0.5rem 0; }
li { margin: 0.3rem 0; }
table { width: 100%; border-collapse: collapse; margin: 0.9rem 0 0; }
caption { text-align: left; font-weight: 600; padding: 0.2rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.5rem; }
th, td { overflow-wrap: break-word; }
.long { overflow-wrap: anywhere; }
.short { white-space: nowrap; }
thead th {
  color: var(--quiet); font-size: 0.88rem; vertical-align: bottom;
  border-bottom: 1.5px solid var(--strong);
}
tbody tr { border-top: 1px solid var(--line); }
tbody tr:first-child, tbody tr.why { border-top: 0; }
tfoot { border-top: 1.5px solid var(--strong); font-weight: 700; }
th:first-child, td:first-child { padding-left: 0; }
th:last-child, td:last-child { padding-right: 0; }
.figure { text-align: right; }
small { display: block; font-size: 0.88rem; font-weight: 400; color: var(--quiet); }
.note { color: var(--quiet); font-size: 0.9rem; }
.why > td { padding-top: 0; overflow-wrap: anywhere; }
details { margin-bottom: 0.3rem; }
summary { cursor: pointer; color: var(--link); padding: 0.2rem 0; width: fit-content; max-width: 100%; }
summary span { color: var(--quiet); font-size: 0.9rem; }
details.why[open] { border-left: 3px solid var(--line); padding-left: 0.8rem; margin-bottom: 0.8rem; }
.every { margin: 0.3rem 0; }
.steps, .steps ul { list-style: none; padding-left: 0; }
.steps ul { padding-left: 0.9rem; border-left: 1px solid var(--line); }
.how { color: var(--quiet); }
.plan { margin: 1rem 0; }
.sheet { border-radius: 4px; }
.plan svg {
  display: block; width: 100%; height: auto;
  font-family: Inter, Arial, "Helvetica Neue", Roboto, "Liberation Sans", "Noto Sans", sans-serif;
}
.near svg { width: auto; max-width: 100%; }
figcaption {
  display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1.5rem; padding-top: 0.3rem;
}
figcaption label { color: var(--quiet); padding: 0.2rem 0; }
.larger { width: 1.1rem; height: 1.1rem; vertical-align: -0.15rem; }
.near { display: flex; flex-wrap: wrap; gap: 0.7rem; }
.plan:has(.larger:checked) .sheet { overflow: auto; max-height: 90vh; }
.plan:has(.larger:checked) .sheet svg { width: 110rem; max-width: none; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: 0.9rem; }

@media screen and (max-width: 48rem) {
  .narrow { font-size: 0.94rem; }
  .narrow th, .narrow td { padding: 0.35rem 0.3rem; }
  .wide, .wide > caption, .wide > tbody, .wide > tfoot, .wide > * > tr, .wide > * > tr > * { display: block; }
  .wide > thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .wide > * > tr { padding: 0.5rem 0; }
  .wide > * > tr > * { padding: 0.1rem 0; }
  .wide > * > tr > td[data-label] {
    display: flex; justify-content: space-between; gap: 1rem; text-align: right;
  }
  .wide > * > tr > td[data-label]::before {
    content: attr(data-label); color: var(--quiet); text-align: left; flex: none; max-width: 50%;
  }
  .wide > * > tr > td[data-label] > span { min-width: 40%; }
  .wide > * > tr > .empty { display: none; }
  .wide > * > tr.why { padding-top: 0; margin-top: -0.3rem; }
}

@media screen and (max-width: 22rem) {
  .narrow th, .narrow td { padding: 0.35rem 0.2rem; overflow-wrap: anywhere; white-space: normal; }
}

@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #1e1f22; --panel: #26343a; --ink: #e8e8e8; --quiet: #a9b0b5; --line: #43484d; --strong: #8a9298;
    --deep: #9fd0de; --link: #7cc7dc;
  }
}

@media print {
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  nav, .skip, figcaption label { display: none; }
  h2 { break-after: avoid; margin-top: 1.4rem; }
  tr, figure, .sum { break-inside: avoid; }
  tr.why { break-inside: auto; }
  tfoot { display: table-row-group; }
  thead { display: table-header-group; }
  .why::details-content { content-visibility: visible; display: block; }
  .every:not([open]) { display: none; }
  a { color: inherit; text-decoration: none; }
}
"""

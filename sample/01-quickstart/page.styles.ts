import { Html } from './html.ts';

/** The pages' style sheet. It stands in each page, so that there is nothing else to load. */
export const styles = new Html(/* css */ `
:root {
  color-scheme: light dark;
  --page: #f6f7f9;
  --card: #fff;
  --text: #16191f;
  --muted: #5a6270;
  --line: #e1e4ea;
  --chip: #eef0f4;
  --accent: #3d4fd1;
  --good: #11734b;
  --good-soft: #e0f4ea;
  --shell: #171a21;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0f1116;
    --card: #181b22;
    --text: #e8eaee;
    --muted: #a0a8b6;
    --line: #2a2f39;
    --chip: #252a34;
    --accent: #a3b0ff;
    --good: #6fdcab;
    --good-soft: #123326;
    --shell: #0b0d11;
  }
}
* {
  box-sizing: border-box;
}
body {
  margin: 0 auto;
  max-width: 64rem;
  padding: 3rem 1.25rem 2.5rem;
  background: var(--page);
  color: var(--text);
  font: 1rem/1.55 system-ui, sans-serif;
}
h1,
h2,
h3,
p,
ul,
ol,
dl,
dd,
pre {
  margin: 0;
  padding: 0;
}
h1 {
  font-size: clamp(1.9rem, 5vw, 2.6rem);
  line-height: 1.15;
  letter-spacing: -0.025em;
}
h2 {
  font-size: 1.15rem;
  letter-spacing: -0.01em;
}
h3 {
  font-size: 1rem;
}
a {
  color: var(--accent);
}
:focus-visible {
  outline: 2px solid var(--accent);
  outline-offset: 2px;
}
code,
pre {
  font: 0.85rem/1.6 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
  overflow-wrap: anywhere;
}
header p:first-child a {
  color: inherit;
}
header p:first-child {
  margin-bottom: 0.75rem;
  color: var(--muted);
  font-size: 0.9rem;
}
header p:last-child {
  max-width: 44rem;
  margin-top: 0.75rem;
  color: var(--muted);
  font-size: 1.1rem;
}
main {
  display: grid;
  gap: 1.25rem;
  margin: 2rem 0;
}
section {
  display: grid;
  gap: 1rem;
  min-width: 0;
  padding: 1.5rem;
  border: 1px solid var(--line);
  border-radius: 0.9rem;
  background: var(--card);
}
.pill {
  justify-self: start;
  padding: 0.1rem 0.65rem;
  border-radius: 1rem;
  background: var(--chip);
  font-size: 0.85rem;
  font-weight: 600;
  white-space: nowrap;
}
.pill.good {
  background: var(--good-soft);
  color: var(--good);
}
dl {
  display: grid;
  grid-template-columns: max-content 1fr;
  gap: 0.4rem 1.5rem;
}
dt,
.muted {
  color: var(--muted);
}
ul,
ol {
  display: grid;
  gap: 0.9rem;
  list-style: none;
}
.users {
  grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr));
}
.users li {
  display: grid;
  grid-template-rows: auto auto 1fr;
  gap: 0.5rem;
  padding: 1rem;
  border: 1px solid var(--line);
  border-radius: 0.7rem;
}
.chips {
  display: flex;
  align-content: start;
  flex-wrap: wrap;
  gap: 0.35rem;
}
.chips code {
  padding: 0 0.45rem;
  border-radius: 0.35rem;
  background: var(--chip);
}
pre {
  margin-top: 0.35rem;
  padding: 0.75rem 1rem;
  border-radius: 0.6rem;
  background: var(--shell);
  color: #e8eaee;
  white-space: pre-wrap;
}
.articles li {
  padding-bottom: 0.9rem;
  border-bottom: 1px solid var(--line);
}
form {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0.6rem;
}
input,
button {
  padding: 0.45rem 0.8rem;
  border: 1px solid var(--line);
  border-radius: 0.5rem;
  background: var(--page);
  color: inherit;
  font: inherit;
}
input {
  flex: 1;
  min-width: 10rem;
}
button {
  border-color: transparent;
  background: var(--accent);
  color: var(--card);
  font-weight: 600;
  cursor: pointer;
}
table {
  width: 100%;
  border-collapse: collapse;
}
th,
td {
  padding: 0.6rem 0.75rem 0.6rem 0;
  border-top: 1px solid var(--line);
  text-align: left;
  vertical-align: top;
}
thead th {
  padding-top: 0;
  border: 0;
  color: var(--muted);
  font-size: 0.9rem;
  font-weight: 500;
}
tbody th {
  font-weight: 400;
}
table code {
  overflow-wrap: normal;
}
td {
  padding-right: 0;
}
footer {
  color: var(--muted);
  font-size: 0.9rem;
}
@media (max-width: 40rem) {
  body {
    padding-top: 2rem;
  }
  section {
    padding: 1.1rem;
  }
  dl {
    grid-template-columns: 1fr;
    gap: 0;
  }
  dd + dt {
    margin-top: 0.5rem;
  }
}
`);
